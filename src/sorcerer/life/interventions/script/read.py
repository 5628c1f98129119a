"""The verb `read`: bytes that somebody uploaded become dated lines, or a refusal that names the place."""

from datetime import date
from typing import Literal

from sorcerer.errors import Invalid, TooLarge
from sorcerer.life.interventions.script.lines import read_lines
from sorcerer.life.interventions.script.model import Entry
from sorcerer.life.interventions.script.table import read_table

LIMIT = 256_000
MOST = 200
_LONGEST = 300
_FIX = "Save it as plain text, CSV or iCalendar (.ics) in UTF-8."

Form = Literal["text", "csv", "ics"]


def read(data: bytes, name: str, today: date, zone: str) -> tuple[Entry, ...]:
    """Return the lines of a script.

    Args:
        data: at most 256,000 bytes of UTF-8, or UTF-16 with its mark.
        name: the file's name; its ending is asked only where the content leaves a doubt.
        today: her life day; "Friday" is reckoned from it.
        zone: IANA zone of her wall clock, into which a calendar's moments are put.

    Raises:
        TooLarge: there are more bytes than that.
        Invalid: it is no text, holds nothing, or one line is too long; the message names it.
    """
    if len(data) > LIMIT:
        raise TooLarge(f"A script has at most {LIMIT:,} bytes, not {len(data):,}.", field="file", fix="Make two of it.")
    text = _text(data)
    form = _form(text, name)
    if form == "ics":
        from sorcerer.life.interventions.script.calendar import read_calendar  # noqa: PLC0415 - its parser is slow to load and seldom needed

        entries = read_calendar(text, zone)
    else:
        entries = read_table(text, today) if form == "csv" else read_lines(text, today)
    for entry in entries:
        if len(entry.text) > _LONGEST:
            message = f"Line {entry.number} has {len(entry.text):,} characters; {_LONGEST} are the most."
            raise Invalid(message, field="file", fix="Make it shorter.")
    if not entries:
        fix = "Write a day and what she does on each line, such as '2026-12-04 20:00 a concert'."
        raise Invalid("There is no line in this script.", field="file", fix=fix)
    if len(entries) > MOST:
        message = f"A script has at most {MOST} lines, not {len(entries):,}."
        raise Invalid(message, field="file", fix="Make two of it.")
    return entries


def _text(data: bytes) -> str:
    encoding = "utf-16" if data[:2] in {b"\xff\xfe", b"\xfe\xff"} else "utf-8-sig"
    try:
        text = data.decode(encoding)
    except UnicodeDecodeError as error:
        line = data[: error.start].count(b"\n") + 1
        raise Invalid(f"Line {line} is no text in UTF-8.", field="file", fix=_FIX) from error
    if "\x00" in text:
        line = text[: text.index("\x00")].count("\n") + 1
        raise Invalid(f"Line {line} holds a NUL character; this is no text.", field="file", fix=_FIX)
    return text.replace("\r\n", "\n").replace("\r", "\n")


def _form(text: str, name: str) -> Form:
    first = next((line.strip() for line in text.split("\n") if line.strip()), "")
    if first.upper() == "BEGIN:VCALENDAR" or name.casefold().endswith((".ics", ".ical")):
        return "ics"
    return "csv" if name.casefold().endswith((".csv", ".tsv")) else "text"
