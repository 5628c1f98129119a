"""Keep what the network has prepared, right after each answer."""

from datetime import datetime
from typing import Any

from sqlalchemy.orm import Session

from sorcerer import ids, journal
from sorcerer.keys import KeyRing
from sorcerer.platforms import Staged
from sorcerer.publishing import store
from sorcerer.publishing.delivery.post import refs_of
from sorcerer.publishing.model import Attempt, Job, Publication
from sorcerer.publishing.policy import poll


def keep(session: Session, ring: KeyRing, job: Job, staged: Staged, now: datetime) -> Publication:
    """Keep the outcome of "stage", "upload" or "progress" and say when to look next.

    Args:
        ring: seals the handles that let anybody send for us.

    Raises:
        Stale: another hand took the publication over.
    """
    publication = job.publication
    changes: dict[str, Any] = {
        "refs": refs_of(ring, publication.id, staged),
        "state": "staging",
        "failure": None,
        "updated_at": now,
    }
    if job.step == "stage":
        changes |= {"staged_at": now, "tries": 0}
    elif job.step == "upload":
        changes |= {"uploaded": True, "tries": 0}
    elif staged.ready:
        changes |= {"state": "staged", "ready": True, "tries": 0}
    else:
        free = {"lease_owner": None, "lease_until": None, "next_at": now + poll(publication.tries)}
        changes |= free | {"tries": publication.tries + 1}
        return store.change_publication(session, publication, changes)
    note_attempt(session, job, "acked", now, refs=dict(staged.refs))
    if job.step == "progress":
        _note_staged(session, job, now)
    return store.change_publication(session, publication, changes)


def note_attempt(session: Session, job: Job, state: str, now: datetime, **more: object) -> Attempt:
    """Add one line to what was tried."""
    line: dict[str, Any] = {"kind": job.step, "refs": job.publication.refs} | more
    attempt = Attempt.model_validate(
        {
            "id": ids.new(),
            "publication_id": job.publication.id,
            "epoch": job.publication.epoch,
            "state": state,
            "at": now,
        }
        | line
    )
    store.insert_attempt(session, attempt)
    return attempt


def _note_staged(session: Session, job: Job, now: datetime) -> None:
    text = f"The film is at {job.channel.platform}; nobody sees it yet."
    about = ("publication.staged", "publication", job.publication.id)
    journal.note(session, job.publication.owner_id, "worker", *about, text, now, job.publication.influencer_id)
