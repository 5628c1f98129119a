"""Sign in with a password, stay signed in, sign out.

Signing in takes two sessions with the slow hashing between them: `attempt` writes the try down as a failure before the
password is looked at, so that many tries at once cannot slip past the limit; `open` forgets the failures again.
"""

from datetime import datetime, timedelta

from sqlalchemy.orm import Session as Db

from sorcerer import ids, journal
from sorcerer.accounts import store
from sorcerer.accounts.model import SESSION_LIFE, Caller, Session, TooManyTries, User, Value, tidy_email

TRIES = 10
WINDOW = timedelta(minutes=15)


class Attempt(Value):
    """A try to sign in.

    Args:
        owner_id: None when the address is nobody's; the password is checked all the same, to take the same time.
        sealed: what is kept of the password.
    """

    email_hash: str
    owner_id: str | None
    sealed: str | None


def attempt(session: Db, email: str, now: datetime) -> Attempt:
    """Count a try to sign in and return what to check the password against.

    Raises:
        Invalid: this is no e-mail address.
        TooManyTries: ten tries failed within a quarter of an hour.
    """
    email = tidy_email(email)
    email_hash = ids.digest(email)
    failed = store.failures(session, email_hash, now - WINDOW)
    if len(failed) >= TRIES:
        wait = int((failed[-TRIES] + WINDOW - now).total_seconds()) + 1
        message = f"Signing in failed {TRIES} times within {int(WINDOW.total_seconds() // 60)} minutes."
        fix = f"Wait {wait} seconds, or use a sign-in link: `sorcerer token --sign-in`."
        raise TooManyTries(message, retry_after=wait, fix=fix)
    store.insert_failure(session, ids.new(), email_hash, now, now - WINDOW)
    owner_id, sealed = store.password_of(session, email) or (None, None)
    return Attempt(email_hash=email_hash, owner_id=owner_id, sealed=sealed)


def succeed(session: Db, attempt: Attempt, now: datetime) -> tuple[User, str]:
    """Sign in after the password was found to fit; return who it is and the session's secret for the cookie."""
    if attempt.owner_id is None:
        raise ValueError("nobody can sign in with an address that is nobody's")
    store.remove_failures(session, attempt.email_hash)
    user = store.find_user(session, attempt.owner_id)
    return user, start(session, user.id, now, "Signed in with the password.")


def start(session: Db, owner_id: str, now: datetime, text: str) -> str:
    """Make a session and return its secret, which is kept nowhere."""
    secret = ids.secret()
    begun = Session(id=ids.new(), owner_id=owner_id, created_at=now, seen_at=now, expires_at=now + SESSION_LIFE)
    store.insert_session(session, begun, ids.digest(secret))
    journal.note(session, owner_id, owner_id, "account.signed_in", "account", owner_id, text, now)
    return secret


def seen(session: Db, caller: Caller, now: datetime) -> None:
    """Write down that the caller's key was used; a session lasts thirty days from now on."""
    if caller.via == "cookie":
        store.prolong_session(session, caller.key_id, now, now + SESSION_LIFE)
    else:
        store.use_token(session, caller.key_id, now)


def sign_out(session: Db, caller: Caller, now: datetime) -> None:
    """End the session that asks. A token is not a session: it is revoked instead."""
    if caller.via != "cookie":
        return
    store.remove_session(session, caller.id, caller.key_id)
    text = "Signed out."
    journal.note(session, caller.id, caller.id, "account.signed_out", "account", caller.id, text, now)
