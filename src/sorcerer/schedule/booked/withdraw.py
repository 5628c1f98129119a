"""Take a video off the schedule before it is out."""

from datetime import datetime

from sqlalchemy.orm import Session

from sorcerer.errors import Conflict, Stale
from sorcerer.schedule import store
from sorcerer.schedule.model import Video
from sorcerer.schedule.noting import note


def withdraw(session: Session, owner_id: str, video_id: str, now: datetime, *, rev: int | None = None) -> Video:
    """Withdraw a video; a making that is under way stops at its next step. Twice changes nothing.

    Of a series it is the one occurrence that is left out; the series goes on without it.

    Raises:
        NotFound: there is no such video of this owner.
        Stale: it is no longer the revision the caller saw.
        Conflict: it is out already.
    """
    video = store.find_video(session, owner_id, video_id)
    if rev is not None and rev != video.rev:
        raise Stale(f"Video {video_id!r} is at revision {video.rev}, not {rev}.", fix="Load it again.")
    if video.status == "withdrawn":
        return video
    if video.status == "posted":
        fix = "Delete it on the network itself."
        raise Conflict(f"Video {video_id!r} is posted; it cannot be taken back here.", fix=fix)
    changed = video.model_copy(update={"status": "withdrawn", "rev": video.rev + 1})
    store.stop_schedules(session, [video_id])
    if video.series_id and video.occurrence_at:
        store.skip_occurrence(session, video.series_id, video.occurrence_at)
    kept = store.write_video(session, changed, seen_rev=video.rev)
    note(session, kept, "video.withdrawn", f"Withdrew “{kept.title}”.", now)
    return kept
