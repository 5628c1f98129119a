"""Say in the journal what happened to a video."""

from datetime import datetime

from sqlalchemy.orm import Session

from sorcerer import journal
from sorcerer.schedule.model import Video

WORKER = "worker"


def note(session: Session, video: Video, verb: str, text: str, now: datetime, *, actor: str | None = None) -> None:
    """Write one line about a video; without an actor its owner did it."""
    journal.note(
        session,
        video.owner_id,
        actor or video.owner_id,
        verb,
        "video",
        video.id,
        text,
        now,
        influencer_id=video.influencer_id,
    )


def signal(session: Session, video: Video, now: datetime) -> None:
    """Tell whoever is watching how far a video is."""
    detail = {"status": video.status, "stage": video.stage, "progress": video.progress}
    journal.signal(session, video.owner_id, "video", video.id, now, detail)
