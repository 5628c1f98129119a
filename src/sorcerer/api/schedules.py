"""/api/schedule: put something on the calendar, once or as a series."""

from datetime import datetime, time
from typing import Annotated, Literal, Self

from fastapi import Query, Response
from pydantic import Field

from sorcerer import growth, influencers, schedule, sponsors
from sorcerer.api import shown
from sorcerer.api.bodies import Body
from sorcerer.api.claims import refuse_claims
from sorcerer.api.cursor import AskedPage, PageOf
from sorcerer.api.deps import Caller, InRead, InSession, Now, TheDoor
from sorcerer.api.etag import IfMatch, put
from sorcerer.api.gate import Routes
from sorcerer.api.shown import Shown, VideoOut
from sorcerer.clock import Moment, WallTime, Zone
from sorcerer.errors import Invalid
from sorcerer.schedule import Booking, Schedule

router = Routes("/schedule", tags=["schedule"])


class Wanted(Body):
    """What to post and when: `scheduled_time`, or `local_time` on the clock of `timezone`."""

    influencer_id: str = Field(max_length=26)
    kind: Literal["reel", "story"] = "reel"
    scheduled_time: Moment | None = Field(None, examples=["2026-12-01T08:00:00Z"])
    local_time: WallTime | None = Field(None, examples=["2026-12-01T09:00"])
    timezone: Zone | None = Field(None, examples=["Europe/Berlin"])
    title: str = Field("", max_length=120)
    direction: str = Field(
        "", max_length=4000, examples=["She tries the new climbing hall and falls off the easy wall"]
    )
    script: str | None = Field(None, max_length=20000)
    recurrence_rule: str | None = Field(None, max_length=500, examples=["FREQ=WEEKLY;BYDAY=MO,TH"])
    sponsor_id: str | None = Field(None, max_length=26)
    tags: tuple[str, ...] = Field((), max_length=20)
    cta: str = Field("", max_length=300)


class Booked(Shown):
    """What was put on the calendar."""

    schedule: Schedule
    video: VideoOut
    notes: list[str] = Field(description="Times the clock skips or has twice, and when they happen instead.")


class ScheduleOut(Schedule):
    """A schedule, and what somebody should know about its times."""

    notes: list[str] = Field(
        description="Times of the year to come that the clock skips or has twice, and when they happen instead."
    )

    @classmethod
    def of(cls, kept: Schedule, now: datetime) -> Self:
        """Return a schedule with what there is to know from now on."""
        return cls(**dict(kept), notes=schedule.series.notes(kept, now))


class ScheduleChanges(Body):
    """What may change in a series; fields that are not given stay as they are."""

    active: bool = True
    recurrence_rule: str = Field("", min_length=1, max_length=500)
    local_time: time | None = Field(None, description="Time of day in the series' zone.", examples=["09:00"])
    title: str = Field("", min_length=1, max_length=120)
    direction: str = Field("", max_length=4000)
    script: str | None = Field(None, max_length=20000)
    tags: tuple[str, ...] = Field((), max_length=20)
    cta: str = Field("", max_length=300)
    sponsor_id: str | None = Field(None, max_length=26)
    since: Moment | None = Field(
        None, description="An occurrence: it and those after it become a series of their own, which is returned."
    )


@router.post("", status_code=201)
def book_schedule(wanted: Wanted, door: TheDoor, caller: Caller, session: InSession, now: Now) -> Booked:
    """Put a video on the calendar: once, or as a series by its RRULE."""
    influencer = influencers.find(session, caller.id, wanted.influencer_id)
    if wanted.sponsor_id:
        sponsors.find(session, caller.id, wanted.sponsor_id)
    if not wanted.direction.strip() and not (wanted.script or "").strip():
        raise Invalid("There is nothing to film.", field="direction", fix="Say what happens, or give a script.")
    refuse_claims(wanted.script or "", sponsored=wanted.sponsor_id is not None)
    zone = wanted.timezone or influencer.persona.timezone
    booking = Booking.model_validate(
        wanted.model_dump(exclude={"script", "scheduled_time", "timezone"})
        | {"timezone": zone, "scheduled_time": _moment(wanted, zone), "own_script": wanted.script}
    )
    if booking.sponsor_id is not None:
        growth.phase.admit(influencer.growth, booking.scheduled_time)
    kept, video = schedule.book(session, caller.id, booking, now, door.tools.lead)
    door.wake()
    return Booked(schedule=kept, video=shown.video(session, door, video, now), notes=schedule.series.notes(kept, now))


def _moment(wanted: Wanted, zone: str) -> datetime:
    if (wanted.scheduled_time is None) == (wanted.local_time is None):
        raise Invalid(
            "Give either scheduled_time or local_time.",
            field="scheduled_time",
            fix="scheduled_time is a moment with its offset, local_time a wall clock of `timezone`.",
        )
    if wanted.scheduled_time is not None:
        return wanted.scheduled_time
    wall = wanted.local_time
    if wall is None or wall.tzinfo is not None:
        raise Invalid("local_time is a wall clock without an offset.", field="local_time", fix="Use scheduled_time.")
    return schedule.series.localise(wall, zone)


@router.get("")
def list_schedules(
    caller: Caller,
    session: InRead,
    page: AskedPage,
    recurring: Annotated[bool, Query(description="Only series.")] = False,  # noqa: FBT002 - a word of the address
) -> PageOf[Schedule]:
    """List the schedules, or only the series among them, oldest first."""
    found = schedule.series.page(session, caller.id, recurring=recurring, after=page.after, limit=page.take)
    return page.of(found)


@router.get("/{schedule_id}")
def read_schedule(schedule_id: str, caller: Caller, session: InRead, now: Now, response: Response) -> ScheduleOut:
    """Return one schedule, with what the clock does to its times within the year."""
    found = schedule.series.find(session, caller.id, schedule_id)
    put(response, found.rev)
    return ScheduleOut.of(found, now)


@router.patch("/{schedule_id}")
def change_schedule(  # noqa: PLR0913, PLR0917 - what a change needs
    schedule_id: str,
    changes: ScheduleChanges,
    door: TheDoor,
    caller: Caller,
    session: InSession,
    now: Now,
    response: Response,
    rev: IfMatch,
) -> ScheduleOut:
    """Pause, resume or change a series, or the part of it from one occurrence on; what nobody has begun follows."""
    given = {name: getattr(changes, name) for name in changes.model_fields_set - {"since"}}
    if "script" in given:
        given["own_script"] = given.pop("script")
    if given.get("sponsor_id"):
        sponsors.find(session, caller.id, given["sponsor_id"])
        series = schedule.series.find(session, caller.id, schedule_id)
        growth.phase.admit(influencers.find(session, caller.id, series.influencer_id).growth, changes.since or now)
    wanted = schedule.series.Changes.model_validate(given)
    kept = schedule.series.change(
        session, caller.id, schedule_id, wanted, now, door.tools.lead, rev=rev, since=changes.since
    )
    put(response, kept.rev)
    door.wake()
    return ScheduleOut.of(kept, now)


@router.delete("/{schedule_id}")
def stop_schedule(schedule_id: str, caller: Caller, session: InSession, now: Now, rev: IfMatch) -> Schedule:
    """End a schedule: what nobody has begun is withdrawn, what is out stays out."""
    return schedule.series.stop(session, caller.id, schedule_id, now, rev=rev)
