"""Hold the posts of somebody who is paused; they go on when she does, or are missed like any other."""

from datetime import datetime, timedelta

from sqlalchemy.orm import Session

from sorcerer import influencers, publishing
from sorcerer.publishing import Publication

_AGAIN = timedelta(seconds=20)


def held(session: Session, publication: Publication, now: datetime) -> publishing.delivery.Pause | None:
    """Return why nothing new of an influencer may be sent now, and when to look again; None when it may."""
    if not influencers.find(session, publication.owner_id, publication.influencer_id).paused:
        return None
    way_out = "Go on with it under Channels: what is at most two hours late then goes out by itself."
    return publishing.delivery.Pause(now + _AGAIN, "The influencer is paused, so nothing is sent.", way_out)
