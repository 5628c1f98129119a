"""Recurrence: what a rule of RFC 5545 may say, and when it happens on somebody's wall clock."""

from sorcerer.recurrence.exdates import exdates
from sorcerer.recurrence.parts import names_its_hour
from sorcerer.recurrence.rule import parse
from sorcerer.recurrence.split import Halves, split
from sorcerer.recurrence.walk import localise, occurrences, oddities

__all__ = ["Halves", "exdates", "localise", "names_its_hour", "occurrences", "oddities", "parse", "split"]
