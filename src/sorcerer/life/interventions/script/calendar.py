"""A script as a calendar: the events of an iCalendar file (RFC 5545), by way of the `icalendar` library."""

from collections.abc import Iterator
from datetime import date, datetime, time, timedelta
from itertools import islice
from typing import Any
from zoneinfo import ZoneInfo

from dateutil.rrule import rrulestr
from icalendar import Calendar

from sorcerer.errors import Invalid
from sorcerer.life.interventions.script.lines import life_day
from sorcerer.life.interventions.script.model import Entry

_MOST = 201
_READ = frozenset({"FREQ", "INTERVAL", "BYDAY", "COUNT", "UNTIL", "WKST"})
_LEAST_YEAR, _YEARS = 2000, 2
_DAY = 24 * 60


def read_calendar(text: str, zone: str) -> tuple[Entry, ...]:
    """Return an entry for every event, and for each time a repeated one happens; cancelled ones are left out.

    Args:
        zone: IANA zone of her wall clock.

    Raises:
        Invalid: it is no calendar.
    """
    try:
        events = list(Calendar.from_ical(text).walk("VEVENT"))
    except (ValueError, KeyError, IndexError, TypeError, AttributeError) as error:
        reason = str(error).partition("\n")[0][:120]
        fix = "Export it again from the calendar program."
        raise Invalid(f"This is no iCalendar file: {reason}.", field="file", fix=fix) from error
    read = (entry for number, event in enumerate(events, 1) for entry in _entries(number, event, ZoneInfo(zone)))
    return tuple(islice(read, _MOST))


def _entries(number: int, event: Any, zone: ZoneInfo) -> Iterator[Entry]:  # noqa: ANN401 - icalendar's own component
    what = " ".join(str(event.get("SUMMARY", "")).split())
    where = " ".join(str(event.get("LOCATION", "")).split())
    if str(event.get("STATUS", "")).upper() == "CANCELLED":
        return
    entry = Entry(number=number, text=what or "an event without a name", what=what, where=where)
    try:
        first, minutes = _span(event)
        for begin in _times(event, first):
            yield _at(entry, begin, minutes, zone)
    except (ValueError, TypeError, KeyError, AttributeError, OverflowError) as error:
        reason = str(error).partition("\n")[0][:120]
        yield entry.model_copy(update={"fault": f"When it is cannot be read: {reason}."})


def _span(event: Any) -> tuple[date | datetime, int | None]:  # noqa: ANN401 - icalendar's own component
    """Return when an event begins, and how many minutes it lasts when it has an hour."""
    if event.get("DTSTART") is None:
        raise ValueError("it has no DTSTART")
    first: date | datetime = event.get("DTSTART").dt
    if not isinstance(first, datetime):
        return first, None
    lasts = None
    if event.get("DTEND") is not None:
        lasts = event.get("DTEND").dt - first
    elif event.get("DURATION") is not None:
        lasts = event.get("DURATION").dt
    minutes = round(lasts.total_seconds() / 60) if lasts is not None else None
    if minutes is not None and not 0 <= minutes <= _DAY:
        raise ValueError(f"it lasts {minutes:,} minutes, not 0 to {_DAY}")
    return first, minutes - minutes % 5 or None if minutes is not None else None


def _times(event: Any, first: date | datetime) -> Iterator[date | datetime]:  # noqa: ANN401 - icalendar's own component
    """Yield when an event happens: once, or as often as its rule says within two years.

    A rule that names more than days and weeks is refused: nobody should have to wait while it is searched.
    """
    rule = event.get("RRULE")
    if rule is None:
        yield first
        return
    said = rule if isinstance(rule, dict) else {}
    daily = str(next(iter(said.get("FREQ", [""])), "")).upper() in {"DAILY", "WEEKLY"}
    steps = int(next(iter(said.get("INTERVAL", [1])), 1))
    if not daily or not set(said) <= _READ or not 1 <= steps <= 52 or first.year < _LEAST_YEAR:  # noqa: PLR2004 - weeks of a year
        raise ValueError("its repetition is more than days and weeks; write those days singly")
    whole = not isinstance(first, datetime)
    begin = datetime.combine(first, time()) if not isinstance(first, datetime) else first.replace(tzinfo=None)
    zone = getattr(first, "tzinfo", None)
    text = ";".join(f"{name}={','.join(map(_plain, values))}" for name, values in said.items())
    without = {getattr(one.dt, "date", lambda one=one: one.dt)() for one in _listed(event.get("EXDATE"))}
    end = begin + timedelta(days=366 * _YEARS)
    for at in islice(rrulestr(text, dtstart=begin, ignoretz=True), _MOST):
        if at > end:
            return
        if at.date() not in without:
            yield at.date() if whole else at.replace(tzinfo=zone)


def _plain(value: object) -> str:
    if isinstance(value, datetime):
        return f"{value:%Y%m%dT%H%M%S}"
    return f"{value:%Y%m%d}" if isinstance(value, date) else str(value)


def _listed(value: Any) -> list[Any]:  # noqa: ANN401 - one EXDATE line, several, or none
    lines = value if isinstance(value, list) else [value] if value is not None else []
    return [one for line in lines for one in line.dts]


def _at(entry: Entry, begin: date | datetime, minutes: int | None, zone: ZoneInfo) -> Entry:
    if not isinstance(begin, datetime):
        return entry.model_copy(update={"day": begin})
    local = begin.astimezone(zone) if begin.tzinfo is not None else begin
    day, minute = life_day(local.date(), local.hour * 60 + local.minute)
    return entry.model_copy(update={"day": day, "start": minute - minute % 5, "minutes": minutes})
