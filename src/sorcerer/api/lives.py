"""/api/generate/lifestyle and her life: planned days, what she does in them, and numbers over time."""

from datetime import UTC, date, datetime, time, timedelta
from typing import Annotated, Any, Literal

from fastapi import Query
from pydantic import Field
from sqlalchemy.orm import Session

from sorcerer import growth, influencers, life, schedule
from sorcerer.api.begin import PlanOut, live_on
from sorcerer.api.bodies import Body
from sorcerer.api.deps import Caller, InRead, InSession, Now, TheDoor
from sorcerer.api.gate import Routes
from sorcerer.api.shown import Shown
from sorcerer.clock import Day, Moment
from sorcerer.errors import Invalid

router = Routes("/influencer", tags=["life"])
generating = Routes("/generate", tags=["life"])

_LONGEST = timedelta(days=120)


class Lifestyle(Body):
    """Whose days to plan, and how many."""

    influencer_id: str = Field(max_length=26)
    days: int = Field(30, ge=1, le=60)


class ItemOut(Shown):
    """One thing she does; minutes count from midnight of the life day, which runs from 04:00 to 04:00."""

    id: str
    day: date
    kind: str
    category: str
    place: str
    city: str
    start: int
    end: int
    who: tuple[str, ...]
    pinned: bool
    title: str
    line: str


class PostOut(Shown):
    """One post of her life, and the video that fills it."""

    id: str
    item_id: str
    medium: Literal["reel", "story"]
    at: datetime
    title: str
    direction: str
    scene: str
    light: str
    video_id: str | None


class ViolationOut(Shown):
    """A contradiction that the checker found."""

    code: str
    item_id: str | None
    message: str


class LifeOut(Shown):
    """A stretch of her life."""

    start: date = Field(serialization_alias="from")
    end: date = Field(serialization_alias="to")
    items: list[ItemOut]
    posts: list[PostOut]
    violations: list[ViolationOut]


class PointOut(Shown):
    """One measured number."""

    at: datetime
    value: float


class SeriesOut(Shown):
    """A number over time, oldest first, and why some network did not tell it when it was asked last."""

    metric: str
    points: list[PointOut]
    gaps: tuple[str, ...]


@generating.post("/lifestyle")
def generate_lifestyle(wish: Lifestyle, door: TheDoor, caller: Caller, session: InSession, now: Now) -> PlanOut:
    """Plan her days, a life that is there from tomorrow on; posts nobody has begun are replaced, others stay."""
    influencer = influencers.find(session, caller.id, wish.influencer_id)
    _, planned = live_on(session, influencer, wish.days, now, door.tools.lead)
    door.wake()
    return planned


@router.get("/{influencer_id}/life", response_model_by_alias=True)
def read_life(
    influencer_id: str,
    caller: Caller,
    session: InRead,
    now: Now,
    start: Annotated[Day | None, Query(alias="from")] = None,
    end: Annotated[Day | None, Query(alias="to")] = None,
    revision: Annotated[int | None, Query(ge=1, description="As it stood then; the newest is left to be told.")] = None,
) -> LifeOut:
    """Return what she does and posts between two days, the second left out; by default the next thirty.

    With a revision it is the life she would have had: nothing in it is checked again.
    """
    influencer = influencers.find(session, caller.id, influencer_id)
    first = start or now.astimezone(influencer.zone).date()
    last = end or first + timedelta(days=30)
    if not first < last or last - first > _LONGEST:
        raise Invalid(f"From {first} to {last} is no stretch of 1 to 120 days.", field="to", fix="Choose other days.")
    opens, closes = (datetime.combine(day, time(4), influencer.zone).astimezone(UTC) for day in (first, last))
    stretch = life.between(session, caller.id, influencer_id, opens, closes, revision)
    filled = {
        video.life_post_id: video.id
        for video in schedule.videos.page(session, caller.id, influencer_id=influencer_id, limit=1000)
        if video.status != "withdrawn"
    }
    return LifeOut(
        start=first,
        end=last,
        items=[ItemOut.model_validate(_fields(ItemOut, item)) for item in stretch.items],
        posts=[
            PostOut.model_validate(_fields(PostOut, post) | {"video_id": filled.get(post.id)}) for post in stretch.posts
        ],
        violations=_violations(session, caller.id, influencer_id, stretch.life) if revision is None else [],
    )


def _violations(session: Session, owner_id: str, influencer_id: str, kept: life.Life | None) -> list[ViolationOut]:
    """Return what the checker finds in the life as it is kept; a stopped one holds nothing that could contradict."""
    if kept is None or kept.state == "stopped":
        return []
    plan = life.interventions.present(session, owner_id, influencer_id).plan
    return [ViolationOut.model_validate(_fields(ViolationOut, found)) for found in life.check(plan)]


@router.get("/{influencer_id}/growth")
def read_growth(
    influencer_id: str,
    caller: Caller,
    session: InRead,
    now: Now,
    metric: Annotated[str, Query(max_length=60)] = "followers",
    start: Annotated[Moment | None, Query(alias="from")] = None,
    end: Annotated[Moment | None, Query(alias="to")] = None,
) -> SeriesOut:
    """Return a number of hers over time; days nobody measured are left out."""
    last = end or now + timedelta(seconds=1)
    found = growth.curve(session, caller.id, influencer_id, metric, start or last - timedelta(days=30), last)
    gaps = growth.readings.gaps(session, caller.id, influencer_id, metric)
    return SeriesOut(metric=metric, points=[PointOut(at=at, value=value) for at, value in found], gaps=gaps)


def _fields(kind: type[Shown], value: object) -> dict[str, Any]:
    return {name: getattr(value, name) for name in kind.model_fields if hasattr(value, name)}
