"""The tables of growth. Only `growth.store` reads this file."""

from datetime import datetime
from typing import Any

from sqlalchemy import ForeignKey, Index, text
from sqlalchemy.orm import Mapped, mapped_column

from sorcerer.database import Row

_OPEN = text("due_at IS NOT NULL")


class ReadingRow(Row):
    """When an account or a post is measured next."""

    __tablename__ = "reading"
    __table_args__ = (Index("ix_reading_due", "due_at", sqlite_where=_OPEN, postgresql_where=_OPEN),)

    id: Mapped[str] = mapped_column(primary_key=True)
    owner_id: Mapped[str] = mapped_column(ForeignKey("user.id", ondelete="CASCADE"), index=True)
    influencer_id: Mapped[str] = mapped_column(ForeignKey("influencer.id", ondelete="CASCADE"), index=True)
    channel_id: Mapped[str] = mapped_column(ForeignKey("channel.id", ondelete="CASCADE"))
    kind: Mapped[str]
    video_id: Mapped[str | None] = mapped_column(ForeignKey("video.id", ondelete="CASCADE"))
    post_id: Mapped[str | None]
    zone: Mapped[str]
    began_at: Mapped[datetime]
    due_at: Mapped[datetime | None]
    taken_at: Mapped[datetime | None]
    gaps: Mapped[dict[str, Any]]


class MeasurementRow(Row):
    """One number a network told."""

    __tablename__ = "measurement"
    __table_args__ = (Index("ix_measurement_series", "influencer_id", "metric", "at"),)

    id: Mapped[str] = mapped_column(primary_key=True)
    owner_id: Mapped[str] = mapped_column(ForeignKey("user.id", ondelete="CASCADE"), index=True)
    influencer_id: Mapped[str] = mapped_column(ForeignKey("influencer.id", ondelete="CASCADE"))
    channel_id: Mapped[str | None] = mapped_column(ForeignKey("channel.id", ondelete="CASCADE"))
    video_id: Mapped[str | None] = mapped_column(ForeignKey("video.id", ondelete="CASCADE"))
    at: Mapped[datetime]
    metric: Mapped[str]
    value: Mapped[float]
