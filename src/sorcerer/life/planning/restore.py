"""Put back what a repair took out and need not have: what fits in again as it was, once the new life has settled."""

import re
from collections import defaultdict
from collections.abc import Callable, Iterable
from datetime import date, timedelta

from sorcerer.life.model import Item, Violation
from sorcerer.life.planning.mend import Mend, stands
from sorcerer.life.world import Worlds

_TRIES, _ROUNDS = 4, 8
_NIGHT = timedelta(days=1)
_DATED = re.compile(r"\d{4}-\d\d-\d\d$")


class Restoring:
    """What stood before, put back into a mended life.

    Args:
        was: what stood before and may stand again, as it was.
        asked: ids of what the change itself is; nothing of it makes room.
        look: names what is broken now.
    """

    def __init__(
        self, mend: Mend, was: Iterable[Item], asked: frozenset[str], look: Callable[[], list[Violation]]
    ) -> None:
        self._mend = mend
        self._asked = asked
        self._look = look
        self._was: dict[date, list[Item]] = defaultdict(list)
        for item in was:
            self._was[item.day].append(item)
        self._known = {item.id: item for items in self._was.values() for item in items}

    def run(self) -> set[date]:
        """Put back all that fits and return the days it changed; a day that breaks by it stays as it is."""
        stood: dict[date, list[Item]] = {}
        before = {day: list(items) for day, items in self._mend.days.items() if items}
        for day in sorted(self._was):
            for one in self._day(day):
                stood[one] = before[one]
        for number in range(_ROUNDS):
            found = self._look() if stood else []
            if not found:
                return set(stood)
            named = {one.item_id for one in found}
            broken = sorted(self._to_blame(set(stood), named))
            for day in broken:
                self._as_it_was(day, stood.pop(day))
            for day in broken:
                self._was[day] = self._without(day, named)
            for day in broken if number < _TRIES else ():
                for one in self._day(day):
                    stood.setdefault(one, before[one])
        for day, items in stood.items():
            self._as_it_was(day, items)
        return set()

    def _to_blame(self, stood: set[date], named: set[str]) -> set[date]:
        """Return the changed days that what is broken now may come from: its own, else the nearest, else all."""
        own = {day for day in stood if any(one.endswith(day.isoformat()) for one in named)}
        near = {date.fromisoformat(one[-10:]) for one in named if _DATED.search(one)}
        beside = {day for day in stood if any(abs(day - one) <= _NIGHT for one in near)}
        return own or beside or {day for day in stood if any(item.beat for item in self._was[day])} or stood

    def _without(self, day: date, named: set[str]) -> list[Item]:
        """Return what may still be put back into a day: what was not named, else all but the first."""
        left = [item for item in self._was[day] if item.id not in named]
        return left if len(left) < len(self._was[day]) else left[1:]

    def _day(self, day: date) -> set[date]:
        """Put back what fits into one day; return the days that are not as they were by it."""
        done: set[date] = set()
        for item in self._was[day]:
            order = self._mend.days[day]
            if any(stands(item, one) for one in order):
                continue
            away = self._in_the_way(item)
            if away is None:
                continue
            for other in away:
                self._mend.take_out(other)
            self._mend.put_back(item)
            done |= {day, *(other.day for other in away)}
        return done

    def _in_the_way(self, item: Item) -> list[Item] | None:
        """Return what has to go for an item to stand again, or None when something has that may not."""
        mend, day = self._mend, item.day
        world = mend.worlds.on(day)
        if item.place not in world.by_id or (mend.under_way(day) and item.start < mend.there(day)):
            return None
        away: list[Item] = []
        told = mend.beats.get(item.beat or "")
        if told is not None and told.id in self._asked | mend.frozen:
            return None
        if told is not None and told.day != day:
            away.append(told)
        for other in mend.days[day]:
            same = other.id == item.id
            if same and (other.beat != item.beat or other.id in self._asked):
                return None
            if not same and other is not told and _apart(mend.worlds, other, item):
                continue
            if not same and other is not told and not self._filler(other):
                return None
            away.append(other)
        return away

    def _filler(self, item: Item) -> bool:
        """Tell whether an item only fills a hole: nothing asked for, nothing that stood before, no story's."""
        fills = item.id not in self._asked | self._mend.frozen and item.beat is None and item.kind != "sleep"
        return fills and self._known.get(item.id) != item and self._mend.is_fresh(item)

    def _as_it_was(self, day: date, items: list[Item]) -> None:
        for item in [one for one in self._mend.days[day] if not any(stands(one, other) for other in items)]:
            self._mend.take_out(item)
        for item in items:
            if not any(stands(item, one) for one in self._mend.days[day]):
                self._mend.put_back(item)


def _apart(worlds: Worlds, one: Item, other: Item) -> bool:
    """Tell whether there is time for the way between two items of a day."""
    first, second = (one, other) if one.start <= other.start else (other, one)
    here = worlds.on(one.day).by_id
    if (
        first.place not in here
        or second.place not in here
        or "transit" in (here[first.place].sort, here[second.place].sort)
    ):
        return first.end <= second.start
    return first.end + worlds.on(one.day).travel(first.place, second.place) <= second.start
