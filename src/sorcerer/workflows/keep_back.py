"""Keep a post back whose face may not be shown any more: a consent can run out between the making and the minute."""

from datetime import datetime

from sqlalchemy.orm import Session

from sorcerer import influencers, publishing, schedule
from sorcerer.publishing import Publication
from sorcerer.schedule import Failure

_CAUSE = "No consent to the use of this face holds any more, so the post stays here."
_WAY_OUT = "Record a consent or choose a drawn face, then press Retry."


def keep_back(session: Session, publication: Publication, now: datetime) -> None:
    """Cancel what was not sent yet of a video, on any channel, when no consent to its face holds.

    What is on its way goes on, and holds nothing back that is not.
    """
    if influencers.consents.allow(session, publication.owner_id, publication.influencer_id, now):
        return
    if publishing.publications.keep_back(session, publication.video_id, now):
        failure = Failure(stage="publish", cause=_CAUSE, next=_WAY_OUT)
        schedule.production.fail(session, publication.video_id, failure, now)
