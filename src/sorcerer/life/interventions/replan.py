"""Minimal repair: only what the checker calls broken is touched, and what fills the holes is checked again."""

from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date, datetime, timedelta

from sorcerer.life.checking import POSTS, Seen, check, standing
from sorcerer.life.interventions.model import Clash, Event, Present
from sorcerer.life.interventions.telling import Told
from sorcerer.life.model import Item, Plan, Post, Violation
from sorcerer.life.planning.mend import Mend, stands
from sorcerer.life.planning.paid import unpaid
from sorcerer.life.planning.restore import Restoring
from sorcerer.life.planning.retell import Retelling
from sorcerer.life.planning.tales import Tale
from sorcerer.life.world import ARCS, Worlds
from sorcerer.life.world.minutes import moment
from sorcerer.life.world.stories import Named, read_name

# Rounds of repair; after which of them whole days make room, and then what days hang on too.
_ROUNDS, _PUSH, _TIGHT = 11, 3, 5
_BACK, _ON = 35, 10
_BEFORE = 90
_CHOICES = ("move the pin", "let the pin go", "change the intervention")
_PAID = frozenset({"P5", "P6"})
_HELD = ("withdraw the video", "change the intervention")


@dataclass(slots=True)
class Outcome:
    """A mended life.

    Args:
        causes: id of an item or post, or of a life day, to why it is not as it was.
        clashes: contradictions that only a person can resolve.
    """

    plan: Plan
    causes: dict[str, str] = field(default_factory=dict)
    clashes: list[Clash] = field(default_factory=list)


class _Repair:
    """One repair, round after round."""

    def __init__(self, present: Present, told: Told, now: datetime) -> None:
        self.before = present.plan
        self.told = told
        self.now = now
        self.causes: dict[str, str] = {}
        self.clashes: dict[str, Clash] = {}
        self.touched: set[date] = set()
        worlds = Worlds(present.plan.premise, told.facts)
        self.old_worlds = Worlds(present.plan.premise, present.plan.facts)
        self.begun = frozenset(
            item.id
            for item in present.plan.items
            if item.day <= now.date() + timedelta(days=1) and self._begins(item) < now
        )
        released = {pin.item_id for pin in told.pins} | {drop.item_id for drop in told.drops}
        self.pinned = {item.id for item in present.plan.items if item.pinned and item.id not in released}
        self.held = frozenset(one.partition(":")[2] if ":" in one else one for one in present.held)
        self.settled = present.held
        frozen = self.begun | self.held | self.pinned
        near = told.first - timedelta(days=_BEFORE), told.last + timedelta(days=_BEFORE)
        self.mend = Mend(present.plan.model_copy(update={"facts": told.facts}), frozenset(frozen), near)
        self.worlds = worlds
        self.arc_days: list[Tale] = []
        self.ids = frozenset(item.id for item in present.plan.items)
        self.was = {item.beat: item.day for item in present.plan.items if item.beat is not None}
        self.missing: dict[str, str] = {}
        self.tight = False
        self.named: set[str] = set()
        self.seen = Seen()
        self.room_made: set[str] = set()

    def _begins(self, item: Item) -> datetime:
        return moment(item.day, item.start, self.old_worlds.on(item.day).city.zone)

    def run(self) -> Outcome:
        """Mend until the checker is content, or nothing more can be tried."""
        self._wishes()
        opened: set[date] = set()
        clean = False
        for number in range(_ROUNDS):
            found = self._look()
            clean = number > 0 and not found
            if clean:
                break
            self.named |= {one.item_id for one in found}
            self.missing = {one.item_id: one.message for one in found if one.code == "A2"}
            self.tight = number > _TIGHT
            broken = self._break(found, push=number > _PUSH)
            self._beats(push=number > 0)
            for day in sorted(broken):
                self.mend.refill(day)
            if number == 0:
                opened = self._open(broken)
            self.touched |= broken | opened
        for item_id in self.mend.late:
            self.causes.setdefault(item_id, "She is not there, or not up, at that hour.")
        before = {day: tuple(items) for day, items in _by_day(self.before.items).items()}
        days = {
            day
            for day in set(self.mend.days) | set(before)
            if tuple(self.mend.days.get(day, ())) != before.get(day, ())
        }
        clean = clean or not self._look()
        if clean:
            days |= self._restore(days)
        # A post can read differently on a day that stands as it was: her work is called otherwise from then on.
        misread = (_day_of(one.item_id) for one in self._look(self.before.posts, only=POSTS) if one.code == "P7")
        days |= {on for on in misread if on is not None}
        posts = Retelling(self.mend, self.before.posts, self._out(), self.now).run(days)
        items = self.mend.items()
        plan = self.mend.plan.model_copy(update={"items": items, "posts": posts})
        posts, reasons = unpaid(self.before, plan, self._out())
        plan = plan.model_copy(update={"posts": posts})
        self.causes |= reasons
        stood = standing(self.before)
        # What was seen to be whole, and has only been given its posts since, is not looked through again.
        for one in self._look(posts, only=POSTS if clean else None):
            if one not in stood:
                self._clash(one)
        return Outcome(plan, self.causes, self._to_choose())

    def _restore(self, days: set[date]) -> set[date]:
        """Put back what need not have gone; what follows it into the new life is what the change itself is."""
        now = {item.id: item for day in days for item in self.mend.days.get(day, ())}
        chosen = {drop.item_id for drop in self.told.drops} | {pin.item_id for pin in self.told.pins}
        lost = [
            item
            for item in self.before.items
            if item.day in days
            and now.get(item.id) != item
            and item.id not in chosen
            and item.id not in self.mend.frozen
            and item.kind != "sleep"
        ]
        asked = frozenset({key for key in now if key.startswith("work_")} | self.pinned | self.held)
        lost.sort(key=lambda item: item.id in self.named)
        return Restoring(self.mend, lost, asked, self._look).run()

    def _to_choose(self) -> list[Clash]:
        """Return the clashes a person can resolve; what only follows from them is left out."""
        firm = self.pinned | self.held
        every = list(self.clashes.values())
        return [one for one in every if one.item_id in firm] or every

    def _out(self) -> frozenset[str]:
        return self.settled | {post.id for post in self.before.posts if post.at < self.now}

    def _look(self, posts: tuple[Post, ...] = (), only: str | None = None) -> list[Violation]:
        """Return what is broken between the first and the last day that may be."""
        plan = self.mend.plan
        first = max(plan.first_day, self.told.first - timedelta(days=_BACK + self.told.first.weekday()))
        last = min(plan.first_day + timedelta(days=plan.days - 1), self.told.last + timedelta(days=_ON))
        within = (first + timedelta(days=number) for number in range((last - first).days + 1))
        items = (
            *(item for day in within for item in self.mend.days.get(day, ())),
            *(item for item in self.mend.beats.values() if not first <= item.day <= last),
        )
        told = tuple(post for post in posts if first <= date.fromisoformat(post.item_id[-10:]) <= last)
        days = (last - first).days + 1
        draft = plan.model_copy(
            update={
                "first_day": first,
                "days": days,
                "items": items,
                "posts": told,
                "facts": tuple(self.mend.facts),
            }
        )
        return check(draft, only=only, seen=self.seen)

    def _wishes(self) -> None:
        """Do what was asked for by name: pins, drops, events, stories."""
        by_id = {item.id: item for items in self.mend.days.values() for item in items}
        for drop in self.told.drops:
            self.mend.unwanted.add(drop.item_id)
            self._remove(by_id[drop.item_id], "Somebody took it out.")
            self.touched.add(by_id[drop.item_id].day)
        for pin in self.told.pins:
            item = by_id[pin.item_id]
            start = item.start if pin.start is None else pin.start
            fresh = item.model_copy(update={"pinned": pin.pinned, "start": start, "end": start + item.end - item.start})
            self.mend.days[item.day][self.mend.days[item.day].index(item)] = fresh
            self.mend.days[item.day].sort(key=lambda one: (one.start, one.end))
            if item.beat is not None:
                self.mend.beats[item.beat] = fresh
            self.causes[item.id] = "Somebody pinned it." if pin.pinned else "Somebody let it go."
            if pin.pinned:
                self._freeze(item.id)
        for event in self.told.events:
            placed = self.mend.event(event.kind, event.day, event.start, event.minutes)
            if placed is None:
                text = f"There is no room and no opportunity for {event.kind!r} on {event.day}."
                self.clashes[event.kind] = Clash(
                    item_id=f"{event.kind}@{event.day}",
                    title=event.kind,
                    code="T2",
                    message=text,
                    choices=("choose another day", "choose another hour", "change the intervention"),
                )
                continue
            self.room_made.add(event.day.isoformat())
            self._in_their_words(placed, event)
            self.causes[placed.id] = "Somebody asked for it."
            self.causes.setdefault(event.day.isoformat(), f"It makes room for {placed.title!r}.")
            self._freeze(placed.id)
        self.arc_days = [Tale(ARCS[one.story], one.day) for one in self.told.stories if one.begins]

    def _in_their_words(self, placed: Item, event: Event) -> None:
        where = self.worlds.on(event.day).by_id[placed.place].at
        line = f"{where[0].upper()}{where[1:]}: {event.title}" if event.title else placed.line
        said = {"title": event.title or placed.title, "line": line, "who": event.who or placed.who}
        order = self.mend.days[event.day]
        order[order.index(placed)] = placed.model_copy(update=said)

    def _freeze(self, item_id: str) -> None:
        self.pinned.add(item_id)
        self.mend.frozen = self.mend.frozen | {item_id}

    def _break(self, found: list[Violation], *, push: bool) -> set[date]:
        """Take out whatever is broken and may go; return the days with holes."""
        days = {drop.item_id[-10:] for drop in self.told.drops} | self.room_made
        holes = {date.fromisoformat(day) for day in days} if not push else set()
        for one in found:
            day = _day_of(one.item_id)
            if day is None or one.code == "A2":
                continue
            item = next((it for it in self.mend.days.get(day, []) if it.id == one.item_id), None)
            if item is None:
                holes.add(day)
                self.causes.setdefault(day.isoformat(), one.message)
                if one.code == "B1":
                    self._take_night(day, one.message)
                elif push and not (one.code == "B2" and self.mend.feed(day)):
                    self._clear(day, one.message)
                continue
            if item.id in self.mend.frozen:
                holes |= self._beside(item, one)
            else:
                self._remove(item, one.message)
                holes.add(item.day)
            if push:
                self._clear(day, one.message)
        return holes

    def _beside(self, item: Item, one: Violation) -> set[date]:
        """Take out the neighbour when an item that may not change has no room."""
        if one.code not in {"T2", "S1", "O1", "H2", "B3"}:
            return set()
        order = self.mend.days[item.day]
        index = order.index(item)
        for other in (order[index - 1] if index else None, order[index + 1] if index + 1 < len(order) else None):
            if other is not None and other.id not in self.mend.frozen and other.kind != "sleep":
                self._remove(other, f"It leaves room for {item.title!r}.")
        return {item.day}

    def _clear(self, day: date, message: str) -> None:
        for item in self.mend.clear(day, anchors=self.tight):
            self.causes.setdefault(item.id, message)

    def _take_night(self, day: date, message: str) -> None:
        night = next((item for item in self.mend.days.get(day, []) if item.kind == "sleep"), None)
        if night is not None and night.id not in self.mend.frozen:
            self._remove(night, message)

    def _remove(self, item: Item, message: str) -> None:
        self.causes.setdefault(item.id, message)
        self.causes.setdefault(item.day.isoformat(), message)
        if item.beat is not None:
            self.missing[item.beat] = message
        self.mend.take_out(item)

    def _beats(self, *, push: bool) -> None:
        """Tell every beat that is missing, on its own day if it had one, else on the first that has room."""
        self._begun_stories()
        told = self.mend.beats
        was = self.was
        ended = {fact.name.removeprefix("arc:"): fact.day for fact in self.told.facts if not fact.value}
        for beat, message in list(self.missing.items()):
            name = read_name(beat)
            if name is not None and beat not in told and ended.get(name.arc, date.min) < name.start:
                self._tell(name, was.get(beat), message, push=push)

    def _begun_stories(self) -> None:
        for tale in self.arc_days:
            for beat in tale.arc.beats:
                name = Named(tale.arc.id, tale.start, beat.id)
                if tale.name(beat) not in self.mend.beats:
                    self._tell(name, None, f"The story {tale.arc.title!r} begins on {tale.start}.", push=False)
        self.arc_days = []

    def _tell(self, name: Named, was: date | None, why: str, *, push: bool) -> None:
        arc = ARCS[name.arc]
        beat = next(one for one in arc.beats if one.id == name.beat)
        tale = Tale(arc, name.start)
        prefix = f"{name.arc}@{name.start}:"
        mine = [item for key, item in self.mend.beats.items() if key.startswith(prefix)]
        place = {tale.name(one): index for index, one in enumerate(arc.beats)}
        index = place[tale.name(beat)]
        after = max((item.day for item in mine if place.get(item.beat or "", 99) < index), default=date.min)
        before = min((item.day for item in mine if place.get(item.beat or "", -1) > index), default=date.max)
        end = self.mend.plan.first_day + timedelta(days=self.mend.plan.days)
        due = name.start + timedelta(days=beat.within[1])
        waits = sum(self.mend.under_way(due + timedelta(days=number)) for number in (-1, 0, 1))
        days = [name.start + timedelta(days=number) for number in range(beat.within[0], beat.within[1] + 1 + waits)]
        today = self._today()
        days = [day for day in days if after < day < before and today < day < end]
        days.sort(key=lambda day: (abs((day - was).days) if was else 0, day))
        if self.mend.tell(tale, beat, days, push=push):
            fresh = next(item for day in days for item in self.mend.days[day] if item.beat == tale.name(beat))
            stood = fresh.id in self.ids
            self.causes.setdefault(fresh.id, f"It makes room for {fresh.title!r}." if stood else why)
            self.causes.setdefault(fresh.day.isoformat(), f"It makes room for {fresh.title!r}.")
            self.touched.add(fresh.day)

    def _today(self) -> date:
        return self.now.date() - timedelta(days=1) if self.now.hour < 4 else self.now.date()  # noqa: PLR2004 - a life day

    def _open(self, broken: set[date]) -> set[date]:
        """Let more of what was asked for into the days to come."""
        end = self.mend.plan.first_day + timedelta(days=self.mend.plan.days)
        days: set[date] = set()
        for first, kinds in self.told.open:
            day = max(first, self._today() + timedelta(days=1))
            while day < end:
                if day not in broken:
                    self.mend.refill(day, kinds)
                    days.add(day)
                missing = kinds & self.mend.unworked(day)
                if missing:
                    stood = list(self.mend.days[day])
                    self.mend.work(day, missing)
                    for item in stood:
                        if not any(stands(item, one) for one in self.mend.days[day]):
                            self.causes.setdefault(item.id, "Her new working hours need the room.")
                    self.mend.refill(day)
                    days.add(day)
                day += timedelta(days=1)
        return days

    def _clash(self, one: Violation) -> None:
        day = _day_of(one.item_id)
        items = self.mend.days.get(day, []) if day is not None else []
        item = next((it for it in items if it.id == one.item_id), None)
        pinned = item is not None and item.pinned
        choices = (
            _CHOICES
            if pinned
            else _HELD
            if one.code in _PAID or (item is not None and item.id in self.held)
            else ("change the intervention",)
        )
        title = item.title if item is not None else one.item_id
        self.clashes.setdefault(
            f"{one.code} {one.item_id}",
            Clash(item_id=one.item_id, title=title, code=one.code, message=one.message, choices=choices),
        )


def replan(present: Present, told: Told, now: datetime) -> Outcome:
    """Return the life with the new facts in it, as little changed as can be."""
    return _Repair(present, told, now).run()


def _by_day(items: Iterable[Item]) -> dict[date, list[Item]]:
    days: dict[date, list[Item]] = {}
    for item in items:
        days.setdefault(item.day, []).append(item)
    return days


def _day_of(item_id: str) -> date | None:
    try:
        return date.fromisoformat(item_id[-10:])
    except ValueError:
        return None
