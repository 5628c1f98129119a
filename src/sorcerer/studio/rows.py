"""The table of what was made. Only `studio.store` reads this file."""

from datetime import datetime
from typing import Any

from sqlalchemy import ForeignKey, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column

from sorcerer.database import Row


class ArtifactRow(Row):
    """One thing that was made for one revision of a video."""

    __tablename__ = "artifact"
    __table_args__ = (UniqueConstraint("video_id", "rev", "kind"),)

    id: Mapped[str] = mapped_column(primary_key=True)
    owner_id: Mapped[str] = mapped_column(ForeignKey("user.id", ondelete="CASCADE"), index=True)
    video_id: Mapped[str] = mapped_column(ForeignKey("video.id", ondelete="CASCADE"), index=True)
    rev: Mapped[int]
    kind: Mapped[str]
    key: Mapped[str | None]
    body: Mapped[dict[str, Any]]
    created_at: Mapped[datetime]
