"""Users, callers, tokens and sessions, and the rules of e-mail addresses. Pure."""

import re
import unicodedata
from datetime import datetime, timedelta
from typing import Literal

from pydantic import BaseModel, ConfigDict, Field

from sorcerer.errors import Invalid, SorcererError

Role = Literal["consumer", "business"]
Scope = Literal["read", "write", "account", "calendar"]
ALL_SCOPES: tuple[Scope, ...] = ("read", "write", "account")

SESSION_LIFE = timedelta(days=30)
LINK_LIFE = timedelta(minutes=15)
_REFRESH = {"cookie": timedelta(hours=1), "token": timedelta(minutes=1)}

_EMAIL = re.compile(r"[^@\s\x00-\x1f]{1,64}@[^@\s.\x00-\x1f]+(\.[^@\s.\x00-\x1f]+)*")
_LONGEST_EMAIL = 254


class TooManyTries(SorcererError):
    """Too many failures in a short time.

    Args:
        retry_after: seconds to wait.
    """

    kind = "too-many"

    def __init__(self, message: str, *, retry_after: int, fix: str | None = None) -> None:
        super().__init__(message, fix=fix)
        self.retry_after = retry_after


class Value(BaseModel):
    """A frozen value that refuses fields it does not know."""

    model_config = ConfigDict(frozen=True, extra="forbid")


class User(Value):
    """Somebody who owns influencers, brands and everything on them.

    Args:
        email: None for the owner of a home who signs in by link only.
        role: "consumer" runs personas of their own; "business" runs them for campaigns.
        has_password: whether they can sign in by password.
        rev: counts every change; the ETag.
    """

    id: str
    email: str | None = Field(examples=["mara@example.org"])
    name: str = Field(min_length=1, max_length=80, examples=["Mara Lindt"])
    role: Role
    has_password: bool
    created_at: datetime
    rev: int = 1


class Token(Value):
    """A key for programs. The secret itself is shown once and kept only as a hash.

    Args:
        scopes: "read" looks, "write" changes, "account" changes the account and its tokens,
            "calendar" reads the calendar feed and nothing else.
        expires_at: None for one that lasts until it is revoked.
    """

    id: str
    owner_id: str
    name: str
    scopes: tuple[Scope, ...]
    created_at: datetime
    last_used_at: datetime | None = None
    expires_at: datetime | None = None


class Session(Value):
    """A browser that is signed in. It lasts thirty days from its last use."""

    id: str
    owner_id: str
    created_at: datetime
    seen_at: datetime
    expires_at: datetime


class Caller(Value):
    """Who is asking, and what the key they showed allows.

    Args:
        via: "cookie" for a browser, "token" for a program.
        key_id: the session or the token that was shown.
        seen_at: when that key was last written down as used.
    """

    user: User
    scopes: tuple[Scope, ...]
    via: Literal["cookie", "token"]
    key_id: str
    seen_at: datetime | None

    @property
    def id(self) -> str:
        """Return the user's id, the `owner_id` of everything they own."""
        return self.user.id

    @property
    def role(self) -> Role:
        """Return the user's role."""
        return self.user.role

    def wants_refresh(self, now: datetime) -> bool:
        """Tell whether the use of the key should be written down; on every request would be a write each."""
        return self.seen_at is None or now - self.seen_at >= _REFRESH[self.via]


def tidy_email(text: str) -> str:
    """Return an e-mail address the one way it is kept and compared.

    Raises:
        Invalid: it is no address.
    """
    email = unicodedata.normalize("NFKC", text).strip().lower()
    if len(email) > _LONGEST_EMAIL or not _EMAIL.fullmatch(email):
        raise Invalid(f"{text[:80]!r} is no e-mail address.", field="email", fix="Write it like name@example.org.")
    return email
