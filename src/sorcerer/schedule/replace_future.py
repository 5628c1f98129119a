"""Put a life's posts on the schedule in place of those it had planned before."""

from collections.abc import Sequence
from datetime import datetime, timedelta

from sqlalchemy.orm import Session

from sorcerer import ids
from sorcerer.schedule import store
from sorcerer.schedule.book import video_from
from sorcerer.schedule.model import Booking, Schedule


def replace_future(
    session: Session,
    owner_id: str,
    influencer_id: str,
    bookings: Sequence[Booking],
    now: datetime,
    lead: timedelta,
) -> int:
    """Forget the planned videos of her life from now on that nobody has begun, keep these, and return how many were kept.

    What a person booked by hand, and what is being made or is out, stays untouched.
    """
    store.remove_planned(session, influencer_id, now)
    videos = [video_from(owner_id, booking, now) for booking in bookings if booking.scheduled_time > now]
    store.insert_videos(session, videos)
    store.insert_schedules(session, [Schedule.once(ids.new(), video, now, lead) for video in videos])
    return len(videos)
