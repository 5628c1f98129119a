"""The memory of the planner when it mends: what lies before a hole, and what lies after it."""

from bisect import bisect_left, insort
from collections import Counter, defaultdict
from collections.abc import Iterable
from datetime import date

from sorcerer import ids
from sorcerer.life.model import Item
from sorcerer.life.planning.ledger import Ledger, week_of
from sorcerer.life.world import Kind

_WEEK = 7
_FAR = 10_000


class Around(Ledger):
    """A ledger that knows the days on both sides.

    Args:
        items: everything that stands.
    """

    def __init__(self, seed: str, first_day: date, items: Iterable[Item]) -> None:
        super().__init__(seed, first_day)
        self._seed = seed
        self._days: dict[str, list[int]] = defaultdict(list)
        self._count: Counter[tuple[str, int]] = Counter()
        self._titles: dict[tuple[str, str], list[int]] = defaultdict(list)
        self._phases: dict[str, float] = {}
        self.today = first_day
        for item in items:
            self.add(item)

    def add(self, item: Item) -> None:
        """Remember an item that stands."""
        if item.beat is None and item.kind != "sleep":
            insort(self._days[item.kind], item.day.toordinal())
            self._count[item.kind, week_of(item.day)] += 1
            insort(self._titles[item.kind, item.title], item.day.toordinal())

    def drop(self, item: Item) -> None:
        """Forget an item that stands no more."""
        if item.beat is None and item.kind != "sleep":
            self._days[item.kind].remove(item.day.toordinal())
            self._count[item.kind, week_of(item.day)] -= 1
            self._titles[item.kind, item.title].remove(item.day.toordinal())

    def act(self, kind: Kind) -> tuple[str, str]:
        """Return the telling that lies furthest from where it was used."""
        today = self.today.toordinal()
        told = [self._titles.get((kind.id, act[0])) for act in kind.acts]
        near = [min(_beside(days, today)) if days else _FAR for days in told]
        furthest = max(near)
        best = [act for act, days in zip(kind.acts, near, strict=True) if days == furthest]
        if len(best) == 1:
            return best[0]
        return max(best, key=lambda act: ids.draw(self._seed, "telling", kind.id, act[0], today))

    def free(self, kind: Kind, day: date) -> bool:
        """Tell whether gaps on both sides and the weekly count allow a kind on a day."""
        before, after = self._near(kind.id, day)
        return min(before, after) >= kind.gap and self._count[kind.id, week_of(day)] < kind.weekly[2]

    def urge(self, kind: Kind, day: date) -> float:
        """Return how much a kind is due between its neighbours."""
        least, usual, _most = kind.weekly
        period = _WEEK / max(usual, 0.2)
        before, after = self._near(kind.id, day)
        done = self._count[kind.id, week_of(day)]
        if kind.id not in self._phases:
            self._phases[kind.id] = ids.draw(self._seed, "phase", kind.id)
        alone = period * (0.4 + 0.6 * self._phases[kind.id]) + _WEEK
        since = min(before, after, alone)
        urge = since / period + 2 * max(0, least - done) / (_WEEK - day.weekday())
        urge += 0.8 * (ids.draw(self._seed, "whim", kind.id, day.toordinal()) - 0.5)
        return urge - 0.7 if done >= usual else urge

    def _near(self, kind: str, day: date) -> tuple[int, int]:
        """Return the days since the last time and until the next one."""
        return _beside(self._days.get(kind, []), day.toordinal())


def _beside(days: list[int], today: int) -> tuple[int, int]:
    """Return how far the nearest of some days lie before a day and, with it, after it."""
    index = bisect_left(days, today)
    before = today - days[index - 1] if index else _FAR
    return before, days[index] - today if index < len(days) else _FAR
