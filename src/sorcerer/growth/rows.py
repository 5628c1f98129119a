"""The table of growth. Only `growth.store` reads this file."""

from datetime import datetime

from sqlalchemy import ForeignKey, Index
from sqlalchemy.orm import Mapped, mapped_column

from sorcerer.database import Row


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
