"""A look after a doubt. It finds the post, or in time proves that there is none, or asks a person."""

from datetime import datetime
from typing import Any

from sqlalchemy.orm import Session

from sorcerer import journal
from sorcerer.platforms import PlatformError, Seen
from sorcerer.publishing import store
from sorcerer.publishing.delivery.committed import go_live
from sorcerer.publishing.delivery.failed import refused
from sorcerer.publishing.delivery.keep import note_attempt
from sorcerer.publishing.delivery.review import review
from sorcerer.publishing.model import Job, Publication
from sorcerer.publishing.policy import decide


def looked(session: Session, job: Job, seen: Seen, now: datetime) -> Publication:
    """Keep what a look found and do what `decide` says.

    Raises:
        Stale: another hand took the publication over.
    """
    verdict = decide(store.attempts(session, job.publication.id), seen, now)
    if verdict.next == "refused":
        no = PlatformError(seen.why, outcome="rejected", cure=seen.cure, code=seen.code, evidence=seen.evidence)
        return refused(session, job, no, now)
    witness = {"state": seen.state, "verdict": verdict.next, **seen.evidence}
    note_attempt(session, job, "reconciled" if seen.state == "live" else "unknown", now, witness=witness)
    if verdict.next == "live":
        found = {"remote_post_id": seen.post_id, "permalink": seen.permalink, "ai_label_seen": seen.ai_label}
        return go_live(session, job, found, now)
    free: dict[str, Any] = {"lease_owner": None, "lease_until": None, "updated_at": now}
    if verdict.next == "delivered":
        if job.publication.state != "delivered":
            _note_delivered(session, job, now)
        changes = free | {"state": "delivered", "next_at": verdict.at, "failure": None}
    elif verdict.next == "look":
        changes = free | {"state": "reconciling", "next_at": verdict.at}
    elif verdict.next == "resend":
        changes = free | {"state": "staged", "next_at": now, "failure": None}
    elif verdict.next == "restage":
        gone = {"refs": {}, "uploaded": False, "ready": False, "staged_at": None}
        changes = free | gone | {"state": "planned", "next_at": now, "failure": None}
    else:
        return review(session, job.publication, verdict.why, now)
    return store.change_publication(session, job.publication, changes)


def _note_delivered(session: Session, job: Job, now: datetime) -> None:
    """A draft carries no label and no words, so whoever posts it has to set them: say so."""
    where = f"{job.channel.platform} inbox of @{job.channel.handle}"
    text = f'The film lies in the {where}. Post it from there, and switch on "AI-generated content" as you do.'
    about = ("publication.delivered", "publication", job.publication.id)
    journal.note(session, job.publication.owner_id, "worker", *about, text, now, job.publication.influencer_id)
