"""What a kind of activity may look like on a day: the slots it could take, each legal by itself."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date

from sorcerer import ids
from sorcerer.life.model import Fact
from sorcerer.life.world import Kind, Place, World, daylight, open_between
from sorcerer.life.world.minutes import DAWN, DUSK, down, up
from sorcerer.life.world.state import split, value_at

_SKEW = 1.5

# A place, earliest start, latest end, and who is with her.
Window = tuple[Place, int, int, tuple[str, ...]]


@dataclass(slots=True)
class Offer:
    """A kind on a day: the shortest time it may take, the time it would like, and the windows it may lie in."""

    kind: Kind
    least: int
    minutes: int
    windows: list[Window]
    _leans: tuple[float, float] | None = None

    def wish(self, opens: int, closes: int, minutes: int, seed: str, day: date) -> int:
        """Return the start she would like inside a window: her habit, a little off every day."""
        if self._leans is None:
            habit = 0.25 + 0.5 * ids.draw(seed, "habit", self.kind.id) if self.kind.lean is None else self.kind.lean
            self._leans = habit, ids.draw(seed, "hour", self.kind.id, day.toordinal()) - 0.5
        habit, off = self._leans
        room = closes - minutes - opens
        return min(max(down(opens + room * habit + 60 * off), opens), closes - minutes)


def offer(world: World, kind: Kind, day: date, holds: Callable[[str], bool]) -> Offer | None:
    """Return where and when a kind could be on a day, or None when it could not be at all.

    Args:
        holds: tells whether a need is met through the whole of the day.
    """
    if day.weekday() not in kind.days or not all(holds(need) for need in kind.needs):
        return None
    seed = world.premise.seed
    least, most = up(kind.minutes[0]), down(kind.minutes[1])
    reach = ids.draw(seed, "minutes", kind.id, day.toordinal()) ** _SKEW
    minutes = min(max(down(least + reach * (most - least)), least), most)
    windows = [
        window
        for place in world.sites(kind)
        for window in _windows(world, kind, place, day)
        if window[2] - window[1] >= least
    ]
    return Offer(kind, least, minutes, windows) if windows else None


def _windows(world: World, kind: Kind, place: Place, day: date) -> list[Window]:
    hours = open_between(place, day.weekday())
    if hours is None:
        return []
    opens, closes = max(kind.window[0], hours[0]), min(kind.window[1], hours[1])
    if kind.daylight:
        rise, fall = daylight(world.city, day)
        opens, closes = max(opens, rise), min(closes, fall)
    if not kind.company:
        return [(place, up(opens), down(closes), ())]
    found: list[Window] = []
    for name, friend in world.people.items():
        early, late = friend.free(day.weekday())
        found.append((place, up(max(opens, early)), down(min(closes, late)), (name,)))
    found.sort(key=lambda window: ids.draw(world.premise.seed, "whom", kind.id, window[3], day.toordinal()))
    return found[:2]


def keeper(facts: list[Fact], day: date) -> Callable[[str], bool]:
    """Return a test that tells whether a need is met from the first to the last minute of a day."""
    known: dict[str, bool] = {}

    def holds(need: str) -> bool:
        if need not in known:
            name, wanted = split(need)
            values = [value_at(facts, name, day, DAWN), value_at(facts, name, day, DUSK)]
            values += [fact.value for fact in facts if fact.name == name and fact.day == day]
            known[need] = all(bool(value) == wanted for value in values)
        return known[need]

    return holds
