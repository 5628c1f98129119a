"""/api/video/{id}/approve: a person's yes to a film they have seen, and taking it back while nothing is sent."""

from fastapi import Response

from sorcerer import publishing, schedule
from sorcerer.api import shown
from sorcerer.api.deps import Caller, InSession, Now, TheDoor
from sorcerer.api.etag import IfMatch, put
from sorcerer.api.gate import Routes
from sorcerer.api.shown import VideoOut

router = Routes("/video", tags=["video"])


@router.post("/{video_id}/approve")
def approve_video(
    video_id: str, door: TheDoor, caller: Caller, session: InSession, now: Now, response: Response, rev: IfMatch
) -> VideoOut:
    """Say yes to a film that is made, at the revision that was looked at: it goes out at its minute."""
    video = schedule.videos.approve(session, caller.id, video_id, now, rev=rev)
    put(response, video.rev)
    door.wake()
    return shown.video(session, door, video, now)


@router.delete("/{video_id}/approve")
def take_back_approval(
    video_id: str, door: TheDoor, caller: Caller, session: InSession, now: Now, response: Response, rev: IfMatch
) -> VideoOut:
    """Take a yes back while nothing is on its way; the film waits for one again."""
    video = schedule.videos.take_back(session, caller.id, video_id, now, rev=rev)
    publishing.publications.withdraw(session, video.id, now)
    put(response, video.rev)
    door.wake()
    return shown.video(session, door, video, now)
