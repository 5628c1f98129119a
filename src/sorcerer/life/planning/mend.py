"""Mend a life: put into its holes what the planner would, around everything that stands."""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import replace
from datetime import date, timedelta

from sorcerer.life.model import Item, Plan
from sorcerer.life.planning.around import Around
from sorcerer.life.planning.budget import budget_of
from sorcerer.life.planning.day import Day, standing
from sorcerer.life.planning.fill import BEFORE, Filling
from sorcerer.life.planning.journey import Morning, in_transit, morning
from sorcerer.life.planning.offer import keeper
from sorcerer.life.planning.plan import asleep, bedtime, written
from sorcerer.life.planning.tales import Tale
from sorcerer.life.world import Beat, Worlds
from sorcerer.life.world.kind import MEALS, Kind
from sorcerer.life.world.kinds import KINDS
from sorcerer.life.world.minutes import DAY, quiet_until, up

_MANY = 99
# Nothing but what this repair has put in steps aside.
_FRESH = -1
_SHORT_NIGHT, _SHORTEST_NIGHT = 330, 300
_PACKING = 60
_ENDS = frozenset({"winddown", "routine"})
_EATING = frozenset(kind.id for kind in KINDS.values() if kind.stage in MEALS)


class Mend:
    """A life under repair.

    Args:
        plan: the life with the facts that hold now.
        frozen: ids of items that no repair may touch.
        within: first and last day whose habits matter for what is repaired; None is the whole life.
    """

    def __init__(self, plan: Plan, frozen: frozenset[str], within: tuple[date, date] | None = None) -> None:
        self.plan = plan
        self.frozen = frozen
        self.facts = list(plan.facts)
        self.worlds = Worlds(plan.premise, plan.facts)
        self.late: set[str] = set()
        self.unwanted: set[str] = set()
        self.days: dict[date, list[Item]] = defaultdict(list)
        self.beats: dict[str, Item] = {}
        self._was = {item.id: item for item in plan.items}
        for item in plan.items:
            self.days[item.day].append(item)
            if item.beat is not None:
                self.beats[item.beat] = item
        first, last = within or (plan.first_day, plan.first_day + timedelta(days=plan.days))
        near = (item for day, items in self.days.items() if first <= day <= last for item in items)
        self.ledger = Around(plan.seed, plan.first_day, near)

    def items(self) -> tuple[Item, ...]:
        """Return everything that stands now, in order."""
        return tuple(item for day in sorted(self.days) for item in self.days[day])

    def take_out(self, item: Item) -> None:
        """Make a hole where an item is."""
        order = self.days[item.day]
        del order[next(index for index, one in enumerate(order) if stands(item, one))]
        self.ledger.drop(item)
        if item.beat is not None and self.beats.get(item.beat) == item:
            del self.beats[item.beat]

    def put_back(self, item: Item) -> None:
        """Let an item stand where it stood."""
        self._put(item.day, [item])

    def refill(self, day: date, only: frozenset[str] | None = None) -> None:
        """Fill the holes of a day; the night too, when it is one."""
        begin = self._morning(day)
        there = begin.ready - (_PACKING if self.under_way(day) else 0)
        for item in [one for one in self.days[day] if one.id not in self.frozen and one.start < there]:
            if begin.asleep is None:
                self.late.add(item.id)
                self.take_out(item)
        begin = self._morning(day)
        night = self._night(day)
        if begin.asleep is not None:
            if night is None or not night.place.endswith("/transit"):
                for item in [
                    one for one in self.days[day] if one.id not in self.frozen and self._away(one, begin.ready)
                ]:
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
            self._put(day, [self._asleep(day, begin.ready)])

    def tell(self, tale: Tale, beat: Beat, days: Iterable[date], *, push: bool = False) -> bool:
        """Put a beat of a story on the first of some days that has room for either branch.

        Args:
            push: whether what is not needed may make room.
        """
        tried = [day for day in days if self._morning(day).asleep is None]
        for alternative in (False, True):
            kind = (beat.other if alternative else beat.main).kind
            for most in (0, _FRESH, 1, _MANY) if push else (0,):
                for day in tried:
                    for aside in self._aside(day, kind, most):
                        filling = self._filling(day, aside=aside)
                        if filling.branch(tale, beat, alternative=alternative):
                            worked = {item.kind for item in self.days[day] if item.category == "work"}
                            self._keep(day, filling)
                            self._work_around(day, worked)
                            return True
        return False

    def _aside(self, day: date, kind: str, most: int) -> Iterable[frozenset[str]]:
        """Yield the items that may step aside: none, each by itself with those of the same kind first, or all."""
        spare = [item for item in self.days[day] if self.spare(item)]
        if most == 0:
            yield frozenset()
        elif most == _FRESH:
            fresh = [item for item in spare if self.is_fresh(item)]
            work = [item for item in self.days[day] if item.category == "work" and self._may_shrink(item)]
            yield from (frozenset(item.id for item in some) for some in (fresh, [*fresh, *work]) if some)
        elif most == 1:
            ends = [item for item in self.days[day] if self._anchored(item) and item.kind in _ENDS]
            fresh = [item for item in (*spare, *ends) if self.is_fresh(item)]
            for item in (*sorted(spare, key=lambda one: one.kind != kind), *ends):
                yield frozenset({item.id, *(other.id for other in fresh)})
        else:
            yield frozenset(item.id for item in spare)

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
        rivals = frozenset(item.id for item in self.days[day] if item.id not in self.frozen and _rivals(item, kind))
        ways = [aside for most in (0, 1, _MANY) for aside in self._aside(day, kind_id, most)]
        rest = frozenset(item.id for item in self.days[day] if item.id not in self.frozen and item.kind != "sleep")
        ways += [ways[-1] | rivals, rest]
        for aside, late in (*((aside, False) for aside in ways), (ways[-1], True)):
            filling = self._filling(day, aside=aside, late=late)
            if filling.event(kind, start):
                self._keep(day, filling)
                self._to_bed(day, filling)
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

    def there(self, day: date) -> int:
        """Return the minute from which she is up, or has arrived, on a day."""
        return self._morning(day).ready

    def unworked(self, day: date) -> frozenset[str]:
        """Return the working blocks that a day should have and has not."""
        world = self.worlds.on(day)
        there = {item.kind for item in self.days[day]}
        blocks = (kind for kind in budget_of(world, day).blocks if self.ledger.free(world.kinds[kind], day))
        missing = frozenset(kind for kind in blocks if kind not in there)
        return frozenset() if self._morning(day).asleep is not None or self.under_way(day) else missing

    def work(self, day: date, kinds: frozenset[str]) -> None:
        """Put working blocks into a day; whatever is in their way steps aside, and nothing else does."""
        moves = [item for item in self._standing(day) if item.id not in self.frozen]
        ways: tuple[list[Item], ...] = (
            [],
            [item for item in moves if item.beat is None and KINDS[item.kind].stage not in MEALS],
            [item for item in moves if item.beat is None],
            moves,
        )
        for aside in ways:
            filling = self._filling(day, only=kinds, aside=frozenset(item.id for item in aside))
            filling.run([])
            if all(filling.hours.has(kind) for kind in kinds):
                break
        self._keep(day, filling)

    def feed(self, day: date) -> bool:
        """Give a day the meals it needs; what is in their way steps aside, as little of it as can be.

        What this repair has put in gives way first, working hours too: they are laid again around the meal.
        """
        fresh = [item for item in self._standing(day) if item.id not in self.frozen and self.is_fresh(item)]
        young = [item for item in fresh if self.spare(item) and KINDS[item.kind].stage not in MEALS]
        work = [item for item in fresh if item.category == "work" and item.beat is None]
        rest = [
            item for item in self._standing(day) if item.id not in self.frozen and KINDS[item.kind].stage not in MEALS
        ]
        ways = [
            frozenset[str](),
            *(frozenset({item.id}) for item in young),
            frozenset(item.id for item in young),
            *(frozenset({item.id}) for item in work),
            frozenset(item.id for item in (*young, *work)),
            *(aside for most in (1, _MANY) for aside in self._aside(day, "", most)),
            *(frozenset({item.id}) for item in rest),
            frozenset(item.id for item in rest),
        ]
        for aside in dict.fromkeys(ways):
            for plain in (True, False):
                filling = self._filling(day, plain=plain, only=_EATING, aside=aside)
                filling.run([])
                if not filling.fed():
                    continue
                self._keep(day, filling)
                self._work_around(day, {item.kind for item in work})
                return True
        return False

    def _work_around(self, day: date, worked: set[str]) -> None:
        """Lay working hours that had to step aside again, in the time that is left."""
        again = worked - {item.kind for item in self.days[day]}
        if again:
            shorter = self._filling(day, only=frozenset(again))
            shorter.run([])
            self._keep(day, shorter)

    def _may_shrink(self, item: Item) -> bool:
        return item.id not in self.frozen and item.beat is None and self.is_fresh(item)

    def clear(self, day: date, *, anchors: bool = False) -> list[Item]:
        """Take out of a day whatever is neither frozen nor needed, and return it.

        Args:
            anchors: what every day hangs on too, but for the night.
        """
        gone = [item for item in self.days[day] if self.spare(item) or (anchors and self._anchored(item))]
        for item in gone:
            self.take_out(item)
        return gone

    def _anchored(self, item: Item) -> bool:
        return item.id not in self.frozen and item.beat is None and item.kind in KINDS and KINDS[item.kind].anchor

    def is_fresh(self, item: Item) -> bool:
        """Tell whether an item has come in by this repair, or stands otherwise than it stood."""
        return self._was.get(item.id) != item

    def spare(self, item: Item) -> bool:
        """Tell whether an item may make room: it is neither frozen nor needed, and no story's."""
        needed = item.kind in KINDS and KINDS[item.kind].anchor
        return item.id not in self.frozen and item.beat is None and item.kind != "sleep" and not needed

    def _filling(
        self,
        day: date,
        *,
        plain: bool = False,
        only: frozenset[str] | None = None,
        aside: frozenset[str] = frozenset(),
        late: bool = False,
    ) -> Filling:
        world = self.worlds.on(day)
        begin, night = self._morning(day), self._night(day)
        bed = night.start if night is not None else bedtime(world, day, begin.ready)[0]
        if late and night is not None and night.id not in self.frozen:
            bed = max(bed, min(night.end - _SHORT_NIGHT, quiet_until(day, world.city.zone)))
        hours = Day(world, begin.ready, bed, world.home.id, BEFORE)
        hours.lock(
            standing(world, item)
            for item in self.days[day]
            if item.kind != "sleep" and item.place in world.by_id and item.id not in aside
        )
        self.ledger.today = day
        unwanted = {kind for kind, _, on in (one.partition("@") for one in self.unwanted) if on == day.isoformat()}
        elsewhere = {item.kind for item in self.days[day] if item.place not in world.by_id}
        never = frozenset(unwanted | elsewhere)
        return Filling(world, day, hours, self.ledger, keeper(self.facts, day), plain, only, never)

    def _asleep(self, day: date, ready: int) -> Item:
        """Return a new night of a day, over before what stands on the morning after it."""
        world, tomorrow = self.worlds.on(day), day + timedelta(days=1)
        bed, up_again = bedtime(world, day, ready)
        ends = [item.end + world.travel(item.place, world.home.id) for item in self._standing(day)]
        bed = max([bed, *ends])
        first = min((item.start for item in self._standing(tomorrow)), default=up_again)
        if self.worlds.on(tomorrow).city == world.city and up_again > first + DAY:
            bed = max(min(bed, first + DAY - _SHORT_NIGHT), *(ready, *ends))
            up_again = max(first + DAY, bed + _SHORTEST_NIGHT)
        return asleep(world, day, bed, up_again)

    def _away(self, item: Item, there: int) -> bool:
        """Tell whether she is not there yet when an item begins, on a day she spends on the way."""
        return item.kind == "sleep" or item.start < there or item.place not in self.worlds.on(item.day).by_id

    def _standing(self, day: date) -> list[Item]:
        here = self.worlds.on(day).by_id
        return [item for item in self.days.get(day, ()) if item.kind != "sleep" and item.place in here]

    def _to_bed(self, day: date, filling: Filling) -> None:
        """Let the night begin later when what a day has now ends after it began."""
        night, slots = self._night(day), filling.hours.slots
        if night is None or not slots:
            return
        world = self.worlds.on(day)
        home = up(self.days[day][-2].end + world.travel(slots[-1].place, world.home.id))
        if home > night.start:
            self.days[day][self.days[day].index(night)] = night.model_copy(update={"start": home})

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
            if item.beat is not None:
                self.beats[item.beat] = item
        self.days[day] = sorted([*self.days[day], *items], key=lambda one: (one.start, one.end))

    def _night(self, day: date) -> Item | None:
        return next((item for item in self.days.get(day, []) if item.kind == "sleep"), None)

    def _morning(self, day: date) -> Morning:
        nights = [night for back in (2, 1) if (night := self._night(day - timedelta(days=back))) is not None]
        first = min((item.start for item in self._standing(day)), default=None)
        begin = morning(self.worlds, day, nights, first)
        last = nights[-1] if nights else None
        travelled = last is not None and (last.city != self.worlds.on(day).city.id or last.place.endswith("/transit"))
        # Without the hour for packing she is there in time for what stands.
        in_time = first is not None and begin.ready - _PACKING <= first < begin.ready
        return Morning(first) if first is not None and in_time and travelled and begin.asleep is None else begin


def stands(item: Item, one: Item) -> bool:
    """Tell whether two items are the same, without a look at every field of two that are of other kinds or days."""
    return item is one or (item.id == one.id and item == one)


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
