"""Recurrence: what a rule of RFC 5545 may say, and when it happens on somebody's wall clock."""

from sorcerer.recurrence.rule import parse
from sorcerer.recurrence.split import split
from sorcerer.recurrence.walk import localise, occurrences, oddities

__all__ = ["localise", "occurrences", "oddities", "parse", "split"]
