"""Tell who is asking by the key they show."""

from datetime import datetime

from sqlalchemy.orm import Session

from sorcerer import ids
from sorcerer.accounts import store
from sorcerer.accounts.model import ALL_SCOPES, Caller


def who(session: Session, now: datetime, *, bearer: str | None = None, cookie: str | None = None) -> Caller | None:
    """Return who shows this token or this cookie, or None when nobody is known by it.

    A token wins: who sends one means it, and a cookie may come along by itself.
    """
    if bearer is not None:
        return _by_token(session, bearer, now)
    return None if cookie is None else _by_cookie(session, cookie, now)


def _by_token(session: Session, secret: str, now: datetime) -> Caller | None:
    found = store.find_token(session, ids.digest(secret), now)
    if found is None:
        return None
    token, user = found
    return Caller(user=user, scopes=token.scopes, via="token", key_id=token.id, seen_at=token.last_used_at)


def _by_cookie(session: Session, secret: str, now: datetime) -> Caller | None:
    found = store.find_session(session, ids.digest(secret), now)
    if found is None:
        return None
    begun, user = found
    return Caller(user=user, scopes=ALL_SCOPES, via="cookie", key_id=begun.id, seen_at=begun.seen_at)
