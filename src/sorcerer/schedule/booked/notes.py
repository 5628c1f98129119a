"""What somebody should know about the wall-clock time they moved a video to."""

from datetime import datetime

from sqlalchemy.orm import Session

from sorcerer.recurrence import oddities
from sorcerer.schedule import store
from sorcerer.schedule.model import Video


def notes(session: Session, video: Video) -> list[str]:
    """Say when a video goes out instead, where the clock skips the time it was asked for or has it twice."""
    present = store.schedule_of(session, video.id)
    if present is None:
        return []
    return oddities([datetime.fromisoformat(present.dtstart_local)], video.timezone)
