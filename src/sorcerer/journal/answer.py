"""The first answer to a request that carries an Idempotency-Key is given again to every repetition of it.

Two ways to be first. A route that does all its work in one session keeps its answer in that same session (`remember`):
work and answer are committed together or not at all, and the slower of two twins is rolled back. A route that calls a
port cannot be rolled back, so it claims the key beforehand in a session of its own (`reserve`).
"""

from datetime import datetime, timedelta

from sqlalchemy.orm import Session

from sorcerer.errors import Conflict, Invalid
from sorcerer.journal import store
from sorcerer.journal.model import Answer, Asked

KEPT = timedelta(hours=24)
_GIVEN_UP = timedelta(minutes=10)


class Twin(Exception):
    """The same request was answered while this one was worked on; give that answer and undo this work."""

    def __init__(self, asked: Asked) -> None:
        super().__init__(asked.key)
        self.asked = asked


def recall(session: Session, asked: Asked, now: datetime) -> Answer | None:
    """Return the first answer, or None when there is none yet.

    Raises:
        Invalid: the key was used for another request.
        Conflict: the first request is still being worked on.
    """
    kept = store.find_answer(session, asked, now - KEPT)
    if kept is None or (kept.answer is None and kept.created_at < now - _GIVEN_UP):
        return None
    if kept.request_hash != asked.request_hash:
        message = f"The key {asked.key!r} was already used for another request."
        raise Invalid(message, field="Idempotency-Key", fix="Send a fresh key for a new request.")
    if kept.answer is None:
        raise Conflict("The first request with this key is still being worked on.", fix="Ask again in a moment.")
    return kept.answer


def remember(session: Session, asked: Asked, answer: Answer, now: datetime) -> None:
    """Keep the first answer in the session that did the work.

    Raises:
        Twin: somebody was faster; the work of this session must be undone.
    """
    if not store.insert_answer(session, asked, answer, now, now - KEPT):
        raise Twin(asked)


def reserve(session: Session, asked: Asked, now: datetime) -> None:
    """Claim a key before work that cannot be undone.

    Raises:
        Conflict: somebody was faster.
    """
    stale = store.find_answer(session, asked, now - KEPT)
    if stale is not None and stale.answer is None and stale.created_at < now - _GIVEN_UP:
        store.remove_claim(session, asked)
    if not store.insert_answer(session, asked, None, now, now - KEPT):
        raise Conflict("The first request with this key is still being worked on.", fix="Ask again in a moment.")


def fill(session: Session, asked: Asked, answer: Answer) -> None:
    """Keep the answer to a claimed key."""
    store.fill_answer(session, asked, answer)


def withdraw(session: Session, asked: Asked) -> None:
    """Give a claimed key back, because nothing came of it."""
    store.remove_claim(session, asked)
