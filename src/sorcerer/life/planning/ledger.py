"""What has happened so far: how often, how lately, and which telling of it comes next."""

from collections import Counter
from datetime import date

from sorcerer import ids
from sorcerer.life.world import Kind

_WEEK = 7
_FULL_WEEK_OFF = 0.7


def week_of(day: date) -> int:
    """Return the number of a calendar week; weeks begin on Mondays."""
    return (day.toordinal() - 1) // _WEEK


class Ledger:
    """The memory of the planner while it walks forward through the days."""

    def __init__(self, seed: str, first_day: date) -> None:
        self._seed = seed
        self._first = first_day.toordinal()
        self._last: dict[str, int] = {}
        self._weeks: Counter[tuple[str, int]] = Counter()
        self._told: Counter[str] = Counter()

    def note(self, kind: str, day: date) -> None:
        """Remember that a kind happened."""
        self._last[kind] = day.toordinal()
        self._weeks[kind, week_of(day)] += 1

    def act(self, kind: Kind) -> tuple[str, str]:
        """Return the next telling of a kind; none comes back before all the others had their turn."""
        first = int(ids.draw(self._seed, "telling", kind.id) * len(kind.acts))
        chosen = kind.acts[(first + self._told[kind.id]) % len(kind.acts)]
        self._told[kind.id] += 1
        return chosen

    def free(self, kind: Kind, day: date) -> bool:
        """Tell whether gap and weekly count allow a kind on a day."""
        last = self._last.get(kind.id)
        if last is not None and day.toordinal() - last < kind.gap:
            return False
        return self._weeks[kind.id, week_of(day)] < kind.weekly[2]

    def urge(self, kind: Kind, day: date) -> float:
        """Return how much a kind is due: its period run out, its week running out, and a keyed whim."""
        least, usual, _most = kind.weekly
        period = _WEEK / max(usual, 0.2)
        last = self._last.get(kind.id)
        if last is None:
            since = day.toordinal() - self._first + period * (0.4 + 0.6 * ids.draw(self._seed, "phase", kind.id))
        else:
            since = day.toordinal() - last
        done = self._weeks[kind.id, week_of(day)]
        left = _WEEK - day.weekday()
        urge = since / period + 2 * max(0, least - done) / left
        urge += 0.8 * (ids.draw(self._seed, "whim", kind.id, day.toordinal()) - 0.5)
        return urge - _FULL_WEEK_OFF if done >= usual else urge
