"""When a series happens: RFC 5545 rules walked on the wall clock, then put into the zone. Pure."""

from collections.abc import Iterable, Iterator
from datetime import UTC, datetime, timedelta
from itertools import islice
from zoneinfo import ZoneInfo

from dateutil.rrule import rrule, rrulestr

from sorcerer.errors import Invalid

_FIELD = "recurrence_rule"
_FIX = "Write it like FREQ=WEEKLY;BYDAY=MO,TH."
_DAY = timedelta(days=1)
_HORIZON = timedelta(days=366 * 5)


def parse(text: str, start_local: datetime, zone: str) -> rrule:
    """Return the rule, bounded to five years from its start.

    Args:
        start_local: first wall-clock time, without a zone.
        zone: IANA zone; an UNTIL in UTC is read in it.

    Raises:
        Invalid: the rule cannot be read, is faster than hourly, or never happens.
    """
    parts = _parts(text, zone)
    if parts.get("FREQ") in {"MINUTELY", "SECONDLY"} or any(
        "," in parts.get(name, "") for name in ("BYMINUTE", "BYSECOND")
    ):
        raise Invalid(f"{text!r} is faster than hourly.", field=_FIELD, fix="Use FREQ=HOURLY or slower.")
    count = _positive(text, parts, "COUNT")
    _positive(text, parts, "INTERVAL")
    end = start_local + _HORIZON
    if parts.get("UNTIL", "9")[:8] >= f"{end:%Y%m%d}":
        parts["UNTIL"] = f"{end:%Y%m%dT%H%M%S}"
    body = ";".join(f"{name}={value}" for name, value in parts.items() if name != "COUNT")
    try:
        rule = rrulestr(body, dtstart=start_local, ignoretz=True)
    except (ValueError, TypeError, KeyError, OverflowError, IndexError) as error:
        raise Invalid(f"{text!r} is no RRULE: {error}.", field=_FIELD, fix=_FIX) from error
    if not isinstance(rule, rrule):
        raise Invalid(f"{text!r} is more than one rule.", field=_FIELD, fix="Give a single RRULE line.")
    return _counted(text, rule, count)


def split(text: str, start: datetime, zone: str, since: datetime) -> tuple[str, str] | None:
    """Return a rule that ends before a moment and one that goes on from it, or None when nothing lies before it.

    Args:
        start: first wall-clock time of the rule.
        since: one of its occurrences.

    Raises:
        Invalid: the moment is none of its occurrences.
    """
    before = list(occurrences(parse(text, start, zone), zone, localise(start, zone) - _DAY, since))
    if not before or before[-1] != since:
        message = f"{since.isoformat()} is no occurrence of this series."
        raise Invalid(message, field="since", fix="Take the occurrence_at of one of its videos.")
    if len(before) == 1:
        return None
    parts = _parts(text, zone)
    ends = {name: value for name, value in parts.items() if name not in {"COUNT", "UNTIL"}}
    last = since.astimezone(ZoneInfo(zone)).replace(tzinfo=None) - timedelta(seconds=1)
    goes_on = parts | ({"COUNT": str(int(parts["COUNT"]) - len(before) + 1)} if "COUNT" in parts else {})
    return _text(ends | {"UNTIL": f"{last:%Y%m%dT%H%M%S}"}), _text(goes_on)


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


def _text(parts: dict[str, str]) -> str:
    return ";".join(f"{name}={value}" for name, value in parts.items())


def _counted(text: str, rule: rrule, count: int | None) -> rrule:
    # The count becomes an UNTIL: a rule with a COUNT would be walked to the year 9999 when it dries up.
    last = None
    for last in islice(rule, count if count is not None else 1):  # noqa: B007 - only the last one matters
        pass
    if last is None:
        raise Invalid(f"{text!r} never happens within five years.", field=_FIELD, fix="Check its days and its UNTIL.")
    return rule if count is None else rule.replace(until=last)


def _positive(text: str, parts: dict[str, str], name: str) -> int | None:
    value = parts.get(name)
    if value is None:
        return None
    if not value.isascii() or not value.isdigit() or int(value) < 1:
        raise Invalid(f"{text!r} is no RRULE: {name} is {value!r}.", field=_FIELD, fix=f"Give {name} a number from 1.")
    return int(value)


def _parts(text: str, zone: str) -> dict[str, str]:
    parts: dict[str, str] = {}
    for part in text.strip().upper().removeprefix("RRULE:").split(";"):
        name, equals, value = part.partition("=")
        if not equals or not value or name in parts:
            raise Invalid(f"{text!r} is no RRULE: {part!r} is not NAME=VALUE once.", field=_FIELD, fix=_FIX)
        parts[name] = _local(value, zone) if name == "UNTIL" and value.endswith("Z") else value
    return parts


def _local(until: str, zone: str) -> str:
    try:
        moment = datetime.strptime(until, "%Y%m%dT%H%M%SZ").replace(tzinfo=UTC)
    except ValueError as error:
        raise Invalid(f"UNTIL={until} is no date.", field=_FIELD, fix="Write it like 20261231T090000Z.") from error
    return f"{moment.astimezone(ZoneInfo(zone)):%Y%m%dT%H%M%S}"


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
    """Yield the UTC moments of a rule later than `after` and not later than `before`."""
    there = ZoneInfo(zone)
    start = after.astimezone(there).replace(tzinfo=None) - timedelta(hours=3)
    end = before.astimezone(there).replace(tzinfo=None) + timedelta(hours=3)
    for wall in rule.between(start, end, inc=True):
        moment = localise(wall, zone)
        if after < moment <= before:
            yield moment
