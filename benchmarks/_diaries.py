"""Her days beside real ones: minutes of eleven classes, against diaries of employed people of 18 to 34."""

from collections import defaultdict
from collections.abc import Iterator, Sequence
from datetime import date
from itertools import pairwise
from typing import Any

import numpy as np

from benchmarks._peers import ABSENT, peer
from benchmarks.report import Measure
from sorcerer.life import Item, Plan
from sorcerer.life.world import World, Worlds
from sorcerer.life.world.minutes import DUSK

_CLASSES = ("sleep", "care", "home", "cook", "work", "eat", "shop", "social", "leisure", "sport", "travel")
_SATURDAY = 5


def compare(path: str, plans: Sequence[Plan]) -> Iterator[Measure]:
    """Measure how far her days are from real ones.

    Args:
        path: the reference (`minutes`, `weight`, `weekday`), read and never shipped.
    """
    real = np.load(path)
    # The kinds of day were learnt from every second diary; the others are what we are measured with.
    unseen = np.arange(len(real["minutes"])) % 2 == 1
    minutes, weight, weekday = (real[name][unseen].astype(float) for name in ("minutes", "weight", "weekday"))
    minutes *= 1440 / minutes.sum(axis=1, keepdims=True)
    worked = [plan for plan in plans if plan.premise.job]
    ours, days = _ours(worked)
    note = (
        f"{len(ours)} days of {len(worked)} working personas, slack counted as leisure; "
        f"{len(minutes)} real diaries that no kind of day was learnt from"
    )
    real_weekend = weekday >= _SATURDAY
    for name, mine, theirs, limit in (
        ("minutes_weekday_jsd", days < _SATURDAY, ~real_weekend, 0.006),
        ("minutes_weekend_jsd", days >= _SATURDAY, real_weekend, 0.03),
    ):
        budget = np.average(minutes[theirs], axis=0, weights=weight[theirs])
        floor = _floor(minutes[theirs], weight[theirs], budget, len(worked))
        peer_note = f"{len(worked)} real diaries against all of them: {floor:.4f}"
        yield Measure(name, _jsd(ours[mine].mean(axis=0), budget), "bits", at_most=limit, note=note, peer=peer_note)
    yield _told_apart(ours[days < _SATURDAY], minutes[~real_weekend])


def _floor(minutes: Any, weight: Any, budget: Any, many: int) -> float:  # noqa: ANN401 - arrays
    """Return the median divergence of as many real diaries as we have personas: nobody can be nearer for sure."""
    dice = np.random.default_rng(0)
    drawn = (dice.choice(len(minutes), many, p=weight / weight.sum()) for _ in range(200))
    return float(np.median([_jsd(minutes[some].mean(axis=0), budget) for some in drawn]))


def _ours(plans: Sequence[Plan]) -> tuple[Any, Any]:
    rows, days = [], []
    for plan in plans:
        by_day: dict[date, list[Item]] = defaultdict(list)
        for item in plan.items:
            by_day[item.day].append(item)
        worlds = Worlds(plan.premise, plan.facts)
        for (_, last), (day, items) in pairwise(sorted(by_day.items())):
            rows.append(_row(worlds.on(day), next(one for one in last if one.kind == "sleep"), items))
            days.append(day.weekday())
    return np.array(rows), np.array(days)


def _row(world: World, night: Item, items: list[Item]) -> list[float]:
    """Return the minutes of each class from 04:00 to 04:00: ways are travel, what is left is leisure."""
    total = dict.fromkeys(_CLASSES, 0.0)
    total["sleep"] = night.end - DUSK
    here = night.place
    for item in sorted(items, key=lambda one: one.start):
        total["cook" if item.kind == "cook" else item.category] += min(item.end, DUSK) - item.start
        total["travel"] += world.travel(here, item.place)
        here = item.place
    total["leisure"] += 1440 - sum(total.values())
    return [total[name] for name in _CLASSES]


def _jsd(one: Any, other: Any) -> float:  # noqa: ANN401 - arrays
    p, q = one / one.sum(), other / other.sum()
    middle = (p + q) / 2

    def bits(a: Any) -> float:  # noqa: ANN401 - an array
        some = a > 0
        return float((a[some] * np.log2(a[some] / middle[some])).sum())

    return (bits(p) + bits(q)) / 2


def _told_apart(ours: Any, real: Any) -> Measure:  # noqa: ANN401 - arrays
    ensemble, selection = peer("sklearn.ensemble"), peer("sklearn.model_selection")
    if ensemble is None or selection is None:
        return Measure("told_apart_auc", None, "AUC", aim=0.85, note=f"scikit-learn is {ABSENT}")
    dice = np.random.default_rng(0)

    def auc(one: Any, other: Any) -> float:  # noqa: ANN401 - arrays
        many = min(len(one), len(other), 3000)
        both = np.vstack([one[dice.permutation(len(one))[:many]], other[dice.permutation(len(other))[:many]]])
        both = np.round((both + dice.uniform(-7, 7, both.shape)) / 15) * 15
        truth = np.array([0] * many + [1] * many)
        folds = selection.StratifiedKFold(4, shuffle=True, random_state=0)
        model = ensemble.HistGradientBoostingClassifier(random_state=0)
        return float(selection.cross_val_score(model, both, truth, cv=folds, scoring="roc_auc").mean())

    mixed = dice.permutation(len(real))
    half = len(real) // 2
    floor = auc(real[mixed[:half]], real[mixed[half:]])
    note = f"gradient boosting, 4-fold, {min(len(ours), len(real), 3000)} weekdays each, rounded to 15 minutes"
    return Measure(
        "told_apart_auc", auc(ours, real), "AUC", aim=0.85, note=note, peer=f"real against real: {floor:.3f}"
    )
