"""H and O: is anything too often, too soon again, or in the wrong order?"""

from collections import Counter
from collections.abc import Iterator
from datetime import date, timedelta

from sorcerer.life.checking.case import Case, found
from sorcerer.life.model import Item, Violation
from sorcerer.life.world.kind import ORDER


def check_habits(case: Case) -> Iterator[Violation]:
    """Yield H1 to H3 and O1."""
    last: dict[str, date] = {}
    today: set[tuple[str, date]] = set()
    for one in case.awake:
        item = one.item
        if (item.kind, item.day) in today:
            yield found("H2", item.id, f"{item.title!r} is the second {item.kind} on {item.day}.")
            continue
        today.add((item.kind, item.day))
        kind = one.kind
        if kind is None or item.beat is not None:
            continue
        since = (item.day - last[item.kind]).days if item.kind in last else None
        if since is not None and since < kind.gap and not item.pinned:
            text = f"{item.title!r} comes {since} days after the last {item.kind}; at least {kind.gap} lie between."
            yield found("H1", item.id, text)
        last[item.kind] = item.day
    yield from _weeks(case)
    yield from _orders(case)


def _weeks(case: Case) -> Iterator[Violation]:
    counts: Counter[tuple[str, date]] = Counter()
    for one in case.awake:
        kind = one.kind
        if kind is None or one.item.beat is not None:
            continue
        monday = one.item.day - timedelta(days=one.item.day.weekday())
        counts[one.item.kind, monday] += 1
        if counts[one.item.kind, monday] > kind.weekly[2] and not one.item.pinned:
            text = (
                f"{one.item.title!r} is {one.item.kind} number {counts[one.item.kind, monday]} in the week of {monday}."
            )
            yield found("H3", one.item.id, text)


def _orders(case: Case) -> Iterator[Violation]:
    days: dict[date, dict[str, Item]] = {}
    for one in case.awake:
        kind = one.kind
        if kind is not None and kind.stage:
            days.setdefault(one.item.day, {}).setdefault(kind.stage, one.item)
    for stages in days.values():
        for first, second in ORDER:
            if first in stages and second in stages and stages[second].start < stages[first].start:
                text = f"{stages[second].title!r} comes before {stages[first].title!r}."
                yield found("O1", stages[second].id, text)
