"""The hour: the time of day and the day as one says them."""

from datetime import datetime
from typing import NamedTuple

from sorcerer.providers.embedded.writing.language import Language

_NOBODY_KNOWS = "2026-01-05T10:00"


class Hour(NamedTuple):
    """A time in words.

    Args:
        hour: the time of day as a noun ("evening"); `part` the same after a verb ("this evening").
        day, tomorrow: weekdays.
        month: its name.
    """

    hour: str
    part: str
    day: str
    tomorrow: str
    month: str


def hour_of(local_time: str, language: Language) -> Hour:
    """Return a local time in words; a text without a time is a Monday at ten."""
    when, table = _read(local_time), language.table
    return Hour(
        hour=next(word for until, word in table["hours"] if when.hour < until),
        part=next(word for until, word in table["parts"] if when.hour < until),
        day=table["days"][when.weekday()],
        tomorrow=table["days"][(when.weekday() + 1) % 7],
        month=table["months"][when.month - 1],
    )


def _read(text: str) -> datetime:
    try:
        return datetime.fromisoformat(text)
    except ValueError:
        return datetime.fromisoformat(_NOBODY_KNOWS)
