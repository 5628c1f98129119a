"""A script as a table: CSV with a first row that names the columns."""

import csv
from datetime import date

from sorcerer.errors import Invalid
from sorcerer.life.interventions.dates import clock_of, read_when
from sorcerer.life.interventions.script.model import Entry

_COLUMNS = {
    "day": ("day", "date", "start date"),
    "start": ("start", "time", "at", "start time", "from", "hour"),
    "end": ("end", "until", "to", "end time"),
    "minutes": ("minutes", "duration"),
    "what": ("what", "activity", "title", "summary", "subject", "event", "text", "kind"),
    "where": ("where", "place", "city", "location"),
}
_LIFE_DAY = 24 * 60


def read_table(text: str, today: date) -> tuple[Entry, ...]:
    """Return an entry for every row below the first.

    Raises:
        Invalid: the first row names no column for the day or for what she does, or a quote is never closed.
    """
    head = text.lstrip("\n").split("\n", 1)[0]
    delimiter = max(",;\t|", key=head.count)
    rows = csv.reader(text.split("\n"), delimiter=delimiter, strict=True)
    entries: list[Entry] = []
    names: dict[str, int] = {}
    try:
        for row in rows:
            if not any(cell.strip() for cell in row):
                continue
            if not names:
                names = _named(row)
                continue
            entries.append(_entry(rows.line_num, row, names, today))
    except csv.Error as error:
        fix = "Close every quote, and write one row on each line."
        raise Invalid(f"Line {rows.line_num} is broken CSV: {error}.", field="file", fix=fix) from error
    return tuple(entries)


def _named(row: list[str]) -> dict[str, int]:
    said = [cell.strip().casefold() for cell in row]
    found = {name: said.index(word) for name, words in _COLUMNS.items() for word in reversed(words) if word in said}
    for name in ("day", "what"):
        if name not in found:
            message = f"The first row names no column {name!r}; it names {', '.join(map(repr, row[:8]))}."
            raise Invalid(message, field="file", fix="Begin with a row such as 'day,start,end,what'.")
    return found


def _entry(number: int, row: list[str], names: dict[str, int], today: date) -> Entry:
    said = {name: row[place].strip() if place < len(row) else "" for name, place in names.items()}
    text = ", ".join(cell.strip() for cell in row if cell.strip())
    entry = Entry(number=number, text=text, what=said["what"], where=said.get("where", ""))
    day = read_when(said["day"].casefold(), today, today).day
    if day is None:
        fault = f"{said['day']!r} is no day; write it like 2026-12-04." if said["day"] else "It names no day."
        return entry.model_copy(update={"fault": fault})
    start, end = clock_of(said.get("start", "")), clock_of(said.get("end", ""))
    for name, read in (("start", start), ("end", end)):
        if said.get(name) and read is None:
            return entry.model_copy(update={"day": day, "fault": f"{said[name]!r} is no hour; write it like 20:00."})
    minutes = _minutes(said.get("minutes", ""))
    if said.get("minutes") and minutes is None:
        fault = f"{said['minutes']!r} is no number of minutes from 5 to 1440."
        return entry.model_copy(update={"day": day, "fault": fault})
    if minutes is None and start is not None and end is not None:
        minutes = (end - start) % _LIFE_DAY or None
    return entry.model_copy(update={"day": day, "start": start, "minutes": minutes})


def _minutes(text: str) -> int | None:
    number = int(text) if text.isdecimal() and len(text) < 5 else 0  # noqa: PLR2004 - a day has four digits of minutes
    return number - number % 5 if 5 <= number <= _LIFE_DAY else None  # noqa: PLR2004 - the grid
