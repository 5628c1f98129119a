"""When a rule happens: walked on the wall clock, then put into the zone. Pure."""

from collections.abc import Iterable, Iterator
from datetime import UTC, datetime, timedelta
from zoneinfo import ZoneInfo

from dateutil.rrule import rrule


def localise(wall: datetime, zone: str) -> datetime:
    """Return the UTC moment of a wall-clock time: in a gap the first valid minute after, in a fold the first of two."""
    there = ZoneInfo(zone)
    moment = wall.replace(tzinfo=there, fold=0).astimezone(UTC)
    back = moment.astimezone(there).replace(tzinfo=None)
    if back == wall:
        return moment
    before = wall.replace(tzinfo=there, fold=0).utcoffset() or timedelta()
    after = wall.replace(tzinfo=there, fold=1).utcoffset() or timedelta()
    gap = abs(before - after)
    start = wall
    for _ in range(int(gap / timedelta(minutes=1)) + 1):
        start += timedelta(minutes=1)
        moment = start.replace(tzinfo=there, fold=0).astimezone(UTC)
        if moment.astimezone(there).replace(tzinfo=None) == start:
            return moment
    return moment


def occurrences(rule: rrule, zone: str, after: datetime, before: datetime) -> Iterator[datetime]:
    """Yield the UTC moments of a rule later than `after` and not later than `before`, each once.

    Two wall-clock times may be one moment: the one that the clock skips, and the one it skips to.
    """
    there = ZoneInfo(zone)
    start = after.astimezone(there).replace(tzinfo=None) - timedelta(hours=3)
    end = before.astimezone(there).replace(tzinfo=None) + timedelta(hours=3)
    last = after
    for wall in rule.between(start, end, inc=True):
        moment = localise(wall, zone)
        if last < moment <= before:
            last = moment
            yield moment


def oddities(walls: Iterable[datetime], zone: str) -> list[str]:
    """Say of wall-clock times that the clock skips or has twice when they happen instead."""
    told = []
    for wall in walls:
        moment = localise(wall, zone).astimezone(ZoneInfo(zone))
        if moment.replace(tzinfo=None) != wall:
            told.append(f"{wall:%H:%M} does not exist on {wall:%d %B %Y} in {zone}: it happens at {moment:%H:%M}.")
        elif moment.utcoffset() != moment.replace(fold=1).utcoffset():
            told.append(f"{wall:%H:%M} comes twice on {wall:%d %B %Y} in {zone}: it happens the first time.")
    return told
