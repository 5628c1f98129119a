"""A rule and the dates it leaves out, as a calendar file writes them: RRULE and EXDATE, a line each. Pure."""

import re
from collections.abc import Iterator
from datetime import UTC, datetime

from sorcerer.errors import Invalid
from sorcerer.recurrence.parts import FIELD
from sorcerer.recurrence.walk import localise

_FIX = "Write a line like EXDATE:20261224T090000, on the clock of the series, or with a Z in UTC."


def exdates(text: str, start: datetime, zone: str) -> tuple[str, tuple[datetime, ...]]:
    """Return the rule alone, and the UTC moments it leaves out.

    Args:
        start: first wall-clock time of the rule; a date without a time means this time of that day.

    Raises:
        Invalid: a line is no EXDATE of this zone. The rule itself is not read.
    """
    lines = [line.strip() for line in text.strip().splitlines()]
    left_out = [line for line in lines if line.upper().startswith("EXDATE")]
    rule = "\n".join(line for line in lines if line not in left_out)
    return rule, tuple(sorted({moment for line in left_out for moment in _moments(line, start, zone)}))


def _moments(line: str, start: datetime, zone: str) -> Iterator[datetime]:
    name, _, values = line.partition(":")
    if name.upper() not in {"EXDATE", "EXDATE;VALUE=DATE", f"EXDATE;TZID={zone}".upper()}:
        raise _no(line)
    for value in values.upper().split(","):
        if re.fullmatch(r"\d{8}(T\d{6}Z?)?", value, re.ASCII) is None:
            raise _no(line)
        try:
            moment = datetime.fromisoformat(value)
            if moment.tzinfo is None:
                wall = moment if "T" in value else datetime.combine(moment, start.time())
                moment = localise(wall, zone)
        except (ValueError, OverflowError) as error:
            raise _no(line) from error
        yield moment.astimezone(UTC)


def _no(line: str) -> Invalid:
    return Invalid(f"{line!r} is no EXDATE of this series.", field=FIELD, fix=_FIX)
