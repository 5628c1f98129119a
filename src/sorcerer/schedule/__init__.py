"""The schedule: what goes out and when.

Owns the tables `video` and `schedule`. Knows nothing of how a film is made, where it is published, or why she does
what she does.
"""

from sorcerer.schedule import booked as videos
from sorcerer.schedule import making as production
from sorcerer.schedule import recurring as series
from sorcerer.schedule.book import book
from sorcerer.schedule.due import due, next_due
from sorcerer.schedule.model import Booking, Due, Failure, Schedule, Video
from sorcerer.schedule.replace_future import replace_future

__all__ = [
    "Booking",
    "Due",
    "Failure",
    "Schedule",
    "Video",
    "book",
    "due",
    "next_due",
    "production",
    "replace_future",
    "series",
    "videos",
]
