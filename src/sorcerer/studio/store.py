"""All SQL of artifacts: values in, values out."""

from collections.abc import Sequence
from datetime import datetime
from typing import Any, cast

from sqlalchemy import delete, select
from sqlalchemy.orm import Session, aliased

from sorcerer import ids
from sorcerer.studio.model import Artifact, Kind
from sorcerer.studio.rows import ArtifactRow

_IN_BODY = ("media_type", "seconds", "size", "sha256", "body")


def put(session: Session, owner_id: str, video_id: str, artifact: Artifact, now: datetime) -> Artifact:
    """Keep an artifact in the place of the one of the same video, revision and kind."""
    row = session.scalar(
        select(ArtifactRow).where(
            ArtifactRow.owner_id == owner_id,
            ArtifactRow.video_id == video_id,
            ArtifactRow.rev == artifact.rev,
            ArtifactRow.kind == artifact.kind,
        )
    )
    if row is None:
        row = ArtifactRow(id=ids.new(), owner_id=owner_id, video_id=video_id, rev=artifact.rev, kind=artifact.kind)
        session.add(row)
    row.key = artifact.key
    row.body = artifact.model_dump(mode="json", include=set(_IN_BODY))
    row.created_at = now
    session.flush()
    return _artifact(row)


def of_video(session: Session, owner_id: str, video_id: str) -> list[Artifact]:
    """Return what was made for a video of this owner, the latest revision first."""
    rows = session.scalars(
        select(ArtifactRow)
        .where(ArtifactRow.owner_id == owner_id, ArtifactRow.video_id == video_id)
        .order_by(ArtifactRow.rev.desc(), ArtifactRow.created_at, ArtifactRow.id)
    )
    return [_artifact(row) for row in rows]


def bodies(session: Session, owner_id: str, video_ids: Sequence[str], kind: Kind) -> list[dict[str, Any]]:
    """Return what the latest of a kind says, for each of these videos of an owner that has one."""
    rows = session.execute(
        select(ArtifactRow.video_id, ArtifactRow.body)
        .where(ArtifactRow.owner_id == owner_id, ArtifactRow.video_id.in_(video_ids), ArtifactRow.kind == kind)
        .order_by(ArtifactRow.rev)
    )
    latest = {video_id: body["body"] for video_id, body in rows}
    return [latest[video_id] for video_id in video_ids if video_id in latest]


def _artifact(row: ArtifactRow) -> Artifact:
    facts = {name: row.body[name] for name in _IN_BODY}
    return Artifact(kind=cast("Kind", row.kind), rev=row.rev, key=row.key, created_at=row.created_at, **facts)


def keys(session: Session, owner_id: str, video_ids: Sequence[str]) -> dict[str, dict[str, str]]:
    """Return the latest file of each kind for each of these videos of an owner."""
    rows = session.execute(
        select(ArtifactRow.video_id, ArtifactRow.kind, ArtifactRow.key)
        .where(ArtifactRow.owner_id == owner_id, ArtifactRow.video_id.in_(video_ids), ArtifactRow.key.is_not(None))
        .order_by(ArtifactRow.rev)
    )
    found: dict[str, dict[str, str]] = {}
    for video_id, kind, key in rows:
        found.setdefault(video_id, {})[kind] = str(key)
    return found


def forget_superseded(session: Session, before: datetime) -> int:
    """Forget what was made before a moment for a revision that has a later one of the same kind; return how many."""
    later = aliased(ArtifactRow)
    newer = (
        select(later.id)
        .where(later.video_id == ArtifactRow.video_id, later.kind == ArtifactRow.kind, later.rev > ArtifactRow.rev)
        .exists()
    )
    gone = delete(ArtifactRow).where(ArtifactRow.created_at < before, newer)
    return len(session.scalars(gone.returning(ArtifactRow.id)).all())


def forget_kinds(session: Session, owner_id: str, video_id: str, kinds: Sequence[str]) -> int:
    """Forget what was made of these kinds for a video of this owner, of every revision; return how many."""
    gone = delete(ArtifactRow).where(
        ArtifactRow.owner_id == owner_id, ArtifactRow.video_id == video_id, ArtifactRow.kind.in_(kinds)
    )
    return len(session.scalars(gone.returning(ArtifactRow.id)).all())
