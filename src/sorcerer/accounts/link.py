"""Sign-in links: they work once, for a quarter of an hour, and are kept as a hash."""

from datetime import datetime

from sqlalchemy.orm import Session

from sorcerer import ids
from sorcerer.accounts import session as sessions
from sorcerer.accounts import store
from sorcerer.accounts.model import LINK_LIFE


def issue(session: Session, owner_id: str, now: datetime) -> str:
    """Return the secret of a new link; its address is `/sign-in/{secret}`.

    Raises:
        NotFound: there is no such account.
    """
    owner = store.find_user(session, owner_id)
    secret = ids.secret()
    store.insert_link(session, owner.id, ids.digest(secret), now, now + LINK_LIFE)
    return secret


def redeem(session: Session, secret: str, now: datetime) -> tuple[str, str] | None:
    """Sign in with a link; return the owner's id and the secret for the cookie, or None when it does not work."""
    owner_id = store.take_link(session, ids.digest(secret), now)
    if owner_id is None:
        return None
    return owner_id, sessions.start(session, owner_id, now, "Signed in with a link.")
