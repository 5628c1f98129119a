"""End a schedule."""

from datetime import datetime

from sqlalchemy.orm import Session

from sorcerer.schedule import store
from sorcerer.schedule.booked.withdraw import withdraw
from sorcerer.schedule.model import Schedule
from sorcerer.schedule.noting import note
from sorcerer.schedule.recurring.seen import seen


def stop(session: Session, owner_id: str, schedule_id: str, now: datetime, *, rev: int | None = None) -> Schedule:
    """End a schedule: its videos that nobody has begun are taken off, what is out stays out.

    Raises:
        NotFound: there is no such schedule of this owner.
        Stale: it is no longer the revision the caller saw.
        Conflict: its one video is out already.
    """
    present = seen(session, owner_id, schedule_id, rev)
    if present.recurrence_rule is None:
        withdraw(session, owner_id, present.video_id, now)
        return store.find_schedule(session, owner_id, schedule_id)
    store.clear_series(session, present, now)
    first = store.load_video(session, present.video_id)
    note(session, first, "schedule.stopped", f"Stopped the series “{first.title}”.", now)
    return store.write_schedule(session, present.model_copy(update={"active": False, "next_trigger": None}))
