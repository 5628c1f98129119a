"""A plan laid out for checking: items in order of real time, and what each of them should be like."""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field
from datetime import date, datetime, timedelta
from functools import cached_property
from itertools import pairwise
from operator import attrgetter
from typing import Any

from sorcerer.life.model import Fact, Item, Plan, Premise, Violation
from sorcerer.life.world import ARCS, Beat, Kind, Place, World, Worlds
from sorcerer.life.world.kinds import KINDS
from sorcerer.life.world.minutes import moment
from sorcerer.life.world.stories import branch_kind, read_name

_ORDER = attrgetter("order")


@dataclass(frozen=True, slots=True)
class Timed:
    """An item with its real moments, in UTC.

    Args:
        kind: what it should be like; None for sleep and for what nobody knows.
        place: where it is; None when she has no such place that day.
        order: what sorts items by real time.
        alone: what was looked for in it by itself, in a word, to what was found.
    """

    item: Item
    begins: datetime
    ends: datetime
    world: World
    kind: Kind | None
    place: Place | None
    order: tuple[datetime, datetime, str]
    alone: dict[str, list[Violation]] = field(default_factory=dict)

    @property
    def minutes(self) -> int:
        """Return how long it really lasts, whatever the clocks do meanwhile."""
        return round((self.ends - self.begins).total_seconds() / 60)


@dataclass(slots=True)
class Pairs:
    """What was found between neighbours of one block, and between its first one and the one before the block.

    Args:
        first, last: the ends of what was looked at; None when there was nothing to look at.
        before: the neighbour that `between` was found with.
    """

    first: Timed | None
    last: Timed | None
    inner: list[Violation]
    before: Timed | None = None
    between: list[Violation] = field(default_factory=list)


@dataclass(eq=False, slots=True)
class Block:
    """The items of a life day; of several, when in real time they do not come one day after the other.

    Whatever is found in it holds for as long as its items and the facts are the same.

    Args:
        items: day after day, as the plan has them.
        timed: in order of real time.
        found, pairs: what was looked for, in a word, to what was found in it, and between neighbours in it.
        kept: what a look remembers of it besides, by the same word.
    """

    items: tuple[Item, ...]
    timed: list[Timed]
    awake: list[Timed]
    by_id: dict[str, Timed]
    found: dict[str, list[Violation]] = field(default_factory=dict)
    pairs: dict[str, Pairs] = field(default_factory=dict)
    kept: dict[str, Any] = field(default_factory=dict)


@dataclass(slots=True)
class Seen:
    """What a checker remembers from one look at a draft to the next, as long as premise and facts are the same.

    Args:
        timed: id of an item to it with its moments, and with what was found in it.
        blocks: first and last day of a block to it, with what was found in it.
        weeks: the Monday a run of blocks begins with to the run, and what was found in it.
    """

    premise: Premise | None = None
    facts: tuple[Fact, ...] = ()
    timed: dict[str, Timed] = field(default_factory=dict)
    blocks: dict[tuple[date, date], Block] = field(default_factory=dict)
    weeks: dict[date, tuple[list[Block], list[Violation]]] = field(default_factory=dict)


class Case:
    """A plan under examination.

    Args:
        seen: what an earlier look at another draft of the same life found out about items; None begins anew.
    """

    def __init__(self, plan: Plan, seen: Seen | None = None) -> None:
        self.seen = seen if seen is not None else Seen()
        if self.seen.facts != plan.facts or self.seen.premise != plan.premise:
            self.seen.premise, self.seen.facts = plan.premise, plan.facts
            self.seen.timed.clear()
            self.seen.blocks.clear()
            self.seen.weeks.clear()
        self.plan = plan
        self.worlds = Worlds(plan.premise, plan.facts)
        self.told: dict[str, list[Fact]] = {}
        for fact in plan.facts:
            self.told.setdefault(fact.name, []).append(fact)
        self._branches: dict[tuple[str, bool], Kind | None] = {}
        self.last_day = plan.first_day + timedelta(days=plan.days - 1)
        self.blocks = self._in_order(plan.items)

    @cached_property
    def by_id(self) -> dict[str, Timed]:
        """Return everything by the id of its item; of two with one id the later one."""
        found: dict[str, Timed] = {}
        for block in self.blocks:
            found.update(block.by_id)
        return found

    @cached_property
    def timed(self) -> list[Timed]:
        """Return everything in order of real time."""
        return [one for block in self.blocks for one in block.timed]

    def each(self, asked: str, look: Callable[["Case", Block], Iterator[Violation]]) -> Iterator[Violation]:
        """Yield what is wrong inside of every block, whatever stands in the others.

        Args:
            asked: what is looked for, in a word; another word for every look.
        """
        for block in self.blocks:
            known = block.found.get(asked)
            if known is None:
                known = block.found[asked] = list(look(self, block))
            yield from known

    def beside(
        self,
        asked: str,
        look: Callable[[Timed, Timed], Iterator[Violation]],
        among: Callable[[Timed], bool] | None = None,
    ) -> Iterator[Violation]:
        """Yield what is wrong between each item and the one after it.

        Args:
            asked: what is looked for, in a word; another word for every look.
            look: asked about the two, and knowing nothing else.
            among: tells who is looked at; None is everybody.
        """
        last: Timed | None = None
        for block in self.blocks:
            known = block.pairs.get(asked)
            if known is None:
                known = block.pairs[asked] = _pairs(block, look, among)
            if known.first is None:
                continue
            if last is not None:
                if known.before is not last:
                    known.before, known.between = last, list(look(last, known.first))
                yield from known.between
            yield from known.inner
            last = known.last

    def _in_order(self, items: Iterable[Item]) -> list[Block]:
        """Return the items in blocks of which one begins after the last of the one before it."""
        days: dict[date, list[Item]] = {}
        for item in items:
            days.setdefault(item.day, []).append(item)
        blocks: list[Block] = []
        for day in sorted(days):
            block = self._block(tuple(days[day]))
            while blocks and blocks[-1].timed[-1].order > block.timed[0].order:
                block = self._block((*blocks.pop().items, *block.items))
            blocks.append(block)
        return blocks

    def _block(self, items: tuple[Item, ...]) -> Block:
        key = items[0].day, items[-1].day
        known = self.seen.blocks.get(key)
        if known is None or known.items != items:
            timed = sorted(map(self._timed, items), key=_ORDER)
            awake = [one for one in timed if one.item.kind != "sleep"]
            known = Block(items, timed, awake, {one.item.id: one for one in timed})
            self.seen.blocks[key] = known
        return known

    def _kind(self, item: Item) -> Kind | None:
        """Return what an item should be like."""
        if item.beat is None:
            hers = self.worlds.on(item.day).kinds.get(item.kind)
            return hers if hers is not None or not item.pinned else KINDS.get(item.kind)
        key = (item.beat, item.alternative)
        if key not in self._branches:
            beat = self.beat(item)
            self._branches[key] = branch_kind(beat, beat.other if item.alternative else beat.main) if beat else None
        return self._branches[key]

    def beat(self, item: Item) -> Beat | None:
        """Return the beat of a story that an item says it is."""
        name = read_name(item.beat or "")
        arc = ARCS.get(name.arc) if name else None
        if name is None or arc is None:
            return None
        return next((beat for beat in arc.beats if beat.id == name.beat), None)

    def _timed(self, item: Item) -> Timed:
        known = self.seen.timed.get(item.id)
        if known is not None and known.item is item:
            return known
        world = self.worlds.on(item.day)
        zone = world.city.zone
        begins, ends = moment(item.day, item.start, zone), moment(item.day, item.end, zone)
        place, order = world.by_id.get(item.place), (begins, ends, item.id)
        timed = Timed(item, begins, ends, world, self._kind(item), place, order)
        self.seen.timed[item.id] = timed
        return timed

    def alone(
        self, asked: str, one: Timed, look: Callable[["Case", Timed], Iterator[Violation]]
    ) -> Iterable[Violation]:
        """Return what is wrong with an item whatever stands beside it; looked for once as long as the facts stay.

        Args:
            asked: what is looked for, in a word; another word for every look.
        """
        known = one.alone.get(asked)
        if known is None:
            known = one.alone[asked] = list(look(self, one))
        return known

    def journey(self, day: date) -> bool:
        """Tell whether she is under way to another city on a day, or arrives from a night on the way."""
        night = self.by_id.get(f"sleep@{(day - timedelta(days=1)).isoformat()}")
        on_the_way = night is not None and night.place is not None and night.place.sort == "transit"
        return on_the_way or self.worlds.on(day).city != self.worlds.on(day - timedelta(days=1)).city


def _pairs(
    block: Block, look: Callable[[Timed, Timed], Iterator[Violation]], among: Callable[[Timed], bool] | None
) -> Pairs:
    chosen = block.timed if among is None else [one for one in block.timed if among(one)]
    inner = [one for earlier, later in pairwise(chosen) for one in look(earlier, later)]
    return Pairs(chosen[0], chosen[-1], inner) if chosen else Pairs(None, None, [])


def found(code: str, where: str, message: str) -> Violation:
    """Return one violation."""
    return Violation(code=code, item_id=where, message=message)


def clock(minute: int) -> str:
    """Return a wall minute as people read it."""
    return f"{minute // 60 % 24:02d}:{minute % 60:02d}"
