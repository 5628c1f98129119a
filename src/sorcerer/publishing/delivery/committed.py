"""The network said yes."""

from collections.abc import Mapping
from datetime import datetime
from typing import Any

from sqlalchemy.orm import Session

from sorcerer import journal
from sorcerer.platforms import Committed
from sorcerer.publishing import store
from sorcerer.publishing.delivery.keep import note_attempt
from sorcerer.publishing.model import Job, Publication


def committed(session: Session, job: Job, done: Committed, now: datetime) -> Publication:
    """Keep that the post is out; its address and labels are read back next, and whether that works changes nothing."""
    note_attempt(session, job, "acked", now, witness={"post_id": done.post_id})
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
