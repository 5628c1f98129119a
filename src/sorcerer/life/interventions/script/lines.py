"""A script of plain lines: a day, perhaps an hour, and what she does."""

import re
from datetime import date, timedelta

from sorcerer.life.interventions.dates import clock_of, read_when
from sorcerer.life.interventions.script.model import Entry

_BULLET = re.compile(r"^(?:[-*\u2022]|\d{1,3}[.)])\s+")
_CLOCK = r"(\d{1,2}:\d{2}(?:\s?[ap]m)?|\d{1,2}\s?[ap]m)"
_RANGE = re.compile(
    rf"\b(?:from\s+|at\s+)?{_CLOCK}\s*(?:-|\u2013|to|until|till)\s*{_CLOCK}\b",
    re.IGNORECASE,
)
_HOUR = re.compile(rf"\b(?:at\s+)?{_CLOCK}\b", re.IGNORECASE)
_WEEKDAYS = re.compile(r"\b(?:mon|tues|wednes|thurs|fri|satur|sun)day\b,?", re.IGNORECASE)
_DAY = 24 * 60


def read_lines(text: str, today: date) -> tuple[Entry, ...]:
    """Return an entry for every line; a line that is only a day heads those below it. "#" begins a remark."""
    entries: list[Entry] = []
    heading: date | None = None
    after = today
    for number, raw in enumerate(text.split("\n"), 1):
        written = raw.strip()
        if not written or written.startswith("#"):
            continue
        entry = read_line(number, _BULLET.sub("", written), written, today, after)
        after = max(after, entry.day or after)
        if entry.day is not None and not entry.what and entry.start is None:
            heading = entry.day
            continue
        entries.append(entry if entry.day else dated(entry, heading))
    return tuple(entries)


def read_line(number: int, words: str, written: str, today: date, after: date) -> Entry:
    """Return what one line says of day, hour and doing."""
    words, start, minutes = hours_of(words)
    when = read_when(words.casefold(), today, after)
    start = start if start is not None else when.minute
    rest = _WEEKDAYS.sub(" ", when.rest) if when.day is not None else when.rest
    what = _as_written(words, rest.replace("for ", "", 1) if rest.startswith("for ") else rest)
    return Entry(number=number, text=written, what=what, day=when.day, start=start, minutes=minutes)


def dated(entry: Entry, day: date | None) -> Entry:
    """Return an entry on a day, or as one that names none."""
    if day is None:
        return entry.model_copy(update={"fault": "It names no day."})
    return entry.model_copy(update={"day": day})


def hours_of(words: str) -> tuple[str, int | None, int | None]:
    """Return a line without its hours, the wall minute it begins at, and how many minutes it lasts."""
    if found := _RANGE.search(words):
        start, end = clock_of(found[1]), clock_of(found[2])
        if start is not None and end is not None:
            return words.replace(found[0], " ", 1), start, (end - start) % _DAY or None
    if found := _HOUR.search(words):
        start = clock_of(found[1])
        if start is not None:
            return words.replace(found[0], " ", 1), start, None
    return words, None, None


def life_day(day: date, minute: int) -> tuple[date, int]:
    """Return a moment of the calendar as life day and wall minute: the night before four belongs to the day before."""
    return (day - timedelta(days=1), minute + _DAY) if minute < 4 * 60 else (day, minute)


def _as_written(words: str, rest: str) -> str:
    """Return the words of `rest`, which is in small letters, as they were written."""
    wanted = [word.strip(" ,.;:-\u2013") for word in rest.split()]
    wanted = [word for word in wanted if word]
    kept: list[str] = []
    for word in words.split():
        bare = word.strip(" ,.;:-\u2013")
        if len(kept) < len(wanted) and bare.casefold() == wanted[len(kept)]:
            kept.append(word)
    text = " ".join(kept) if len(kept) == len(wanted) else " ".join(wanted)
    return text.strip(" ,.;:-\u2013")
