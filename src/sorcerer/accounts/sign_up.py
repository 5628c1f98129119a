"""Make an account: the first owner of a home without asking anything, others by e-mail and password."""

from datetime import datetime

from sqlalchemy.orm import Session

from sorcerer import ids, journal
from sorcerer.accounts import store
from sorcerer.accounts.model import Role, User, tidy_email
from sorcerer.errors import NotAllowed

_TEXT = "The account was made."


def first_owner(session: Session, now: datetime, name: str = "Owner", role: Role = "consumer") -> User:
    """Return the first owner of this home, made without a password when the home is new."""
    oldest = store.oldest_user(session)
    if oldest is not None:
        return oldest
    user = User(id=ids.new(), email=None, name=name, role=role, has_password=False, created_at=now)
    return _made(session, store.insert_user(session, user, None), now)


def sign_up(session: Session, email: str, sealed: str, name: str, role: Role, now: datetime, *, is_open: bool) -> User:
    """Make an account.

    Args:
        sealed: the password from `passwords.seal`.
        is_open: whether anybody may; else only the first of a new home.

    Raises:
        NotAllowed: this home takes no more accounts.
        Conflict: there is one with this address.
        Invalid: this is no e-mail address.
    """
    if not is_open and store.count_users(session):
        raise NotAllowed("This home takes no new accounts.", fix="Ask its owner for a sign-in link.")
    user = User(id=ids.new(), email=tidy_email(email), name=name, role=role, has_password=True, created_at=now)
    return _made(session, store.insert_user(session, user, sealed), now)


def _made(session: Session, user: User, now: datetime) -> User:
    journal.note(session, user.id, user.id, "account.signed_up", "account", user.id, _TEXT, now)
    return user
