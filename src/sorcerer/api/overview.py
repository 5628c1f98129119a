"""/api/influencer/{id}/overview: what a dashboard shows of her, and what waits for a person."""

from collections.abc import Sequence
from datetime import datetime, timedelta
from typing import Literal

from sqlalchemy.orm import Session

from sorcerer import growth, influencers, life, schedule, sponsors
from sorcerer.api import shown
from sorcerer.api.deps import Caller, InRead, Now, TheDoor
from sorcerer.api.gate import Routes
from sorcerer.api.needs import NeedOut, needs_of
from sorcerer.api.shown import Shown, VideoOut
from sorcerer.influencers import Influencer
from sorcerer.schedule import Video

router = Routes("/influencer", tags=["influencer"])

_SOON = 5
_MONTH = timedelta(days=30)


class PhaseOut(Shown):
    """Where her growth phase stands."""

    on: bool
    day: int
    days: int
    ends_at: datetime | None


class SponsorshipOut(Shown):
    """One brand that she is linked with."""

    sponsor_id: str
    company: str
    status: str


class OverviewOut(Shown):
    """What the dashboard shows; a number nobody measured is null, never 0."""

    headline: str
    day_of_life: int
    followers: int | None
    followers_gained_7d: int | None
    views_7d: int | None
    reach_7d: int | None
    watch_min_7d: int | None
    posts_this_week: int
    growth: PhaseOut
    sponsorship: Literal["searching", "linked", "performance"]
    sponsors: list[SponsorshipOut]
    next: list[VideoOut]
    latest: list[VideoOut]
    needs_you: list[NeedOut]


@router.get("/{influencer_id}/overview")
def read_overview(influencer_id: str, door: TheDoor, caller: Caller, session: InRead, now: Now) -> OverviewOut:
    """Return what the dashboard shows of her."""
    influencer = influencers.find(session, caller.id, influencer_id)
    midnight = now.astimezone(influencer.zone).replace(hour=4, minute=0, second=0, microsecond=0)
    today = life.between(session, caller.id, influencer_id, midnight, midnight + timedelta(days=1))
    numbers = growth.overview(session, caller.id, influencer_id, now)
    near = schedule.videos.page(session, caller.id, influencer_id=influencer_id, start=now, limit=40)
    past = schedule.videos.page(session, caller.id, influencer_id=influencer_id, start=now - _MONTH, end=now, limit=200)
    coming = [video for video in near if video.status in {"pending", "processing", "ready"}][:_SOON]
    linked = _linked(session, caller.id, influencer_id)
    out = [video for video in past if video.status == "posted"][-_SOON:][::-1]
    return OverviewOut(
        headline=growth.headline(influencer, today.items, today.posts, now),
        day_of_life=(now - influencer.created_at).days + 1,
        followers=numbers.followers,
        followers_gained_7d=numbers.followers_gained,
        views_7d=numbers.views,
        reach_7d=numbers.reach,
        watch_min_7d=numbers.watch_min,
        posts_this_week=numbers.posts,
        growth=_phase(influencer, now),
        sponsorship=_standing(linked, past),
        sponsors=linked,
        next=shown.videos(session, door, caller.id, coming, now),
        latest=shown.videos(session, door, caller.id, out, now),
        needs_you=needs_of(session, caller.id, influencer, [*past, *near], now),
    )


def _phase(influencer: Influencer, now: datetime) -> PhaseOut:
    phase = influencer.growth
    begun = phase.started_at or now
    day = min(max((now - begun).days + 1, 1), phase.days)
    return PhaseOut(on=phase.covers(now), day=day, days=phase.days, ends_at=phase.ends_at())


def _linked(session: Session, owner_id: str, influencer_id: str) -> list[SponsorshipOut]:
    found = sponsors.matches.page(session, owner_id, influencer_id=influencer_id, limit=50)
    return [
        SponsorshipOut(
            sponsor_id=match.sponsor_id,
            company=sponsors.find(session, owner_id, match.sponsor_id).company,
            status=match.status,
        )
        for match in found
    ]


def _standing(linked: Sequence[SponsorshipOut], past: Sequence[Video]) -> Literal["searching", "linked", "performance"]:
    if any(video.sponsor_id and video.status == "posted" for video in past):
        return "performance"
    return "linked" if any(one.status == "matched" for one in linked) else "searching"
