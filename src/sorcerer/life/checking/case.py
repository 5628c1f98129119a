"""A plan laid out for checking: items in order of real time, and what each of them should be like."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from itertools import pairwise

from sorcerer.life.model import Fact, Item, Plan, Violation
from sorcerer.life.world import ARCS, Beat, Kind, Place, World, Worlds
from sorcerer.life.world.kinds import KINDS
from sorcerer.life.world.minutes import moment
from sorcerer.life.world.stories import branch_kind, read_name

Finding = tuple[str, str, str]


@dataclass(frozen=True, slots=True)
class Timed:
    """An item with its real moments, in UTC.

    Args:
        kind: what it should be like; None for sleep and for what nobody knows.
        place: where it is; None when she has no such place that day.
    """

    item: Item
    begins: datetime
    ends: datetime
    world: World
    kind: Kind | None
    place: Place | None

    @property
    def minutes(self) -> int:
        """Return how long it really lasts, whatever the clocks do meanwhile."""
        return round((self.ends - self.begins).total_seconds() / 60)


class Case:
    """A plan under examination."""

    def __init__(self, plan: Plan) -> None:
        self.plan = plan
        self.worlds = Worlds(plan.premise, plan.facts)
        self.told: dict[str, list[Fact]] = {}
        for fact in plan.facts:
            self.told.setdefault(fact.name, []).append(fact)
        self._branches: dict[tuple[str, bool], Kind | None] = {}
        self.last_day = plan.first_day + timedelta(days=plan.days - 1)
        timed = (self._timed(item) for item in plan.items)
        self.timed = sorted(timed, key=lambda one: (one.begins, one.ends, one.item.id))
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
        world = self.worlds.on(item.day)
        zone = world.city.zone
        begins, ends = moment(item.day, item.start, zone), moment(item.day, item.end, zone)
        return Timed(item, begins, ends, world, self._kind(item), world.by_id.get(item.place))

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
