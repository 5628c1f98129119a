"""F and W: does what an item needs hold, and have the people in it time?"""

from collections.abc import Iterator

from sorcerer.life.checking.case import Block, Case, Timed, clock, found
from sorcerer.life.model import Violation
from sorcerer.life.world.state import split, value_at


def check_state(case: Case) -> Iterator[Violation]:
    """Yield F1, F2 and W1."""
    yield from case.each("state", _in_block)


def _in_block(case: Case, block: Block) -> Iterator[Violation]:
    for one in block.awake:
        if one.kind is None and (one.item.beat is None or case.beat(one.item) is not None):
            yield found("F2", one.item.id, f"{one.item.title!r} on {one.item.day} is nothing she does then.")
        yield from case.alone("state", one, _by_itself)


def _by_itself(case: Case, one: Timed) -> Iterator[Violation]:
    yield from _needs(case, one)
    yield from _company(case, one)


def _needs(case: Case, one: Timed) -> Iterator[Violation]:
    item, kind = one.item, one.kind
    for need in kind.needs if kind is not None else ():
        name, wanted = split(need)
        facts = case.told.get(name, [])
        moments = [item.start, *(fact.minute for fact in facts if fact.day == item.day)]
        during = [minute for minute in moments if item.start <= minute < item.end]
        if any(bool(value_at(facts, name, item.day, minute)) != wanted for minute in during):
            state = "is not so" if wanted else "is so"
            yield found(
                "F1", item.id, f"{item.title!r} cannot be: {name!r} {state} at {clock(item.start)} on {item.day}."
            )


def _company(case: Case, one: Timed) -> Iterator[Violation]:
    item, kind = one.item, one.kind
    if kind is not None and kind.company and not item.who:
        yield found("W1", item.id, f"{item.title!r} takes company and nobody is with her.")
    for name in item.who:
        friend = case.worlds.on(item.day).people.get(name)
        if friend is None:
            yield found("W1", item.id, f"{name} is nobody she knows in {case.worlds.on(item.day).city.label}.")
            continue
        early, late = friend.free(item.day.weekday())
        if item.start < early or item.end > late:
            yield found("W1", item.id, f"{name} has time from {clock(early)} to {clock(late)}, not for {item.title!r}.")
