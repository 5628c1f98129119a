"""A: do stories go in order, once each beat, and does every beat that fell due end one way or the other?"""

from collections.abc import Iterator
from datetime import date, timedelta
from itertools import pairwise

from sorcerer.life.checking.case import Block, Case, Timed, found
from sorcerer.life.model import Item, Violation
from sorcerer.life.world import ARCS, Arc
from sorcerer.life.world.stories import read_name, write_name


def check_tales(case: Case) -> Iterator[Violation]:
    """Yield A1 (order), A2 (left open), A3 (a beat of no story that runs) and A4 (of a story that has ended)."""
    begun = [
        (ARCS[fact.name.removeprefix("arc:")], date.fromisoformat(str(fact.value)))
        for fact in case.plan.facts
        if fact.name.removeprefix("arc:") in ARCS and fact.name.startswith("arc:") and fact.value
    ]
    ended = {
        fact.name.removeprefix("arc:"): fact.day
        for fact in case.plan.facts
        if fact.name.startswith("arc:") and not fact.value
    }
    known = {write_name(arc.id, start, beat.id) for arc, start in begun for beat in arc.beats}
    told: dict[str, Item] = {}
    for one in (one for block in case.blocks for one in _beats(block)):
        name = one.item.beat or ""
        if name not in known:
            yield found("A3", one.item.id, f"{one.item.title!r} belongs to {name!r}, a story that never began.")
        elif name in told:
            yield found("A1", one.item.id, f"{one.item.title!r} tells the beat {name!r} a second time.")
        else:
            told[name] = one.item
    for arc, start in begun:
        yield from _order(arc, start, told)
        over = ended.get(arc.id) if start <= ended.get(arc.id, date.min) else None
        if over is None:
            yield from _open(case, arc, start, told)
            continue
        for beat in arc.beats:
            item = told.get(write_name(arc.id, start, beat.id))
            if item is not None and item.day >= over:
                yield found("A4", item.id, f"{item.title!r} is on {item.day}; {arc.title!r} ended on {over}.")


def _beats(block: Block) -> list[Timed]:
    if "beats" not in block.kept:
        block.kept["beats"] = [one for one in block.awake if one.item.beat is not None]
    beats: list[Timed] = block.kept["beats"]
    return beats


def _waits(case: Case, due: date) -> date:
    """Return the last day of a beat: a story waits while she is on the way to another city."""
    near = (due - timedelta(days=1), due, due + timedelta(days=1))
    return due + timedelta(days=sum(1 for day in near if case.journey(day)))


def _order(arc: Arc, start: date, told: dict[str, Item]) -> Iterator[Violation]:
    items = [told[name] for beat in arc.beats if (name := write_name(arc.id, start, beat.id)) in told]
    for earlier, later in pairwise(items):
        if (later.day, later.start) <= (earlier.day, earlier.start):
            yield found("A1", later.id, f"{later.title!r} comes before {earlier.title!r} in {arc.title!r}.")


def _open(case: Case, arc: Arc, start: date, told: dict[str, Item]) -> Iterator[Violation]:
    for beat in arc.beats:
        name = write_name(arc.id, start, beat.id)
        item, due = told.get(name), start + timedelta(days=beat.within[1])
        if item is not None and start + timedelta(days=beat.within[0]) <= item.day <= due:
            continue
        due = _waits(case, due)
        if item is None and due <= case.last_day:
            yield found("A2", name, f"{arc.title!r} leaves {beat.main.title!r} open; it was due by {due}.")
        elif item is not None and read_name(name) and not start + timedelta(days=beat.within[0]) <= item.day <= due:
            yield found("A2", item.id, f"{item.title!r} is on {item.day}, outside the days of its beat, up to {due}.")
