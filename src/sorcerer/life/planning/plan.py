"""The verb `plan`: walk forward through the days, once."""

from collections.abc import Iterable
from datetime import date, timedelta

from sorcerer.errors import Invalid
from sorcerer.influencers import Influencer
from sorcerer.life.model import Fact, Item, Plan, Premise
from sorcerer.life.planning.cadence import Cadence
from sorcerer.life.planning.day import Day, Slot, standing
from sorcerer.life.planning.fill import BEFORE, Filling
from sorcerer.life.planning.journey import in_transit, morning
from sorcerer.life.planning.ledger import Ledger
from sorcerer.life.planning.offer import keeper
from sorcerer.life.planning.overlay import Overlay, Today, in_order
from sorcerer.life.planning.pillars import themed
from sorcerer.life.planning.rhythm import night
from sorcerer.life.planning.tales import Tale, beginnings, tales
from sorcerer.life.planning.words import sentence, told
from sorcerer.life.world import World, Worlds, find_city, form_of, known_city
from sorcerer.life.world.minutes import DUSK

_LONGEST = 3660
_UP_A_WHILE, _LEAST_NIGHT = 60, 330


def premise_of(influencer: Influencer, seed: str | None = None) -> Premise:
    """Return what an influencer's life is planned from.

    Args:
        seed: another seed, another life; by default her id.
    """
    persona = influencer.persona
    return Premise(
        influencer_id=influencer.id,
        seed=seed or influencer.id,
        name=next(iter(influencer.name.split()), influencer.name),
        pronouns=persona.pronouns,
        mode=influencer.mode,
        category=persona.category,
        city=find_city(persona.city, persona.timezone),
        work=form_of(persona.work),
        job=persona.work,
        chronotype=persona.chronotype,
        sleep_hours=persona.sleep_hours,
        habits=persona.habits,
        people=persona.people,
        pillars=persona.pillars if influencer.mode == "company" else (),
        pace=influencer.pace,
        growth=influencer.growth,
    )


def plan(
    influencer: Influencer,
    *,
    first_day: date,
    days: int = 30,
    seed: str | None = None,
    facts: Iterable[Fact] = (),
    after: Item | None = None,
    pins: Iterable[Item] = (),
) -> Plan:
    """Plan a stretch of a life. The same arguments give the same bytes; more days leave the first ones as they are.

    Args:
        influencer: who she is; persona, mode, pace and growth phase decide.
        first_day: the first life day, in her own city.
        days: how many, 1 to 3660.
        seed: another seed, another life; by default her id.
        facts: what the world is told beforehand ("able" is False from a day on, "city" is another one).
        after: the night before the first day, when an earlier plan has settled it already.
        pins: items that stand as they are.

    Raises:
        Invalid: the number of days is out of range, nobody knows the city of a fact, or the fixed frequency is no
            RRULE.
    """
    facts = tuple(facts)
    if not 1 <= days <= _LONGEST:
        raise Invalid(f"A life is planned for 1 to {_LONGEST} days at a time, not {days}.", field="days")
    premise = premise_of(influencer, seed)
    for fact in facts:
        if fact.name == "city" and fact.value != premise.city.id and known_city(str(fact.value)) is None:
            raise Invalid(f"Nobody here knows a city called {fact.value!r}.", field="facts")
    return plan_from(premise, first_day, days, facts, after, pins)


def plan_from(
    premise: Premise,
    first_day: date,
    days: int,
    facts: Iterable[Fact] = (),
    after: Item | None = None,
    pins: Iterable[Item] = (),
) -> Plan:
    """Plan a stretch of a life from its premise."""
    walk = Walk(premise, first_day, days, list(facts))
    if after is not None:
        walk.nights.append(after)
    for pin in pins:
        walk.pins.setdefault(pin.day, []).append(pin)
    for number in range(days):
        walk.live(first_day + timedelta(days=number))
    return Plan(
        influencer_id=premise.influencer_id,
        seed=premise.seed,
        premise=premise,
        first_day=first_day,
        days=days,
        facts=tuple(sorted(walk.facts, key=lambda fact: (fact.day, fact.minute, fact.name))),
        items=tuple(walk.items),
        posts=themed(premise, in_order(walk.overlay.posts)),
    )


class Walk:
    """The walk through the days: what it has placed and what it remembers."""

    def __init__(self, premise: Premise, first_day: date, days: int, facts: list[Fact]) -> None:
        self.worlds = Worlds(premise, facts)
        self.world = world = self.worlds.on(first_day)
        self.stories: list[Tale] = list(tales(world, first_day, first_day + timedelta(days=days - 1)))
        city = Fact(day=first_day, name="city", value=world.city.id)
        self.facts = [*facts, city, *beginnings(self.stories)]
        self.items: list[Item] = []
        self.ledger = Ledger(world.premise.seed, first_day)
        self.nights: list[Item] = []
        self.pins: dict[date, list[Item]] = {}
        self.overlay = Overlay(world, Cadence(world.premise, first_day))

    def live(self, day: date) -> None:
        """Plan one more day and the night after it."""
        self.world = self.overlay.world = self.worlds.on(day)
        begin = morning(self.worlds, day, self.nights[-2:])
        bed, up_again = bedtime(self.world, day, begin.ready)
        running = [tale for tale in self.stories if tale.runs(day)]
        items: list[Item] = []
        if begin.asleep is None:
            hours = self._hours(day, begin.ready, bed, running)
            items = [self._item(day, slot, start) for slot, start in zip(hours.slots, hours.starts(), strict=True)]
            self._give(day, hours.slots, items)
        self.overlay.tell(Today(day, items, bed, [tale.lines for tale in running]))
        last = in_transit(self.world, day, begin.asleep) if begin.asleep else asleep(self.world, day, bed, up_again)
        self.nights.append(last)
        self.items += [*items, last]

    def _hours(self, day: date, ready: int, bed: int, running: list[Tale]) -> Day:
        """Return the filled hours of a day: as rich as it can be, or plain when that leaves no time to eat."""
        filling = self._filling(day, ready, bed, plain=False)
        filling.run(running)
        if not filling.fed():
            filling = self._filling(day, ready, bed, plain=True)
            filling.run(running)
        if filling.missed(running):
            told = self._filling(day, ready, bed, plain=True)
            told.run(running, told_first=True)
            filling = told if told.fed() and not told.missed(running) else filling
        for tale in filling.marked:
            tale.mark(day)
        return filling.hours

    def _filling(self, day: date, ready: int, bed: int, *, plain: bool) -> Filling:
        hours = Day(self.world, ready, bed, self.world.home.id, BEFORE)
        for pin in self.pins.get(day, []):
            if pin.place in self.world.by_id:
                hours.lock([standing(self.world, pin)])
        return Filling(self.world, day, hours, self.ledger, keeper(self.facts, day), plain)

    def _item(self, day: date, slot: Slot, start: int) -> Item:
        if slot.beat is None:
            self.ledger.note(slot.kind.id, day)
        return slot.item or written(self.world, day, slot, start, self.ledger)

    def _give(self, day: date, slots: list[Slot], items: list[Item]) -> None:
        """Keep what the day's beats changed: a thing she has now, and where the story stands."""
        for slot, item in zip(slots, items, strict=True):
            if slot.beat is None:
                continue
            if slot.gives is not None:
                self.facts.append(Fact(day=day, minute=min(item.end, DUSK), name=slot.gives, value=True))
            for tale in self.stories:
                tale.progress(slot.beat, day, item.end, self.world.premise)


def written(world: World, day: date, slot: Slot, start: int, ledger: Ledger) -> Item:
    """Return the item that a slot has become."""
    kind = slot.kind
    title, act = (slot.title, slot.act) if slot.beat is not None else ledger.act(kind)
    return Item(
        id=f"{kind.id}@{day.isoformat()}",
        day=day,
        kind=kind.id,
        category=kind.category,
        place=slot.place,
        city=world.city.id,
        start=start,
        end=start + slot.minutes,
        who=slot.who,
        beat=slot.beat,
        alternative=slot.alternative,
        title=told(title, world.premise, slot.who),
        line=sentence(world, world.by_id[slot.place], kind.at, act, slot.who),
    )


def asleep(world: World, day: date, bed: int, up_again: int) -> Item:
    """Return the night after a day."""
    return Item(
        id=f"sleep@{day.isoformat()}",
        day=day,
        kind="sleep",
        category="sleep",
        place=world.home.id,
        city=world.city.id,
        start=bed,
        end=up_again,
        title="Sleep",
        line=f"{world.premise.name} sleeps.",
    )


def bedtime(world: World, day: date, ready: int) -> tuple[int, int]:
    """Return from when to when she sleeps after a day; later than usual when she arrived late."""
    bed, up_again = night(world, day)
    bed = max(bed, ready + _UP_A_WHILE)
    return bed, max(up_again, bed + _LEAST_NIGHT)
