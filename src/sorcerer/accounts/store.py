"""Users and the keys they show, in and out of the database. Values in, values out; no row leaves this file."""

from datetime import datetime
from typing import Any

from sqlalchemy import Update, delete, func, insert, select, update
from sqlalchemy.exc import IntegrityError
from sqlalchemy.orm import Session as Db

from sorcerer.accounts.model import Session, Token, User
from sorcerer.accounts.rows import FailureRow, LinkRow, SessionRow, TokenRow, UserRow
from sorcerer.errors import Conflict, NotFound, Stale


def _user(row: UserRow) -> User:
    plain = {name: getattr(row, name) for name in User.model_fields if name != "has_password"}
    return User.model_validate(plain | {"has_password": row.password_hash is not None})


def _token(row: TokenRow) -> Token:
    return Token.model_validate({name: getattr(row, name) for name in Token.model_fields})


def _session(row: SessionRow) -> Session:
    return Session.model_validate({name: getattr(row, name) for name in Session.model_fields})


def insert_user(session: Db, user: User, sealed: str | None) -> User:
    """Keep a new user.

    Raises:
        Conflict: somebody has that address.
    """
    try:
        with session.begin_nested():
            session.add(UserRow(**user.model_dump(exclude={"has_password"}), password_hash=sealed))
    except IntegrityError as error:
        raise _taken(user) from error
    return user


def _taken(user: User) -> Conflict:
    message = f"There is an account with the address {user.email!r} already."
    return Conflict(message, field="email", fix="Sign in, or use another address.")


def find_user(session: Db, owner_id: str) -> User:
    """Return one user.

    Raises:
        NotFound: there is none.
    """
    row = session.get(UserRow, owner_id)
    if row is None:
        raise NotFound(f"There is no account {owner_id!r}.")
    return _user(row)


def oldest_user(session: Db) -> User | None:
    """Return the first owner of this home, or None when the home is new."""
    row = session.scalar(select(UserRow).order_by(UserRow.created_at, UserRow.id).limit(1))
    return None if row is None else _user(row)


def sealed_password(session: Db, owner_id: str) -> str | None:
    """Return a user's hashed password, or None when they have none."""
    return session.scalar(select(UserRow.password_hash).where(UserRow.id == owner_id))


def password_of(session: Db, email: str) -> tuple[str, str] | None:
    """Return the id and the hashed password of who has this address and a password."""
    row = session.scalar(select(UserRow).where(UserRow.email == email, UserRow.password_hash.is_not(None)))
    return None if row is None or row.password_hash is None else (row.id, row.password_hash)


def replace_user(session: Db, user: User) -> User:
    """Keep a changed user as its next revision.

    Raises:
        Stale: they were changed meanwhile.
        Conflict: somebody has that address.
    """
    changed = user.model_copy(update={"rev": user.rev + 1})
    values = changed.model_dump(exclude={"id", "created_at", "has_password"})
    try:
        with session.begin_nested():
            kept = session.scalar(_same_rev(user).values(**values).returning(UserRow.id))
    except IntegrityError as error:
        raise _taken(user) from error
    if kept is None:
        raise Stale("Your account was changed meanwhile.", fix="Load it again and repeat the change.")
    return changed


def _same_rev(user: User) -> Update:
    return update(UserRow).where(UserRow.id == user.id, UserRow.rev == user.rev)


def set_password(session: Db, owner_id: str, sealed: str) -> None:
    """Keep a hashed password."""
    changed = update(UserRow).where(UserRow.id == owner_id)
    session.execute(changed.values(password_hash=sealed, rev=UserRow.rev + 1))


def remove_user(session: Db, owner_id: str) -> None:
    """Forget a user; every row they own goes with them."""
    session.execute(delete(UserRow).where(UserRow.id == owner_id))


def insert_session(session: Db, signed_in: Session, secret_hash: str) -> None:
    """Keep a new session, and forget those of the user that have run out."""
    old = delete(SessionRow).where(
        SessionRow.owner_id == signed_in.owner_id, SessionRow.expires_at <= signed_in.created_at
    )
    session.execute(old)
    session.execute(insert(SessionRow).values(**signed_in.model_dump(), secret_hash=secret_hash))


def find_session(session: Db, secret_hash: str, now: datetime) -> tuple[Session, User] | None:
    """Return who is signed in with this secret, or None when nobody is any more."""
    query = select(SessionRow, UserRow).join(UserRow, UserRow.id == SessionRow.owner_id)
    found = session.execute(query.where(SessionRow.secret_hash == secret_hash, SessionRow.expires_at > now)).first()
    return None if found is None else (_session(found[0]), _user(found[1]))


def sessions(session: Db, owner_id: str) -> list[Session]:
    """Return a user's sessions, oldest first."""
    query = select(SessionRow).where(SessionRow.owner_id == owner_id).order_by(SessionRow.id)
    return [_session(row) for row in session.scalars(query)]


def prolong_session(session: Db, session_id: str, seen_at: datetime, expires_at: datetime) -> None:
    """Write down that a session was used."""
    changed = update(SessionRow).where(SessionRow.id == session_id)
    session.execute(changed.values(seen_at=seen_at, expires_at=expires_at))


def remove_session(session: Db, owner_id: str, session_id: str) -> None:
    """Forget a session."""
    session.execute(delete(SessionRow).where(SessionRow.owner_id == owner_id, SessionRow.id == session_id))


def remove_other_sessions(session: Db, owner_id: str, kept_id: str | None) -> None:
    """Forget a user's sessions but one."""
    query = delete(SessionRow).where(SessionRow.owner_id == owner_id)
    session.execute(query if kept_id is None else query.where(SessionRow.id != kept_id))


def insert_token(session: Db, token: Token, secret_hash: str) -> None:
    """Keep a new token."""
    columns: dict[str, Any] = token.model_dump() | {"scopes": list(token.scopes), "secret_hash": secret_hash}
    session.execute(insert(TokenRow).values(**columns))


def find_token(session: Db, secret_hash: str, now: datetime) -> tuple[Token, User] | None:
    """Return whose token this secret is, or None when it is nobody's any more."""
    query = select(TokenRow, UserRow).join(UserRow, UserRow.id == TokenRow.owner_id)
    found = session.execute(query.where(TokenRow.secret_hash == secret_hash)).first()
    if found is None or (found[0].expires_at is not None and found[0].expires_at <= now):
        return None
    return _token(found[0]), _user(found[1])


def owned_token(session: Db, owner_id: str, token_id: str) -> Token | None:
    """Return one token of a user, or None when there is none or it is somebody else's."""
    row = session.scalar(select(TokenRow).where(TokenRow.id == token_id, TokenRow.owner_id == owner_id))
    return None if row is None else _token(row)


def tokens(session: Db, owner_id: str, limit: int | None, after: str | None) -> list[Token]:
    """Return a user's tokens, oldest first."""
    query = select(TokenRow).where(TokenRow.owner_id == owner_id).order_by(TokenRow.id).limit(limit)
    if after is not None:
        query = query.where(TokenRow.id > after)
    return [_token(row) for row in session.scalars(query)]


def use_token(session: Db, token_id: str, now: datetime) -> None:
    """Write down that a token was used."""
    session.execute(update(TokenRow).where(TokenRow.id == token_id).values(last_used_at=now))


def remove_token(session: Db, owner_id: str, token_id: str) -> bool:
    """Forget a token and tell whether there was one."""
    query = delete(TokenRow).where(TokenRow.id == token_id, TokenRow.owner_id == owner_id)
    return session.scalar(query.returning(TokenRow.id)) is not None


def insert_link(session: Db, owner_id: str, secret_hash: str, now: datetime, expires_at: datetime) -> None:
    """Keep a new sign-in link, and forget those that have run out."""
    session.execute(delete(LinkRow).where(LinkRow.expires_at <= now))
    values = {"owner_id": owner_id, "secret_hash": secret_hash, "created_at": now, "expires_at": expires_at}
    session.execute(insert(LinkRow).values(**values))


def take_link(session: Db, secret_hash: str, now: datetime) -> str | None:
    """Forget a sign-in link and return whose it was; None when it was used, is too old or never was."""
    query = delete(LinkRow).where(LinkRow.secret_hash == secret_hash, LinkRow.expires_at > now)
    return session.scalar(query.returning(LinkRow.owner_id))


def failures(session: Db, email_hash: str, since: datetime) -> list[datetime]:
    """Return when signing in with this address failed since a moment, oldest first."""
    query = select(FailureRow.at).where(FailureRow.email_hash == email_hash, FailureRow.at > since)
    return list(session.scalars(query.order_by(FailureRow.at)))


def insert_failure(session: Db, row_id: str, email_hash: str, now: datetime, since: datetime) -> None:
    """Write a failure down, and forget all that are too old to count."""
    session.execute(delete(FailureRow).where(FailureRow.at <= since))
    session.execute(insert(FailureRow).values(id=row_id, email_hash=email_hash, at=now))


def remove_failures(session: Db, email_hash: str) -> None:
    """Forget the failures of an address."""
    session.execute(delete(FailureRow).where(FailureRow.email_hash == email_hash))


def count_users(session: Db) -> int:
    """Return how many accounts this home has."""
    return session.scalar(select(func.count()).select_from(UserRow)) or 0
