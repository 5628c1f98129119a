"""Artifacts: keep what was made for a video, and find it again."""

from collections.abc import Sequence
from datetime import datetime

from sqlalchemy.orm import Session

from sorcerer.errors import Invalid
from sorcerer.studio import store
from sorcerer.studio.model import Artifact, Storyboard
from sorcerer.studio.store import forget_superseded

_MAKES: dict[str, tuple[str, ...]] = {
    "script": ("script",),
    "storyboard": ("storyboard",),
    "first_frame": ("frame",),
    "story": ("story",),
    "film": ("film", "srt"),
    "thumbnail": ("thumbnail",),
}

__all__ = ["Artifact", "forget_from", "forget_superseded", "keep", "keys", "of_video", "signatures"]


def keep(session: Session, owner_id: str, video_id: str, artifact: Artifact, now: datetime) -> Artifact:
    """Keep an artifact; making the same thing again for the same revision replaces it."""
    return store.put(session, owner_id, video_id, artifact, now)


def forget_from(session: Session, owner_id: str, video_id: str, stage: str) -> int:
    """Forget what a stage and those after it made for a video, so that they make it again; return how many things.

    Args:
        stage: "script", "storyboard", "first_frame", "film", "thumbnail" or "story".

    Raises:
        Invalid: there is no such stage.
    """
    names = list(_MAKES)
    if stage not in _MAKES:
        raise Invalid(f"There is no stage {stage!r}.", field="stage", fix=f"Take one of {', '.join(names)}.")
    kinds = [kind for name in names[names.index(stage) :] for kind in _MAKES[name]]
    return store.forget_kinds(session, owner_id, video_id, kinds)


def of_video(session: Session, owner_id: str, video_id: str) -> list[Artifact]:
    """Return what was made for a video of this owner, the latest revision first; of another's, nothing."""
    return store.of_video(session, owner_id, video_id)


def keys(session: Session, owner_id: str, video_ids: Sequence[str]) -> dict[str, dict[str, str]]:
    """Return for each of these videos the latest file of each kind: `{video: {"film": key}}`."""
    return store.keys(session, owner_id, video_ids)


def signatures(session: Session, owner_id: str, video_ids: Sequence[str]) -> tuple[str, ...]:
    """Return what a viewer knows the films of these videos again by, of those that have a storyboard."""
    boards = store.bodies(session, owner_id, video_ids, "storyboard")
    return tuple(Storyboard.model_validate(body["storyboard"]).signature for body in boards)
