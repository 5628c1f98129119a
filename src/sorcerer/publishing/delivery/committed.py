"""The network said yes."""

from collections.abc import Mapping
from datetime import datetime, timedelta
from typing import Any

from sqlalchemy.orm import Session

from sorcerer import journal
from sorcerer.platforms import Committed
from sorcerer.publishing import store
from sorcerer.publishing.delivery.keep import note_attempt
from sorcerer.publishing.model import Job, Publication

_FIRST_LOOK = timedelta(seconds=2)


def committed(session: Session, job: Job, done: Committed, now: datetime) -> Publication:
    """Keep that the post is out; its address and labels are read back next, and whether that works changes nothing.

    A network that took it and still works on it is looked at until it says what became of it: "out" is its last word,
    never our success.
    """
    note_attempt(session, job, "acked", now, witness={"post_id": done.post_id})
    if done.post_id is None:
        free = {"lease_owner": None, "lease_until": None, "next_at": now + _FIRST_LOOK}
        changes = {"state": "reconciling", "tries": 0, "failure": None, "updated_at": now}
        return store.change_publication(session, job.publication, changes | free)
    return go_live(session, job, {"remote_post_id": done.post_id}, now)


def go_live(session: Session, job: Job, found: Mapping[str, Any], now: datetime) -> Publication:
    """Turn the publication to "live" and tell the journal."""
    changes: dict[str, Any] = {
        "state": "live",
        "published_at": now,
        "tries": 0,
        "failure": None,
        "updated_at": now,
    }
    published = store.change_publication(session, job.publication, changes | dict(found))
    text = f"The post is out on @{job.channel.handle} ({job.channel.platform})."
    about = ("publication.published", "publication", published.id)
    journal.note(session, published.owner_id, "worker", *about, text, now, published.influencer_id)
    return published
