"""Videos that stand on the schedule: look them up, change them while that is allowed, take them off."""

from sorcerer.schedule.booked.approve import approve, take_back
from sorcerer.schedule.booked.change import Changes, change, make_now
from sorcerer.schedule.booked.notes import notes
from sorcerer.schedule.booked.withdraw import withdraw
from sorcerer.schedule.store import find_video as find
from sorcerer.schedule.store import page_videos as page
from sorcerer.schedule.store import steps_of as steps

__all__ = ["Changes", "approve", "change", "find", "make_now", "notes", "page", "steps", "take_back", "withdraw"]
