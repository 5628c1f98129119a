"""The tables of the journal. Only `journal.store` reads this file."""

from datetime import datetime
from typing import Any

from sqlalchemy import JSON, BigInteger, ForeignKey, Index, Integer, LargeBinary
from sqlalchemy.orm import Mapped, mapped_column

from sorcerer.database import Row

# Ids sort by the millisecond only; who follows the journal needs an order without ties.
_COUNTER = BigInteger().with_variant(Integer, "sqlite")


class JournalRow(Row):
    """One thing that happened. It outlives what it is about, so only the owner is a foreign key."""

    __tablename__ = "journal"
    __table_args__ = (Index("ix_journal_owner_seq", "owner_id", "seq"), {"sqlite_autoincrement": True})

    seq: Mapped[int] = mapped_column(_COUNTER, primary_key=True, autoincrement=True)
    id: Mapped[str] = mapped_column(unique=True)
    owner_id: Mapped[str] = mapped_column(ForeignKey("user.id", ondelete="CASCADE"))
    at: Mapped[datetime]
    actor: Mapped[str]
    verb: Mapped[str]
    about_type: Mapped[str]
    about_id: Mapped[str]
    influencer_id: Mapped[str | None] = mapped_column(index=True)
    text: Mapped[str]
    detail: Mapped[dict[str, Any] | None] = mapped_column(JSON(none_as_null=True))


class SignalRow(Row):
    """Something changed its state a moment ago."""

    __tablename__ = "signal"
    __table_args__ = (Index("ix_signal_owner_seq", "owner_id", "seq"), {"sqlite_autoincrement": True})

    seq: Mapped[int] = mapped_column(_COUNTER, primary_key=True, autoincrement=True)
    owner_id: Mapped[str] = mapped_column(ForeignKey("user.id", ondelete="CASCADE"))
    at: Mapped[datetime]
    about_type: Mapped[str]
    about_id: Mapped[str]
    detail: Mapped[dict[str, Any] | None] = mapped_column(JSON(none_as_null=True))


class AnswerRow(Row):
    """The first answer to a request that carried an Idempotency-Key; no status yet while it is being worked on."""

    __tablename__ = "idempotent_answer"

    owner_id: Mapped[str] = mapped_column(ForeignKey("user.id", ondelete="CASCADE"), primary_key=True)
    key: Mapped[str] = mapped_column(primary_key=True)
    route: Mapped[str] = mapped_column(primary_key=True)
    request_hash: Mapped[str]
    status: Mapped[int | None]
    headers: Mapped[dict[str, Any]]
    body: Mapped[bytes] = mapped_column(LargeBinary)
    created_at: Mapped[datetime] = mapped_column(index=True)
