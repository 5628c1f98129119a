"""Passwords: which are good enough, and how they are kept. Hashing is slow on purpose: never do it in a session."""

import unicodedata
from datetime import datetime
from functools import cache

from argon2 import PasswordHasher
from argon2.exceptions import InvalidHashError, VerificationError
from sqlalchemy.orm import Session

from sorcerer import ids, journal
from sorcerer.accounts import store
from sorcerer.accounts.model import Caller
from sorcerer.errors import Invalid

SHORTEST = 10
LONGEST = 200

# OWASP's least for argon2id: 19 MiB, two passes. More memory would let forty tries at once fill a small machine.
_HASHER = PasswordHasher(time_cost=2, memory_cost=19 * 1024, parallelism=1)
_TOO_COMMON = frozenset(
    {
        "0123456789", "1111111111", "1234567890", "12345678910", "1q2w3e4r5t", "abcdefghij", "iloveyou123",
        "letmein123", "password12", "password123", "password1234", "passwordpassword", "qwerty12345", "qwertyuiop",
        "qwertyuiop123", "sorcerer123", "sorcerersorcerer",
    }
)  # fmt: skip


def seal(password: str) -> str:
    """Return what is kept of a password. Takes some 30 ms.

    Raises:
        Invalid: it is too short, too long or too common. The message does not repeat it.
    """
    tidy = _tidy(password)
    if len(tidy) < SHORTEST:
        raise Invalid(f"A password has at least {SHORTEST} characters.", field="password", fix="Use a whole sentence.")
    if len(tidy) > LONGEST:
        raise Invalid(f"A password has at most {LONGEST} characters.", field="password", fix="Shorten it.")
    if tidy.lower() in _TOO_COMMON or len(set(tidy)) == 1:
        raise Invalid("Everybody tries this password first.", field="password", fix="Use a whole sentence.")
    return _HASHER.hash(tidy)


def fits(sealed: str | None, password: str) -> bool:
    """Tell whether a password is the one that was sealed. Takes the same time when nothing was. Takes some 30 ms."""
    try:
        _HASHER.verify(sealed or nobodys(), _tidy(password)[: LONGEST + 1])
    except (VerificationError, InvalidHashError):
        return False
    return sealed is not None


def kept(session: Session, owner_id: str) -> str | None:
    """Return a user's sealed password, or None when they have none."""
    return store.sealed_password(session, owner_id)


def keep(session: Session, caller: Caller, sealed: str, now: datetime) -> None:
    """Set a user's password and close every session but the one that asks."""
    store.set_password(session, caller.id, sealed)
    store.remove_other_sessions(session, caller.id, caller.key_id if caller.via == "cookie" else None)
    text = "Your password was set; every other browser was signed out."
    journal.note(session, caller.id, caller.id, "account.password_set", "account", caller.id, text, now)


def _tidy(password: str) -> str:
    return unicodedata.normalize("NFKC", password)


@cache
def nobodys() -> str:
    """Return the sealed form of a password that nobody knows, to be checked where there is no other."""
    return _HASHER.hash(ids.secret())
