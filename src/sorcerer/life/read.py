"""The verbs `current` and `between`: read a life, its head or a stretch of it."""

from datetime import datetime

from sqlalchemy.orm import Session

from sorcerer.life import store
from sorcerer.life.model import Life, Stretch


def current(session: Session, owner_id: str, influencer_id: str) -> Life | None:
    """Return the head of a life; None when nothing was planned yet or it is another owner's."""
    return store.head(session, owner_id, influencer_id)


def between(
    session: Session, owner_id: str, influencer_id: str, start: datetime, end: datetime, rev: int | None = None
) -> Stretch:
    """Return the items that touch a stretch of time and the posts that go out in it.

    Args:
        start, end: aware moments; the end is outside.
        rev: as it all stood at that revision; None is as it is now.
    """
    return Stretch(
        life=store.head(session, owner_id, influencer_id),
        items=store.items_between(session, owner_id, influencer_id, start, end, rev),
        posts=store.posts_between(session, owner_id, influencer_id, start, end, rev),
    )
