"""The pretend network's SQL: values in, values out."""

from collections.abc import Mapping
from datetime import datetime
from typing import Any

from sqlalchemy import delete, func, inspect, select, text, update
from sqlalchemy.orm import Session

from sorcerer.database import Database
from sorcerer.sandbox.model import Account, Container, Effect, Fault, Knobs, Network, Post, Token, Upload
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
    UploadRow,
)

_FIRST_ID = 17_900_000_000_000_000
_STEP = 7_919


def prepare(database: Database) -> None:
    """Make the tables that are not there yet."""
    _know_networks(database)
    Pretend.metadata.create_all(database.engine)


def _know_networks(database: Database) -> None:
    """Take over the accounts of a world that knew one network only: there a handle was taken for all of them."""
    asked = inspect(database.engine)
    if "account" not in asked.get_table_names() or "network" in {one["name"] for one in asked.get_columns("account")}:
        return
    kept = ", ".join(one["name"] for one in asked.get_columns("account"))
    with database.engine.begin() as connection:
        connection.execute(text("ALTER TABLE account RENAME TO account_of_one_network"))
        Pretend.metadata.create_all(connection)
        connection.execute(text(f"INSERT INTO account ({kept}) SELECT {kept} FROM account_of_one_network"))  # noqa: S608 - columns of a table
        connection.execute(text("DROP TABLE account_of_one_network"))


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


def account_by_handle(session: Session, handle: str, network: Network = "instagram") -> Account | None:
    """Return the account of a handle on one of the networks."""
    row = session.scalar(select(AccountRow).where(AccountRow.handle == handle.lower(), AccountRow.network == network))
    return Account.model_validate(row) if row else None


def accounts(session: Session, network: Network | None = None) -> list[Account]:
    """Return all accounts, or those of one network, by handle."""
    rows = select(AccountRow).order_by(AccountRow.handle, AccountRow.network)
    if network is not None:
        rows = rows.where(AccountRow.network == network)
    return [Account.model_validate(row) for row in session.scalars(rows)]


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


def add_upload(session: Session, upload: Upload) -> None:
    """Keep a new upload."""
    session.add(UploadRow(**upload.model_dump()))
    session.flush()


def upload(session: Session, upload_id: str) -> Upload | None:
    """Return the upload of an id."""
    row = session.get(UploadRow, upload_id)
    return Upload.model_validate(row) if row else None


def upload_by(session: Session, *, secret: str | None = None, video_id: str | None = None) -> Upload | None:
    """Return the upload whose address holds a secret, or whose film has a name."""
    same = UploadRow.secret == secret if secret is not None else UploadRow.video_id == video_id
    row = session.scalar(select(UploadRow).where(same))
    return Upload.model_validate(row) if row else None


def uploads(session: Session, account_id: str) -> list[Upload]:
    """Return the uploads of an account, the newest first."""
    rows = select(UploadRow).where(UploadRow.account_id == account_id)
    return [Upload.model_validate(row) for row in session.scalars(rows.order_by(UploadRow.created_at.desc()))]


def change_upload(session: Session, upload_id: str, changes: Mapping[str, Any]) -> None:
    """Change an upload."""
    session.execute(update(UploadRow).where(UploadRow.id == upload_id).values(**changes))


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


def end_token(session: Session, digest: str, at: datetime) -> None:
    """Have a token run out at a moment, unless it does so before."""
    asked = update(TokenRow).where(TokenRow.digest == digest, TokenRow.expires_at > at)
    session.execute(asked.values(expires_at=at))
