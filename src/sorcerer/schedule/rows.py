"""The tables of the schedule. Only `schedule.store` reads this file."""

from datetime import datetime
from typing import Any

from sqlalchemy import JSON, BigInteger, ForeignKey, Index, UniqueConstraint, text
from sqlalchemy.orm import Mapped, mapped_column

from sorcerer.database import Row


class VideoRow(Row):
    """One thing that goes out once."""

    __tablename__ = "video"
    __table_args__ = (
        UniqueConstraint("series_id", "occurrence_at"),
        Index("ix_video_owner_time", "owner_id", "scheduled_time", "id"),
        Index("ix_video_influencer_time", "influencer_id", "scheduled_time"),
    )

    id: Mapped[str] = mapped_column(primary_key=True)
    owner_id: Mapped[str] = mapped_column(ForeignKey("user.id", ondelete="CASCADE"))
    influencer_id: Mapped[str] = mapped_column(ForeignKey("influencer.id", ondelete="CASCADE"))
    series_id: Mapped[str | None]
    occurrence_at: Mapped[datetime | None]
    life_post_id: Mapped[str | None]
    kind: Mapped[str]
    title: Mapped[str]
    direction: Mapped[str]
    own_script: Mapped[str | None]
    script: Mapped[dict[str, Any] | None] = mapped_column(JSON(none_as_null=True))
    caption: Mapped[str]
    tags: Mapped[list[str]]
    cta: Mapped[str]
    sponsor_id: Mapped[str | None] = mapped_column(ForeignKey("sponsor.id", ondelete="SET NULL"))
    moment: Mapped[dict[str, Any]]
    scheduled_time: Mapped[datetime]
    timezone: Mapped[str]
    status: Mapped[str]
    stage: Mapped[str | None]
    progress: Mapped[float]
    approval: Mapped[str]
    failure: Mapped[dict[str, Any] | None] = mapped_column(JSON(none_as_null=True))
    cost_micros: Mapped[int]
    created_at: Mapped[datetime]
    rev: Mapped[int]


class VideoStepRow(Row):
    """One attempt at one stage of a making."""

    __tablename__ = "video_step"

    id: Mapped[str] = mapped_column(primary_key=True)
    video_id: Mapped[str] = mapped_column(ForeignKey("video.id", ondelete="CASCADE"), index=True)
    rev: Mapped[int]
    stage: Mapped[str]
    attempt: Mapped[int]
    executor: Mapped[str]
    started_at: Mapped[datetime]
    ended_at: Mapped[datetime | None]
    error: Mapped[str | None]
    cost_micros: Mapped[int] = mapped_column(BigInteger)


class ScheduleRow(Row):
    """When a video is made next."""

    __tablename__ = "schedule"
    __table_args__ = (
        Index(
            "ix_schedule_due",
            "next_trigger",
            sqlite_where=text("active AND next_trigger IS NOT NULL"),
            postgresql_where=text("active AND next_trigger IS NOT NULL"),
        ),
    )

    id: Mapped[str] = mapped_column(primary_key=True)
    owner_id: Mapped[str] = mapped_column(ForeignKey("user.id", ondelete="CASCADE"), index=True)
    influencer_id: Mapped[str] = mapped_column(ForeignKey("influencer.id", ondelete="CASCADE"), index=True)
    video_id: Mapped[str] = mapped_column(ForeignKey("video.id", ondelete="CASCADE"), index=True)
    recurrence_rule: Mapped[str | None]
    timezone: Mapped[str]
    dtstart_local: Mapped[str]
    next_trigger: Mapped[datetime | None]
    active: Mapped[bool]
    exdates: Mapped[list[str]] = mapped_column(JSON, server_default="[]")
    words: Mapped[dict[str, Any] | None] = mapped_column(JSON(none_as_null=True))
    rev: Mapped[int]
