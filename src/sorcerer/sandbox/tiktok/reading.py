"""What can be read at TikTok: an upload's state, the account, its public posts."""

from datetime import datetime, timedelta
from typing import Any

from fastapi import APIRouter, Request
from pydantic import BaseModel, Field

from sorcerer.sandbox import growth, store
from sorcerer.sandbox.asked import root_of
from sorcerer.sandbox.model import Post, Upload
from sorcerer.sandbox.tiktok.call import Call, call_of
from sorcerer.sandbox.tiktok.refusals import TikTokError, answer

_DESCRIBED = 150

router = APIRouter()


class Asked(BaseModel):
    """Whose state is asked."""

    publish_id: str


class Filters(BaseModel):
    """Which posts are asked."""

    video_ids: list[str] = Field(default_factory=list, max_length=20)


class Query(BaseModel):
    """Posts by id."""

    filters: Filters


class Page(BaseModel):
    """A page of posts."""

    max_count: int = Field(20, ge=1, le=20)
    cursor: int | None = None


@router.post("/tt/v2/post/publish/status/fetch/")
def status(request: Request, asked: Asked) -> dict[str, Any]:
    """Tell what became of an upload."""
    call = call_of(request)
    with call.world.read() as (session, now, knobs):
        upload = store.upload(session, asked.publish_id)
        if upload is None or upload.account_id != call.account.id:
            raise TikTokError("invalid_publish_id")
        seen = call.sees(now)
    return answer(state_of(upload, seen, knobs.moderation_s))


def state_of(upload: Upload, at: datetime, moderation_s: float) -> dict[str, Any]:
    """Return an upload's state at a moment."""
    arrived = upload.bytes_at is not None and upload.bytes_at <= at
    told: dict[str, Any] = {"uploaded_bytes": upload.size if arrived else min(upload.received, upload.size - 1)}
    if upload.bytes_at is None:
        told["uploaded_bytes"] = upload.received
        if at >= upload.created_at + timedelta(hours=24):
            return told | {"status": "FAILED", "fail_reason": "internal"}
    if upload.bytes_at is None or at < upload.bytes_at + timedelta(seconds=upload.process_s):
        return told | {"status": "PROCESSING_UPLOAD"}
    if upload.error is not None:
        return told | {"status": "FAILED", "fail_reason": upload.error}
    if upload.post_id is None:
        return told | {"status": "SEND_TO_USER_INBOX"}
    shown = upload.shown_at is not None and at >= upload.shown_at + timedelta(seconds=moderation_s)
    public = shown and upload.privacy != "SELF_ONLY"
    return told | {"status": "PUBLISH_COMPLETE", "publicaly_available_post_id": [upload.post_id] if public else []}


@router.get("/tt/v2/user/info/")
def user_info(request: Request, fields: str) -> dict[str, Any]:
    """Tell who the account is."""
    call = call_of(request)
    with call.world.read() as (session, now, knobs):
        posts = store.posts(session, call.account.id)
        followers = growth.followers(call.account, posts, now, knobs.seed)
    known = {
        "open_id": call.account.id,
        "username": call.account.handle,
        "display_name": call.account.name,
        "follower_count": followers,
        "video_count": len(posts),
    }
    asked = fields.split(",")
    return answer({"user": {name: value for name, value in known.items() if name in asked}})


@router.post("/tt/v2/video/query/")
def query(request: Request, fields: str, asked: Query) -> dict[str, Any]:
    """Return posts by id."""
    call = call_of(request)
    shown = [one for one in _public(call) if one.id in asked.filters.video_ids]
    return answer({"videos": [_video(request, call, one, fields) for one in shown]})


@router.post("/tt/v2/video/list/")
def listed(request: Request, fields: str, asked: Page) -> dict[str, Any]:
    """Return the newest public posts."""
    call = call_of(request)
    shown = _public(call)[: asked.max_count]
    return answer({"videos": [_video(request, call, one, fields) for one in shown], "cursor": 0, "has_more": False})


def _public(call: Call) -> list[Post]:
    with call.world.read() as (session, now, knobs):
        seen = call.sees(now) - timedelta(seconds=knobs.moderation_s)
        hidden = {one.id for one in store.uploads(session, call.account.id) if one.privacy == "SELF_ONLY"}
        posts = store.posts(session, call.account.id)
    return [post for post in posts if post.created_at <= seen and post.container_id not in hidden]


def _video(request: Request, call: Call, post: Post, fields: str) -> dict[str, Any]:
    with call.world.read() as (session, now, knobs):
        told = growth.numbers(call.account, store.posts(session, call.account.id), post, now, knobs.seed)
    known = {
        "id": post.id,
        "create_time": int(post.created_at.timestamp()),
        "share_url": f"{root_of(request)}/p/{post.shortcode}",
        "video_description": post.caption[:_DESCRIBED],
        "title": post.caption[:_DESCRIBED],
        "is_aigc": post.ai_generated,
        "view_count": int(told["views"]),
        "like_count": int(told["likes"]),
        "comment_count": int(told["comments"]),
        "share_count": int(told["shares"]),
    }
    asked = fields.split(",")
    return {name: value for name, value in known.items() if name in asked}
