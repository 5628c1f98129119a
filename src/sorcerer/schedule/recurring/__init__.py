"""Schedules: look them up, pause and resume a series, stop it."""

from datetime import datetime, timedelta

from pydantic import BaseModel, ConfigDict, Field
from sqlalchemy.orm import Session

from sorcerer.errors import Conflict, Stale
from sorcerer.schedule import store
from sorcerer.schedule.booked.withdraw import withdraw
from sorcerer.schedule.model import Schedule
from sorcerer.schedule.recurrence import localise, parse
from sorcerer.schedule.repeat import top_up
from sorcerer.schedule.store import find_schedule as find
from sorcerer.schedule.store import page_schedules as page

__all__ = ["Changes", "change", "find", "localise", "page", "stop"]


class Changes(BaseModel):
    """What may change in a schedule; fields that are not given stay as they are."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    active: bool = True
    recurrence_rule: str = Field("", min_length=1, max_length=500)


def change(
    session: Session,
    owner_id: str,
    schedule_id: str,
    changes: Changes,
    now: datetime,
    lead: timedelta,
    *,
    rev: int | None = None,
) -> Schedule:
    """Pause or resume a series, or give it another rule; videos nobody has begun follow it, the others stay.

    Raises:
        NotFound: there is no such schedule of this owner.
        Stale: it is no longer the revision the caller saw.
        Conflict: it is no series.
        Invalid: the rule cannot be used.
    """
    present = _seen(session, owner_id, schedule_id, rev)
    if present.recurrence_rule is None:
        raise Conflict(f"Schedule {schedule_id!r} happens once.", fix="Change its video instead.")
    given = changes.model_fields_set
    rule = changes.recurrence_rule if "recurrence_rule" in given else present.recurrence_rule
    active = changes.active if "active" in given else present.active
    parse(rule, datetime.fromisoformat(present.dtstart_local), present.timezone)
    _clear(session, owner_id, present, now)
    update = {"recurrence_rule": rule, "active": active, "next_trigger": now if active else None}
    kept = store.write_schedule(session, present.model_copy(update=update))
    if active:
        top_up(session, kept, store.load_video(session, kept.video_id), now, lead)
    return find(session, owner_id, schedule_id)


def stop(session: Session, owner_id: str, schedule_id: str, now: datetime, *, rev: int | None = None) -> Schedule:
    """End a schedule: its videos that nobody has begun are withdrawn, what is out stays out.

    Raises:
        NotFound: there is no such schedule of this owner.
        Stale: it is no longer the revision the caller saw.
        Conflict: its one video is out already.
    """
    present = _seen(session, owner_id, schedule_id, rev)
    if present.recurrence_rule is None:
        withdraw(session, owner_id, present.video_id, now)
        return find(session, owner_id, schedule_id)
    _clear(session, owner_id, present, now)
    return store.write_schedule(session, present.model_copy(update={"active": False, "next_trigger": None}))


def _seen(session: Session, owner_id: str, schedule_id: str, rev: int | None) -> Schedule:
    present = find(session, owner_id, schedule_id)
    if rev is not None and rev != present.rev:
        raise Stale(f"Schedule {schedule_id!r} is at revision {present.rev}, not {rev}.", fix="Load it again.")
    return present


def _clear(session: Session, owner_id: str, series: Schedule, now: datetime) -> None:
    for video in store.pending_of(session, series.id, now):
        withdraw(session, owner_id, video.id, now)
