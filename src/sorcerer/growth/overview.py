"""The verb `overview`: the numbers of a dashboard, with gaps where nobody measured."""

from collections.abc import Iterable
from datetime import datetime, timedelta

from sqlalchemy.orm import Session

from sorcerer import influencers, schedule
from sorcerer.growth import store
from sorcerer.growth.model import Measurement, Overview

_WEEK = timedelta(days=7)
_MANY = 500

Subject = tuple[str | None, str | None]


def overview(session: Session, owner_id: str, influencer_id: str, now: datetime) -> Overview:
    """Return how it goes.

    Raises:
        NotFound: there is no such influencer, or she is somebody else's.
    """
    influencers.find(session, owner_id, influencer_id)
    since = now - _WEEK
    told = {
        metric: store.series(session, owner_id, influencer_id, metric, start=None, end=now + timedelta(microseconds=1))
        for metric in ("followers", "views", "likes", "reach", "watch_min")
    }
    accounts = [one for one in told["followers"] if one.video_id is None]
    followers, before = _total(accounts), _total(one for one in accounts if one.at <= since)
    gained = followers - before if followers is not None and before is not None else None
    return Overview(
        followers=followers,
        followers_gained=gained,
        views=_counted_since(told["views"], since),
        likes=_counted_since(told["likes"], since),
        reach=_counted_since(told["reach"], since),
        watch_min=_counted_since(told["watch_min"], since),
        posts=_posts(session, owner_id, influencer_id, since, now),
        measured_at=max((one.at for numbers in told.values() for one in numbers), default=None),
    )


def _latest(numbers: Iterable[Measurement]) -> dict[Subject, Measurement]:
    """Return the newest number of each account or video; numbers come oldest first."""
    return {(one.channel_id, one.video_id): one for one in numbers}


def _total(numbers: Iterable[Measurement]) -> int | None:
    """Return the sum of what each account told last, or None when none told anything."""
    latest = _latest(numbers)
    return round(sum(one.value for one in latest.values())) if latest else None


def _counted_since(numbers: list[Measurement], since: datetime) -> int | None:
    """Return what videos gained since a moment, or None when none was measured after it."""
    videos = [one for one in numbers if one.video_id is not None]
    fresh = _latest(one for one in videos if one.at > since)
    old = _latest(one for one in videos if one.at <= since)
    if not fresh:
        return None
    gained = (one.value - (old[subject].value if subject in old else 0) for subject, one in fresh.items())
    return round(sum(max(0.0, each) for each in gained))


def _posts(session: Session, owner_id: str, influencer_id: str, since: datetime, now: datetime) -> int:
    found = schedule.videos.page(
        session, owner_id, influencer_id=influencer_id, status="posted", start=since, end=now, limit=_MANY
    )
    return len(found)
