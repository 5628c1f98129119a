"""Tables of lives. Append-only: a revision closes rows and adds rows, and changes none."""

from datetime import date, datetime
from typing import Any

from sqlalchemy import ForeignKey, Index, UniqueConstraint, text
from sqlalchemy.orm import Mapped, mapped_column

from sorcerer import ids
from sorcerer.database import Row

_LIVE = text("rev_to IS NULL")


class HeadRow(Row):
    """The newest revision of one life; a writer moves it on from the one that was seen, or not at all."""

    __tablename__ = "life_head"

    influencer_id: Mapped[str] = mapped_column(ForeignKey("influencer.id", ondelete="CASCADE"), primary_key=True)
    owner_id: Mapped[str] = mapped_column(ForeignKey("user.id", ondelete="CASCADE"), index=True)
    head: Mapped[int]
    state: Mapped[str]
    first_day: Mapped[date]
    last_day: Mapped[date]


class RevisionRow(Row):
    """One change of a life: why, and everything it was planned from."""

    __tablename__ = "life_revision"
    __table_args__ = (UniqueConstraint("influencer_id", "rev"),)

    id: Mapped[str] = mapped_column(primary_key=True, default=ids.new)
    owner_id: Mapped[str] = mapped_column(ForeignKey("user.id", ondelete="CASCADE"), index=True)
    influencer_id: Mapped[str] = mapped_column(ForeignKey("influencer.id", ondelete="CASCADE"))
    rev: Mapped[int]
    kind: Mapped[str]
    reason: Mapped[str]
    first_day: Mapped[date | None]
    days: Mapped[int]
    basis: Mapped[dict[str, Any]]
    created_at: Mapped[datetime]


class ItemRow(Row):
    """An item from one revision to another; live while `rev_to` is empty."""

    __tablename__ = "life_item"
    __table_args__ = (
        Index("ix_life_item_stretch", "influencer_id", "rev_to", "starts_at"),
        Index("uq_life_item_live", "influencer_id", "key", unique=True, sqlite_where=_LIVE, postgresql_where=_LIVE),
    )

    id: Mapped[str] = mapped_column(primary_key=True, default=ids.new)
    owner_id: Mapped[str] = mapped_column(ForeignKey("user.id", ondelete="CASCADE"), index=True)
    influencer_id: Mapped[str] = mapped_column(ForeignKey("influencer.id", ondelete="CASCADE"))
    key: Mapped[str]
    rev_from: Mapped[int]
    rev_to: Mapped[int | None]
    day: Mapped[date]
    starts_at: Mapped[datetime]
    ends_at: Mapped[datetime]
    body: Mapped[dict[str, Any]]


class PostRow(Row):
    """A post over an item, from one revision to another; live while `rev_to` is empty."""

    __tablename__ = "life_post"
    __table_args__ = (
        Index("ix_life_post_stretch", "influencer_id", "rev_to", "starts_at"),
        Index("uq_life_post_live", "influencer_id", "key", unique=True, sqlite_where=_LIVE, postgresql_where=_LIVE),
    )

    id: Mapped[str] = mapped_column(primary_key=True, default=ids.new)
    owner_id: Mapped[str] = mapped_column(ForeignKey("user.id", ondelete="CASCADE"), index=True)
    influencer_id: Mapped[str] = mapped_column(ForeignKey("influencer.id", ondelete="CASCADE"))
    key: Mapped[str]
    rev_from: Mapped[int]
    rev_to: Mapped[int | None]
    day: Mapped[date]
    starts_at: Mapped[datetime]
    body: Mapped[dict[str, Any]]
