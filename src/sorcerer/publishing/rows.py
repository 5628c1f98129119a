"""The tables of publishing. Only `publishing.store` reads this file."""

from datetime import datetime
from typing import Any

from sqlalchemy import JSON, ForeignKey, Index, UniqueConstraint, text
from sqlalchemy.orm import Mapped, mapped_column

from sorcerer.database import Row

_OPEN = text("next_at IS NOT NULL")
_OUT = text("state = 'live'")


class ChannelRow(Row):
    """A connected account; `grant` is sealed."""

    __tablename__ = "channel"
    __table_args__ = (UniqueConstraint("influencer_id", "platform", "realm", "account_id"),)

    id: Mapped[str] = mapped_column(primary_key=True)
    owner_id: Mapped[str] = mapped_column(ForeignKey("user.id", ondelete="CASCADE"), index=True)
    influencer_id: Mapped[str] = mapped_column(ForeignKey("influencer.id", ondelete="CASCADE"), index=True)
    platform: Mapped[str]
    realm: Mapped[str]
    account_id: Mapped[str]
    handle: Mapped[str]
    status: Mapped[str]
    grant_sealed: Mapped[str | None]
    grant_expires_at: Mapped[datetime | None]
    breaker: Mapped[str | None]
    not_before: Mapped[datetime | None]
    standing: Mapped[dict[str, Any] | None] = mapped_column(JSON(none_as_null=True))
    refreshing_until: Mapped[datetime | None]
    connected_at: Mapped[datetime]


class PublicationRow(Row):
    """One video on one channel."""

    __tablename__ = "publication"
    __table_args__ = (
        UniqueConstraint("video_id", "channel_id"),
        Index("ix_publication_due", "next_at", sqlite_where=_OPEN, postgresql_where=_OPEN),
        Index("ix_publication_out", "published_at", sqlite_where=_OUT, postgresql_where=_OUT),
        Index("ix_publication_channel_state", "channel_id", "state"),
        Index("ix_publication_owner_time", "owner_id", "due_at"),
    )

    id: Mapped[str] = mapped_column(primary_key=True)
    owner_id: Mapped[str] = mapped_column(ForeignKey("user.id", ondelete="CASCADE"))
    influencer_id: Mapped[str] = mapped_column(ForeignKey("influencer.id", ondelete="CASCADE"), index=True)
    video_id: Mapped[str] = mapped_column(ForeignKey("video.id", ondelete="CASCADE"))
    channel_id: Mapped[str] = mapped_column(ForeignKey("channel.id", ondelete="CASCADE"))
    due_at: Mapped[datetime]
    state: Mapped[str]
    next_at: Mapped[datetime | None]
    content: Mapped[dict[str, Any] | None] = mapped_column(JSON(none_as_null=True))
    refs: Mapped[dict[str, Any]]
    uploaded: Mapped[bool]
    ready: Mapped[bool]
    staged_at: Mapped[datetime | None]
    tries: Mapped[int]
    remote_post_id: Mapped[str | None]
    permalink: Mapped[str | None]
    ai_label_seen: Mapped[bool | None]
    failure: Mapped[dict[str, Any] | None] = mapped_column(JSON(none_as_null=True))
    lease_owner: Mapped[str | None]
    lease_until: Mapped[datetime | None]
    epoch: Mapped[int]
    published_at: Mapped[datetime | None]
    read_at: Mapped[datetime | None]
    created_at: Mapped[datetime]
    updated_at: Mapped[datetime]


class AttemptRow(Row):
    """One line of what was tried; only ever added."""

    __tablename__ = "attempt"

    id: Mapped[str] = mapped_column(primary_key=True)
    publication_id: Mapped[str] = mapped_column(ForeignKey("publication.id", ondelete="CASCADE"), index=True)
    seq: Mapped[int]
    epoch: Mapped[int]
    kind: Mapped[str]
    state: Mapped[str]
    at: Mapped[datetime]
    refs: Mapped[dict[str, Any]]
    error: Mapped[dict[str, Any] | None] = mapped_column(JSON(none_as_null=True))
    witness: Mapped[dict[str, Any] | None] = mapped_column(JSON(none_as_null=True))


class ReceiptRow(Row):
    """What was disclosed with a post; only ever added."""

    __tablename__ = "receipt"
    __table_args__ = (UniqueConstraint("channel_id", "number"), UniqueConstraint("publication_id"))

    id: Mapped[str] = mapped_column(primary_key=True)
    owner_id: Mapped[str] = mapped_column(ForeignKey("user.id", ondelete="CASCADE"), index=True)
    channel_id: Mapped[str] = mapped_column(ForeignKey("channel.id", ondelete="CASCADE"))
    publication_id: Mapped[str] = mapped_column(ForeignKey("publication.id", ondelete="CASCADE"))
    number: Mapped[int]
    at: Mapped[datetime]
    body: Mapped[dict[str, Any]]
    before: Mapped[str]
    digest: Mapped[str]
