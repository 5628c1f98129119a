"""How many posts a day owes: a ramp through the growth phase, or the fixed frequency of company mode."""

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime, timedelta

from sorcerer.errors import Invalid
from sorcerer.life.model import Premise
from sorcerer.life.world.minutes import DAWN, wall
from sorcerer.recurrence import parse

_FIRST_RATE = 0.4
_MOST_OWED, _BEHIND = 2.0, 1.0
_COMPANY_HOUR = 18
_COMPANY_YEARS = 20
_MOST_A_DAY = 6  # what TikTok and YouTube take of one account with a margin
_FORTNIGHT = timedelta(days=14)
_A_DAY = 5
_EPSILON = 1e-9


@dataclass(frozen=True, slots=True)
class Due:
    """What one life day owes: how many reels, and at which fixed minutes if any; how many stories.

    Args:
        behind: whether more than a day's worth has been waiting; better the same words again than nothing.
    """

    reels: int
    stories: int
    fixed: tuple[int, ...] = ()
    behind: bool = False


class Cadence:
    """Counts posts from day to day: what was owed and could not be placed is owed still.

    Args:
        premise: her pace and growth phase.
        first_day: where counting begins; the first day owes one of each.
    """

    def __init__(self, premise: Premise, first_day: date) -> None:
        self._premise = premise
        self._first = first_day
        rate, pace = self._rate(first_day), premise.pace
        self._reels = max(0.0, 1 - rate * pace.posts_per_week / 7)
        self._stories = max(0.0, 1 - rate * pace.stories_per_day) if pace.stories_per_day else 0.0
        self._rule = _occurrences(premise.pace.rrule or "", first_day) if _by_rule(premise) else None
        self._waiting: datetime | None = None

    def owed(self, day: date) -> Due:
        """Return what a day owes; days must be asked for one after the other."""
        rate = self._rate(day)
        pace = self._premise.pace
        self._stories = min(self._stories + rate * pace.stories_per_day, pace.stories_per_day + _MOST_OWED)
        stories = min(int(self._stories + _EPSILON), _A_DAY)
        if self._rule is not None:
            return Due(0, stories, self._fixed(day), behind=True)
        self._reels = min(self._reels + rate * pace.posts_per_week / 7, pace.posts_per_week / 7 + _MOST_OWED)
        behind = self._reels >= pace.posts_per_week / 7 + _BEHIND or self._stories >= pace.stories_per_day + _BEHIND
        return Due(int(self._reels + _EPSILON), stories, behind=behind)

    def paid(self, reels: float, stories: float) -> None:
        """Take off what the day really posted."""
        self._reels -= reels
        self._stories -= stories

    @property
    def owing(self) -> tuple[float, float]:
        """Return how many reels and stories are owed still; less than nothing when some went out ahead."""
        return self._reels, self._stories

    def _rate(self, day: date) -> float:
        """Return which part of the full pace a day has: it climbs through the growth phase."""
        phase = self._premise.growth
        if not phase.on:
            return 1.0
        start = phase.started_at.date() if phase.started_at is not None else self._first
        if phase.ended_at is not None and day >= phase.ended_at.date():
            return 1.0
        gone = max(0, (day - start).days) / phase.days
        return min(1.0, _FIRST_RATE + (1 - _FIRST_RATE) * gone)

    def _fixed(self, day: date) -> tuple[int, ...]:
        """Return the minutes at which a rule fires on a life day."""
        begin, end = wall(day, DAWN), wall(day + timedelta(days=1), DAWN)
        minutes: list[int] = []
        assert self._rule is not None  # noqa: S101 - only asked where there is a rule
        while True:
            self._waiting = self._waiting or next(self._rule, None)
            if self._waiting is None or self._waiting >= end:
                return tuple(minutes)
            if self._waiting >= begin:
                minutes.append(round((self._waiting - wall(day, 0)).total_seconds() / 60))
            self._waiting = None


def _by_rule(premise: Premise) -> bool:
    return premise.mode == "company" and bool(premise.pace.rrule)


def _occurrences(rule: str, first_day: date) -> Iterator[datetime]:
    """Return the wall times at which a rule fires, from the first day on.

    Raises:
        Invalid: it is no rule, or names more reels a day than networks take.
    """
    says_when = "BYHOUR" in rule.upper() or "HOURLY" in rule.upper()
    begin = wall(first_day, DAWN if says_when else _COMPANY_HOUR * 60)
    try:
        parsed = parse(rule, begin, "UTC", years=_COMPANY_YEARS)
    except Invalid as error:
        raise Invalid(error.message, field="pace.rrule", fix=error.fix) from error
    days = Counter(moment.date() for moment in parsed.between(begin, begin + _FORTNIGHT, inc=True))
    if max(days.values(), default=0) > _MOST_A_DAY:
        message = f"{rule!r} names {max(days.values())} reels a day; networks take {_MOST_A_DAY}."
        raise Invalid(message, field="pace.rrule", fix="Name fewer hours.")
    return iter(parsed)
