"""Change a video that is not out yet: its time, its words, its sponsor; ask for it now."""

from datetime import date, datetime, time, timedelta
from typing import Any
from zoneinfo import ZoneInfo

from pydantic import AwareDatetime, BaseModel, ConfigDict, Field
from sqlalchemy.orm import Session

from sorcerer import ids
from sorcerer.errors import Conflict, Invalid, Stale
from sorcerer.recurrence import localise
from sorcerer.schedule import store
from sorcerer.schedule.model import Schedule, Video
from sorcerer.schedule.noting import note

_SLACK = timedelta(minutes=5)
_TIMING_ONLY = frozenset({"scheduled_time"})
_TIMES = ("scheduled_time", "local_date", "local_time")


class Changes(BaseModel):
    """What may change in a video; fields that are not given stay as they are.

    Args:
        local_date: the day it goes out, in its own zone; the time of day stays.
        local_time: the wall clock it goes out at, in its own zone; the zone may skip it on that day.
    """

    model_config = ConfigDict(frozen=True, extra="forbid")

    scheduled_time: AwareDatetime | None = None
    local_date: date | None = None
    local_time: datetime | None = None
    title: str = Field("", min_length=1, max_length=120)
    direction: str = Field("", max_length=4000)
    own_script: str | None = Field(None, max_length=20000)
    tags: tuple[str, ...] = Field((), max_length=20)
    cta: str = Field("", max_length=300)
    sponsor_id: str | None = None


def change(
    session: Session,
    owner_id: str,
    video_id: str,
    changes: Changes,
    now: datetime,
    lead: timedelta,
    *,
    rev: int | None = None,
) -> Video:
    """Keep the changed fields; what was made of the old words is made anew, a new time alone keeps the film.

    Raises:
        NotFound: there is no such video of this owner.
        Stale: it is no longer the revision the caller saw.
        Conflict: it is being made or is out.
        Invalid: the new time is past, is said in two ways, or is a wall clock with an offset.
    """
    video = _open(store.find_video(session, owner_id, video_id), rev)
    update = {name: getattr(changes, name) for name in changes.model_fields_set}
    asked = _asked(session, video, update)
    if update.get("scheduled_time", now) < now - _SLACK:
        raise Invalid(f"{update['scheduled_time'].isoformat()} is past.", field="scheduled_time")
    keeps_film = video.status == "ready" and update.keys() <= _TIMING_ONLY
    changed = video.model_copy(update=update | ({"rev": video.rev + 1} if keeps_film else _anew(video)))
    kept = store.write_video(session, changed, seen_rev=video.rev)
    if keeps_film:
        _remember(session, kept, asked)
    else:
        _schedule(session, kept, kept.make_at(now, lead), now, lead, asked)
    moved = update.keys() <= _TIMING_ONLY
    text = f"Moved “{kept.title}”." if moved else f"Changed “{kept.title}”."
    note(session, kept, "schedule.moved" if moved else "schedule.changed", text, now)
    return kept


def make_now(session: Session, owner_id: str, video_id: str, now: datetime, *, made_again: bool = False) -> Video:
    """Ask that a video is made at once; what was made before from the same words is kept.

    A post whose minute has passed goes out as soon as it is made.

    Args:
        made_again: a person wants a part of it made again, so it may be made already.

    Raises:
        NotFound: there is no such video of this owner.
        Conflict: it is being made, is ready, or is out.
    """
    video = _open(store.find_video(session, owner_id, video_id), None)
    if video.status == "ready" and not made_again:
        raise Conflict(f"Video {video_id!r} is made already.", fix="Change its words, or choose a stage to make again.")
    time = {"scheduled_time": max(video.scheduled_time, now)}
    kept = store.write_video(session, video.model_copy(update=_anew(video) | time), seen_rev=video.rev)
    _schedule(session, kept, now, now, timedelta())
    note(session, kept, "video.retried" if video.failure else "video.started", f"Asked for “{kept.title}” now.", now)
    return kept


def _open(video: Video, rev: int | None) -> Video:
    if rev is not None and rev != video.rev:
        raise Stale(f"Video {video.id!r} is at revision {video.rev}, not {rev}.", fix="Load it again.")
    if not video.is_open:
        fix = "Wait until it is made." if video.status == "processing" else None
        raise Conflict(f"Video {video.id!r} is {video.status}; it can no longer change.", fix=fix)
    return video


def _anew(video: Video) -> dict[str, object]:
    """Return what makes a video unmade; a yes was for the film that was seen, so the next one is asked about anew."""
    blank: dict[str, object] = {
        "status": "pending",
        "stage": None,
        "progress": 0.0,
        "failure": None,
        "approval": "none",
    }
    return blank | {"rev": video.rev + 1}


def _asked(session: Session, video: Video, update: dict[str, Any]) -> datetime | None:
    """Turn the day or wall clock of an update into its moment, and return the wall clock that was asked for."""
    given = {name: update.pop(name) for name in _TIMES if name in update}
    given = {name: value for name, value in given.items() if value is not None}
    if len(given) > 1:
        raise Invalid(f"The time is said more than once: {', '.join(given)}.", field=next(iter(given)), fix="Give one.")
    wall: datetime | None = given.get("local_time")
    if "local_date" in given:
        wall = datetime.combine(given["local_date"], _time_of_day(session, video))
    if wall is not None and wall.tzinfo is not None:
        raise Invalid("local_time is a wall clock without an offset.", field="local_time", fix="Use scheduled_time.")
    if wall is not None:
        update["scheduled_time"] = localise(wall, video.timezone)
    elif "scheduled_time" in given:
        update["scheduled_time"] = given["scheduled_time"]
    return wall


def _time_of_day(session: Session, video: Video) -> time:
    """Return the time of day that was asked for; on a day whose clock skips it the video goes out at another."""
    there = video.scheduled_time.astimezone(ZoneInfo(video.timezone))
    present = store.schedule_of(session, video.id)
    asked = datetime.fromisoformat(present.dtstart_local).time() if present else there.time()
    meant = localise(datetime.combine(there.date(), asked), video.timezone) == video.scheduled_time
    return asked if meant else there.time()


def _remember(session: Session, video: Video, asked: datetime | None) -> None:
    """Keep the wall clock that was asked for; when the worker looks at the film stays as it is."""
    present = store.schedule_of(session, video.id)
    if present is not None:
        store.write_schedule(session, present.model_copy(update={"dtstart_local": _wall(present, video, asked)}))


def _wall(present: Schedule, video: Video, asked: datetime | None) -> str:
    """Return the wall clock a video was asked for: the one kept so far while that still means its minute."""
    if asked is not None:
        return asked.isoformat()
    kept = datetime.fromisoformat(present.dtstart_local)
    there = video.scheduled_time.astimezone(ZoneInfo(video.timezone)).replace(tzinfo=None)
    return (kept if localise(kept, video.timezone) == video.scheduled_time else there).isoformat()


def _schedule(
    session: Session, video: Video, at: datetime, now: datetime, lead: timedelta, asked: datetime | None = None
) -> None:
    present = store.schedule_of(session, video.id)
    if present is None:
        store.insert_schedules(session, [Schedule.once(ids.new(), video, now, lead, asked)])
    else:
        update = {"next_trigger": at, "active": True, "dtstart_local": _wall(present, video, asked)}
        store.write_schedule(session, present.model_copy(update=update))
