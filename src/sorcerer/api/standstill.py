"""Let an influencer stand still: nothing of hers begins any more, and what is not out stays here."""

from contextlib import suppress
from datetime import datetime

from sqlalchemy.orm import Session

from sorcerer import influencers, publishing, schedule
from sorcerer.errors import Conflict

_OPEN = ("pending", "processing", "ready", "failed", "missed")
_MANY = 100_000


def stand_still(session: Session, owner_id: str, influencer_id: str, now: datetime) -> dict[str, int]:
    """Pause her, end her series and withdraw every video that is not out; return how many of both.

    What is on its way to a network at this very moment cannot be taken back and is left to its worker.
    """
    influencer = influencers.find(session, owner_id, influencer_id)
    if not influencer.paused:
        influencers.change(session, influencer.model_copy(update={"paused": True}), now)
    videos = [
        one
        for one in schedule.videos.page(session, owner_id, influencer_id=influencer_id, limit=_MANY)
        if one.status in _OPEN
    ]
    for video in videos:
        with suppress(Conflict):
            publishing.publications.withdraw(session, video.id, now)
        schedule.videos.withdraw(session, owner_id, video.id, now)
    series = [
        one
        for one in schedule.series.page(session, owner_id, limit=_MANY)
        if one.influencer_id == influencer_id and one.active and one.recurrence_rule is not None
    ]
    for one in series:
        schedule.series.stop(session, owner_id, one.id, now)
    return {"series": len(series), "videos": len(videos)}
