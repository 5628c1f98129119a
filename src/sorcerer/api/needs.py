"""/api/needs: everything that cannot go on without a person, of every persona."""

from collections.abc import Sequence
from datetime import datetime, timedelta
from typing import Literal

from sqlalchemy.orm import Session

from sorcerer import influencers, publishing, schedule
from sorcerer.api.deps import Caller, InRead, Now
from sorcerer.api.gate import Routes
from sorcerer.api.shown import Shown
from sorcerer.influencers import Influencer
from sorcerer.schedule import Video

router = Routes("/needs", tags=["influencer"])

_BACK = timedelta(days=30)
_AHEAD = timedelta(days=30)
_MANY = 500


class NeedOut(Shown):
    """One thing that waits for a person."""

    kind: Literal["approve", "review", "failed", "reconnect", "consent"]
    text: str
    video_id: str | None = None
    publication_id: str | None = None
    channel_id: str | None = None


class NeedOfHer(NeedOut):
    """One thing that waits for a person, and whose it is."""

    influencer_id: str
    name: str


@router.get("")
def list_needs(caller: Caller, session: InRead, now: Now) -> list[NeedOfHer]:
    """List what waits for a person: approvals, failures, doubts, accounts to connect, consents; a month around."""
    found: list[NeedOfHer] = []
    for her in influencers.page(session, caller.id, limit=_MANY):
        start, end = now - _BACK, now + _AHEAD
        videos = schedule.videos.page(session, caller.id, influencer_id=her.id, start=start, end=end, limit=_MANY)
        told = needs_of(session, caller.id, her, videos, now)
        found += [NeedOfHer(**need.model_dump(), influencer_id=her.id, name=her.name) for need in told]
    return found


def needs_of(
    session: Session, owner_id: str, influencer: Influencer, videos: Sequence[Video], now: datetime
) -> list[NeedOut]:
    """Return what of these videos, of her accounts and of her face waits for a person."""
    needs = [
        NeedOut(kind="approve", text=f"“{video.title}” waits for your approval.", video_id=video.id)
        for video in videos
        if video.approval == "asked" and video.status == "ready"
    ]
    needs += [
        NeedOut(kind="failed", text=f"“{video.title}” failed: {video.failure.cause}", video_id=video.id)
        for video in videos
        if video.status == "failed" and video.failure
    ]
    for doubt in publishing.publications.page(session, owner_id, influencer_id=influencer.id, state="needs_review"):
        text = "Nobody knows whether this post is out. Look, and say what you see."
        needs.append(NeedOut(kind="review", text=text, video_id=doubt.video_id, publication_id=doubt.id))
    for channel in publishing.channels.page(session, owner_id, influencer_id=influencer.id):
        if channel.status == "reconnect":
            text = f"@{channel.handle} wants to be connected again."
            needs.append(NeedOut(kind="reconnect", text=text, channel_id=channel.id))
    if not influencers.consents.allows(session, influencer, now):
        needs.append(NeedOut(kind="consent", text="No consent to the use of this face holds; nothing is made."))
    return needs
