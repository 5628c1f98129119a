"""Put a life's posts on the schedule in place of those it had planned before."""

from collections.abc import Collection, Sequence
from datetime import datetime, timedelta

from sqlalchemy.orm import Session

from sorcerer import ids
from sorcerer.schedule import store
from sorcerer.schedule.book import video_from
from sorcerer.schedule.model import Booking, Schedule


def replace_future(  # noqa: PLR0913 - each says which videos are meant
    session: Session,
    owner_id: str,
    influencer_id: str,
    bookings: Sequence[Booking],
    *,
    since: datetime,
    now: datetime,
    lead: timedelta,
    keep: Collection[str] = (),
) -> int:
    """Put these in place of the planned videos of her life that nobody has begun, and return how many were kept.

    What a person booked by hand, and what is being made or is out, stays untouched.

    Args:
        since: only what goes out after this moment is replaced; never what is past.
        keep: posts of her life whose videos stay as they are.
    """
    since = max(since, now)
    store.remove_planned(session, influencer_id, since, keep)
    videos = [video_from(owner_id, booking, now) for booking in bookings if booking.scheduled_time > since]
    store.insert_videos(session, videos)
    store.insert_schedules(session, [Schedule.once(ids.new(), video, now, lead) for video in videos])
    return len(videos)
