"""A person's yes to a film they have seen, and taking it back before anything is sent."""

from datetime import datetime, timedelta

from sqlalchemy.orm import Session

from sorcerer import ids
from sorcerer.errors import Conflict, Stale
from sorcerer.schedule import store
from sorcerer.schedule.model import Schedule, Video
from sorcerer.schedule.noting import note


def approve(session: Session, owner_id: str, video_id: str, now: datetime, *, rev: int | None = None) -> Video:
    """Say yes to a film that is made; it goes out at its minute. Twice changes nothing.

    Args:
        rev: the revision that was looked at: the yes is for that film and no other.

    Raises:
        NotFound: there is no such video of this owner.
        Stale: it is no longer the revision that was looked at.
        Conflict: there is no film to say yes to: it is not made, is out, or was withdrawn.
    """
    video = _seen(session, owner_id, video_id, rev)
    if video.status in {"posted", "withdrawn"}:
        raise Conflict(f"Video {video_id!r} is {video.status}; there is nothing left to approve.")
    if video.status != "ready":
        fix = "Make it now, look at it, then approve it."
        raise Conflict(f"Video {video_id!r} is {video.status}: there is no film to approve yet.", fix=fix)
    if video.approval == "given":
        return video
    kept = store.write_video(session, video.model_copy(update={"approval": "given"}), seen_rev=video.rev)
    _let_out(session, kept, now)
    note(session, kept, "video.approved", f"Approved “{kept.title}”.", now)
    return kept


def take_back(session: Session, owner_id: str, video_id: str, now: datetime, *, rev: int | None = None) -> Video:
    """Take a yes back; the film waits for one again. Twice changes nothing.

    Whoever calls it withdraws what the yes had planned, after this has locked the video.

    Raises:
        NotFound: there is no such video of this owner.
        Stale: it is no longer the revision that was looked at.
        Conflict: nobody has approved it, or it is out or withdrawn.
    """
    video = _seen(session, owner_id, video_id, rev)
    if video.approval == "asked":
        return video
    if video.status != "ready" or video.approval != "given":
        raise Conflict(f"Video {video_id!r} is {video.status}; there is no approval to take back.")
    kept = store.write_video(session, video.model_copy(update={"approval": "asked"}), seen_rev=video.rev)
    _let_out(session, kept, now)
    note(session, kept, "video.asked", f"Took the approval of “{kept.title}” back.", now)
    return kept


def _seen(session: Session, owner_id: str, video_id: str, rev: int | None) -> Video:
    video = store.find_video(session, owner_id, video_id)
    if rev is not None and rev != video.rev:
        raise Stale(f"Video {video_id!r} is at revision {video.rev}, not {rev}.", fix="Look at it again.")
    return video


def _let_out(session: Session, video: Video, now: datetime) -> None:
    """Have the worker look at once which accounts may have it as it stands now."""
    present = store.schedule_of(session, video.id)
    if present is None:
        once = Schedule.once(ids.new(), video, now, timedelta())
        store.insert_schedules(session, [once.model_copy(update={"next_trigger": now})])
    else:
        store.write_schedule(session, present.model_copy(update={"next_trigger": now, "active": True}))
