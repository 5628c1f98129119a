"""How fast we go, well below what the networks allow. Pure: from what was tried to the moment of the next try."""

from collections.abc import Mapping
from datetime import datetime, time, timedelta
from typing import NamedTuple
from zoneinfo import ZoneInfo

from sorcerer.publishing.model import Publication, Step

LATE_BY = timedelta(minutes=5)
APART = timedelta(minutes=15)
MINUTE = timedelta(minutes=1)
# TikTok takes 6 beginnings of an upload a minute and account.
STAGINGS_A_MINUTE = {"tiktok": 5}
# A Google project has 100 uploads and 10,000 units a day of Pacific time. A fifth of the units is kept back for looks
# after a doubt and for posts that must become visible.
_UPLOADS_A_DAY = 100
_UNITS_A_DAY = 10_000
_KEPT_BACK = 2_000
_UNITS = {"upload": 2, "progress": 1, "commit": 50, "probe": 1, "reconcile": 1, "read_back": 1}
_URGENT = frozenset({"commit", "reconcile", "read_back"})
_PACIFIC = ZoneInfo("America/Los_Angeles")


class Pause(NamedTuple):
    """Until when something waits, and why and what ends it, in sentences."""

    until: datetime
    why: str
    way_out: str = "Nothing to do: it goes on by itself."


def backlog(publication: Publication, last_out: datetime | None, now: datetime) -> Pause | None:
    """Return until when a post that missed its minute waits, so that posts which piled up do not all go out at once.

    Args:
        last_out: when the account's last post went out.
    """
    piled_up = publication.created_at <= publication.due_at < now - LATE_BY
    if not piled_up or last_out is None or now >= last_out + APART:
        return None
    return Pause(last_out + APART, "Posts of the account piled up; they go out a quarter of an hour apart.")


def stagings(platform: str, recent: int, now: datetime) -> Pause | None:
    """Return until when the next upload is begun.

    Args:
        recent: how many the account began within the last minute.
    """
    if recent < STAGINGS_A_MINUTE.get(platform, recent + 1):
        return None
    return Pause(now + MINUTE, "The account began several uploads within a minute; the network takes no more.")


def quota(tried: Mapping[str, int], step: Step, now: datetime) -> Pause | None:
    """Return until when a step waits because the project's calls of the day are used up.

    Args:
        tried: how many attempts of each kind the whole project made since the last midnight, Pacific time.
    """
    units = sum(count * _UNITS.get(kind, 0) for kind, count in tried.items()) + _UNITS.get(step, 0)
    room = _UNITS_A_DAY - (0 if step in _URGENT else _KEPT_BACK)
    full = step == "stage" and tried.get("stage", 0) >= _UPLOADS_A_DAY
    if not full and units <= room:
        return None
    return Pause(midnight(now) + timedelta(days=1), "The app has used its YouTube calls of the day.")


def midnight(now: datetime) -> datetime:
    """Return the last midnight of Pacific time, at which YouTube's days begin."""
    return datetime.combine(now.astimezone(_PACIFIC).date(), time(), _PACIFIC).astimezone(now.tzinfo)
