"""What a list of changes tells the world: facts, and wishes for single days."""

from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date, timedelta

from sorcerer.errors import Conflict, Invalid
from sorcerer.life.interventions.dates import clock
from sorcerer.life.interventions.model import (
    Change,
    Drop,
    Event,
    Habit,
    Illness,
    Injury,
    Job,
    Move,
    Person,
    Pin,
    Story,
    Thing,
    Trip,
)
from sorcerer.life.model import City, Fact, Plan
from sorcerer.life.world import ARCS, World, Worlds, known_city, world_of
from sorcerer.life.world.kinds import KINDS
from sorcerer.life.world.minutes import DAWN

_WORK = frozenset({"work_morning", "work_afternoon", "work_evening"})
_LONGEST_TRIP = 180
_FAR_HOURS, _FAR_DAYS = 9, 4


@dataclass(slots=True)
class Told:
    """What is to hold, and what is wished.

    Args:
        facts: the timeline of facts, the new ones in it.
        open: stretches of days that may take more of some kinds.
        first, last: the days between which something may break.
    """

    facts: tuple[Fact, ...]
    first: date
    last: date
    open: list[tuple[date, frozenset[str]]] = field(default_factory=list)
    events: list[Event] = field(default_factory=list)
    pins: list[Pin] = field(default_factory=list)
    drops: list[Drop] = field(default_factory=list)
    stories: list[Story] = field(default_factory=list)


class _Telling:
    """Takes one change after the other."""

    def __init__(self, plan: Plan, today: date, minute: int) -> None:
        self.plan, self.today, self.minute = plan, today, minute
        self.facts = list(plan.facts)
        self.end = plan.first_day + timedelta(days=plan.days)
        self.told = Told((), self.end, today)
        self.said = False

    def take(self, change: Change) -> None:  # noqa: C901, PLR0912 - one case for each sort of change
        """Take one change in. It must begin inside her planned days; it may end after them."""
        self.said = False
        match change:
            case Trip():
                self._trip(change)
            case Move():
                self._move(change)
            case Injury():
                self._away_from("able", change.day, change.until, then=False)
            case Illness():
                self._away_from("able", change.day, change.until, then=False)
                self._away_from("ill", change.day, change.until, then=True)
            case Job():
                self._say(change.day, "job", change.job)
                self._reach(change.day, self.end)
                self.told.open.append((self._day(change.day), _WORK))
            case Person():
                here = Worlds(self.plan.premise, self.facts).on(change.day).city.id
                self._say(change.day, f"person:{change.name}", here if change.there else False)
                self._reach(change.day, self.end)
                if change.there:
                    company = frozenset(kind.id for kind in KINDS.values() if kind.company)
                    self.told.open.append((self._day(change.day), company))
            case Habit():
                self._habit(change)
            case Story():
                self._story(change)
            case Thing():
                self._say(change.day, f"has:{change.name.casefold()}", change.has)
                self._reach(change.day, self.end)
            case Event():
                self._event(change)
            case Pin():
                self._item(change.item_id, change.start)
                self.told.pins.append(change)
            case Drop():
                self._item(change.item_id)
                self.told.drops.append(change)

    def _event(self, event: Event) -> None:
        self._known(event.kind)
        if self._day(event.day) == self.today and (event.start is None or event.start < self.minute):
            text = f"Today has begun, and it is {clock(self.minute)} where she is."
            raise Invalid(text, field="changes", fix="Name an hour that is still to come, or a later day.")
        there = next((one for one in self.plan.items if one.id == f"{event.kind}@{event.day}" and one.pinned), None)
        if there is not None:
            text = f"{there.title!r} is pinned on {event.day} already, at {clock(there.start)}."
            raise Conflict(text, field="changes", fix="Move that pin or let it go, or choose another day.")
        self._reach(event.day, event.day)
        self.told.events.append(event)

    def _trip(self, trip: Trip) -> None:
        city = self._city(trip.city)
        self._ahead(trip.leave)
        if not 1 <= (trip.back - trip.leave).days <= _LONGEST_TRIP:
            text = f"A trip from {trip.leave} to {trip.back} is none of 1 to {_LONGEST_TRIP} days."
            raise Invalid(text, field="changes", fix="Name the day she comes back, or say that she moves.")
        worlds = Worlds(self.plan.premise, self.facts)
        other = next(
            (day for day in worlds.days if trip.leave <= day <= trip.back and self._travels(worlds, day)), None
        )
        before = worlds.on(trip.leave - timedelta(days=1))
        if other is not None or before.premise.away:
            there = label_of(city, self.plan.premise.city)
            text = f"She cannot go to {there} on {trip.leave}: she is on another way between then and {trip.back}."
            raise Conflict(text, fix="Choose other days, or undo the other trip first.")
        if before.city.id == city:
            raise Conflict(f"She is in {before.city.label} on {trip.leave} already.", fix="Choose another city.")
        self._worth_it(trip, before)
        self._say(trip.leave, "city", city)
        self._say(trip.leave, "away", value=True)
        self._say(trip.back, "city", before.city.id)
        self._say(trip.back, "away", value=False)
        self._reach(trip.leave - timedelta(days=1), trip.back + timedelta(days=2))

    def _worth_it(self, trip: Trip, before: World) -> None:
        there = known_city(trip.city) or self.plan.premise.city
        away = world_of(before.premise.model_copy(update={"city": there, "away": True}))
        hours = before.way(before.home, away.home) / 60
        least = 1 if hours < _FAR_HOURS else _FAR_DAYS
        if (trip.back - trip.leave).days < least:
            text = f"The way to {there.label} takes {hours:.0f} hours; a trip there needs {least} days at least."
            raise Invalid(text, field="changes", fix="Let her come back later.")

    def _move(self, move: Move) -> None:
        city = self._city(move.city)
        self._ahead(move.day)
        worlds = Worlds(self.plan.premise, self.facts)
        later = next((day for day in worlds.days if day >= move.day and self._travels(worlds, day)), None)
        if later is not None or worlds.on(move.day).premise.away:
            fix = "Choose a day after it, or undo that change first."
            raise Conflict(f"She cannot move on {move.day}: a trip or a move is planned from then on.", fix=fix)
        if worlds.on(move.day).city.id == city:
            raise Conflict(f"She lives in {worlds.on(move.day).city.label} already.", fix="Choose another city.")
        self._say(move.day, "city", city)
        self._reach(move.day - timedelta(days=1), self.end)

    def _habit(self, habit: Habit) -> None:
        kind = KINDS[self._known(habit.kind)]
        if kind.anchor or kind.id == "rehab":
            raise Invalid(f"{kind.noun.capitalize()} is part of every day.", field="changes", fix="Name another habit.")
        self._say(habit.day, f"habit:{kind.id}", habit.level)
        self._reach(habit.day, self.end)
        if habit.level == "more":
            self.told.open.append((self._day(habit.day), frozenset({kind.id})))

    def _story(self, story: Story) -> None:
        if story.story not in ARCS:
            raise Invalid(
                f"There is no story {story.story!r}.", field="changes", fix=f"Known: {', '.join(sorted(ARCS))}."
            )
        self._ahead(story.day)
        running = self._running(story)
        if story.begins and running:
            raise Conflict(f"The story {ARCS[story.story].title!r} runs already on {story.day}.", fix="End it first.")
        if not story.begins and not running:
            raise Conflict(f"The story {ARCS[story.story].title!r} does not run on {story.day}.")
        self._say(story.day, f"arc:{story.story}", story.day.isoformat() if story.begins else False)
        self.told.stories.append(story)
        self._reach(story.day, story.day + timedelta(days=ARCS[story.story].days))

    def _running(self, story: Story) -> bool:
        name, arc = f"arc:{story.story}", ARCS[story.story]
        said = [fact for fact in self.facts if fact.name == name and fact.day < story.day + timedelta(days=arc.days)]
        newest = max(said, key=lambda fact: fact.day, default=None)
        return newest is not None and bool(newest.value) and newest.day + timedelta(days=arc.days) > story.day

    def _away_from(self, name: str, day: date, until: date, *, then: bool) -> None:
        """Say that something holds from a day until another, over everything said of it in between."""
        if until <= day:
            raise Invalid(f"{day} to {until} is no stretch of time.", field="changes", fix="Choose a later end.")
        said = [fact for fact in self.facts if fact.name == name]
        before = max((one for one in said if one.day <= until), key=lambda one: (one.day, one.minute), default=None)
        lasts = before is not None and bool(before.value) == then
        self.facts = [fact for fact in self.facts if fact.name != name or not day <= fact.day <= until]
        self._say(day, name, value=then)
        if not lasts:
            self._say(until, name, value=not then)
        self._reach(day, until)

    def _say(self, day: date, name: str, value: bool | str) -> None:  # noqa: FBT001 - a fact's value is either
        minute = self.minute if day == self.today else DAWN
        day = day if day >= self.end and self.said else self._day(day)
        self.said = True
        self.facts = [fact for fact in self.facts if (fact.day, fact.minute, fact.name) != (day, minute, name)]
        self.facts.insert(0, Fact(day=day, minute=minute, name=name, value=value))

    def _day(self, day: date) -> date:
        if day < self.today:
            raise Invalid(
                f"{day} is past; what was is never touched.", field="changes", fix="Choose a day from today on."
            )
        if day >= self.end:
            last = self.end - timedelta(days=1)
            fix = "Plan more days first, or choose an earlier one."
            raise Invalid(f"{day} is not planned yet; her days are planned up to {last}.", field="changes", fix=fix)
        return day

    def _ahead(self, day: date) -> None:
        self._day(day)
        if day == self.today:
            raise Invalid("Today has begun; this can begin tomorrow.", field="changes", fix="Choose a later day.")

    def _reach(self, first: date, last: date) -> None:
        self.told.first, self.told.last = min(self.told.first, first), max(self.told.last, last)

    def _item(self, item_id: str, start: int | None = None) -> None:
        item = next((one for one in self.plan.items if one.id == item_id), None)
        if item is None:
            raise Invalid(f"There is no {item_id!r} in her days.", field="changes", fix="Read her days again.")
        if (item.day, item.start) < (self.today, self.minute):
            text = f"{item.title!r} began on {item.day} at {clock(item.start)}; what was is never touched."
            raise Invalid(text, field="changes", fix="Choose something that is still to come.")
        if start is not None and (item.day, start) < (self.today, self.minute):
            text = f"{item.title!r} cannot move to {clock(start)}: it is {clock(self.minute)} where she is."
            raise Invalid(text, field="start", fix="Choose an hour that is still to come.")
        self._reach(item.day, item.day)

    @staticmethod
    def _travels(worlds: Worlds, day: date) -> bool:
        return worlds.on(day).city != worlds.on(day - timedelta(days=1)).city

    def _city(self, name: str) -> str:
        if name.casefold() == self.plan.premise.city.id:
            return self.plan.premise.city.id
        city = known_city(name)
        if city is None:
            raise Invalid(
                f"Nobody here knows a city called {name!r}.", field="changes", fix="Name a larger city near it."
            )
        return city.id

    @staticmethod
    def _known(kind: str) -> str:
        if kind not in KINDS:
            raise Invalid(f"There is no kind of activity called {kind!r}.", field="changes")
        return kind


def label_of(city: str, home: City) -> str:
    """Return a city's name as people write it."""
    found = home if city == home.id else known_city(city)
    return found.label if found is not None else city.title()


def tell(plan: Plan, changes: Iterable[Change], today: date, minute: int) -> Told:
    """Return what changes tell the world.

    Args:
        today, minute: the present, as her clock shows it; minute on the grid.

    Raises:
        Invalid: a date is past or not planned, a trip never ends, or nobody knows a place.
        Conflict: two changes contradict each other, or one what was told before.
    """
    telling = _Telling(plan, today, minute)
    for change in changes:
        telling.take(change)
    key = [(fact.day, fact.minute, fact.name) for fact in telling.facts]
    order = sorted(range(len(key)), key=lambda index: key[index])
    telling.told.facts = tuple(telling.facts[index] for index in order)
    return telling.told
