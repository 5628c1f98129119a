"""A plan laid out for checking: items in order of real time, and what each of them should be like."""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field
from datetime import date, datetime, timedelta
from itertools import pairwise
from operator import attrgetter

from sorcerer.life.model import Fact, Item, Plan, Violation
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
class Seen:
    """What a checker remembers of single items from one look at a draft to the next, as long as the facts are the same.

    Args:
        timed: id of an item to it with its moments, and with what was found in it.
    """

    facts: tuple[Fact, ...] = ()
    timed: dict[str, Timed] = field(default_factory=dict)


class Case:
    """A plan under examination.

    Args:
        seen: what an earlier look at another draft of the same life found out about items; None begins anew.
    """

    def __init__(self, plan: Plan, seen: Seen | None = None) -> None:
        self._seen = seen if seen is not None else Seen()
        if self._seen.facts != plan.facts:
            self._seen.facts = plan.facts
            self._seen.timed.clear()
        self.plan = plan
        self.worlds = Worlds(plan.premise, plan.facts)
        self.told: dict[str, list[Fact]] = {}
        for fact in plan.facts:
            self.told.setdefault(fact.name, []).append(fact)
        self._branches: dict[tuple[str, bool], Kind | None] = {}
        self.last_day = plan.first_day + timedelta(days=plan.days - 1)
        self.timed = sorted(map(self._timed, plan.items), key=_ORDER)
        self.awake = [one for one in self.timed if one.item.kind != "sleep"]
        self.by_id = {one.item.id: one for one in self.timed}

    def pairs(self) -> Iterator[tuple[Timed, Timed]]:
        """Yield each item with the one after it."""
        return pairwise(self.timed)

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
        known = self._seen.timed.get(item.id)
        if known is not None and known.item is item:
            return known
        world = self.worlds.on(item.day)
        zone = world.city.zone
        begins, ends = moment(item.day, item.start, zone), moment(item.day, item.end, zone)
        place, order = world.by_id.get(item.place), (begins, ends, item.id)
        timed = Timed(item, begins, ends, world, self._kind(item), place, order)
        self._seen.timed[item.id] = timed
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


def found(code: str, where: str, message: str) -> Violation:
    """Return one violation."""
    return Violation(code=code, item_id=where, message=message)


def clock(minute: int) -> str:
    """Return a wall minute as people read it."""
    return f"{minute // 60 % 24:02d}:{minute % 60:02d}"
