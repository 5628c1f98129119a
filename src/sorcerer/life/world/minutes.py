"""The time axis of a life: days from 04:00 to 04:00 on a five-minute grid, in the wall minutes of a place."""

from datetime import UTC, date, datetime, timedelta
from functools import lru_cache
from zoneinfo import ZoneInfo

GRID = 5
DAWN = 4 * 60
DAY = 24 * 60
DUSK = DAWN + DAY
# From waking on the way to another city until she is at its door.
LANDING = 60


def hm(text: str) -> int:
    """Return the minutes since midnight of "HH:MM"; hours go on past 24 for the small hours of the same life day."""
    hours, minutes = text.split(":")
    return int(hours) * 60 + int(minutes)


def up(minutes: float) -> int:
    """Return the next minute of the grid that is not before."""
    return int(-(-minutes // GRID)) * GRID


def down(minutes: float) -> int:
    """Return the last minute of the grid that is not after."""
    return int(minutes // GRID) * GRID


def wall(day: date, minute: int) -> datetime:
    """Return the wall clock, without a zone, at a minute of a life day."""
    return datetime(day.year, day.month, day.day) + timedelta(minutes=minute)  # noqa: DTZ001 - a wall clock has no zone


def moment(day: date, minute: int, zone: str) -> datetime:
    """Return the moment, in UTC, at which the wall clock of a zone shows a minute of a life day."""
    midnight, steady = _midnight(day, zone)
    if steady and 0 <= minute <= 2 * DAY:
        return midnight + timedelta(minutes=minute)
    return wall(day, minute).replace(tzinfo=ZoneInfo(zone)).astimezone(UTC)


@lru_cache(maxsize=20_000)
def _midnight(day: date, zone: str) -> tuple[datetime, bool]:
    """Return when a day begins, in UTC, and whether its clocks stay as they are until two days later."""
    begins, ends = (wall(day, minute).replace(tzinfo=ZoneInfo(zone)) for minute in (0, 2 * DAY))
    return begins.astimezone(UTC), begins.utcoffset() == ends.utcoffset()


def minute_of(day: date, at: datetime, zone: str) -> int:
    """Return the wall minute of a life day that a moment is in a zone."""
    local = at.astimezone(ZoneInfo(zone)).replace(tzinfo=None)
    return round((local - wall(day, 0)).total_seconds() / 60)


def offset(day: date, minute: int, zone: str) -> int:
    """Return the minutes by which a zone is ahead of UTC at a minute of a life day."""
    shift = wall(day, minute).replace(tzinfo=ZoneInfo(zone)).utcoffset()
    return round(shift.total_seconds() / 60) if shift is not None else 0


@lru_cache(maxsize=20_000)
def quiet_until(day: date, zone: str) -> int:
    """Return the last minute of a life day before its clocks are changed; `DUSK` on all the other days.

    Nobody is awake across a change of the clocks, so every minute that an item or a post names exists once.
    """
    before = offset(day, DAWN, zone)
    if offset(day, DUSK, zone) == before:
        return DUSK
    for minute in range(DAWN, DUSK, GRID):
        after = offset(day, minute, zone)
        if after != before:
            return minute
        repeated = wall(day, minute).replace(tzinfo=ZoneInfo(zone), fold=1).utcoffset()
        if repeated is not None and round(repeated.total_seconds() / 60) != before:
            return minute
    return DUSK
