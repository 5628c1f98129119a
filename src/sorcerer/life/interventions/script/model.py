"""A script's lines: as they were read, and what becomes of them. Pure."""

from datetime import date
from typing import Literal

from sorcerer.life.interventions.model import Preview, Value

State = Literal["fits", "clashes", "unclear", "left_out"]


class Entry(Value):
    """One line as it was read.

    Args:
        number: where it stands in the file: the line, or the how-manieth event of a calendar, from 1.
        text: as it was written.
        what: the words for what she does.
        day: the life day.
        start: wall minute of that day; None leaves it open.
        minutes: how long it lasts; None leaves it open.
        where: the words for a place, when the file has some of their own.
        fault: why the line says nothing that can be used; empty when it does.
    """

    number: int
    text: str
    what: str = ""
    day: date | None = None
    start: int | None = None
    minutes: int | None = None
    where: str = ""
    fault: str = ""


class Line(Value):
    """What becomes of one line.

    Args:
        state: "fits" and is pinned; "clashes" with her life; "unclear", so that somebody must say it in another way;
            "left_out" because somebody chose that.
        item_id: the item it becomes.
        became: when and where, in words.
        messages: each contradiction, in a sentence.
        choices: the ways out, in words.
    """

    number: int
    text: str
    state: State
    day: date | None = None
    item_id: str | None = None
    became: str | None = None
    messages: tuple[str, ...] = ()
    choices: tuple[str, ...] = ()


class Staged(Value):
    """A script worked out against a life; nothing has happened yet.

    Args:
        preview: what all lines together would do; None when no line can be used.
    """

    lines: tuple[Line, ...]
    preview: Preview | None
