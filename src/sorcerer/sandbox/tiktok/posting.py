"""What the creator allows, and a new upload: for a direct post or for her inbox."""

from datetime import timedelta
from typing import Any

from fastapi import APIRouter, Request
from pydantic import BaseModel, Field

from sorcerer import ids
from sorcerer.sandbox import store
from sorcerer.sandbox.asked import root_of
from sorcerer.sandbox.model import Upload
from sorcerer.sandbox.tiktok.call import Call, call_of
from sorcerer.sandbox.tiktok.refusals import TikTokError, answer

_DAY = timedelta(hours=24)
_OPTIONS = ["PUBLIC_TO_EVERYONE", "MUTUAL_FOLLOW_FRIENDS", "SELF_ONLY"]
_POSTS_A_DAY, _PENDING = 15, 5
_TITLE_MAX = 2200
_SMALLEST, _LARGEST, _LAST, _MOST = 5_000_000, 64 << 20, 128 << 20, 1000

router = APIRouter()


class PostInfo(BaseModel):
    """What is said of a post."""

    title: str = ""
    privacy_level: str
    is_aigc: bool = False
    brand_content_toggle: bool = False
    brand_organic_toggle: bool = False


class SourceInfo(BaseModel):
    """How the film comes."""

    source: str
    video_size: int = Field(0, ge=0)
    chunk_size: int = Field(0, ge=0)
    total_chunk_count: int = Field(0, ge=0)


class Direct(BaseModel):
    """A new direct post."""

    post_info: PostInfo
    source_info: SourceInfo


class Inbox(BaseModel):
    """A new draft for the inbox; nothing can be said of it."""

    source_info: SourceInfo


@router.post("/tt/v2/post/publish/creator_info/query/")
def creator_info(request: Request) -> dict[str, Any]:
    """Tell what the creator allows now; a no comes as a success with a code."""
    call = call_of(request)
    refused = _refused(call)
    if refused:
        return answer({}, refused, refused)
    account = call.account
    return answer(
        {
            "creator_username": account.handle,
            "creator_nickname": account.name,
            "privacy_level_options": _OPTIONS,
            "comment_disabled": False,
            "duet_disabled": False,
            "stitch_disabled": False,
            "max_video_post_duration_sec": 600,
        }
    )


@router.post("/tt/v2/post/publish/video/init/")
def direct(request: Request, asked: Direct) -> dict[str, Any]:
    """Open an upload that is posted when it is whole."""
    call, info = call_of(request), asked.post_info
    _check_chunks(asked.source_info)
    if len(info.title.encode("utf-16-le")) // 2 > _TITLE_MAX:
        raise TikTokError("invalid_params", "The title is too long.")
    if info.privacy_level not in _OPTIONS:
        raise TikTokError("privacy_level_option_mismatch")
    if info.brand_content_toggle and info.privacy_level == "SELF_ONLY":
        raise TikTokError("invalid_params", "Branded content cannot be for the creator alone.")
    with call.world.read() as (_, _, knobs):
        if not knobs.audited and info.privacy_level != "SELF_ONLY":
            raise TikTokError("unaudited_client_can_only_post_to_private_accounts")
    refused = _refused(call)
    if refused:
        raise TikTokError(refused)
    return _open(request, call, asked.source_info, info)


@router.post("/tt/v2/post/publish/inbox/video/init/")
def inbox(request: Request, asked: Inbox) -> dict[str, Any]:
    """Open an upload that waits for its creator."""
    call = call_of(request)
    _check_chunks(asked.source_info)
    with call.world.read() as (session, now, _):
        waiting = [one for one in store.uploads(session, call.account.id) if one.mode == "inbox" and not one.post_id]
    if sum(one.created_at > now - _DAY for one in waiting) >= _PENDING:
        raise TikTokError("spam_risk_too_many_pending_share")
    return _open(request, call, asked.source_info, None)


def _refused(call: Call) -> str | None:
    with call.world.read() as (session, now, knobs):
        account = store.account(session, call.account.id)
        out = [post for post in store.posts(session, call.account.id) if post.created_at > now - _DAY]
    if account is None or account.restricted:
        return "spam_risk_user_banned_from_posting"
    if len(out) >= min(_POSTS_A_DAY, knobs.quota_total):
        return "spam_risk_too_many_posts"
    return None


def _check_chunks(source: SourceInfo) -> None:
    size, chunk, count = source.video_size, source.chunk_size, source.total_chunk_count
    whole = size < _SMALLEST or chunk == size
    wrong = (
        source.source != "FILE_UPLOAD"
        or size <= 0
        or not 0 < chunk <= size
        or (size < _SMALLEST and chunk != size)
        or (not whole and not _SMALLEST <= chunk <= _LARGEST)
        or (whole and size > _LARGEST)
        or count != size // chunk
        or not 1 <= count <= _MOST
        or size - (count - 1) * chunk > _LAST
    )
    if wrong:
        raise TikTokError("invalid_params", f"The parts do not add up: {size} bytes, {count} parts of {chunk}.")


def _open(request: Request, call: Call, source: SourceInfo, info: PostInfo | None) -> dict[str, Any]:
    secret, action = ids.secret(), call.action.get("process", {})
    result = str(action.get("result", "ok")).removeprefix("error:")
    with call.world.begin() as (session, now, knobs):
        number = store.next_id(session)
        upload_id = f"v_pub_file~v2-1.{number}" if info else f"v_inbox_file~v2.{number}"
        upload = Upload(
            id=upload_id,
            account_id=call.account.id,
            secret=ids.digest(secret),
            mode="direct" if info else "inbox",
            words={"text": info.title if info else ""},
            ai_generated=info.is_aigc if info else False,
            paid_partnership=info.brand_content_toggle if info else False,
            privacy=info.privacy_level if info else "",
            file=f"{number}.mp4",
            size=source.video_size,
            chunk=source.chunk_size,
            received=0,
            bytes_at=None,
            process_s=float(action.get("delay_s", knobs.process_reel_s)),
            error=None if result == "ok" else result,
            video_id=None,
            post_id=None,
            shown_at=None,
            created_at=now,
        )
        store.add_upload(session, upload)
        store.add_effect(session, "tt.init", (call.account.id, upload_id), now, {"size": source.video_size})
    address = f"{root_of(request)}/tt-upload/video/?upload_id={number}&upload_token={secret}"
    return answer({"publish_id": upload_id, "upload_url": address})
