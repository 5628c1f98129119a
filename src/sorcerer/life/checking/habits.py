"""H and O: is anything too often, too soon again, or in the wrong order?"""

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta

from sorcerer.life.checking.case import Block, Case, found
from sorcerer.life.model import Item, Violation
from sorcerer.life.world.kind import ORDER


def check_habits(case: Case) -> Iterator[Violation]:
    """Yield H1 to H3 and O1."""
    last: dict[str, date] = {}
    for block in case.blocks:
        if "habits" not in block.kept:
            block.kept["habits"] = _habits(block)
        habits: _Habits = block.kept["habits"]
        for item, gap, twice in habits.steps:
            if twice is not None:
                yield twice
                continue
            since = (item.day - last[item.kind]).days if item.kind in last else None
            if since is not None and since < gap and not item.pinned:
                text = f"{item.title!r} comes {since} days after the last {item.kind}; at least {gap} lie between."
                yield found("H1", item.id, text)
            last[item.kind] = item.day
        last.update(habits.last)
    yield from _weeks(case)
    yield from case.each("order", _orders)


@dataclass(slots=True)
class _Habits:
    """What a block has of habits.

    Args:
        steps: the items that can come too soon, each with its gap in days, and those that are one too many.
        last: each kind to its last day in the block.
    """

    steps: list[tuple[Item, int, Violation | None]]
    last: dict[str, date]


def _habits(block: Block) -> _Habits:
    steps: list[tuple[Item, int, Violation | None]] = []
    last: dict[str, date] = {}
    today: set[tuple[str, date]] = set()
    one_day = block.items[0].day == block.items[-1].day
    for one in block.awake:
        item, kind = one.item, one.kind
        if (item.kind, item.day) in today:
            twice = found("H2", item.id, f"{item.title!r} is the second {item.kind} on {item.day}.")
            steps.append((item, 0, twice))
            continue
        today.add((item.kind, item.day))
        if kind is None or item.beat is not None:
            continue
        last[item.kind] = item.day
        # One day after the other, no two days are less than one day apart.
        if not one_day or kind.gap > 1:
            steps.append((item, kind.gap, None))
    return _Habits(steps, last)


def _weeks(case: Case) -> Iterator[Violation]:
    runs: list[list[Block]] = []
    reached: date | None = None
    for block in case.blocks:
        if _monday(block.items[0].day) != reached:
            runs.append([])
        runs[-1].append(block)
        reached = _monday(block.items[-1].day)
    for run in runs:
        monday = _monday(run[0].items[0].day)
        known = case.seen.weeks.get(monday)
        if known is None or known[0] != run:
            known = case.seen.weeks[monday] = run, list(_too_often(run))
        yield from known[1]


def _too_often(run: list[Block]) -> Iterator[Violation]:
    counts: Counter[tuple[str, date]] = Counter()
    for one in (one for block in run for one in block.awake):
        kind = one.kind
        if kind is None or one.item.beat is not None:
            continue
        monday = _monday(one.item.day)
        counts[one.item.kind, monday] += 1
        if counts[one.item.kind, monday] > kind.weekly[2] and not one.item.pinned:
            text = (
                f"{one.item.title!r} is {one.item.kind} number {counts[one.item.kind, monday]} in the week of {monday}."
            )
            yield found("H3", one.item.id, text)


def _monday(day: date) -> date:
    return day - timedelta(days=day.weekday())


def _orders(_case: Case, block: Block) -> Iterator[Violation]:
    days: dict[date, dict[str, Item]] = {}
    for one in block.awake:
        kind = one.kind
        if kind is not None and kind.stage:
            days.setdefault(one.item.day, {}).setdefault(kind.stage, one.item)
    for stages in days.values():
        for first, second in ORDER:
            if first in stages and second in stages and stages[second].start < stages[first].start:
                text = f"{stages[second].title!r} comes before {stages[first].title!r}."
                yield found("O1", stages[second].id, text)
