"""Ask a person. Nothing is sent any more until she has looked."""

from datetime import datetime

from sqlalchemy.orm import Session

from sorcerer import journal
from sorcerer.publishing import store
from sorcerer.publishing.model import Publication, Trouble


def review(session: Session, publication: Publication, why: str, now: datetime) -> Publication:
    """Leave a doubtful publication to a person, with what is known about it."""
    trouble = Trouble(
        stage="publish",
        cause=f"It is not known whether the post is out. {why}",
        code="doubt",
        reached_platform="unknown",
        next="Open the account and look, then say whether the post is there. Nothing is sent again before.",
    )
    about = ("publication.doubtful", "publication", publication.id)
    journal.note(session, publication.owner_id, "worker", *about, trouble.cause, now, publication.influencer_id)
    changes = {"state": "needs_review", "next_at": None, "failure": trouble, "updated_at": now}
    free = {"lease_owner": None, "lease_until": None, "epoch": publication.epoch + 1}
    return store.change_publication(session, publication, changes | free)
