"""Change a series: all of it that nobody has begun, or from one occurrence on."""

from datetime import datetime, time, timedelta
from typing import Any
from zoneinfo import ZoneInfo

from pydantic import BaseModel, ConfigDict, Field
from sqlalchemy.orm import Session

from sorcerer import ids
from sorcerer.errors import Conflict, Invalid
from sorcerer.recurrence import Halves, exdates, localise, names_its_hour, parse, split
from sorcerer.schedule import store
from sorcerer.schedule.model import WORDS, Schedule
from sorcerer.schedule.noting import note
from sorcerer.schedule.recurring.seen import seen
from sorcerer.schedule.repeat import top_up


class Changes(BaseModel):
    """What may change in a series; fields that are not given stay as they are.

    Args:
        local_time: the time of day on the series' own wall clock.
    """

    model_config = ConfigDict(frozen=True, extra="forbid")

    active: bool = True
    recurrence_rule: str = Field("", min_length=1, max_length=500)
    local_time: time | None = None
    title: str = Field("", min_length=1, max_length=120)
    direction: str = Field("", max_length=4000)
    own_script: str | None = Field(None, max_length=20000)
    tags: tuple[str, ...] = Field((), max_length=20)
    cta: str = Field("", max_length=300)
    sponsor_id: str | None = None


def change(  # noqa: PLR0913 - what a change needs
    session: Session,
    owner_id: str,
    schedule_id: str,
    changes: Changes,
    now: datetime,
    lead: timedelta,
    *,
    rev: int | None = None,
    since: datetime | None = None,
) -> Schedule:
    """Change a series and return it; videos nobody has begun follow it, the others stay.

    Args:
        since: an occurrence: it and those after it become a series of their own, which is returned.

    Raises:
        NotFound: there is no such schedule of this owner.
        Stale: it is no longer the revision the caller saw.
        Conflict: it is no series, or was ended.
        Invalid: the rule cannot be used or says the time of day itself, or `since` is none of its occurrences.
    """
    present = seen(session, owner_id, schedule_id, rev)
    if present.recurrence_rule is None:
        raise Conflict(f"Schedule {schedule_id!r} happens once.", fix="Change its video instead.")
    if not present.active and present.next_trigger is None:
        raise Conflict("This series was ended.", fix="Book a new one.")
    start = datetime.fromisoformat(present.dtstart_local)
    halves = split(present.recurrence_rule, start, present.timezone, since) if since else None
    if since is not None and halves is not None:
        present = _branch(session, present, since, halves)
    changed = present.model_copy(update=_update(present, changes, now))
    parse(changed.recurrence_rule or "", datetime.fromisoformat(changed.dtstart_local), changed.timezone)
    store.clear_series(session, present, now)
    kept = store.write_schedule(session, changed)
    pattern = store.load_video(session, kept.video_id)
    if kept.active:
        top_up(session, kept, pattern, now, lead)
    note(session, pattern, "schedule.changed", f"Changed the series “{pattern.title}”.", now)
    return store.find_schedule(session, owner_id, kept.id)


def _branch(session: Session, present: Schedule, since: datetime, halves: Halves) -> Schedule:
    """End a series before an occurrence, and keep a new one that goes on from it."""
    store.clear_series(session, present, since)
    store.write_schedule(session, present.model_copy(update={"recurrence_rule": halves.before}))
    update = {"id": ids.new(), "recurrence_rule": halves.after, "dtstart_local": halves.wall.isoformat(), "rev": 1}
    branch = present.model_copy(update=update)
    store.insert_schedules(session, [branch])
    return branch


def _update(present: Schedule, changes: Changes, now: datetime) -> dict[str, Any]:
    given = {name: getattr(changes, name) for name in changes.model_fields_set}
    # A paused series keeps a moment, which nobody looks at before it goes on; one that was ended has none.
    update: dict[str, Any] = {"active": given.get("active", present.active), "next_trigger": now}
    start = given.get("local_time") or datetime.fromisoformat(present.dtstart_local).time()
    wall = datetime.combine(datetime.fromisoformat(present.dtstart_local), start.replace(tzinfo=None))
    rule, left_out = exdates(given.get("recurrence_rule") or present.recurrence_rule or "", wall, present.timezone)
    update["recurrence_rule"] = rule
    words = {name: value for name, value in given.items() if name in WORDS}
    if words:
        update["words"] = (present.words or {}) | words
    at = given.get("local_time")
    if at is not None and at != datetime.fromisoformat(present.dtstart_local).time():
        if names_its_hour(rule, present.timezone):
            fix = "Change BYHOUR and BYMINUTE in recurrence_rule instead."
            raise Invalid(f"{rule!r} says the time of day itself.", field="local_time", fix=fix)
        update |= _moved(present, at)
    update["exdates"] = (*update.get("exdates", present.exdates), *left_out)
    return update


def _moved(present: Schedule, at: time) -> dict[str, Any]:
    """Put a series at another time of day; what was skipped stays skipped."""
    start = datetime.fromisoformat(present.dtstart_local)
    moved = datetime.combine(start.date(), at.replace(tzinfo=None))
    there = ZoneInfo(present.timezone)
    walls = [moment.astimezone(there).replace(tzinfo=None) + (moved - start) for moment in present.exdates]
    skipped = tuple(localise(wall, present.timezone) for wall in walls)
    return {"dtstart_local": moved.isoformat(), "exdates": skipped}
