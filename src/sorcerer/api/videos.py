"""/api/video and /api/create: what goes out, looked up, changed, made now, approved, withdrawn."""

from datetime import datetime
from typing import Annotated, Literal, Self

from fastapi import Query, Response
from pydantic import Field

from sorcerer import growth, influencers, ledger, publishing, schedule, sponsors, studio
from sorcerer.api import revise, shown
from sorcerer.api.bodies import Body
from sorcerer.api.cursor import AskedPage, PageOf
from sorcerer.api.deps import Caller, InRead, InSession, Now, TheDoor
from sorcerer.api.etag import IfMatch, put
from sorcerer.api.gate import Routes
from sorcerer.api.shown import Shown, VideoOut
from sorcerer.clock import Day, Moment, WallTime

router = Routes("/video", tags=["video"])
making = Routes("/create", tags=["video"])

Status = Literal["pending", "processing", "ready", "posted", "failed", "missed", "withdrawn"]


class VideoChanges(Body):
    """What may change in a video; fields that are not given stay as they are."""

    scheduled_time: Moment | None = Field(None, examples=["2026-12-01T08:00:00Z"])
    local_date: Day | None = Field(None, description="Another day in its own zone; the time of day stays.")
    local_time: WallTime | None = Field(
        None, description="Another wall clock in its own zone.", examples=["2026-12-01T09:00"]
    )
    title: str = Field("", min_length=1, max_length=120)
    direction: str = Field("", max_length=4000)
    own_script: str | None = Field(None, max_length=20000)
    tags: tuple[str, ...] = Field((), max_length=20)
    cta: str = Field("", max_length=300)


class VideoChanged(VideoOut):
    """A video as it was changed."""

    notes: list[str] = Field(
        description="Where the clock skips the time it was moved to, or has it twice: when it goes out instead."
    )


class Attach(Body):
    """Which sponsor to put into a video."""

    sponsor_id: str = Field(max_length=26)
    cta: str | None = Field(None, max_length=300)
    tags: tuple[str, ...] | None = Field(None, max_length=20)


_TIMES = ("scheduled_time", "local_date", "local_time")
Stage = Literal["script", "storyboard", "first_frame", "story", "film", "thumbnail"]


class Again(Body):
    """From which stage a video is made again."""

    stage: Stage | None = Field(None, description="Make this stage and those after it anew; null keeps what is made.")


class StepOut(Shown):
    """One attempt at one stage of a making; `ended_at` is null while it is under way."""

    rev: int
    stage: str
    attempt: int
    started_at: datetime
    ended_at: datetime | None
    error: str | None
    cost_usd: float

    @classmethod
    def of(cls, step: schedule.production.Step) -> Self:
        """Return a step with its cost in dollars."""
        fields = {name: getattr(step, name) for name in cls.model_fields if name != "cost_usd"}
        return cls.model_validate(fields | {"cost_usd": step.cost_micros / 1_000_000})


class Create(Body):
    """Which video to make now."""

    video_id: str = Field(max_length=26)


@router.get("")
def list_videos(  # noqa: PLR0913, PLR0917 - each is one filter of the list
    door: TheDoor,
    caller: Caller,
    session: InRead,
    page: AskedPage,
    now: Now,
    start: Annotated[Moment | None, Query(alias="from")] = None,
    end: Annotated[Moment | None, Query(alias="to")] = None,
    influencer_id: Annotated[str | None, Query(max_length=26)] = None,
    status: Status | None = None,
    approval: Literal["none", "asked", "given"] | None = None,
) -> PageOf[VideoOut]:
    """List what goes out, in that order."""
    after = None
    if page.after:
        moment, _, last = page.after.partition("|")
        after = (datetime.fromisoformat(moment), last)
    found = schedule.videos.page(
        session,
        caller.id,
        start=start,
        end=end,
        influencer_id=influencer_id,
        status=status,
        approval=approval,
        after=after,
        limit=page.take,
    )
    cut = page.of(found, lambda video: f"{video.scheduled_time.isoformat()}|{video.id}")
    return PageOf(items=shown.videos(session, door, caller.id, cut.items, now), next=cut.next)


@router.get("/{video_id}")
def read_video(video_id: str, door: TheDoor, caller: Caller, session: InRead, now: Now, response: Response) -> VideoOut:
    """Return one video with what was made of it."""
    video = schedule.videos.find(session, caller.id, video_id)
    put(response, video.rev)
    return shown.video(session, door, video, now)


@router.patch("/{video_id}")
def change_video(  # noqa: PLR0913, PLR0917 - what a change needs
    video_id: str,
    changes: VideoChanges,
    door: TheDoor,
    caller: Caller,
    session: InSession,
    now: Now,
    response: Response,
    rev: IfMatch,
) -> VideoChanged:
    """Change a video that is not out yet; new words are filmed anew, a new time alone keeps the film."""
    given = schedule.videos.Changes.model_validate({name: getattr(changes, name) for name in changes.model_fields_set})
    video = schedule.videos.change(session, caller.id, video_id, given, now, door.tools.lead, rev=rev)
    if video.sponsor_id is not None:
        growth.phase.admit(influencers.find(session, caller.id, video.influencer_id).growth, video.scheduled_time)
    if video.status == "ready":
        publishing.publications.move(session, video.id, video.scheduled_time, now)
    else:
        publishing.publications.withdraw(session, video.id, now)
    put(response, video.rev)
    door.wake()
    moved = not changes.model_fields_set.isdisjoint(_TIMES)
    told = schedule.videos.notes(session, video) if moved else []
    return VideoChanged(**dict(shown.video(session, door, video, now)), notes=told)


@router.delete("/{video_id}")
def withdraw_video(
    video_id: str, door: TheDoor, caller: Caller, session: InSession, now: Now, rev: IfMatch
) -> VideoOut:
    """Withdraw a video before it is out; its making stops at the next step."""
    publishing.publications.withdraw(session, video_id, now)
    video = schedule.videos.withdraw(session, caller.id, video_id, now, rev=rev)
    return shown.video(session, door, video, now)


@router.get("/{video_id}/steps")
def list_steps(video_id: str, caller: Caller, session: InRead) -> list[StepOut]:
    """List what was tried to make a video, oldest first: each stage, its attempts, times, cost and errors."""
    del caller
    return [StepOut.of(step) for step in schedule.videos.steps(session, video_id)]


@router.post("/{video_id}/retry")
def retry_video(
    video_id: str, door: TheDoor, caller: Caller, session: InSession, now: Now, again: Again | None = None
) -> VideoOut:
    """Make a video again: from the step that failed, or from a stage of choice, which may cost its price again."""
    stage = again.stage if again else None
    video = schedule.videos.make_now(session, caller.id, video_id, now, made_again=stage is not None)
    if stage is not None:
        publishing.publications.withdraw(session, video_id, now)
        studio.artifacts.forget_from(session, caller.id, video_id, stage)
        ledger.forget_work(session, caller.id, video_id)
    door.wake()
    return shown.video(session, door, video, now)


@router.post("/{video_id}/add-sponsor")
def add_sponsor(video_id: str, wanted: Attach, door: TheDoor, caller: Caller, session: InSession, now: Now) -> VideoOut:
    """Put a sponsor into a video that is not out yet; it is then filmed with the labels a sponsored post owes."""
    sponsors.find(session, caller.id, wanted.sponsor_id)
    given = {name: value for name, value in wanted.model_dump().items() if value is not None}
    video = schedule.videos.change(
        session, caller.id, video_id, schedule.videos.Changes.model_validate(given), now, door.tools.lead
    )
    revise.admit_sponsor(session, video)
    door.wake()
    return shown.video(session, door, video, now)


@making.post("", status_code=202)
def create_video(wanted: Create, door: TheDoor, caller: Caller, session: InSession, now: Now) -> VideoOut:
    """Start the making of a video now instead of at its lead time; it still goes out at its minute."""
    video = schedule.videos.make_now(session, caller.id, wanted.video_id, now)
    door.wake()
    return shown.video(session, door, video, now)
