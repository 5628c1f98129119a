"""A person's word: whether a doubtful post is there, and whether a failed one is tried again."""

from datetime import datetime
from typing import Any

from sqlalchemy.orm import Session

from sorcerer import ids, journal
from sorcerer.errors import Conflict
from sorcerer.publishing import store
from sorcerer.publishing.model import ANEW, Attempt, Publication


def settle(session: Session, owner_id: str, publication_id: str, now: datetime, *, is_there: bool) -> Publication:
    """Keep what a person saw on the network: it is there, or it is not and may be sent anew.

    Raises:
        Conflict: nobody asked; the post is not in doubt.
    """
    publication = store.find_publication(session, owner_id, publication_id)
    if publication.state != "needs_review":
        raise Conflict(f"The post is {publication.state.replace('_', ' ')}, not in doubt.")
    seen = {"is_there": is_there, "by": owner_id}
    store.insert_attempt(
        session,
        Attempt(
            id=ids.new(),
            publication_id=publication_id,
            epoch=publication.epoch,
            kind="settle",
            state="reconciled",
            at=now,
            witness=seen,
        ),
    )
    word = "is there" if is_there else "is not there; it is sent anew"
    about = ("publication.settled", "publication", publication_id)
    journal.note(
        session, owner_id, owner_id, *about, f"Somebody looked: the post {word}.", now, publication.influencer_id
    )
    if is_there:
        changes: dict[str, Any] = {"state": "live", "next_at": now, "published_at": now, "failure": None, "tries": 0}
    else:
        changes = ANEW | {"next_at": now, "due_at": max(publication.due_at, now)}
    return store.change_publication(session, publication, changes | {"epoch": publication.epoch + 1, "updated_at": now})


def retry(session: Session, owner_id: str, publication_id: str, now: datetime) -> Publication:
    """Try a failed publication again from the start, now.

    Raises:
        Conflict: it did not fail. A post in doubt is settled, never retried.
    """
    publication = store.find_publication(session, owner_id, publication_id)
    if publication.state != "failed":
        raise Conflict(f"The post is {publication.state.replace('_', ' ')}, not failed.")
    ready = {"next_at": now if publication.content else None, "due_at": max(publication.due_at, now)}
    changes: dict[str, Any] = ANEW | ready | {"epoch": publication.epoch + 1, "updated_at": now}
    return store.change_publication(session, publication, changes)
