"""What the API shows of a video, an influencer and a channel: links that can be opened in place of keys."""

from collections.abc import Sequence
from datetime import datetime
from typing import Any, Literal

from pydantic import BaseModel, ConfigDict
from sqlalchemy.orm import Session

from sorcerer import publishing, studio
from sorcerer.api import media
from sorcerer.api.deps import Door
from sorcerer.influencers import GrowthPhase, Influencer, Pace, Persona
from sorcerer.schedule import Failure, Video

_MICROS = 1_000_000


class Shown(BaseModel):
    """A frozen answer."""

    model_config = ConfigDict(frozen=True)


class FailureOut(Shown):
    """Why something did not go out, and what to do."""

    stage: str
    cause: str
    reached_platform: Literal["no", "yes", "unknown"]
    cost_usd: float
    next: str


class VideoOut(Shown):
    """A video as the pages show it; the links are short-lived."""

    id: str
    influencer_id: str
    series_id: str | None
    occurrence_at: datetime | None
    life_post_id: str | None
    kind: Literal["reel", "story"]
    title: str
    direction: str
    script: dict[str, Any] | None
    own_script: str | None
    caption: str
    tags: tuple[str, ...]
    cta: str
    sponsor_id: str | None
    scheduled_time: datetime
    timezone: str
    status: Literal["pending", "processing", "ready", "posted", "failed", "missed", "withdrawn"]
    stage: str | None
    progress: float
    approval: Literal["none", "asked", "given"]
    failure: FailureOut | None
    permalink: str | None
    film_url: str | None
    thumbnail_url: str | None
    srt_url: str | None
    cost_usd: float
    rev: int


class InfluencerOut(Shown):
    """An influencer as the pages show her; the link to her face is short-lived."""

    id: str
    name: str
    handle: str
    mode: Literal["lifestyle", "company"]
    persona: Persona
    pace: Pace
    growth: GrowthPhase
    approval: Literal["ask", "auto"]
    face_key: str | None
    face_url: str | None
    look: dict[str, Any] | None
    real_face: bool
    hue: int
    paused: bool
    created_at: datetime
    rev: int


def link(door: Door, key: str | None, now: datetime) -> str | None:
    """Return a short-lived link to a kept file."""
    return None if key is None else media.address(door, key, now)


def influencer(door: Door, value: Influencer, now: datetime) -> InfluencerOut:
    """Return an influencer as the pages show her."""
    fields = {name: getattr(value, name) for name in InfluencerOut.model_fields if name != "face_url"}
    return InfluencerOut.model_validate(fields | {"face_url": link(door, value.face_key, now)})


def videos(session: Session, door: Door, owner_id: str, values: Sequence[Video], now: datetime) -> list[VideoOut]:
    """Return videos as the pages show them, with what was made of them and where they are out."""
    ids = [value.id for value in values]
    made = studio.artifacts.keys(session, owner_id, ids)
    out = publishing.publications.links(session, owner_id, ids)
    return [_video(door, value, made.get(value.id, {}), _newest(out.get(value.id)), now) for value in values]


def video(session: Session, door: Door, value: Video, now: datetime) -> VideoOut:
    """Return one video as the pages show it."""
    return videos(session, door, value.owner_id, [value], now)[0]


def _video(door: Door, value: Video, made: dict[str, str], permalink: str | None, now: datetime) -> VideoOut:
    fields = {name: getattr(value, name) for name in VideoOut.model_fields if hasattr(value, name)}
    return VideoOut.model_validate(
        fields
        | {
            "failure": failure(value.failure),
            "permalink": permalink,
            "film_url": link(door, made.get("story") or made.get("film"), now),
            "thumbnail_url": link(door, _cover(value, made), now),
            "srt_url": link(door, made.get("srt"), now),
            "cost_usd": value.cost_micros / _MICROS,
        }
    )


def _newest(links: Sequence[tuple[str, str]] | None) -> str | None:
    return links[0][1] if links else None


def _cover(value: Video, made: dict[str, str]) -> str | None:
    """Return the picture that stands for a video; while it is being made, the latest that was seen of it."""
    if value.status == "processing":
        return made.get("preview") or made.get("frame")
    return made.get("thumbnail") or made.get("story")


def failure(value: Failure | None) -> FailureOut | None:
    """Return a failure with its cost in dollars."""
    if value is None:
        return None
    return FailureOut.model_validate(
        value.model_dump(exclude={"cost_micros"}) | {"cost_usd": value.cost_micros / _MICROS}
    )
