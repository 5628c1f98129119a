"""How far the making of a video is: for the worker, which acts for every owner.

`rev` makes sure that it acts on what it has read: every change of a video moves it on.
"""

from datetime import datetime
from typing import Any

from sqlalchemy.orm import Session

from sorcerer.schedule import store
from sorcerer.schedule.making.steps import step_began, step_ended
from sorcerer.schedule.model import GRACE, Failure, Status, Step, Video
from sorcerer.schedule.noting import WORKER, note, signal
from sorcerer.schedule.store import count_by_status, overdue
from sorcerer.schedule.store import load_video as load

__all__ = [
    "Step",
    "advance",
    "ask",
    "begin",
    "count_by_status",
    "fail",
    "finish",
    "load",
    "miss",
    "overdue",
    "posted",
    "quarantine",
    "step_began",
    "step_ended",
]


def begin(session: Session, video_id: str, rev: int, now: datetime) -> Video | None:
    """Start the making and return the video, or None when it was changed, withdrawn or made meanwhile."""
    video = load(session, video_id)
    if video.rev != rev or video.status not in {"pending", "processing"}:
        return None
    kept = _write(session, video, now, status="processing", failure=None)
    if video.status == "pending":
        note(session, kept, "video.started", f"Began to make “{kept.title}”.", now, actor=WORKER)
    return kept


def advance(session: Session, video_id: str, rev: int, stage: str, progress: float, now: datetime) -> bool:
    """Write down the step that is under way; False says that the making must stop."""
    video = load(session, video_id)
    if video.rev != rev or video.status != "processing":
        return False
    _write(session, video, now, stage=stage, progress=progress)
    return True


def finish(session: Session, video_id: str, rev: int, script: dict[str, Any], caption: str, now: datetime) -> bool:
    """Write down that the film is made; False says that nobody wants it any more."""
    video = load(session, video_id)
    if video.rev != rev or video.status != "processing":
        return False
    done = {"status": "ready", "stage": None, "progress": 1.0, "script": script, "caption": caption}
    kept = _write(session, video, now, **done)
    note(session, kept, "video.ready", f"“{kept.title}” is made.", now, actor=WORKER)
    return True


def ask(session: Session, video_id: str, now: datetime) -> None:
    """Ask a person to approve a finished video, unless somebody has."""
    video = load(session, video_id)
    if video.approval == "none":
        kept = _write(session, video, now, approval="asked")
        note(session, kept, "video.asked", f"“{kept.title}” waits for your approval.", now, actor=WORKER)


def fail(session: Session, video_id: str, failure: Failure, now: datetime) -> Video:
    """Write down why it did not go out."""
    video = load(session, video_id)
    if video.status in {"withdrawn", "posted"}:
        return video
    kept = _write(session, video, now, status="failed", failure=failure, stage=failure.stage)
    note(session, kept, "video.failed", f"“{kept.title}” failed: {failure.cause}", now, actor=WORKER)
    return kept


def quarantine(
    session: Session, video_id: str, rev: int, cause: str, now: datetime, *, under_way: Status = "processing"
) -> bool:
    """Give up what ended without a word, so that nobody waits for it; tell whether it was still under way.

    Args:
        under_way: the status it has while somebody should be at it: "ready" for a film that was to be let out.
    """
    video = store.peek_video(session, video_id)
    if video is None or video.rev != rev or video.status != under_way:
        return False
    way_out = "Look into the log, then press Retry: what was made before is kept."
    fail(session, video_id, Failure(stage=video.stage or "begin", cause=cause, next=way_out), now)
    return True


def miss(session: Session, video_id: str, now: datetime) -> bool:
    """Mark a video missed when its minute is further back than the grace of two hours; tell whether it was."""
    video = load(session, video_id)
    if video.status not in {"pending", "ready", "processing"} or now - video.scheduled_time <= GRACE:
        return False
    kept = _write(session, video, now, status="missed", rev=video.rev + 1)
    note(session, kept, "schedule.missed", f"“{kept.title}” missed its minute.", now, actor=WORKER)
    return True


def posted(session: Session, video_id: str, now: datetime) -> Video:
    """Write down that it is out."""
    video = load(session, video_id)
    kept = _write(session, video, now, status="posted", stage=None, progress=1.0, failure=None)
    note(session, kept, "video.posted", f"“{kept.title}” is out.", now, actor=WORKER)
    return kept


def _write(session: Session, video: Video, now: datetime, **fields: object) -> Video:
    kept = store.write_video(session, video.model_copy(update=fields), seen_rev=video.rev, only=fields)
    signal(session, kept, now)
    return kept
