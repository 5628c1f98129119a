"""Artifacts: keep what was made for a video, and find it again."""

from collections.abc import Sequence
from datetime import datetime

from sqlalchemy.orm import Session

from sorcerer.studio import store
from sorcerer.studio.model import Artifact
from sorcerer.studio.store import forget_superseded

__all__ = ["Artifact", "forget_superseded", "keep", "keys", "of_video"]


def keep(session: Session, owner_id: str, video_id: str, artifact: Artifact, now: datetime) -> Artifact:
    """Keep an artifact; making the same thing again for the same revision replaces it."""
    return store.put(session, owner_id, video_id, artifact, now)


def of_video(session: Session, owner_id: str, video_id: str) -> list[Artifact]:
    """Return what was made for a video of this owner, the latest revision first; of another's, nothing."""
    return store.of_video(session, owner_id, video_id)


def keys(session: Session, owner_id: str, video_ids: Sequence[str]) -> dict[str, dict[str, str]]:
    """Return for each of these videos the latest file of each kind: `{video: {"film": key}}`."""
    return store.keys(session, owner_id, video_ids)
