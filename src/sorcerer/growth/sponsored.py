"""The rule `admit`: may somebody pay for a post at that moment?"""

from datetime import datetime

from sqlalchemy.orm import Session

from sorcerer import schedule
from sorcerer.disclosure import PAID_APART
from sorcerer.errors import Conflict
from sorcerer.growth import phase
from sorcerer.influencers import Influencer

_WITHDRAWN = "withdrawn"


def admit(session: Session, influencer: Influencer, kind: str, at: datetime, besides: str | None = None) -> None:
    """Let a sponsored post stand at a moment: after the growth phase, and a reel at a distance from the next paid one.

    Args:
        kind: "reel" or "story"; a story may stand beside anything.
        besides: the video itself, when it is on the schedule already.

    Raises:
        Conflict: the moment lies inside the growth phase, or too near another reel that somebody pays for.
    """
    phase.admit(influencer.growth, at)
    if kind != "reel" or influencer.mode == "company":
        return
    around = schedule.videos.page(
        session, influencer.owner_id, influencer_id=influencer.id, start=at - PAID_APART, end=at + PAID_APART, limit=200
    )
    for other in around:
        paid = other.sponsor_id is not None and other.kind == "reel" and other.status != _WITHDRAWN
        if paid and other.id != besides and abs(other.scheduled_time - at) < PAID_APART:
            beside = f"“{other.title}” on {other.scheduled_time:%d %B} does"
            text = f"A reel on {at:%d %B %Y} cannot carry a sponsor: {beside}."
            fix = f"Keep {PAID_APART.days} days between them, or put the sponsor into a story."
            raise Conflict(text, field="sponsor_id", fix=fix)
