"""One day being filled: slots in an order, each pushed as early and as late as the others allow."""

from collections.abc import Iterable
from dataclasses import dataclass, field

from sorcerer.life.model import Item
from sorcerer.life.world import Kind, World
from sorcerer.life.world.kinds import KINDS

_DETOUR = 2.0
_OFF_WISH = 0.5
_TOO_LATE = 20.0


@dataclass(slots=True)
class Slot:
    """Something to fit in.

    Args:
        place: id of the place.
        minutes: how long it lasts.
        opens, closes: earliest start and latest end.
        wish: the start she would like.
        item: what stands there already, when it may not be touched.
    """

    kind: Kind
    place: str
    minutes: int
    opens: int
    closes: int
    wish: int
    who: tuple[str, ...] = ()
    beat: str | None = None
    alternative: bool = False
    title: str = ""
    act: str = ""
    gives: str | None = None
    item: Item | None = None


def standing(world: World, item: Item) -> Slot:
    """Return the slot of an item that is there already and stays as it is."""
    kind = world.kinds.get(item.kind) or KINDS[item.kind]
    minutes = item.end - item.start
    return Slot(kind, item.place, minutes, item.start, item.end, item.start, item.who, item.beat, item=item)


@dataclass(slots=True)
class Day:
    """The waking hours of one life day between two nights at home."""

    world: World
    wake: int
    bed: int
    home: str
    before: dict[str, frozenset[str]]
    slots: list[Slot] = field(default_factory=list)
    earliest: list[int] = field(default_factory=list)
    latest: list[int] = field(default_factory=list)
    _kinds: set[str] = field(default_factory=set)
    _stages: set[str | None] = field(default_factory=set)

    def fit(self, slot: Slot) -> tuple[float, int] | None:
        """Return the cheapest cost and position at which a slot fits, or None; nothing is moved yet."""
        best: tuple[float, int] | None = None
        opens, closes, minutes = slot.opens, slot.closes, slot.minutes
        first, last = self._allowed(slot)
        for index in range(first, last + 1):
            ready = self.earliest[index - 1] + self.slots[index - 1].minutes if index else self.wake
            if ready + minutes > closes:
                break
            if opens + minutes <= (self.latest[index] if index < len(self.slots) else self.bed):
                cost = self._cost(slot, index, ready)
                if cost is not None and (best is None or cost < best[0]):
                    best = (cost, index)
        return best

    def put(self, slot: Slot, index: int) -> None:
        """Take a slot in at a position that `fit` returned."""
        self._insert(slot, index)
        self._settle()

    def lock(self, slots: Iterable[Slot]) -> None:
        """Take in what stands already, where it stands."""
        for slot in slots:
            self._insert(slot, sum(1 for other in self.slots if other.opens < slot.opens))
        self._settle()

    def starts(self) -> list[int]:
        """Return the start of every slot: as near to its wish as its neighbours allow."""
        starts: list[int] = []
        ready, here = self.wake, self.home
        for slot, latest in zip(self.slots, self.latest, strict=True):
            start = min(max(slot.wish, slot.opens, ready + self.world.travel(here, slot.place)), latest)
            starts.append(start)
            ready, here = start + slot.minutes, slot.place
        return starts

    def has(self, kind: str) -> bool:
        """Tell whether a kind is in the day already."""
        return kind in self._kinds

    def has_stage(self, stage: str) -> bool:
        """Tell whether something of that stage is in the day already."""
        return stage in self._stages

    def _insert(self, slot: Slot, index: int) -> None:
        self.slots.insert(index, slot)
        self._kinds.add(slot.kind.id)
        self._stages.add(slot.kind.stage)

    def _allowed(self, slot: Slot) -> tuple[int, int]:
        first, last = 0, len(self.slots)
        stage = slot.kind.stage
        if stage:
            for index, other in enumerate(self.slots):
                if other.kind.stage in self.before.get(stage, frozenset()):
                    first = max(first, index + 1)
                if stage in self.before.get(other.kind.stage, frozenset()):
                    last = min(last, index)
        return first, last

    def _cost(self, slot: Slot, index: int, ready: int) -> float | None:
        """Return what a slot costs at a position; None when it does not fit.

        Args:
            ready: when what comes before it can be over.
        """
        ways, place = self.world.ways, slot.place
        here = self.slots[index - 1].place if index else self.home
        if index < len(self.slots):
            there, due = self.slots[index].place, self.latest[index]
        else:
            there, due = self.home, self.bed
        way, onward = ways[here, place], ways[place, there]
        start = max(ready + way, slot.opens)
        end = start + slot.minutes
        if end > slot.closes or end + onward > due:
            return None
        start_late = min(slot.closes, due - onward) - slot.minutes
        detour = way + onward - ways[here, there]
        near = min(max(slot.wish, start), start_late)
        return _DETOUR * detour + _OFF_WISH * abs(near - slot.wish) + (_TOO_LATE if start > slot.wish else 0.0)

    def _settle(self) -> None:
        ways = self.world.ways
        self.earliest = []
        ready, here = self.wake, self.home
        for slot in self.slots:
            there = slot.place
            start = ready + ways[here, there]
            start = max(slot.opens, start)
            self.earliest.append(start)
            ready, here = start + slot.minutes, there
        due, there = self.bed, self.home
        late: list[int] = []
        for slot in reversed(self.slots):
            here = slot.place
            due = min(slot.closes, due - ways[here, there]) - slot.minutes
            late.append(due)
            there = here
        self.latest = late[::-1]
