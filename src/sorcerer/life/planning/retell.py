"""Lay the posts of a mended life anew where what they tell of has changed, and nowhere else."""

from collections import defaultdict
from collections.abc import Iterable
from datetime import date, datetime, timedelta
from itertools import count
from operator import itemgetter

from sorcerer.life.model import Item, Post
from sorcerer.life.planning.cadence import Cadence
from sorcerer.life.planning.mend import Mend
from sorcerer.life.planning.overlay import SPACING, Overlay, Today, in_order
from sorcerer.life.planning.words import told
from sorcerer.life.world import ARCS, World, Worlds
from sorcerer.life.world.minutes import minute_of, moment
from sorcerer.life.world.stories import read_name

_FORTNIGHT = timedelta(days=14)
_LATER = 6
_TURN = itemgetter(0)
_ECHO = 2
# Two posts can only come near each other when their life days lie so close, in whatever zones.
_BESIDE = timedelta(days=2)


class _Laid:
    """The posts that are laid, found by their day, in the order they were laid."""

    def __init__(self, posts: Iterable[Post]) -> None:
        self._days: dict[date, dict[str, tuple[int, Post]]] = defaultdict(dict)
        self._next = count()
        for post in posts:
            self.put(post)

    def put(self, post: Post) -> None:
        """Lay a post; one of the same id gives it its turn."""
        there = self._days[_life_day(post)]
        turn = there[post.id][0] if post.id in there else next(self._next)
        there[post.id] = turn, post

    def drop(self, post: Post) -> None:
        """Take a post away."""
        del self._days[_life_day(post)][post.id]

    def all(self) -> list[Post]:
        """Return every post."""
        return [post for _, post in sorted((one for there in self._days.values() for one in there.values()), key=_TURN)]

    def near(self, day: date, within: timedelta) -> list[tuple[date, Post]]:
        """Return the posts of the days around a day, each with its own."""
        days = (day + timedelta(days=number) for number in range(-within.days, within.days + 1))
        found = [(turn, on, post) for on in days for turn, post in self._days.get(on, {}).values()]
        return [(on, post) for _, on, post in sorted(found, key=_TURN)]


class Retelling:
    """The posts of a life while they are laid anew.

    Args:
        mend: the life as it stands now.
        posts: the posts of before.
        settled: ids of posts that are out, or in the making: they stay whatever happens.
        first: nothing goes out before this moment.
    """

    def __init__(self, mend: Mend, posts: Iterable[Post], settled: frozenset[str], first: datetime) -> None:
        self._mend = mend
        self._worlds: Worlds = mend.worlds
        self._settled = settled
        self._first = first
        self._last_day = mend.plan.first_day + timedelta(days=mend.plan.days - 1)
        self._laid = _Laid(posts)
        beats = ((item, _line(item)) for item in sorted(mend.beats.values(), key=lambda one: (one.day, one.start)))
        self._beats = [(item.day, item.end, line) for item, line in beats if line is not None]

    def run(self, days: set[date]) -> tuple[Post, ...]:
        """Lay the posts of some days anew and return all posts."""
        lost: list[tuple[date, Post]] = []
        for post in self._laid.all():
            day = _life_day(post)
            if day in days and post.id not in self._settled:
                again = self._again(day, post)
                if again is None:
                    self._laid.drop(post)
                    lost.append((day, post))
                else:
                    self._laid.put(again)
        for day, post in lost:
            following = (day + timedelta(days=number) for number in range(_LATER + 1))
            any(one <= self._last_day and self._instead(one, post) for one in following)
        return in_order(self._laid.all())

    def _again(self, day: date, post: Post) -> Post | None:
        """Return the post as it reads now, or None when it can no longer go out at its minute."""
        today = self.today(day)
        item = next((one for one in today.items if one.id == post.item_id), None)
        if item is None:
            return None
        overlay = Overlay(self._worlds.on(day), self._cadence(day))
        zone = self._worlds.on(day).city.zone
        minute = minute_of(day, post.at, zone)
        if minute < item.end or minute >= today.bed or self._crowded(post):
            return None
        fresh = overlay.telling(today, item, post.medium, minute)
        return fresh.model_copy(update={"sponsor_id": post.sponsor_id, "shows": post.shows, "at": post.at})

    def _instead(self, day: date, post: Post) -> bool:
        """Place another post of the same sort on a day; tell whether there was room."""
        today = self.today(day)
        if not today.items:
            return False
        world = self._worlds.on(day)
        overlay = Overlay(world, self._cadence(day))
        for around, other in self._laid.near(day, _FORTNIGHT):
            kind = other.item_id.partition("@")[0]
            overlay.last_told[f"{other.medium}:{kind}"] = overlay.last_told[f"title:{other.title}"] = around
            overlay.taken.append(minute_of(day, other.at, world.city.zone))
            overlay.used.add(other.item_id)
        early = {item.id for item in today.items if moment(day, item.end, world.city.zone) < self._first}
        overlay.used |= early
        done = overlay.reel(today, overlay.hour(day)) if post.medium == "reel" else overlay.story(today)
        for fresh in overlay.posts:
            self._laid.put(self._paid_as(post, fresh, world))
        return done

    def _paid_as(self, lost: Post, fresh: Post, world: World) -> Post:
        """Return a post with the sponsor of the one it replaces, when it is of the same sort and outside the growth."""
        sort = [str(post.moment.get("category", "")) for post in (lost, fresh)]
        if lost.sponsor_id is None or sort[0] != sort[1] or world.premise.growth.covers(fresh.at):
            return fresh
        return fresh.model_copy(update={"sponsor_id": lost.sponsor_id, "shows": lost.shows})

    def _cadence(self, day: date) -> Cadence:
        return Cadence(self._worlds.on(day).premise, self._mend.plan.first_day)

    def _crowded(self, post: Post) -> bool:
        near = timedelta(minutes=SPACING)
        beside = self._laid.near(_life_day(post), _BESIDE)
        return any(abs(other.at - post.at) < near and other.id != post.id for _, other in beside)

    def today(self, day: date) -> Today:
        """Return a day as posts see it."""
        everything = self._mend.days.get(day, [])
        bed = next((item.start for item in everything if item.kind == "sleep"), 0)
        here = self._worlds.on(day).by_id
        awake = [item for item in everything if item.kind != "sleep" and item.place in here]
        return Today(day, awake, bed, self._lines(day))

    def _lines(self, day: date) -> list[list[tuple[date, int, str]]]:
        """Return where every story stands that is told on a day."""
        tellings: dict[tuple[str, date], list[tuple[date, int, str]]] = {}
        premise = self._worlds.on(day).premise
        for on, end, (name, start, text) in self._beats:
            if on > day:
                break
            if (day - start).days <= ARCS[name].days + _LATER:
                tellings.setdefault((name, start), []).append((on, end, told(text, premise)))
        ends = {(name, start): start + timedelta(days=ARCS[name].days) for name, start in tellings}
        return [
            lines
            for key, lines in tellings.items()
            if ends[key] >= day or (day - lines[-1][0]).days <= _ECHO or len(lines) < len(ARCS[key[0]].beats)
        ]


def _life_day(post: Post) -> date:
    return date.fromisoformat(post.item_id[-10:])


def _line(item: Item) -> tuple[str, date, str] | None:
    name = read_name(item.beat or "")
    beat = next((one for one in ARCS[name.arc].beats if one.id == name.beat), None) if name else None
    return (name.arc, name.start, beat.line) if name is not None and beat is not None else None
