"""Somebody's own script of a life: a file of dated lines becomes pinned items, and every line gets an answer.

Owns the three forms a script may have (plain lines, CSV, iCalendar) and what each line means. What a line would do to
her life is worked out like any other intervention; nothing is dropped unseen.
"""

from sorcerer.life.interventions.script.model import Entry, Line, Staged
from sorcerer.life.interventions.script.read import LIMIT, read
from sorcerer.life.interventions.script.stage import stage

__all__ = ["LIMIT", "Entry", "Line", "Staged", "read", "stage"]
