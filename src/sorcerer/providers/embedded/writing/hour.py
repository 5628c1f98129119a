"""The hour: a wall clock time as one says it."""

from datetime import datetime
from typing import NamedTuple

from sorcerer.providers.embedded.writing.language import Language

_NOBODY_KNOWS = "2026-01-05T10:00"
_STEP, _STEPS, _LAST = 5, 12, 57


class Hour(NamedTuple):
    """A time in words.

    Args:
        clock: "twenty past nine".
        hour: the time of day as a noun ("evening"); `part` the same after a verb ("this evening").
        day, tomorrow: weekdays; `month` and `date` as one says them.
    """

    clock: str
    hour: str
    part: str
    day: str
    tomorrow: str
    month: str
    date: str


def hour_of(local_time: str, language: Language) -> Hour:
    """Return a local time in words, its minutes to the nearest five; a text without a time is a Monday at ten."""
    when, table = _read(local_time), language.table
    month = table["months"][when.month - 1]
    return Hour(
        clock=_clock(when, language),
        hour=next(word for until, word in table["hours"] if when.hour < until),
        part=next(word for until, word in table["parts"] if when.hour < until),
        day=table["days"][when.weekday()],
        tomorrow=table["days"][(when.weekday() + 1) % 7],
        month=month,
        date=table["date"].format(month=month, number=when.day),
    )


def _clock(when: datetime, language: Language) -> str:
    names, patterns = language.table["numbers"], language.table["clock"]
    steps = round(when.minute / _STEP)
    over = when.minute > _LAST
    now, after = names[(when.hour + over) % 12], names[(when.hour + over + 1) % 12]
    return str(patterns[steps % _STEPS].format(h=now, n=after))


def _read(text: str) -> datetime:
    try:
        return datetime.fromisoformat(text)
    except ValueError:
        return datetime.fromisoformat(_NOBODY_KNOWS)
