"""The tables of influencers. Only `influencers.store` reads this file."""

from datetime import datetime
from typing import Any

from sqlalchemy import JSON, ForeignKey, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column

from sorcerer.database import Row


class InfluencerRow(Row):
    """One persona that somebody runs."""

    __tablename__ = "influencer"
    __table_args__ = (UniqueConstraint("owner_id", "handle"),)

    id: Mapped[str] = mapped_column(primary_key=True)
    owner_id: Mapped[str] = mapped_column(ForeignKey("user.id", ondelete="CASCADE"), index=True)
    name: Mapped[str]
    handle: Mapped[str]
    mode: Mapped[str]
    persona: Mapped[dict[str, Any]]
    pace: Mapped[dict[str, Any]]
    growth: Mapped[dict[str, Any]]
    approval: Mapped[str]
    face_key: Mapped[str | None]
    look: Mapped[dict[str, Any] | None] = mapped_column(JSON(none_as_null=True))
    real_face: Mapped[bool]
    hue: Mapped[int]
    paused: Mapped[bool]
    created_at: Mapped[datetime]
    rev: Mapped[int]


class ConsentRow(Row):
    """A real person's agreement."""

    __tablename__ = "consent"

    id: Mapped[str] = mapped_column(primary_key=True)
    owner_id: Mapped[str] = mapped_column(ForeignKey("user.id", ondelete="CASCADE"), index=True)
    influencer_id: Mapped[str] = mapped_column(ForeignKey("influencer.id", ondelete="CASCADE"), index=True)
    subject: Mapped[str]
    scope: Mapped[str]
    proof: Mapped[str]
    signed_at: Mapped[datetime]
    expires_at: Mapped[datetime]
    revoked_at: Mapped[datetime | None]


class PhotographRow(Row):
    """An uploaded photograph of a face."""

    __tablename__ = "photograph"
    __table_args__ = (UniqueConstraint("owner_id", "key"),)

    id: Mapped[str] = mapped_column(primary_key=True)
    owner_id: Mapped[str] = mapped_column(ForeignKey("user.id", ondelete="CASCADE"), index=True)
    key: Mapped[str]
    shows_real: Mapped[bool]
    declared_at: Mapped[datetime]


class DraftRow(Row):
    """What the wizard has gathered so far."""

    __tablename__ = "draft"

    id: Mapped[str] = mapped_column(primary_key=True)
    owner_id: Mapped[str] = mapped_column(ForeignKey("user.id", ondelete="CASCADE"), index=True)
    step: Mapped[int]
    fields: Mapped[dict[str, Any]]
    updated_at: Mapped[datetime]
    rev: Mapped[int]
