"""The pretend network's SQL: values in, values out."""

from collections.abc import Mapping
from datetime import datetime
from typing import Any

from sqlalchemy import delete, func, select, update
from sqlalchemy.orm import Session

from sorcerer.database import Database
from sorcerer.sandbox.model import Account, Container, Effect, Fault, Knobs, Post, Token
from sorcerer.sandbox.rows import (
    AccountRow,
    CodeRow,
    ContainerRow,
    EffectRow,
    FaultRow,
    KnobRow,
    NumberRow,
    PostRow,
    Pretend,
    TokenRow,
)

_FIRST_ID = 17_900_000_000_000_000
_STEP = 7_919


def prepare(database: Database) -> None:
    """Make the tables that are not there yet."""
    Pretend.metadata.create_all(database.engine)


def wipe(session: Session) -> None:
    """Forget everything but how the network behaves."""
    for table in reversed(Pretend.metadata.sorted_tables):
        if table.name != KnobRow.__tablename__:
            session.execute(delete(table))


def next_id(session: Session) -> str:
    """Return the network's next id: 17 digits, growing."""
    row = NumberRow()
    session.add(row)
    session.flush()
    return str(_FIRST_ID + _STEP * row.seq)


def knobs(session: Session) -> Knobs:
    """Return how the network behaves now."""
    row = session.get(KnobRow, 1)
    return Knobs.model_validate(row.values) if row else Knobs()


def keep_knobs(session: Session, values: Knobs) -> None:
    """Keep how the network behaves."""
    session.merge(KnobRow(id=1, values=values.model_dump(mode="json")))
    session.flush()


def add_account(session: Session, account: Account) -> None:
    """Open an account."""
    session.add(AccountRow(**account.model_dump()))
    session.flush()


def account(session: Session, account_id: str) -> Account | None:
    """Return the account of an id."""
    row = session.get(AccountRow, account_id)
    return Account.model_validate(row) if row else None


def account_by_handle(session: Session, handle: str) -> Account | None:
    """Return the account of a handle."""
    row = session.scalar(select(AccountRow).where(AccountRow.handle == handle.lower()))
    return Account.model_validate(row) if row else None


def accounts(session: Session) -> list[Account]:
    """Return all accounts by handle."""
    return [Account.model_validate(row) for row in session.scalars(select(AccountRow).order_by(AccountRow.handle))]


def change_account(session: Session, account_id: str, changes: Mapping[str, Any]) -> None:
    """Change an account."""
    session.execute(update(AccountRow).where(AccountRow.id == account_id).values(**changes))


def add_code(session: Session, digest: str, account_id: str, expires_at: datetime) -> None:
    """Keep the digest of a code."""
    session.add(CodeRow(digest=digest, account_id=account_id, expires_at=expires_at))
    session.flush()


def take_code(session: Session, digest: str, now: datetime) -> str | None:
    """Use a code up and return its account, or None when there is no such good code."""
    row = session.get(CodeRow, digest)
    if row is None:
        return None
    session.delete(row)
    session.flush()
    return row.account_id if now < row.expires_at else None


def add_token(session: Session, token: Token) -> None:
    """Keep a token's digest."""
    session.add(TokenRow(**token.model_dump()))
    session.flush()


def token(session: Session, digest: str) -> Token | None:
    """Return the token of a digest."""
    row = session.get(TokenRow, digest)
    return Token.model_validate(row) if row else None


def change_tokens(session: Session, account_id: str, changes: Mapping[str, Any]) -> None:
    """Change every token of an account."""
    session.execute(update(TokenRow).where(TokenRow.account_id == account_id).values(**changes))


def add_container(session: Session, container: Container) -> None:
    """Keep a new container."""
    session.add(ContainerRow(**container.model_dump()))
    session.flush()


def container(session: Session, container_id: str) -> Container | None:
    """Return the container of an id."""
    row = session.get(ContainerRow, container_id)
    return Container.model_validate(row) if row else None


def change_container(session: Session, container_id: str, changes: Mapping[str, Any]) -> None:
    """Change a container."""
    session.execute(update(ContainerRow).where(ContainerRow.id == container_id).values(**changes))


def count_containers(session: Session, account_id: str, since: datetime) -> int:
    """Return how many containers an account made since a moment."""
    rows = select(func.count()).select_from(ContainerRow)
    return session.scalar(rows.where(ContainerRow.account_id == account_id, ContainerRow.created_at >= since)) or 0


def add_post(session: Session, post: Post) -> None:
    """Put a post out."""
    session.add(PostRow(**post.model_dump()))
    session.flush()


def post(session: Session, post_id: str) -> Post | None:
    """Return the post of an id."""
    row = session.get(PostRow, post_id)
    return Post.model_validate(row) if row else None


def post_by_shortcode(session: Session, shortcode: str) -> Post | None:
    """Return the post of a short code."""
    row = session.scalar(select(PostRow).where(PostRow.shortcode == shortcode))
    return Post.model_validate(row) if row else None


def posts(session: Session, account_id: str | None = None) -> list[Post]:
    """Return the posts of an account, or all, the newest first."""
    rows = select(PostRow).order_by(PostRow.created_at.desc(), PostRow.id.desc())
    if account_id is not None:
        rows = rows.where(PostRow.account_id == account_id)
    return [Post.model_validate(row) for row in session.scalars(rows)]


def add_effect(session: Session, op: str, post: tuple[str, str], at: datetime, detail: dict[str, Any]) -> None:
    """Write down a mutation: `post` is the account's id and what was made or changed."""
    session.add(EffectRow(op=op, account_id=post[0], subject=post[1], at=at, detail=detail))
    session.flush()


def effects(session: Session, op: str | None, account_id: str | None) -> list[Effect]:
    """Return what was done, in order."""
    rows = select(EffectRow).order_by(EffectRow.seq)
    if op is not None:
        rows = rows.where(EffectRow.op == op)
    if account_id is not None:
        rows = rows.where(EffectRow.account_id == account_id)
    return [Effect.model_validate(row) for row in session.scalars(rows)]


def add_fault(session: Session, fault: Fault) -> int:
    """Plan a misfortune and return its number."""
    row = FaultRow(**fault.model_dump(exclude={"id"}))
    session.add(row)
    session.flush()
    return row.id


def faults(session: Session) -> list[Fault]:
    """Return what is planned, in order."""
    return [Fault.model_validate(row) for row in session.scalars(select(FaultRow).order_by(FaultRow.id))]


def count_fault(session: Session, fault_id: int, *, seen: int, struck: int) -> None:
    """Keep how often a misfortune was met and how often it struck."""
    session.execute(update(FaultRow).where(FaultRow.id == fault_id).values(seen=seen, struck=struck))


def clear_faults(session: Session) -> None:
    """Forget what is planned."""
    session.execute(delete(FaultRow))
