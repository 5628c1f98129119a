"""Derive the kinds of day that the planner draws from: `SORCERER_ATUS=… python -m benchmarks._archetypes`.

Groups every second diary of the reference by how its minutes are spent and prints, for each group, how common it is
and, for each class of activity, how many have any of it, and its mean and spread among those. No diary leaves this
file; the other half is what `benchmarks.life` compares her days with.
"""

import json
import os
import sys
from typing import Any

import numpy as np

_GROUPS = {"weekday_work": 28, "weekday_free": 12, "weekend_work": 10, "weekend_free": 18}
_KEPT = ("sleep", "care", "home", "cook", "work", "eat", "shop", "social", "leisure", "sport")
_CLASSES = (*_KEPT, "travel")
_WORKED = 60
_SATURDAY = 5
_FEWEST = 12
_ROUNDS = 40


def derive(path: str) -> dict[str, Any]:
    """Return the kinds of day of the half of the diaries that is there to learn from."""
    real = np.load(path)
    learnt = np.arange(len(real["minutes"])) % 2 == 0
    minutes, weight = real["minutes"][learnt].astype(float), real["weight"][learnt].astype(float)
    minutes *= 1440 / minutes.sum(axis=1, keepdims=True)
    weekend, worked = real["weekday"][learnt] >= _SATURDAY, minutes[:, 4] >= _WORKED
    masks = {
        "weekday_work": ~weekend & worked,
        "weekday_free": ~weekend & ~worked,
        "weekend_work": weekend & worked,
        "weekend_free": weekend & ~worked,
    }
    return {name: _groups(minutes[mask], weight[mask], _GROUPS[name]) for name, mask in masks.items()}


def _groups(minutes: Any, weight: Any, many: int) -> list[list[Any]]:  # noqa: ANN401 - arrays
    near = _nearest(np.sqrt(minutes) + 2.0 * (minutes > 0), weight, many)
    rows = []
    for number in range(many):
        mine, weights = minutes[near == number], weight[near == number]
        if len(mine) >= _FEWEST:
            rows.append([round(1000 * weights.sum() / weight.sum()), *_rows(mine, weights)])
    return sorted(rows, reverse=True)


def _rows(minutes: Any, weight: Any) -> list[list[int]]:  # noqa: ANN401 - arrays
    rows = []
    for number in range(len(_KEPT)):
        some = minutes[:, number] > 0
        part = weight[some].sum() / weight.sum()
        if part < 0.02:
            rows.append([0, 0, 0])
            continue
        mean = np.average(minutes[some, number], weights=weight[some])
        spread = np.sqrt(np.average((minutes[some, number] - mean) ** 2, weights=weight[some]))
        rows.append([round(100 * part), round(mean), round(spread)])
    return rows


def _nearest(points: Any, weight: Any, many: int) -> Any:  # noqa: ANN401 - arrays
    """Return the number of the group each point belongs to: weighted k-means++, the same every time."""
    dice = np.random.default_rng(0)
    centres = [points[dice.choice(len(points), p=weight / weight.sum())]]
    while len(centres) < many:
        far = np.min([((points - centre) ** 2).sum(axis=1) for centre in centres], axis=0) * weight
        centres.append(points[dice.choice(len(points), p=far / far.sum())])
    middle = np.array(centres)
    near = np.zeros(len(points), dtype=int)
    for _ in range(_ROUNDS):
        near = ((points[:, None, :] - middle[None]) ** 2).sum(axis=2).argmin(axis=1)
        for number in range(many):
            if (near == number).any():
                middle[number] = np.average(points[near == number], axis=0, weights=weight[near == number])
    return near


def main() -> None:
    """Print the kinds of day, one to a line."""
    groups = derive(os.environ["SORCERER_ATUS"])
    lines = [
        f'  "{name}": [\n' + ",\n".join(f"    {json.dumps(row, separators=(',', ':'))}" for row in rows) + "\n  ]"
        for name, rows in groups.items()
    ]
    source = (
        "Derived from the public-domain American Time Use Survey 2003-2016 (employed, no child at home, 18 to 34): "
        "groups of diaries, each with its share in thousandths and, for each class, "
        "[percent who have any, mean minutes of those, standard deviation]. benchmarks/_archetypes.py"
    )
    head = f'  "source": {json.dumps(source)},\n  "classes": {json.dumps(_KEPT)},\n'
    sys.stdout.write("{\n" + head + ",\n".join(lines) + "\n}\n")


if __name__ == "__main__":
    main()
