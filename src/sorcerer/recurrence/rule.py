"""A rule that can be walked: its text was read, and it happens. Pure."""

from datetime import datetime, timedelta
from itertools import islice

from dateutil.rrule import rrule, rrulestr

from sorcerer.errors import Invalid
from sorcerer.recurrence.parts import FIELD, FIX, read, write

_YEAR = timedelta(days=366)
_CYCLE = 400  # years after which the calendar repeats itself, weekdays and weeks too
_LAST = 9990


def parse(text: str, start_local: datetime, zone: str, years: int = 5) -> rrule:
    """Return the rule, bounded to some years from its start.

    Args:
        start_local: first wall-clock time, without a zone.
        zone: IANA zone; an UNTIL in UTC is read in it.

    Raises:
        Invalid: the rule cannot be read, is faster than hourly, or never happens.
    """
    parts = read(text, zone)
    count = int(parts.pop("COUNT", "0"))
    end = start_local + years * _YEAR
    if parts.get("UNTIL", "9")[:8] >= f"{end:%Y%m%d}":
        parts["UNTIL"] = f"{end:%Y%m%dT%H%M%S}"
    try:
        rule = _rule(parts, start_local)
        first = _first(parts, start_local)
    except (ValueError, TypeError, OverflowError) as error:
        raise Invalid(f"{text!r} is no RRULE: {error}.", field=FIELD, fix=FIX) from error
    if first is None:
        raise Invalid(f"{text!r} never happens within {years} years.", field=FIELD, fix="Check its days and its UNTIL.")
    if not count:
        return rule
    # The count becomes an UNTIL: a rule with a COUNT would be walked to the year 9999 when it dries up.
    *_, last = islice(rule, count)
    return rule.replace(until=last)


def _first(parts: dict[str, str], start: datetime) -> datetime | None:
    """Return when the rule happens first, if it does at all.

    A rule that never happens is searched to the year 9999, and UNTIL does not shorten that. So the question is put to
    the last cycle of the calendar before, where every weekday, week and leap year lies as it lies at the start.
    """
    later = (_LAST - start.year) // _CYCLE * _CYCLE
    until = parts["UNTIL"]
    moved = parts | {"UNTIL": f"{int(until[:4]) + later:04}{until[4:]}"}
    return next(iter(_rule(moved, start.replace(year=start.year + later))), None)


def _rule(parts: dict[str, str], start: datetime) -> rrule:
    rule = rrulestr(write(parts), dtstart=start, ignoretz=True)
    assert isinstance(rule, rrule)  # noqa: S101 - the parts are of one line
    return rule
