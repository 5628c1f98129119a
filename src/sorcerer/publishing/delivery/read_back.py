"""What the network shows of a post that is out: kept, and closed with a receipt."""

from datetime import datetime
from typing import Any

from sqlalchemy.orm import Session

from sorcerer.platforms import Seen
from sorcerer.publishing import store
from sorcerer.publishing.delivery.keep import note_attempt
from sorcerer.publishing.model import Job, Publication
from sorcerer.publishing.policy import backoff
from sorcerer.publishing.receipts.write import write

_READS = 6
_SLOWER = 3


def read_back(session: Session, job: Job, seen: Seen, now: datetime) -> Publication:
    """Keep the post's id, address and label as the network shows them, and write the receipt.

    Args:
        seen: from `Platform.read_back`, or from `Platform.check` while the post's id is not known.
    """
    publication = job.publication
    note_attempt(session, job, "reconciled", now, witness={"ai_label": seen.ai_label, "permalink": seen.permalink})
    if seen.post_id is None:
        return unread(session, job, now)
    known = {
        "remote_post_id": publication.remote_post_id or seen.post_id,
        "permalink": seen.permalink or publication.permalink,
        "ai_label_seen": seen.ai_label,
    }
    return _close(session, publication, known, now)


def unread(session: Session, job: Job, now: datetime) -> Publication:
    """Come back later, some times; then close with a receipt that says the label was not read. The post stays out."""
    tries = job.publication.tries + 1
    if tries >= _READS:
        return _close(session, job.publication, {}, now)
    changes = {"tries": tries, "next_at": now + backoff(tries + _SLOWER), "updated_at": now}
    return store.change_publication(session, job.publication, changes | {"lease_owner": None, "lease_until": None})


def _close(session: Session, publication: Publication, known: dict[str, Any], now: datetime) -> Publication:
    closed = {"lease_owner": None, "lease_until": None, "next_at": None, "updated_at": now, "read_at": now, "tries": 0}
    published = store.change_publication(session, publication, closed | known)
    write(session, published, now)
    return published
