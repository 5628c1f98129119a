"""T: is every item a stretch of time that exists, by itself and beside the others?"""

from collections.abc import Iterator

from sorcerer.life.checking.case import Block, Case, Timed, clock, found
from sorcerer.life.model import Item, Violation
from sorcerer.life.world import Kind
from sorcerer.life.world.minutes import DAWN, DUSK, GRID, quiet_until


def check_times(case: Case) -> Iterator[Violation]:
    """Yield T1 to T6."""
    yield from case.each("times", _by_themselves)
    yield from case.beside("times", _beside)


def _by_themselves(case: Case, block: Block) -> Iterator[Violation]:
    for one in block.timed:
        item = one.item
        if item.end <= item.start:
            yield found(
                "T1", item.id, f"{item.title!r} ends at {clock(item.end)}, not after its start {clock(item.start)}."
            )
            continue
        yield from _grid(case, item)
        kind = one.kind
        if kind is not None:
            yield from _as_its_kind(item, kind)


def _beside(earlier: Timed, later: Timed) -> Iterator[Violation]:
    if later.begins < earlier.ends and _real(earlier) and _real(later):
        text = f"{later.item.title!r} begins at {clock(later.item.start)}, before {earlier.item.title!r} ends."
        yield found("T2", later.item.id, text)


def _real(one: Timed) -> bool:
    return one.item.end > one.item.start


def _grid(case: Case, item: Item) -> Iterator[Violation]:
    if item.start % GRID or item.end % GRID:
        yield found(
            "T3", item.id, f"{item.title!r} is off the {GRID}-minute grid: {clock(item.start)} to {clock(item.end)}."
        )
    elif item.kind != "sleep" and not DAWN <= item.start < item.end <= DUSK:
        yield found("T3", item.id, f"{item.title!r} leaves its life day, which runs from 04:00 to 04:00.")
    elif item.kind != "sleep" and item.end > quiet_until(item.day, case.worlds.on(item.day).city.zone):
        yield found("T3", item.id, f"{item.title!r} lies where the clocks are changed on {item.day}.")


def _as_its_kind(item: Item, kind: Kind) -> Iterator[Violation]:
    earliest, latest = kind.window
    if item.start < earliest or item.end > latest:
        text = f"{item.title!r} lies outside {clock(earliest)} to {clock(latest)}, the hours of {kind.noun}."
        yield found("T4", item.id, text)
    shortest, longest = kind.minutes
    if not shortest <= item.end - item.start <= longest:
        text = f"{item.title!r} takes {item.end - item.start} minutes; {kind.noun} takes {shortest} to {longest}."
        yield found("T5", item.id, text)
    if item.day.weekday() not in kind.days:
        yield found("T6", item.id, f"{item.title!r} is on a {item.day:%A}, on which there is no {kind.noun}.")
