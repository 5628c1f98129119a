"""Lay posts over items. They tell of what happened and move nothing."""

from dataclasses import dataclass, field
from datetime import date

from sorcerer import ids
from sorcerer.life.model import Item, Medium, Post
from sorcerer.life.planning.cadence import Cadence
from sorcerer.life.planning.words import moment, scene_of
from sorcerer.life.world import World, light_at
from sorcerer.life.world.minutes import DAY, GRID, hm, up, wall
from sorcerer.life.world.minutes import moment as utc

SPACING = 120
_AFTER = 10
_BEFORE_BED = 15
_STORY_WITHIN = 240
_STALE_AFTER = 14
_BEAT_BONUS = 4.0
_LATE_COSTS = 0.4
_EVERYDAY_REEL = 0.55


@dataclass(slots=True)
class Today:
    """One life day as posts see it: what she did, where her night begins, which stories run."""

    day: date
    items: list[Item]
    bed: int
    lines: list[list[tuple[date, int, str]]]

    def stands(self, minute: int) -> tuple[str, ...]:
        """Return where each running story stands at a minute."""
        known = [[line for day, end, line in story if (day, end) <= (self.day, minute)] for story in self.lines]
        return tuple(story[-1] for story in known if story)


@dataclass(slots=True)
class Overlay:
    """Places posts day by day, and remembers what was told lately."""

    world: World
    cadence: Cadence
    last_told: dict[str, date] = field(default_factory=dict)
    posts: list[Post] = field(default_factory=list)
    taken: list[int] = field(default_factory=list)
    used: set[str] = field(default_factory=set)
    behind: bool = False

    def tell(self, today: Today) -> None:
        """Place the posts that a day owes."""
        due = self.cadence.owed(today.day)
        self.taken = [minute - DAY for minute in self.taken if minute > DAY]
        self.used = set()
        self.behind = due.behind
        reels = sum(self.reel(today, self.hour(today.day)) for _ in range(due.reels))
        for minute in due.fixed:
            if not self._at(today, minute):
                self.reel(today, minute)
        stories = sum(self.story(today) for _ in range(due.stories))
        self.cadence.paid(reels, stories)

    def _at(self, today: Today, minute: int) -> bool:
        """Place a reel at that very minute; tell whether she is up, has done something, and no post is near."""
        if not today.items or not self._free(minute) or not today.items[0].start <= minute <= today.bed:
            return False
        item = next((one for one in self._ranked(today, "reel") if one.end <= minute), None)
        if item is not None:
            self._keep(today, item, "reel", minute)
        return item is not None

    def reel(self, today: Today, wish: int) -> bool:
        """Place a reel at the wished minute or as soon after it as can be; tell whether there was room."""
        limit = today.bed - _BEFORE_BED
        for item in self._ranked(today, "reel", wish):
            ready = up(item.end + _AFTER)
            minute = self._first_free(max(ready, wish), limit)
            minute = minute if minute is not None else self._first_free(ready, limit)
            if minute is not None:
                self._keep(today, item, "reel", minute)
                return True
        return False

    def story(self, today: Today) -> bool:
        """Place a story soon after something that happened; tell whether there was room."""
        for item in self._ranked(today, "story"):
            soon = 5 + 25 * ids.draw(self.world.premise.seed, "soon", item.id)
            limit = min(item.end + _STORY_WITHIN, today.bed - _BEFORE_BED)
            minute = self._first_free(up(item.end + soon), limit)
            if minute is not None:
                self._keep(today, item, "story", minute)
                return True
        return False

    def hour(self, day: date) -> int:
        """Return the minute she likes to post at: around noon or early evening, hers, a little off every day."""
        seed = self.world.premise.seed
        noonish = ids.draw(seed, "noon or evening", day.toordinal()) < 0.25  # noqa: PLR2004 - one in four
        middle = hm("12:20") if noonish else hm("18:40")
        own = 80 * (ids.draw(seed, "posting hour") - 0.5)
        return up(middle + own + 50 * (ids.draw(seed, "posting", day.toordinal()) - 0.5))

    def _ranked(self, today: Today, medium: Medium, wish: int = 2 * DAY) -> list[Item]:
        """Return the items worth telling, best first: new, hers, part of a story, and over by the wished minute.

        What was told in the same words in the last fortnight is left out, or comes last when posts are long overdue.
        """
        seed = self.world.premise.seed

        def worth(item: Item) -> float:
            kind = self.world.kinds.get(item.kind)
            weight = kind.weight if kind is not None else 1.0
            if medium == "reel" and kind is not None and kind.anchor:
                weight *= _EVERYDAY_REEL
            last = self.last_told.get(f"{medium}:{item.kind}")
            stale = max(0, _STALE_AFTER - (today.day - last).days) / _STALE_AFTER if last is not None else 0.0
            bonus = _BEAT_BONUS if item.beat else 0.0
            late = _LATE_COSTS * max(0, item.end - wish) / 60
            return weight * (1 - 0.85 * stale) - late + bonus + 1.2 * ids.draw(seed, "worth", medium, item.id)

        free = [item for item in today.items if item.category != "sleep" and item.id not in self.used]
        fresh = [item for item in free if not self._lately(today.day, item.title)]
        again = [item for item in free if item not in fresh] if self.behind else []
        return [*sorted(fresh, key=worth, reverse=True), *sorted(again, key=worth, reverse=True)]

    def _lately(self, day: date, title: str) -> bool:
        """Tell whether these very words were posted within a fortnight, or will be."""
        told = self.last_told.get(f"title:{title}")
        return told is not None and abs((day - told).days) <= _STALE_AFTER

    def _free(self, minute: int) -> bool:
        return all(abs(minute - other) >= SPACING for other in self.taken)

    def _first_free(self, minute: int, limit: int) -> int | None:
        while minute <= limit:
            if self._free(minute):
                return minute
            minute += 3 * GRID
        return None

    def _keep(self, today: Today, item: Item, medium: Medium, minute: int) -> None:
        self.taken.append(minute)
        self.used.add(item.id)
        self.last_told[f"{medium}:{item.kind}"] = self.last_told[f"title:{item.title}"] = today.day
        self.posts.append(self.telling(today, item, medium, minute))

    def telling(self, today: Today, item: Item, medium: Medium, minute: int) -> Post:
        """Return the post that tells of an item at a minute of its day."""
        place = self.world.by_id[item.place]
        index = today.items.index(item)
        prior = today.items[index - 1] if index else None
        following = today.items[index + 1] if index + 1 < len(today.items) else None
        return Post(
            id=f"{medium}:{item.id}",
            item_id=item.id,
            medium=medium,
            at=utc(today.day, minute, self.world.city.zone),
            local_time=wall(today.day, minute).isoformat(timespec="minutes"),
            title=item.title,
            direction=item.line,
            scene=scene_of(item, place),
            light=light_at(self.world.city, item.day, (item.start + item.end) // 2),
            moment=moment(item, place, prior, following, today.stands(minute)),
            zone=self.world.city.zone,
        )


def in_order(posts: list[Post]) -> tuple[Post, ...]:
    """Return posts in the order they go out."""
    return tuple(sorted(posts, key=lambda post: (post.at, post.id)))
