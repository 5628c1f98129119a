"""Films and channels: what is there, and making a film public, which may be asked again and again."""

from datetime import datetime, timedelta
from typing import Any

from anyio.to_thread import run_sync
from fastapi import APIRouter, Request

from sorcerer.sandbox import growth, store
from sorcerer.sandbox.model import Upload
from sorcerer.sandbox.uploads import put_out
from sorcerer.sandbox.youtube.call import Call, call_of
from sorcerer.sandbox.youtube.refusals import GoogleError

router = APIRouter()


@router.get("/yt/youtube/v3/videos")
def listed(request: Request, id: str, part: str) -> dict[str, Any]:  # noqa: A002 - the network's own parameter
    """Return films by name, private ones of the caller's own channel too."""
    call = call_of(request)
    wanted = id.split(",")
    with call.world.read() as (session, now, _):
        seen = call.sees(now)
        own = [one for one in store.uploads(session, call.account.id) if one.video_id in wanted]
    shown = [one for one in own if one.bytes_at is not None and one.bytes_at <= seen]
    return {"items": [_only(video_of(one, seen) | _counts(call, one, part), part) for one in shown]}


@router.put("/yt/youtube/v3/videos")
async def update(request: Request, part: str) -> dict[str, Any]:
    """Replace the status of a film: all of it, as the network does."""
    body = await request.json()
    return await run_sync(_update, request, body, part)


@router.get("/yt/youtube/v3/channels")
def channels(request: Request) -> dict[str, Any]:
    """Return the caller's channel."""
    call = call_of(request)
    with call.world.read() as (session, now, knobs):
        posts = store.posts(session, call.account.id)
        count = growth.followers(call.account, posts, now, knobs.seed)
    one = {
        "id": call.account.id,
        "snippet": {"title": call.account.name, "customUrl": f"@{call.account.handle}"},
        "statistics": {"subscriberCount": str(count), "hiddenSubscriberCount": False, "videoCount": str(len(posts))},
        "contentDetails": {"relatedPlaylists": {"uploads": f"UU{call.account.id[2:]}"}},
    }
    return {"items": [one]}


@router.get("/yt/youtube/v3/playlistItems")
def playlist(request: Request) -> dict[str, Any]:
    """Return the channel's uploads, the newest first."""
    call = call_of(request)
    with call.world.read() as (session, now, _):
        seen = call.sees(now)
        own = [one for one in store.uploads(session, call.account.id) if one.bytes_at and one.bytes_at <= seen]
    return {"items": [{"contentDetails": {"videoId": one.video_id}} for one in own]}


def video_of(upload: Upload, at: datetime) -> dict[str, Any]:
    """Return a film as its owner sees it at a moment."""
    worked = upload.bytes_at is not None and at >= upload.bytes_at + timedelta(seconds=upload.process_s)
    public = upload.shown_at is not None and upload.shown_at <= at
    status: dict[str, Any] = {
        "privacyStatus": "public" if public else "private",
        "containsSyntheticMedia": upload.ai_generated,
        "selfDeclaredMadeForKids": False,
        "uploadStatus": "uploaded" if not worked else "failed" if upload.error else "processed",
    }
    if worked and upload.error:
        status["failureReason"] = upload.error
    processing = "processing" if not worked else "failed" if upload.error else "succeeded"
    return {
        "kind": "youtube#video",
        "id": upload.video_id,
        "snippet": {
            "title": upload.words.get("title"),
            "description": upload.words.get("text"),
            "tags": upload.words.get("tags"),
        },
        "status": status,
        "processingDetails": {"processingStatus": processing},
        "paidProductPlacementDetails": {"hasPaidProductPlacement": upload.paid_partnership},
    }


def _update(request: Request, body: dict[str, Any], part: str) -> dict[str, Any]:
    call = call_of(request)
    status = body.get("status") or {}
    if part != "status" or status.get("privacyStatus") not in ("private", "unlisted", "public"):
        raise GoogleError("invalidVideoMetadata")
    with call.world.begin() as (session, now, knobs):
        upload = store.upload_by(session, video_id=str(body.get("id")))
        if upload is None or upload.account_id != call.account.id:
            raise GoogleError("videoNotFound")
        account = store.account(session, call.account.id)
        if account is None or account.restricted:
            raise GoogleError("accountSuspended")
        changes: dict[str, Any] = {"ai_generated": bool(status.get("containsSyntheticMedia"))}
        store.change_upload(session, upload.id, changes)
        upload = upload.model_copy(update=changes)
        shows = status["privacyStatus"] == "public" and knobs.audited and upload.error is None
        if shows and upload.post_id is None:
            put_out(session, call.world, upload, now)
            upload = upload.model_copy(update={"shown_at": now})
    return video_of(upload, now)


def _counts(call: Call, upload: Upload, part: str) -> dict[str, Any]:
    if "statistics" not in part or upload.post_id is None:
        return {"statistics": {}}
    with call.world.read() as (session, now, knobs):
        posts = store.posts(session, call.account.id)
        post = next(one for one in posts if one.id == upload.post_id)
        told = growth.numbers(call.account, posts, post, now, knobs.seed)
    counts = {"viewCount": told["views"], "likeCount": told["likes"], "commentCount": told["comments"]}
    return {"statistics": {name: str(int(value)) for name, value in counts.items()}}


def _only(found: dict[str, Any], part: str) -> dict[str, Any]:
    asked = {*part.split(","), "id", "kind"}
    return {name: value for name, value in found.items() if name in asked}
