"""Say which videos are to be made now, and move their schedules on in the same transaction."""

from datetime import datetime, timedelta

from sqlalchemy.orm import Session

from sorcerer import log
from sorcerer.errors import SorcererError
from sorcerer.schedule import store
from sorcerer.schedule.model import GRACE, Due, Schedule, Video
from sorcerer.schedule.repeat import top_up
from sorcerer.schedule.store import next_trigger as next_due

__all__ = ["due", "next_due"]

_AGAIN = timedelta(hours=1)


def due(session: Session, now: datetime, lead: timedelta, limit: int = 200) -> list[Due]:
    """Claim what is due and return the videos that work starts on now; series are filled ahead instead.

    Two workers may call this at the same moment: each schedule goes to one of them.
    """
    started: list[Video] = []
    for schedule in store.claim_due(session, now, limit):
        video = store.load_video(session, schedule.video_id)
        if schedule.recurrence_rule:
            _fill(session, schedule, video, now, lead)
            continue
        _done(session, schedule)
        if video.status in {"pending", "ready"}:
            started.append(video)
    unmade = [video for video in started if video.status == "pending"]
    before = store.ranks(session, unmade, now - GRACE, now + lead) if unmade else {}
    return [
        Due(
            video_id=video.id,
            rev=video.rev,
            at=video.scheduled_time,
            made=video.status == "ready",
            before=before.get(video.id, 0),
        )
        for video in started
    ]


def _fill(session: Session, series: Schedule, pattern: Video, now: datetime, lead: timedelta) -> None:
    """Fill a series ahead; one that cannot be filled holds up nobody else's posts and is tried again in an hour."""
    try:
        with store.aside(session):
            top_up(session, series, pattern, now, lead)
    except (SorcererError, ValueError) as trouble:
        log.get("schedule").error("series not filled", series=series.id, error=repr(trouble))
        store.write_schedule(session, series.model_copy(update={"next_trigger": now + _AGAIN}))


def _done(session: Session, schedule: Schedule) -> None:
    store.write_schedule(session, schedule.model_copy(update={"active": False, "next_trigger": None}))
