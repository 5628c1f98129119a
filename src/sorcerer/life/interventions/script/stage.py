"""The verb `stage`: what a script would do to a life, line by line. Decides, and keeps nothing."""

from collections.abc import Collection, Iterable
from datetime import date, datetime, timedelta

from sorcerer.life.interventions.dates import clock
from sorcerer.life.interventions.model import Clash, Event, Intervention, Present, Preview
from sorcerer.life.interventions.preview import present_minute, preview
from sorcerer.life.interventions.script.meaning import LEAVE_OUT, meant, puzzled
from sorcerer.life.interventions.script.model import Entry, Line, Staged, State
from sorcerer.life.interventions.script.why import reasons
from sorcerer.life.model import Item
from sorcerer.life.world import World, Worlds, known_city

_EXPLAINED = 25
_CHOICES = ("choose another hour", "choose another day", LEAVE_OUT)


class _Script:
    """One script against one life."""

    def __init__(self, present: Present, now: datetime) -> None:
        self.plan = present.plan
        self.worlds = Worlds(present.plan.premise, present.plan.facts)
        self.today, self.minute = present_minute(present, now)
        self.pinned = {item.id: item for item in present.plan.items if item.pinned}
        self.firm = frozenset(self.pinned) | {one.partition(":")[2] or one for one in present.held}
        self.events: dict[str, tuple[Entry, Event]] = {}
        self.lines: list[Line] = []

    def take(self, entry: Entry) -> None:
        """Sort one line: to be tried, there already, or impossible by itself."""
        event = None if entry.fault else meant(entry)
        if event is None:
            message, choices = puzzled(entry)
            self.lines.append(_line(entry, "unclear", (message,), choices))
            return
        key = f"{event.kind}@{event.day.isoformat()}"
        there = self.pinned.get(key)
        if there is not None and event.title in {"", there.title} and event.start in {None, there.start}:
            world = self.worlds.on(there.day)
            self.lines.append(_line(entry, "fits", ("It is pinned already.",), became=_became(there, world)))
            return
        against = self._by_itself(entry, event, key, there)
        if against is not None:
            self.lines.append(_line(entry, "clashes", (against[0],), against[1]))
        else:
            self.events[key] = (entry, event)

    def _by_itself(
        self, entry: Entry, event: Event, key: str, there: Item | None
    ) -> tuple[str, tuple[str, ...]] | None:
        end = self.plan.first_day + timedelta(days=self.plan.days)
        if event.day < self.today:
            return f"{event.day} is past; what was is never touched.", ("choose a day to come", LEAVE_OUT)
        if event.day >= end:
            text = f"{event.day} is not planned yet; her days are planned up to {end - timedelta(days=1)}."
            return text, ("plan more days first", "choose an earlier day", LEAVE_OUT)
        if event.day == self.today and (event.start is None or event.start < self.minute):
            text = f"Today has begun, and it is {clock(self.minute)} where she is."
            return text, ("choose an hour to come", "choose another day", LEAVE_OUT)
        if key in self.events:
            text = f"Line {self.events[key][0].number} has something of the same sort on {event.day}."
            return text, ("choose another day", "leave one of the two lines out", LEAVE_OUT)
        if there is not None:
            text = f"{there.title!r} is pinned on {event.day} already, at {clock(there.start)}."
            return text, ("let that pin go", "choose another day", LEAVE_OUT)
        return self._elsewhere(entry, event.day)

    def _elsewhere(self, entry: Entry, day: date) -> tuple[str, tuple[str, ...]] | None:
        """Return the contradiction of a line that names another city than the one she is in."""
        words = [part.strip() for part in entry.where.split(",")] if entry.where else []
        words += [entry.what.rpartition(" in ")[2]] if " in " in entry.what else []
        named = next((city for city in map(known_city, filter(None, words)) if city is not None), None)
        here = self.worlds.on(day).city
        if named is None or named.id == here.id:
            return None
        text = f"It is in {named.label}, while she is in {here.label} on {day}."
        return text, (f"let her go to {named.label} first", "choose another day", LEAVE_OUT)


def stage(present: Present, entries: Iterable[Entry], without: Collection[int], now: datetime) -> Staged:
    """Return what becomes of every line, and of her life when they are all pinned.

    Args:
        without: numbers of the lines that somebody leaves out.

    Raises:
        NotAllowed: she runs by herself, in company mode.
    """
    script = _Script(present, now)
    for entry in entries:
        if entry.number in without:
            script.lines.append(_line(entry, "left_out"))
        else:
            script.take(entry)
    wish = Intervention(text="", changes=tuple(event for _, event in script.events.values()))
    seen = preview(present, wish, now) if wish.changes else None
    if seen is not None:
        for key, (entry, event) in script.events.items():
            script.lines.append(_outcome(script, seen, key, entry, event))
    lines = tuple(sorted(script.lines, key=lambda one: one.number))
    if seen is not None:
        own = [_clash(line) for line in lines if line.state in {"clashes", "unclear"}]
        others = [one for one in seen.clashes if one.item_id not in script.events]
        seen = seen.model_copy(update={"clashes": (*own, *others), "intervention": _named(seen, lines)})
    return Staged(lines=lines, preview=seen)


def _outcome(script: _Script, seen: Preview, key: str, entry: Entry, event: Event) -> Line:
    """Return what became of a line that was tried together with the others."""
    placed = next((item for item in seen.plan.items if item.id == key and item.pinned), None)
    against = tuple(one.message for one in seen.clashes if one.item_id == key)
    if placed is not None and not against:
        world = Worlds(seen.plan.premise, seen.plan.facts).on(placed.day)
        return _line(entry, "fits", became=_became(placed, world), item_id=key)
    if placed is None:
        told = sum(line.state == "clashes" for line in script.lines)
        firm = script.firm | {one for one in script.events if one != key}
        exact = reasons(seen.plan, event, entry.what, firm) if told < _EXPLAINED else ()
        against = exact or (f"{event.day} has no room for it beside what is pinned there.",)
    unknown = tuple(
        f"say first that she meets {name}" for name in event.who if name not in script.worlds.on(event.day).people
    )
    return _line(entry, "clashes", tuple(dict.fromkeys(against)), (*unknown, *_CHOICES))


def _named(seen: Preview, lines: tuple[Line, ...]) -> Intervention:
    fits = sum(line.state == "fits" for line in lines)
    return seen.intervention.model_copy(update={"text": f"your own script, {fits} of {len(lines)} lines"})


def _clash(line: Line) -> Clash:
    return Clash(
        item_id=f"line {line.number}",
        title=line.text,
        code="T2",
        message=f"Line {line.number}, {line.text!r}: {' '.join(line.messages)}",
        choices=line.choices,
    )


def _became(item: Item, world: World) -> str:
    place = world.by_id.get(item.place)
    where = place.name if place is not None else item.place
    return f"{clock(item.start)} to {clock(item.end)}, {where} in {world.city.label}"


def _line(
    entry: Entry,
    state: State,
    messages: tuple[str, ...] = (),
    choices: tuple[str, ...] = (),
    *,
    became: str | None = None,
    item_id: str | None = None,
) -> Line:
    return Line(
        number=entry.number,
        text=entry.text,
        state=state,
        day=entry.day,
        item_id=item_id,
        became=became,
        messages=messages,
        choices=choices,
    )
