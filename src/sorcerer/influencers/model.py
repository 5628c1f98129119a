"""Who she is: the persona document, her audience, her pace and her growth phase. Pure."""

from datetime import datetime, timedelta
from typing import Annotated, Any, Literal
from zoneinfo import ZoneInfo

from pydantic import BaseModel, ConfigDict, Field, field_validator

from sorcerer.clock import Moment, Zone

Mode = Literal["lifestyle", "company"]
Approval = Literal["ask", "auto"]
GROWN = 18


class Value(BaseModel):
    """A frozen value that refuses fields it does not know."""

    model_config = ConfigDict(frozen=True, extra="forbid")


class Audience(Value):
    """Whom she speaks to."""

    age_min: int = Field(18, ge=13, le=99)
    age_max: int = Field(34, ge=13, le=99)
    gender: Literal["all", "women", "men", "nonbinary"] = "all"
    interests: tuple[str, ...] = Field((), max_length=20)
    region: str = Field("", max_length=80)


class VoiceTraits(Value):
    """How she talks."""

    tone: str = Field("warm", max_length=80, examples=["warm, dry, a little late"])
    vocabulary: tuple[str, ...] = Field((), max_length=30)
    emoji: Literal["none", "few", "many"] = "few"
    sentences: Literal["short", "mixed", "long"] = "mixed"
    language: Literal["en", "de"] = "en"


class Persona(Value):
    """Who she is. Always an adult, always synthetic.

    Args:
        age: years, 18 or more.
        category: what her account is about.
        city: where she lives; one of the cities `life` knows, else the nearest it can draw.
        timezone: IANA zone of that city.
        work: what she does for a living.
        chronotype: when she is awake.
        sleep_hours: how much sleep she needs.
        habits: what comes back in her weeks, as words ("running", "pottery").
        people: who is close to her, by first name.
        pillars: what a company persona posts about, in turn; a lifestyle persona has none.
        ai_written: paths of the fields that nobody has edited since an AI filled them.
    """

    age: int = Field(ge=GROWN, le=99, examples=[29])
    pronouns: Literal["she", "he", "they"] = "she"
    category: str = Field("lifestyle", max_length=60)
    background: str = Field("", max_length=4000)
    goals: str = Field("", max_length=2000)
    traits: tuple[str, ...] = Field((), max_length=12)
    voice: VoiceTraits = VoiceTraits()
    city: str = Field("berlin", max_length=60)
    timezone: Zone = "Europe/Berlin"
    work: str = Field("", max_length=200)
    chronotype: Literal["early", "middle", "late"] = "middle"
    sleep_hours: float = Field(7.5, ge=5, le=10)
    habits: tuple[str, ...] = Field((), max_length=20)
    people: tuple[str, ...] = Field((), max_length=20)
    pillars: tuple[Annotated[str, Field(min_length=1, max_length=120)], ...] = Field((), max_length=8)
    audience: Audience = Audience()
    ai_written: tuple[str, ...] = Field((), max_length=60)

    @field_validator("age", mode="before")
    @classmethod
    def _adult(cls, age: object) -> object:
        if isinstance(age, int) and age < GROWN:
            raise ValueError(f"a persona is an adult: {age} is under {GROWN}")
        return age


class Pace(Value):
    """How often she posts.

    Args:
        posts_per_week: reels; the slider of the page.
        stories_per_day: images between reels.
        rrule: company mode's fixed frequency, instead of the slider.
    """

    posts_per_week: float = Field(5.0, ge=0.5, le=21)
    stories_per_day: float = Field(1.0, ge=0, le=5)
    rrule: str | None = Field(None, max_length=200)


class GrowthPhase(Value):
    """The warm-up: fewer posts at first, no sponsors inside it. Cadence only, nothing else is ever done.

    Args:
        on: whether there is one.
        started_at: when it began.
        days: how long it lasts.
        ended_at: when a person ended it early.
    """

    on: bool = True
    started_at: datetime | None = None
    days: int = Field(14, ge=1, le=120)
    ended_at: datetime | None = None

    def ends_at(self) -> datetime | None:
        """Return when sponsors may come in, or None when there is no phase."""
        if not self.on or self.started_at is None:
            return None
        return self.ended_at or self.started_at + timedelta(days=self.days)

    def covers(self, moment: datetime) -> bool:
        """Tell whether a moment lies inside the phase."""
        end = self.ends_at()
        return end is not None and moment < end


class Influencer(Value):
    """A persona that somebody runs.

    Args:
        handle: her name on the networks, without "@".
        face_key: the file of her portrait, the single source of truth for every picture.
        look: the parameters of a drawn face.
        hue: the colour of her path on the pages, degrees 0 to 359.
        approval: "ask" before anything goes to a real account, or "auto".
        paused: nothing new is made or published while True.
        rev: counts every change; the ETag.
    """

    id: str
    owner_id: str
    name: str = Field(min_length=1, max_length=80)
    handle: str = Field(pattern=r"^[a-z0-9._]{2,30}$")
    mode: Mode
    persona: Persona
    pace: Pace = Pace()
    growth: GrowthPhase = GrowthPhase()
    approval: Approval = "ask"
    face_key: str | None = None
    look: dict[str, Any] | None = None
    real_face: bool = False
    hue: int = Field(0, ge=0, lt=360)
    paused: bool = False
    created_at: datetime
    rev: int = 1

    @property
    def zone(self) -> ZoneInfo:
        """Return her time zone."""
        return ZoneInfo(self.persona.timezone)


class Signature(Value):
    """What a real person signs so that her face may be used.

    Args:
        subject: the person's name.
        scope: what it covers, in words.
        proof: where the signed paper is, in words or as an address.
        expires_at: at most ten years after it was signed.
    """

    subject: str = Field(min_length=1, max_length=120, examples=["Mara Okonjo"])
    scope: str = Field(min_length=1, max_length=1000, examples=["Short films about strength training"])
    proof: str = Field(min_length=1, max_length=1000, examples=["Signed paper, folder 7"])
    signed_at: Moment = Field(examples=["2026-11-01T12:00:00Z"])
    expires_at: Moment = Field(examples=["2028-11-01T12:00:00Z"])


class Consent(Signature):
    """A recorded agreement; without one an uploaded face makes nothing.

    Args:
        revoked_at: when it was taken back; nothing is made after that.
    """

    id: str
    influencer_id: str
    revoked_at: datetime | None = None

    def holds(self, moment: datetime) -> bool:
        """Tell whether the agreement is good at a moment."""
        return self.signed_at <= moment < self.expires_at and (self.revoked_at is None or moment < self.revoked_at)


class Draft(Value):
    """What somebody has typed into the wizard so far. Nothing typed is lost.

    Args:
        fields: the wizard's own document, kept as it is; checked when the persona is made from it.
    """

    id: str
    owner_id: str
    step: int = Field(1, ge=1, le=5)
    fields: dict[str, Any] = Field(default_factory=dict)
    updated_at: datetime
    rev: int = 1


class Photograph(Value):
    """An uploaded photograph of a face, and what its owner said it shows.

    Args:
        key: the file it became.
        shows_real: a real person is in it, so nothing is made with it unless a consent holds.
    """

    id: str
    owner_id: str
    key: str
    shows_real: bool
    declared_at: datetime


class New(Value):
    """What the wizard hands over; the rest of an influencer is made here."""

    name: str = Field(min_length=1, max_length=80)
    handle: str = Field(pattern=r"^[a-z0-9._]{2,30}$")
    mode: Mode
    persona: Persona
    pace: Pace = Pace()
    growth: GrowthPhase = GrowthPhase()
    approval: Approval = "ask"
    face_key: str | None = Field(None, max_length=200)
    look: dict[str, Any] | None = None
    real_face: bool = False
    hue: int | None = Field(None, ge=0, lt=360)
