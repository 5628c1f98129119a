"""`POST /{ig_user}/media`: a container is made, and an image is fetched."""

import json
from datetime import timedelta
from typing import Annotated, Any

from fastapi import APIRouter, Form, Request
from pydantic import BaseModel, ConfigDict

from sorcerer.sandbox import store
from sorcerer.sandbox.asked import root_of
from sorcerer.sandbox.instagram.call import Call, call_of
from sorcerer.sandbox.instagram.fetch import fetch_image
from sorcerer.sandbox.instagram.refusals import GraphError
from sorcerer.sandbox.model import Container

_DAY = timedelta(hours=24)
_CAPTION_MAX = 2200
_HASHTAGS_MAX = 30
_SPONSORS_MAX = 2

router = APIRouter()


class Asked(BaseModel):
    """The form of a new container; the network ignores fields it does not know, and so does this."""

    model_config = ConfigDict(extra="ignore")

    media_type: str = ""
    upload_type: str = ""
    image_url: str = ""
    video_url: str = ""
    caption: str = ""
    thumb_offset: int = 0
    is_ai_generated: bool = False
    is_paid_partnership: bool = False
    branded_content_sponsor_ids: str = "[]"


@router.post("/fb/{version}/{user}/media")
def create(request: Request, version: str, user: str, asked: Annotated[Asked, Form()]) -> dict[str, Any]:
    """Make a container: nobody sees it, and it dies in a day."""
    call = call_of(request, version)
    call.own(user)
    sponsors = _check(asked)
    _check_room(call)
    media = None if asked.upload_type == "resumable" else fetch_image(call, asked.image_url)
    action = call.action.get("process", {})
    with call.world.begin() as (session, now, knobs):
        container_id = store.next_id(session)
        seconds = knobs.process_image_s if media else knobs.process_reel_s
        name = f"{container_id}.{'jpg' if media else 'mp4'}"
        if media and media.data is not None:
            call.world.media(name).write_bytes(media.data)
        container = Container(
            id=container_id,
            account_id=user,
            media_type="REELS" if asked.media_type == "REELS" else "STORIES",
            source="url" if media else "upload",
            caption=asked.caption,
            ai_generated=asked.is_ai_generated,
            paid_partnership=asked.is_paid_partnership,
            sponsor_ids=sponsors,
            thumb_offset_ms=asked.thumb_offset,
            file=name,
            media_kind="image" if media else "video",
            size=len(media.data) if media and media.data is not None else None,
            received=len(media.data) if media and media.data is not None else 0,
            bytes_at=now if media else None,
            process_s=float(action.get("delay_s", seconds)),
            error=media.error if media else None,
            error_after=_planned_error(action),
            published_at=None,
            post_id=None,
            created_at=now,
        )
        store.add_container(session, container)
        store.add_effect(session, "ig.media.create", (user, container_id), now, {"media_type": asked.media_type})
    answer = {"id": container_id}
    if media is None:
        answer["uri"] = f"{root_of(request)}/rupload/ig-api-upload/{version}/{container_id}"
    return answer


def _check(asked: Asked) -> list[str]:
    if asked.media_type not in ("REELS", "STORIES"):
        raise GraphError(100, 2207023, f"The media type {asked.media_type!r} is not supported here.")
    if asked.video_url:
        raise GraphError(100, None, "Send films with upload_type=resumable; this sandbox fetches images only.")
    if (asked.upload_type == "resumable") == bool(asked.image_url) or (asked.image_url and asked.media_type == "REELS"):
        raise GraphError(
            100, None, "Give exactly one source of media: upload_type=resumable, or image_url for a story."
        )
    if len(asked.caption) > _CAPTION_MAX:
        raise GraphError(
            36004, 2207010, f"The caption is too long: {len(asked.caption)} signs, at most {_CAPTION_MAX}."
        )
    if asked.media_type == "STORIES" and asked.caption:
        raise GraphError(100, None, "Stories take no caption.")
    if asked.caption.count("#") > _HASHTAGS_MAX:
        raise GraphError(100, 2207040, "The caption holds too many hashtags.")
    if asked.thumb_offset < 0:
        raise GraphError(1, 2207057, "The thumb_offset is out of range.")
    return _sponsors(asked)


def _sponsors(asked: Asked) -> list[str]:
    try:
        sponsors = [str(one) for one in json.loads(asked.branded_content_sponsor_ids)]
    except (ValueError, TypeError) as reason:
        raise GraphError(100, None, "branded_content_sponsor_ids must be a JSON list.") from reason
    if len(sponsors) > _SPONSORS_MAX or (sponsors and not asked.is_paid_partnership):
        raise GraphError(100, None, f"Sponsors need is_paid_partnership and are {_SPONSORS_MAX} at most.")
    return sponsors


def _check_room(call: Call) -> None:
    with call.world.read() as (session, now, knobs):
        if store.count_containers(session, call.account.id, now - _DAY) >= knobs.container_total:
            raise GraphError(4, None, "Application request limit reached: too many containers in 24 hours.")


def _planned_error(action: dict[str, Any]) -> str | None:
    result = str(action.get("result", "ok"))
    return None if result == "ok" else f"Error: media could not be processed: {result.removeprefix('error:')}"
