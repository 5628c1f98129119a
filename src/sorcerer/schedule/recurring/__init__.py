"""Schedules: look them up, change a series as a whole or from one occurrence on, stop it."""

from sorcerer.recurrence import localise
from sorcerer.schedule.recurring.change import Changes, change
from sorcerer.schedule.recurring.notes import notes
from sorcerer.schedule.recurring.stop import stop
from sorcerer.schedule.store import find_schedule as find
from sorcerer.schedule.store import forget_sponsor
from sorcerer.schedule.store import page_schedules as page

__all__ = ["Changes", "change", "find", "forget_sponsor", "localise", "notes", "page", "stop"]
