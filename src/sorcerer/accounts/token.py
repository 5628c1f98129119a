"""API tokens: made, listed, revoked. The secret is shown once."""

from datetime import datetime

from sqlalchemy.orm import Session

from sorcerer import ids, journal
from sorcerer.accounts import store
from sorcerer.accounts.model import ALL_SCOPES, Scope, Token
from sorcerer.errors import Invalid, NotFound

PREFIX = "srcr_"


def issue(
    session: Session,
    owner_id: str,
    name: str,
    now: datetime,
    scopes: tuple[Scope, ...] = ALL_SCOPES,
    expires_at: datetime | None = None,
) -> tuple[Token, str]:
    """Keep a new token and return it with its secret, which is kept nowhere.

    Raises:
        Invalid: it would be over before it began.
    """
    if expires_at is not None and expires_at <= now:
        raise Invalid(f"{expires_at.isoformat()} is past.", field="expires_at", fix="Choose a later moment, or none.")
    secret = PREFIX + ids.secret()
    token = Token(id=ids.new(), owner_id=owner_id, name=name, scopes=scopes, created_at=now, expires_at=expires_at)
    store.insert_token(session, token, ids.digest(secret))
    text = f"The API token {name!r} was made; it may {', '.join(scopes)}."
    journal.note(session, owner_id, owner_id, "token.issued", "token", token.id, text, now)
    return token, secret


def page(session: Session, owner_id: str, *, limit: int = 50, after: str | None = None) -> list[Token]:
    """Return a user's tokens, oldest first, those after the id `after`."""
    return store.tokens(session, owner_id, limit, after)


def owned(session: Session, owner_id: str, token_id: str) -> bool:
    """Tell whether a token is this user's."""
    return store.owned_token(session, owner_id, token_id) is not None


def revoke(session: Session, owner_id: str, token_id: str, now: datetime) -> None:
    """End a token at once.

    Raises:
        NotFound: there is none, or it is somebody else's.
    """
    if not store.remove_token(session, owner_id, token_id):
        raise NotFound(f"There is no token {token_id!r}.", field="token_id")
    journal.note(session, owner_id, owner_id, "token.revoked", "token", token_id, "An API token was revoked.", now)
