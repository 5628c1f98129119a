"""The tables of sponsors. Only `sponsors.store` reads this file."""

from datetime import datetime
from typing import Any

from sqlalchemy import ForeignKey, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column

from sorcerer.database import Row


class SponsorRow(Row):
    """A brand."""

    __tablename__ = "sponsor"

    id: Mapped[str] = mapped_column(primary_key=True)
    owner_id: Mapped[str] = mapped_column(ForeignKey("user.id", ondelete="CASCADE"), index=True)
    company: Mapped[str]
    contact: Mapped[str]
    targeting_tags: Mapped[list[str]]
    product_info: Mapped[dict[str, Any]]
    logo_key: Mapped[str | None]
    created_at: Mapped[datetime]
    rev: Mapped[int]


class MatchRow(Row):
    """A brand and an influencer, together or on the way there."""

    __tablename__ = "sponsor_match"
    __table_args__ = (UniqueConstraint("influencer_id", "sponsor_id"),)

    id: Mapped[str] = mapped_column(primary_key=True)
    owner_id: Mapped[str] = mapped_column(ForeignKey("user.id", ondelete="CASCADE"), index=True)
    influencer_id: Mapped[str] = mapped_column(ForeignKey("influencer.id", ondelete="CASCADE"))
    sponsor_id: Mapped[str] = mapped_column(ForeignKey("sponsor.id", ondelete="CASCADE"), index=True)
    status: Mapped[str]
    score: Mapped[float]
    reasons: Mapped[list[str]]
    created_at: Mapped[datetime]
    answered_at: Mapped[datetime | None]
