"""The verb `plan`: walk forward through the days, once."""

from collections.abc import Iterable
from datetime import date, timedelta

from sorcerer.errors import Invalid
from sorcerer.influencers import Influencer
from sorcerer.life.model import Fact, Item, Plan, Premise
from sorcerer.life.planning.cadence import Cadence
from sorcerer.life.planning.day import Day, Slot
from sorcerer.life.planning.fill import BEFORE, Filling
from sorcerer.life.planning.ledger import Ledger
from sorcerer.life.planning.offer import keeper
from sorcerer.life.planning.overlay import Overlay, Today, in_order
from sorcerer.life.planning.rhythm import night, wake
from sorcerer.life.planning.tales import Tale, beginnings, tales
from sorcerer.life.planning.words import sentence, told
from sorcerer.life.world import World, find_city, form_of, world_of
from sorcerer.life.world.minutes import DAY, DUSK

_LONGEST = 3660


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
) -> Plan:
    """Plan a stretch of a life. The same arguments give the same bytes; more days leave the first ones as they are.

    Args:
        influencer: who she is; persona, mode, pace and growth phase decide.
        first_day: the first life day, in her own city.
        days: how many, 1 to 3660.
        seed: another seed, another life; by default her id.
        facts: what the world is told beforehand ("able" is False from a day on).
        after: the night before the first day, when an earlier plan has settled it already.

    Raises:
        Invalid: the number of days is out of range, a fact moves her to another city, which cannot be planned yet, or
            the fixed frequency is no RRULE.
    """
    facts = tuple(facts)
    if not 1 <= days <= _LONGEST:
        raise Invalid(f"A life is planned for 1 to {_LONGEST} days at a time, not {days}.", field="days")
    if any(fact.name == "city" for fact in facts):
        raise Invalid("A trip to another city cannot be planned yet; her city is in her persona.", field="facts")
    return plan_from(premise_of(influencer, seed), first_day, days, facts, after)


def plan_from(
    premise: Premise, first_day: date, days: int, facts: Iterable[Fact] = (), after: Item | None = None
) -> Plan:
    """Plan a stretch of a life from its premise."""
    walk = Walk(world_of(premise), first_day, days, list(facts))
    if after is not None:
        walk.up_at[first_day] = after.end - (first_day - after.day).days * DAY
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
        posts=in_order(walk.overlay.posts),
    )


class Walk:
    """The walk through the days: what it has placed and what it remembers."""

    def __init__(self, world: World, first_day: date, days: int, facts: list[Fact]) -> None:
        self.world = world
        self.stories: list[Tale] = list(tales(world, first_day, first_day + timedelta(days=days - 1)))
        city = Fact(day=first_day, name="city", value=world.city.id)
        self.facts = [city, *facts, *beginnings(self.stories)]
        self.items: list[Item] = []
        self.ledger = Ledger(world.premise.seed, first_day)
        self.up_at: dict[date, int] = {}
        self.overlay = Overlay(world, Cadence(world.premise, first_day))

    def live(self, day: date) -> None:
        """Plan one more day and the night after it."""
        world = self.world
        bed, up_again = night(world, day)
        running = [tale for tale in self.stories if tale.runs(day)]
        hours = self._hours(day, bed, running)
        items = [self._item(day, slot, start) for slot, start in zip(hours.slots, hours.starts(), strict=True)]
        self._give(day, hours.slots, items)
        self.overlay.tell(Today(day, items, bed, [tale.lines for tale in running]))
        self.items += [*items, self._night(day, bed, up_again)]

    def _hours(self, day: date, bed: int, running: list[Tale]) -> Day:
        """Return the filled hours of a day: as rich as it can be, or plain when that leaves no time to eat."""
        filling = self._filling(day, bed, plain=False)
        filling.run(running)
        if not filling.fed():
            filling = self._filling(day, bed, plain=True)
            filling.run(running)
        for tale in filling.marked:
            tale.mark(day)
        return filling.hours

    def _filling(self, day: date, bed: int, *, plain: bool) -> Filling:
        up_at = max(wake(self.world, day), self.up_at.get(day, 0))
        hours = Day(self.world, up_at, bed, self.world.home.id, BEFORE)
        return Filling(self.world, day, hours, self.ledger, keeper(self.facts, day), plain)

    def _item(self, day: date, slot: Slot, start: int) -> Item:
        kind = slot.kind
        if slot.beat is None:
            self.ledger.note(kind.id, day)
            title, act = self.ledger.act(kind)
        else:
            title, act = slot.title, slot.act
        return Item(
            id=f"{kind.id}@{day.isoformat()}",
            day=day,
            kind=kind.id,
            category=kind.category,
            place=slot.place,
            city=self.world.city.id,
            start=start,
            end=start + slot.minutes,
            who=slot.who,
            beat=slot.beat,
            alternative=slot.alternative,
            title=told(title, self.world.premise, slot.who),
            line=sentence(self.world, self.world.by_id[slot.place], kind.at, act, slot.who),
        )

    def _night(self, day: date, bed: int, up_again: int) -> Item:
        return Item(
            id=f"sleep@{day.isoformat()}",
            day=day,
            kind="sleep",
            category="sleep",
            place=self.world.home.id,
            city=self.world.city.id,
            start=bed,
            end=up_again,
            title="Sleep",
            line=f"{self.world.premise.name} sleeps.",
        )

    def _give(self, day: date, slots: list[Slot], items: list[Item]) -> None:
        """Keep what the day's beats changed: a thing she has now, and where the story stands."""
        for slot, item in zip(slots, items, strict=True):
            if slot.beat is None:
                continue
            if slot.gives is not None:
                self.facts.append(Fact(day=day, minute=min(item.end, DUSK), name=slot.gives, value=True))
            for tale in self.stories:
                tale.progress(slot.beat, day, item.end, self.world.premise)
