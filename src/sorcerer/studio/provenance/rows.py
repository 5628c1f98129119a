"""The table of what was sealed. Only `studio.provenance.store` reads this file."""

from datetime import datetime

from sqlalchemy import ForeignKey, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column

from sorcerer.database import Row


class ProvenanceRow(Row):
    """One file in the registry; it outlives the video and the persona it belonged to."""

    __tablename__ = "provenance"
    __table_args__ = (UniqueConstraint("owner_id", "sha256"),)

    id: Mapped[str] = mapped_column(primary_key=True)
    owner_id: Mapped[str] = mapped_column(ForeignKey("user.id", ondelete="CASCADE"), index=True)
    influencer_id: Mapped[str | None] = mapped_column(ForeignKey("influencer.id", ondelete="SET NULL"), index=True)
    video_id: Mapped[str | None] = mapped_column(ForeignKey("video.id", ondelete="SET NULL"), index=True)
    sha256: Mapped[str] = mapped_column(index=True)
    manifest: Mapped[str]
    kind: Mapped[str]
    handle: Mapped[str]
    name: Mapped[str]
    source: Mapped[str]
    tool: Mapped[str]
    sponsor: Mapped[str | None]
    labels: Mapped[list[str]]
    ingredients: Mapped[list[str]]
    fingerprint: Mapped[str]
    made_at: Mapped[datetime]
    published_at: Mapped[datetime | None]
