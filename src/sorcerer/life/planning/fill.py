"""Fill one day: work first, then the last chances of stories, meals, the rest of the stories, and what is due."""

from collections import Counter
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import date
from functools import lru_cache

from sorcerer import ids
from sorcerer.life.planning.budget import Budget, budget_of, class_of
from sorcerer.life.planning.day import Day, Slot
from sorcerer.life.planning.ledger import Ledger
from sorcerer.life.planning.offer import Offer, offer
from sorcerer.life.planning.tales import Tale
from sorcerer.life.world import Beat, Kind, World
from sorcerer.life.world.kind import MEALS, ORDER
from sorcerer.life.world.minutes import down
from sorcerer.life.world.stories import branch_kind

_WORK = ("work_morning", "work_afternoon", "work_evening")
_ANCHORS = ("routine", "breakfast", "dinner", "lunch", "winddown")
# The part of the day's eating that each meal is, and of its leisure that its end is.
_MEALS = {"breakfast": 0.23, "lunch": 0.35, "dinner": 0.42}
_CLOSE = 0.35
# What an anchor is cut to when the whole of it does not fit.
_SHORTER = 0.7
_DUE = 0.75
# What is so long overdue comes in even where the kind of day has no time for it: she keeps her habits.
_OVERDUE = 1.6
_HARDLY_DUE = 0.15
_MOST_ITEMS = 15
_MEALS_A_DAY, _THREE_MEALS = 2, 50
# Work begins when it begins: nothing optional may push it about by more than this, in minutes.
_WORK_EARLY, _WORK_LATE = 20, 40

# stage → the stages that come before it
BEFORE = {
    stage: frozenset(first for first, second in ORDER if second == stage)
    for stage in sorted({word for pair in ORDER for word in pair})
}


@dataclass(slots=True)
class Filling:
    """A day in the making, with all that decides about it.

    Args:
        plain: keep everything that must be short, and eat at home; for days that are too tight otherwise.
        only: the kinds that may come in; None is all of them.
        never: the kinds that somebody does not want on this day.
        marked: the stories that went on today.
    """

    world: World
    day: date
    hours: Day
    ledger: Ledger
    holds: Callable[[str], bool]
    plain: bool = False
    only: frozenset[str] | None = None
    never: frozenset[str] = frozenset()
    marked: list[Tale] = field(default_factory=list)
    budget: Budget = field(init=False)
    _counted: tuple[int, dict[str, int]] = field(init=False, default=(-1, {}))

    def __post_init__(self) -> None:
        """Look up what the day is meant to be."""
        self.budget = budget_of(self.world, self.day)

    def run(self, stories: list[Tale], *, told_first: bool = False) -> None:
        """Put everything in that the day can take.

        Args:
            told_first: whether the last chances of stories come before work; for days that would miss one otherwise.
        """
        if told_first:
            self._beats(stories, last=True)
        for kind in _WORK:
            self._anchor(kind)
        if not self.plain:
            self._beats(stories, last=True)
            self._meals_out()
        for kind in _ANCHORS:
            self._anchor(kind)
        if self.plain:
            self._beats(stories, last=True)
        self._beats(stories, last=False)
        self._rest()

    def missed(self, stories: list[Tale]) -> bool:
        """Tell whether the next beat of a story was due by this day and is not in it."""
        return any(tale.overdue(self.day) for tale in stories if tale not in self.marked)

    def fed(self) -> bool:
        """Tell whether the day has two meals at least."""
        return sum(1 for meal in MEALS if self.hours.has_stage(meal)) >= _MEALS_A_DAY

    def _anchor(self, name: str) -> None:
        kind = self.world.kinds.get(name)
        if (
            kind is None
            or not self._allows(name)
            or self.hours.has(name)
            or (kind.stage in MEALS and self.hours.has_stage(kind.stage))
        ):
            return
        minutes = self._meant(name, kind)
        if minutes == 0 or (name in _WORK and not self.ledger.free(kind, self.day)):
            return
        found = self._offer(kind)
        if found is None:
            return
        wished = () if self.plain else (minutes, round(_SHORTER * minutes))
        lengths = dict.fromkeys(_within(found, length) for length in (*wished, found.least))
        any(self._try(found, length) for length in lengths)

    def _meant(self, name: str, kind: Kind) -> int:
        """Return how long an anchor of the day is meant to last; 0 when the day goes without it."""
        if name in _WORK:
            return self.budget.blocks.get(name, 0)
        if name in _MEALS:
            skipped = None if self.plain else skipped_meal(self.budget, self.world.premise.seed, self.day)
            return 0 if name == skipped else round(_MEALS[name] * self.budget.minutes["eat"]) or 1
        minutes = self.budget.minutes[kind.category]
        return minutes if kind.stage == "rise" else round(_CLOSE * minutes)

    def _meals_out(self) -> None:
        for kind in _optional(self.world)[0]:
            if self._allows(kind.id) and not self.hours.has_stage(kind.stage):
                self._maybe(kind, self.ledger.urge(kind, self.day))

    def _rest(self) -> None:
        room = _MOST_ITEMS + (self.only is not None)
        left = Counter(self.budget.minutes)
        left.subtract(self._spent())
        weekday = self.day.weekday()
        possible = [kind for kind in _optional(self.world)[1] if weekday in kind.days and self._possible(kind, left)]
        ranked = sorted((-self.ledger.urge(kind, self.day), kind.id, kind) for kind in possible)
        for urge, _name, kind in ranked:
            if len(self.hours.slots) >= room or -urge < _HARDLY_DUE:
                return
            self._maybe(kind, -urge)

    def _possible(self, kind: Kind, left: Mapping[str, int]) -> bool:
        """Tell whether something optional may come in at all, before it is asked how much it is due.

        Args:
            left: minutes of each class that the day is still meant to have; they only become fewer.
        """
        if not self._allows(kind.id):
            return False
        has_time = left[class_of(kind)] >= kind.minutes[0]
        wanted = has_time or self.only is not None or kind.id in self.world.hers
        return wanted and not self.hours.has(kind.id) and self.ledger.free(kind, self.day)

    def _maybe(self, kind: Kind, urge: float) -> None:
        """Put a kind in when the day has time for its class, or when it is hers and long overdue."""
        left = self._left(class_of(kind))
        fits = left >= kind.minutes[0] and urge >= _HARDLY_DUE
        asked = self.only is not None and urge >= _DUE
        overdue = kind.id in self.world.hers and urge >= _OVERDUE
        if not (fits or asked or overdue) or self.hours.has(kind.id) or not self.ledger.free(kind, self.day):
            return
        found = self._offer(kind)
        if found is not None:
            self._try(found, _within(found, left) if fits else found.minutes)

    def _left(self, name: str) -> int:
        """Return the minutes of a class that the day is still meant to have."""
        return self.budget.minutes[name] - self._spent().get(name, 0)

    def _spent(self) -> dict[str, int]:
        """Return the minutes that each class has already; counted anew when something has come in."""
        many, spent = self._counted
        if many != len(self.hours.slots):
            spent = {}
            for slot in self.hours.slots:
                name = class_of(slot.kind)
                spent[name] = spent.get(name, 0) + slot.minutes
            self._counted = len(self.hours.slots), spent
        return spent

    def _beats(self, stories: list[Tale], *, last: bool) -> None:
        for tale in stories:
            due = tale.due(self.day, self.world.premise.seed)
            if due is None or due[1] != last or tale in self.marked:
                continue
            beat, _ = due
            if self.branch(tale, beat, alternative=False) or (last and self.branch(tale, beat, alternative=True)):
                self.marked.append(tale)

    def event(self, kind: Kind, start: int | None) -> bool:
        """Put in what somebody asked for, at the minute they named if they did; tell whether it fits."""
        found = self._offer(kind)
        if found is None:
            return False
        legal = found.windows
        for minutes in dict.fromkeys((found.minutes, found.least)):
            if start is not None:
                end = start + minutes
                found.windows = [(place, start, end, who) for place, a, b, who in legal if a <= start and end <= b]
            if self._try(found, minutes):
                return True
        return False

    def _allows(self, kind: str) -> bool:
        return kind not in self.never and (self.only is None or kind in self.only)

    def branch(self, tale: Tale, beat: Beat, *, alternative: bool) -> bool:
        """Put one branch of a beat in; tell whether it fits."""
        branch = beat.other if alternative else beat.main
        if self.hours.has(branch.kind):
            return False
        found = self._offer(branch_kind(beat, branch))
        if found is None:
            return False

        def dress(slot: Slot) -> None:
            slot.beat, slot.alternative, slot.gives = tale.name(beat), alternative, beat.gives
            slot.title, slot.act = branch.title, branch.act

        return self._try(found, found.minutes, dress) or self._try(found, found.least, dress)

    def _offer(self, kind: Kind) -> Offer | None:
        found = offer(self.world, kind, self.day, self.holds)
        if found is None:
            return None
        if not any(self.hours.has(work) for work in _WORK) and kind.id not in _WORK:
            found.windows = [window for window in found.windows if window[0].sort != "work"]
        return found if found.windows else None

    def _try(self, found: Offer, minutes: int, dress: Callable[[Slot], None] | None = None) -> bool:
        best: tuple[float, int, Slot] | None = None
        for place, first, last, who in found.windows:
            opens, closes = first, last
            fitting = minutes if closes - opens >= minutes else found.least
            wish = found.wish(opens, closes, fitting, self.world.premise.seed, self.day)
            if found.kind.id in _WORK:
                opens, closes = max(opens, wish - _WORK_EARLY), min(closes, wish + fitting + _WORK_LATE)
            slot = Slot(found.kind, place.id, fitting, opens, closes, wish, who)
            fit = self.hours.fit(slot)
            if fit is not None and (best is None or fit[0] < best[0]):
                best = (*fit, slot)
        if best is None:
            return False
        _, index, slot = best
        if dress is not None:
            dress(slot)
        self.hours.put(slot, index)
        return True


@lru_cache(maxsize=1024)
def _optional(world: World) -> tuple[tuple[Kind, ...], tuple[Kind, ...]]:
    """Return the kinds of hers that no day hangs on: the meals, and the others."""
    kinds = [kind for kind in world.kinds.values() if not kind.anchor]
    meals = tuple(kind for kind in kinds if kind.stage in MEALS)
    return meals, tuple(kind for kind in kinds if kind.stage not in MEALS)


def _within(found: Offer, minutes: int) -> int:
    """Return a length on the grid, as near to the wished one as the kind allows."""
    return min(max(down(minutes), found.least), down(found.kind.minutes[1]))


def skipped_meal(budget: Budget, seed: str, day: date) -> str | None:
    """Return the meal that a day with little time to eat goes without."""
    if budget.minutes["eat"] >= _THREE_MEALS:
        return None
    return ids.pick(("breakfast", "lunch"), seed, "skips", day.toordinal())
