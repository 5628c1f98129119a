"""Put something on the schedule: once, or again and again."""

from datetime import datetime, timedelta
from zoneinfo import ZoneInfo

from sqlalchemy.orm import Session

from sorcerer import ids
from sorcerer.errors import Invalid
from sorcerer.recurrence import exdates, occurrences, parse
from sorcerer.schedule import store
from sorcerer.schedule.model import WORDS, Booking, Schedule, Video
from sorcerer.schedule.noting import note
from sorcerer.schedule.repeat import first_of, top_up

_SLACK = timedelta(minutes=5)
_BOOKED = tuple(name for name in Booking.model_fields if name in Video.model_fields)


def book(session: Session, owner_id: str, booking: Booking, now: datetime, lead: timedelta) -> tuple[Schedule, Video]:
    """Keep a video and the schedule that makes it; of a series the first video, the next ones follow.

    Args:
        lead: how long before its minute a video's making starts.

    Raises:
        Invalid: the time is past, or the rule cannot be used.
    """
    if booking.scheduled_time < now - _SLACK:
        fix = "Choose a time from now on."
        raise Invalid(f"{booking.scheduled_time.isoformat()} is past.", field="scheduled_time", fix=fix)
    if booking.recurrence_rule:
        return _book_series(session, owner_id, booking, now, lead)
    video = video_from(owner_id, booking, now)
    schedule = Schedule.once(ids.new(), video, now, lead, booking.local_time)
    store.insert_videos(session, [video])
    store.insert_schedules(session, [schedule])
    _note(session, video, now)
    return schedule, video


def _book_series(
    session: Session, owner_id: str, booking: Booking, now: datetime, lead: timedelta
) -> tuple[Schedule, Video]:
    moment = booking.scheduled_time.astimezone(ZoneInfo(booking.timezone))
    start = booking.local_time or moment.replace(tzinfo=None)
    text, left_out = exdates(booking.recurrence_rule or "", start, booking.timezone)
    rule = parse(text, start, booking.timezone)
    moments = occurrences(rule, booking.timezone, now - _SLACK, now + timedelta(days=366 * 5))
    first = next((moment for moment in moments if moment not in left_out), None)
    if first is None:
        raise Invalid(
            "The series is over before it begins.", field="recurrence_rule", fix="Check UNTIL, COUNT and EXDATE."
        )
    series_id = ids.new()
    video = first_of(video_from(owner_id, booking, now), series_id, first)
    series = Schedule(
        id=series_id,
        owner_id=owner_id,
        influencer_id=booking.influencer_id,
        video_id=video.id,
        recurrence_rule=text,
        exdates=left_out,
        timezone=booking.timezone,
        dtstart_local=start.isoformat(),
        next_trigger=now,
        words=video.model_dump(mode="json", include=set(WORDS)),
    )
    store.insert_videos(session, [video])
    store.insert_schedules(session, [series, Schedule.once(ids.new(), video, now, lead)])
    top_up(session, series, video, now, lead)
    _note(session, video, now)
    return store.find_schedule(session, owner_id, series_id), video


def _note(session: Session, video: Video, now: datetime) -> None:
    when = video.scheduled_time.astimezone(ZoneInfo(video.timezone))
    again = "a series from " if video.series_id else ""
    note(session, video, "schedule.booked", f"Booked “{video.title}”, {again}{when:%d %B, %H:%M}.", now)


def video_from(owner_id: str, booking: Booking, now: datetime) -> Video:
    """Return the video a booking asks for."""
    fields = {name: getattr(booking, name) for name in _BOOKED}
    title = booking.title or booking.direction.strip().split("\n")[0][:80] or f"A {booking.kind}"
    return Video(**fields | {"id": ids.new(), "owner_id": owner_id, "title": title, "created_at": now})
