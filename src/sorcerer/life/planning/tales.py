"""Which stories run when, and which beat of them is due."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date, timedelta

from sorcerer import ids
from sorcerer.life.model import Fact, Premise
from sorcerer.life.planning.words import told
from sorcerer.life.world import ARCS, Arc, Beat, World
from sorcerer.life.world.stories import write_name

_TRACKS = 2
_WAIT = 0.55
_LAST_CHANCE = 1
_ECHO = 2


@dataclass(slots=True)
class Tale:
    """One telling of a story: where it began and how far it is."""

    arc: Arc
    start: date
    done: int = 0
    last_done: date | None = None
    lines: list[tuple[date, int, str]] = field(default_factory=list)

    def due(self, day: date, seed: str) -> tuple[Beat, bool] | None:
        """Return the beat to try on a day and whether this is its last chance; None when it may wait."""
        if self.done >= len(self.arc.beats) or (self.last_done is not None and self.last_done >= day):
            return None
        beat = self.arc.beats[self.done]
        since = (day - self.start).days
        if since < beat.within[0]:
            return None
        last = since >= beat.within[1] - _LAST_CHANCE
        if not last and ids.draw(seed, "beat", self.arc.id, beat.id, day.toordinal()) < _WAIT:
            return None
        return beat, last

    def overdue(self, day: date) -> bool:
        """Tell whether the next beat may be told on this day and on none after it."""
        if self.done >= len(self.arc.beats) or (self.last_done is not None and self.last_done >= day):
            return False
        return (day - self.start).days == self.arc.beats[self.done].within[1]

    def name(self, beat: Beat) -> str:
        """Return how an item names a beat of this telling."""
        return write_name(self.arc.id, self.start, beat.id)

    def runs(self, day: date) -> bool:
        """Tell whether the story is told on a day: from its start until two days after its last beat."""
        if self.done < len(self.arc.beats) or self.last_done is None:
            return self.start <= day
        return (day - self.last_done).days <= _ECHO

    def progress(self, name: str, day: date, minute: int, premise: Premise) -> None:
        """Remember where the story stands from a minute on, if the beat of that name is the one just done."""
        done = self.arc.beats[self.done - 1] if self.done else None
        if done is not None and self.name(done) == name:
            self.lines.append((day, minute, told(done.line, premise)))

    def mark(self, day: date) -> None:
        """Remember that the due beat has happened."""
        self.done += 1
        self.last_done = day


def tales(world: World, first_day: date, last_day: date) -> Iterator[Tale]:
    """Yield the stories that begin between two days, in the order they begin; none when she runs by herself."""
    premise = world.premise
    if premise.mode == "company":
        return
    begin = [
        first_day + timedelta(days=int(track * 6 + 3 * ids.draw(premise.seed, "begin", track)))
        for track in range(_TRACKS)
    ]
    ends: list[tuple[str, date]] = []
    told: list[str] = []
    while min(begin) <= last_day:
        track = begin.index(min(begin))
        start = begin[track]
        running = {arc for arc, end in ends if end > start}
        arc = _choose(world, start, running, told)
        told.append(arc.id)
        end = start + timedelta(days=arc.days)
        ends.append((arc.id, end))
        pause = int(3 + 9 * ids.draw(premise.seed, "pause", track, start.toordinal()))
        begin[track] = end + timedelta(days=pause)
        yield Tale(arc, start)


def beginnings(stories: list[Tale]) -> list[Fact]:
    """Return the facts that say which story began when."""
    return [Fact(day=tale.start, name=f"arc:{tale.arc.id}", value=tale.start.isoformat()) for tale in stories]


def _choose(world: World, start: date, running: set[str], told: list[str]) -> Arc:
    """Return the story that is hers the most and was told the least."""
    seed = world.premise.seed

    def rank(arc: Arc) -> float:
        fits = sum(1 for word in arc.likes if world.likes((word,)))
        return min(fits, 2) - 1.6 * told.count(arc.id) + ids.draw(seed, "story", arc.id, start.toordinal())

    hers = [arc for arc in ARCS.values() if arc.id not in running and (not arc.asked or world.likes(arc.likes))]
    return max(hers, key=rank)
