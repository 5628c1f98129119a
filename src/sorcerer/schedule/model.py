"""What a video and its schedule are before anybody films them. Pure."""

from datetime import datetime, timedelta
from typing import Any, Literal, Self
from zoneinfo import ZoneInfo

from pydantic import AwareDatetime, BaseModel, ConfigDict, Field

from sorcerer.clock import Zone

Kind = Literal["reel", "story"]
Status = Literal["pending", "processing", "ready", "posted", "failed", "missed", "withdrawn"]
Consent = Literal["none", "asked", "given"]

OPEN: frozenset[str] = frozenset({"pending", "ready", "failed", "missed"})
WORDS = ("title", "direction", "own_script", "tags", "cta", "sponsor_id")
GRACE = timedelta(hours=2)


class Value(BaseModel):
    """A frozen value that refuses fields it does not know."""

    model_config = ConfigDict(frozen=True, extra="forbid")


class Failure(Value):
    """Why something did not go out, and what to do.

    Args:
        stage: the step that failed.
        cause: what happened, in a sentence.
        reached_platform: whether anybody may have seen the post.
        cost_micros: what was spent so far, in millionths of a US dollar.
        next: the way out, in a sentence.
    """

    stage: str
    cause: str
    reached_platform: Literal["no", "yes", "unknown"] = "no"
    cost_micros: int = 0
    next: str = "Press Retry: what was made before is kept."


class Booking(Value):
    """What somebody, or her life, wants to have posted.

    Args:
        scheduled_time: when it goes out.
        local_time: the wall clock it was asked for; a zone may skip it on that day.
        timezone: IANA zone it was meant in; a series keeps its wall clock there.
        direction: what it is about.
        own_script: the user's own words, kept as they are.
        moment: where in her life it stands, as a writer reads it.
        life_post_id: the post of her life this video fills.
        recurrence_rule: RFC 5545 RRULE, with EXDATE on lines of its own; makes a series.
    """

    influencer_id: str
    kind: Kind = "reel"
    scheduled_time: AwareDatetime
    local_time: datetime | None = None
    timezone: Zone = "UTC"
    title: str = Field("", max_length=120)
    direction: str = Field("", max_length=4000)
    own_script: str | None = Field(None, max_length=20000)
    tags: tuple[str, ...] = Field((), max_length=20)
    cta: str = Field("", max_length=300)
    sponsor_id: str | None = None
    moment: dict[str, Any] = Field(default_factory=dict)
    life_post_id: str | None = None
    approval: Consent = "none"
    recurrence_rule: str | None = Field(None, max_length=500)


class Video(Value):
    """One thing that goes out once: a reel or a story.

    Args:
        series_id: the schedule that repeats it, when it is one of many.
        occurrence_at: which of the many it is.
        script: the words it was made with.
        stage, progress: where its making stands; progress runs from 0 to 1.
        approval: "asked" waits for a person before anything is published.
        rev: counts every change; also names the making, so that a change makes it anew.
    """

    id: str
    owner_id: str
    influencer_id: str
    series_id: str | None = None
    occurrence_at: datetime | None = None
    life_post_id: str | None = None
    kind: Kind
    title: str
    direction: str
    own_script: str | None = None
    script: dict[str, Any] | None = None
    caption: str = ""
    tags: tuple[str, ...] = ()
    cta: str = ""
    sponsor_id: str | None = None
    moment: dict[str, Any] = Field(default_factory=dict)
    scheduled_time: datetime
    timezone: str
    status: Status = "pending"
    stage: str | None = None
    progress: float = 0.0
    approval: Consent = "none"
    failure: Failure | None = None
    cost_micros: int = 0
    created_at: datetime
    rev: int = 1

    @property
    def is_open(self) -> bool:
        """Tell whether it may still be changed."""
        return self.status in OPEN

    def make_at(self, now: datetime, lead: timedelta) -> datetime:
        """Return when its making starts: a lead time before its minute, and not in the past."""
        return max(now, self.scheduled_time - lead)


class Schedule(Value):
    """When a video is made next: once, or again and again by an RRULE.

    Args:
        video_id: the video, of a series the first one.
        next_trigger: when the worker looks at it next, if it is active; None when it is done, or filled to its end.
        dtstart_local: first wall-clock time of a series, ISO 8601 without a zone.
        exdates: moments the rule names and that are left out: somebody skipped them.
        words: what the videos of a series are made from; one of them may have been given words of its own since.
    """

    id: str
    owner_id: str
    influencer_id: str
    video_id: str
    recurrence_rule: str | None = None
    timezone: str
    dtstart_local: str
    next_trigger: datetime | None
    active: bool = True
    exdates: tuple[datetime, ...] = ()
    words: dict[str, Any] | None = None
    rev: int = 1

    @classmethod
    def once(
        cls, schedule_id: str, video: Video, now: datetime, lead: timedelta, asked: datetime | None = None
    ) -> Self:
        """Return the schedule that makes a video one time, a lead time before its minute.

        Args:
            asked: the wall clock it was asked for, where that is not simply the video's minute.
        """
        local = asked or video.scheduled_time.astimezone(ZoneInfo(video.timezone)).replace(tzinfo=None)
        return cls(
            id=schedule_id,
            owner_id=video.owner_id,
            influencer_id=video.influencer_id,
            video_id=video.id,
            timezone=video.timezone,
            dtstart_local=local.isoformat(),
            next_trigger=video.make_at(now, lead),
        )


class Step(Value):
    """One attempt at one stage of a making.

    Args:
        rev: the revision of the video it was made for.
        attempt: counts from 1 for each stage of a revision.
        executor: the process that made it.
        ended_at: None while it is under way.
        error: why it did not succeed, in a sentence.
    """

    id: str
    video_id: str
    rev: int
    stage: str
    attempt: int
    executor: str
    started_at: datetime
    ended_at: datetime | None = None
    error: str | None = None
    cost_micros: int = 0


class Due(Value):
    """One video that work starts on now.

    Args:
        at: when it goes out.
        made: it is made already, and was approved: it only has to be let out.
        before: how many films of hers are to be made before it.
    """

    video_id: str
    rev: int
    at: datetime
    made: bool = False
    before: int = 0
