"""Mend a life: put into its holes what the planner would, around everything that stands."""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import replace
from datetime import date, timedelta

from sorcerer.life.model import Item, Plan
from sorcerer.life.planning.around import Around
from sorcerer.life.planning.day import Day, standing
from sorcerer.life.planning.fill import BEFORE, Filling
from sorcerer.life.planning.journey import Morning, in_transit, morning
from sorcerer.life.planning.offer import keeper
from sorcerer.life.planning.plan import asleep, bedtime, written
from sorcerer.life.planning.tales import Tale
from sorcerer.life.world import Beat, Worlds
from sorcerer.life.world.kind import MEALS, Kind
from sorcerer.life.world.kinds import KINDS


class Mend:
    """A life under repair.

    Args:
        plan: the life with the facts that hold now.
        frozen: ids of items that no repair may touch.
    """

    def __init__(self, plan: Plan, frozen: frozenset[str]) -> None:
        self.plan = plan
        self.frozen = frozen
        self.facts = list(plan.facts)
        self.worlds = Worlds(plan.premise, plan.facts)
        self.late: set[str] = set()
        self.ledger = Around(plan.seed, plan.first_day, plan.items)
        self.days: dict[date, list[Item]] = defaultdict(list)
        for item in plan.items:
            self.days[item.day].append(item)

    def items(self) -> tuple[Item, ...]:
        """Return everything that stands now, in order."""
        return tuple(item for day in sorted(self.days) for item in self.days[day])

    def take_out(self, item: Item) -> None:
        """Make a hole where an item is."""
        self.days[item.day].remove(item)
        self.ledger.drop(item)

    def refill(self, day: date, only: frozenset[str] | None = None) -> None:
        """Fill the holes of a day; the night too, when it is one."""
        begin = self._morning(day)
        for item in [one for one in self.days[day] if one.id not in self.frozen and one.start < begin.ready]:
            if begin.asleep is None:
                self.late.add(item.id)
                self.take_out(item)
        night = self._night(day)
        if begin.asleep is not None:
            if night is None or not night.place.endswith("/transit"):
                for item in [one for one in self.days[day] if one.id not in self.frozen]:
                    self.take_out(item)
                self._put(day, [in_transit(self.worlds.on(day), day, begin.asleep)])
            return
        filling = self._filling(day, only=only)
        filling.run([])
        if not filling.fed() and only is None:
            filling = self._filling(day, plain=True)
            filling.run([])
        self._keep(day, filling)
        if night is None:
            world = self.worlds.on(day)
            self._put(day, [asleep(world, day, *bedtime(world, day, begin.ready))])

    def tell(self, tale: Tale, beat: Beat, days: Iterable[date], *, push: bool = False) -> bool:
        """Put a beat of a story on the first of some days that has room for either branch.

        Args:
            push: whether what is not needed may make room.
        """
        tried = list(days)
        for alternative in (False, True):
            for day in tried:
                if self._morning(day).asleep is not None:
                    continue
                filling = self._filling(day, push=push)
                if filling.branch(tale, beat, alternative=alternative):
                    self._keep(day, filling)
                    return True
        return False

    def event(self, kind_id: str, day: date, start: int | None, minutes: int | None = None) -> Item | None:
        """Put something somebody asked for on a day, pinned; None when the day cannot have it at all."""
        if self._morning(day).asleep is not None:
            return None
        kind = replace(KINDS[kind_id], weekly=(0, 0, 99), gap=0)
        kind = replace(kind, minutes=(minutes, minutes)) if minutes else kind
        if not self.worlds.on(day).people and kind.company:
            return None
        for item in [one for one in self.days[day] if one.kind == kind_id and one.id not in self.frozen]:
            self.take_out(item)
        for push, clear in ((False, False), (True, False), (True, True)):
            filling = self._filling(day, push=push, without=kind if clear else None)
            if filling.event(kind, start):
                self._keep(day, filling)
                found = next(item for item in self.days[day] if item.kind == kind_id)
                pinned = found.model_copy(update={"pinned": True})
                self.days[day][self.days[day].index(found)] = pinned
                return pinned
        return None

    def under_way(self, day: date) -> bool:
        """Tell whether she is on the way to another city on a day, or arrives from a night on the way."""
        before = self._night(day - timedelta(days=1))
        on_the_way = before is not None and before.place.endswith("/transit")
        return on_the_way or self.worlds.on(day).city != self.worlds.on(day - timedelta(days=1)).city

    def unworked(self, day: date) -> frozenset[str]:
        """Return the working blocks that a day should have and has not."""
        world = self.worlds.on(day)
        free = {kind for kind in world.form.blocks if self.ledger.free(world.kinds[kind], day)}
        blocks = {kind: block for kind, block in world.form.blocks.items() if kind in free}
        there = {item.kind for item in self.days[day]}
        missing = frozenset(kind for kind, block in blocks.items() if day.weekday() in block.days and kind not in there)
        return frozenset() if self._morning(day).asleep is not None or self.under_way(day) else missing

    def clear(self, day: date, *, anchors: bool = False) -> list[Item]:
        """Take out of a day whatever is neither frozen nor needed, and return it.

        Args:
            anchors: what every day hangs on too, but for the night.
        """
        gone = [item for item in self.days[day] if self._spare(item) or (anchors and self._anchored(item))]
        for item in gone:
            self.take_out(item)
        return gone

    def _anchored(self, item: Item) -> bool:
        return item.id not in self.frozen and item.beat is None and item.kind in KINDS and KINDS[item.kind].anchor

    def _spare(self, item: Item) -> bool:
        needed = item.kind in KINDS and KINDS[item.kind].anchor
        return item.id not in self.frozen and item.beat is None and item.kind != "sleep" and not needed

    def _filling(
        self,
        day: date,
        *,
        plain: bool = False,
        push: bool = False,
        only: frozenset[str] | None = None,
        without: Kind | None = None,
    ) -> Filling:
        world = self.worlds.on(day)
        begin, night = self._morning(day), self._night(day)
        bed = night.start if night is not None else bedtime(world, day, begin.ready)[0]
        hours = Day(world, begin.ready, bed, world.home.id, BEFORE)
        for item in self.days[day]:
            if item.kind == "sleep" or item.place not in world.by_id or (push and self._spare(item)):
                continue
            if without is not None and item.id not in self.frozen and _rivals(item, without):
                continue
            hours.lock(standing(world, item))
        self.ledger.today = day
        return Filling(world, day, hours, self.ledger, keeper(self.facts, day), plain, only)

    def _keep(self, day: date, filling: Filling) -> None:
        """Take over what a filling added; what it pushed aside stays when it still fits."""
        world, hours = self.worlds.on(day), filling.hours
        stood = {slot.item.id for slot in hours.slots if slot.item is not None}
        for item in [one for one in self.days[day] if one.kind != "sleep" and one.id not in stood]:
            if item.place not in world.by_id:
                continue
            slot = standing(world, item)
            fit = None if hours.has(item.kind) or hours.has_stage(slot.kind.stage or "-") else hours.fit(slot)
            if fit is None:
                self.take_out(item)
            else:
                hours.put(slot, fit[1])
        starts = hours.starts()
        real = [slot.item.start if slot.item else start for slot, start in zip(hours.slots, starts, strict=True)]
        fresh = [
            (slot, start)
            for index, (slot, start) in enumerate(zip(hours.slots, real, strict=True))
            if slot.item is None and all(_reached(hours, real, one) for one in (index, index + 1))
        ]
        self._put(day, [written(world, day, slot, start, self.ledger) for slot, start in fresh])

    def _put(self, day: date, items: list[Item]) -> None:
        for item in items:
            self.ledger.add(item)
        self.days[day] = sorted([*self.days[day], *items], key=lambda one: (one.start, one.end))

    def _night(self, day: date) -> Item | None:
        return next((item for item in self.days.get(day, []) if item.kind == "sleep"), None)

    def _morning(self, day: date) -> Morning:
        nights = [self._night(day - timedelta(days=back)) for back in (2, 1)]
        return morning(self.worlds, day, [night for night in nights if night is not None])


def _reached(hours: Day, starts: list[int], index: int) -> bool:
    """Tell whether there is time for the way to a slot from the one before, or from home."""
    if index >= len(starts):
        return True
    if index == 0:
        return hours.wake + hours.world.travel(hours.home, hours.slots[0].place) <= starts[0]
    one, other = hours.slots[index - 1], hours.slots[index]
    return starts[index - 1] + one.minutes + hours.world.travel(one.place, other.place) <= starts[index]


def _rivals(item: Item, kind: Kind) -> bool:
    """Tell whether an item stands where something of that kind belongs: the same meal, or an hour it needs."""
    mine = KINDS.get(item.kind)
    return mine is not None and (mine.stage not in MEALS or mine.stage == kind.stage)
