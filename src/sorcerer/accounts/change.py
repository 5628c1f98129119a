"""Change a user's name, address or role."""

from datetime import datetime

from sqlalchemy.orm import Session

from sorcerer import journal
from sorcerer.accounts import store
from sorcerer.accounts.model import Role, User, tidy_email


def change(
    session: Session,
    user: User,
    now: datetime,
    *,
    name: str | None = None,
    email: str | None = None,
    role: Role | None = None,
) -> User:
    """Keep a user with those of the fields that are given, as the next revision.

    Raises:
        Stale: they were changed meanwhile.
        Conflict: somebody else has that address.
        Invalid: this is no e-mail address.
    """
    given = {"name": name, "email": None if email is None else tidy_email(email), "role": role}
    fields = {field: value for field, value in given.items() if value is not None and value != getattr(user, field)}
    if not fields:
        return user
    changed = store.replace_user(session, user.model_copy(update=fields))
    text = f"Changed: {', '.join(sorted(fields))}."
    journal.note(session, user.id, user.id, "account.changed", "account", user.id, text, now)
    return changed
