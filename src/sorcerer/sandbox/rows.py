"""The pretend network's tables: a world of its own, with no foreign key into the product's."""

from datetime import datetime
from typing import Any

from sqlalchemy import JSON, MetaData, UniqueConstraint
from sqlalchemy.orm import DeclarativeBase, Mapped, mapped_column

from sorcerer.database import Utc


class Pretend(DeclarativeBase):
    """The base of the sandbox's tables; made by `create_all`, never migrated."""

    metadata = MetaData()
    type_annotation_map = {datetime: Utc, dict[str, Any]: JSON, list[str]: JSON}  # noqa: RUF012 - SQLAlchemy's own hook


class KnobRow(Pretend):
    """How the network behaves."""

    __tablename__ = "knobs"
    id: Mapped[int] = mapped_column(primary_key=True)
    values: Mapped[dict[str, Any]]


class NumberRow(Pretend):
    """The counter behind the network's ids."""

    __tablename__ = "number"
    seq: Mapped[int] = mapped_column(primary_key=True, autoincrement=True)
    __table_args__ = ({"sqlite_autoincrement": True},)


class AccountRow(Pretend):
    """An account and its Page."""

    __tablename__ = "account"
    __table_args__ = (UniqueConstraint("network", "handle"),)
    id: Mapped[str] = mapped_column(primary_key=True)
    network: Mapped[str] = mapped_column(server_default="instagram")
    page_id: Mapped[str]
    handle: Mapped[str]
    name: Mapped[str]
    base_followers: Mapped[int]
    restricted: Mapped[bool] = mapped_column(default=False)
    created_at: Mapped[datetime]


class CodeRow(Pretend):
    """A code that somebody's approval gave; good once, for an hour."""

    __tablename__ = "code"
    digest: Mapped[str] = mapped_column(primary_key=True)
    account_id: Mapped[str]
    expires_at: Mapped[datetime]


class TokenRow(Pretend):
    """Access of an app."""

    __tablename__ = "token"
    digest: Mapped[str] = mapped_column(primary_key=True)
    account_id: Mapped[str] = mapped_column(index=True)
    kind: Mapped[str]
    issued_at: Mapped[datetime]
    expires_at: Mapped[datetime]
    revoked: Mapped[int | None] = mapped_column(default=None)


class ContainerRow(Pretend):
    """What is prepared."""

    __tablename__ = "container"
    id: Mapped[str] = mapped_column(primary_key=True)
    account_id: Mapped[str] = mapped_column(index=True)
    media_type: Mapped[str]
    source: Mapped[str]
    caption: Mapped[str]
    ai_generated: Mapped[bool]
    paid_partnership: Mapped[bool]
    sponsor_ids: Mapped[list[str]]
    thumb_offset_ms: Mapped[int]
    file: Mapped[str]
    media_kind: Mapped[str]
    size: Mapped[int | None] = mapped_column(default=None)
    received: Mapped[int] = mapped_column(default=0)
    bytes_at: Mapped[datetime | None] = mapped_column(default=None)
    process_s: Mapped[float]
    error: Mapped[str | None] = mapped_column(default=None)
    error_after: Mapped[str | None] = mapped_column(default=None)
    published_at: Mapped[datetime | None] = mapped_column(default=None)
    post_id: Mapped[str | None] = mapped_column(default=None)
    created_at: Mapped[datetime] = mapped_column(index=True)


class UploadRow(Pretend):
    """A film on its way into TikTok or YouTube."""

    __tablename__ = "upload"
    id: Mapped[str] = mapped_column(primary_key=True)
    account_id: Mapped[str] = mapped_column(index=True)
    secret: Mapped[str] = mapped_column(unique=True)
    mode: Mapped[str]
    words: Mapped[dict[str, Any]]
    ai_generated: Mapped[bool]
    paid_partnership: Mapped[bool]
    privacy: Mapped[str]
    file: Mapped[str]
    size: Mapped[int]
    chunk: Mapped[int]
    received: Mapped[int] = mapped_column(default=0)
    bytes_at: Mapped[datetime | None] = mapped_column(default=None)
    process_s: Mapped[float]
    error: Mapped[str | None] = mapped_column(default=None)
    video_id: Mapped[str | None] = mapped_column(default=None, unique=True)
    post_id: Mapped[str | None] = mapped_column(default=None)
    shown_at: Mapped[datetime | None] = mapped_column(default=None)
    created_at: Mapped[datetime] = mapped_column(index=True)


class PostRow(Pretend):
    """What is out."""

    __tablename__ = "post"
    id: Mapped[str] = mapped_column(primary_key=True)
    account_id: Mapped[str] = mapped_column(index=True)
    container_id: Mapped[str]
    product: Mapped[str]
    shortcode: Mapped[str] = mapped_column(unique=True)
    caption: Mapped[str]
    file: Mapped[str]
    media_kind: Mapped[str]
    sha256: Mapped[str]
    ai_generated: Mapped[bool]
    paid_partnership: Mapped[bool]
    sponsor_ids: Mapped[list[str]]
    created_at: Mapped[datetime] = mapped_column(index=True)


class EffectRow(Pretend):
    """A mutation that was done."""

    __tablename__ = "effect"
    seq: Mapped[int] = mapped_column(primary_key=True, autoincrement=True)
    at: Mapped[datetime]
    op: Mapped[str]
    account_id: Mapped[str]
    subject: Mapped[str]
    detail: Mapped[dict[str, Any]]


class FaultRow(Pretend):
    """A planned misfortune."""

    __tablename__ = "fault"
    id: Mapped[int] = mapped_column(primary_key=True, autoincrement=True)
    op: Mapped[str]
    account: Mapped[str]
    skip: Mapped[int]
    times: Mapped[int]
    probability: Mapped[float]
    seed: Mapped[int]
    seen: Mapped[int] = mapped_column(default=0)
    struck: Mapped[int] = mapped_column(default=0)
    action: Mapped[dict[str, Any]]
