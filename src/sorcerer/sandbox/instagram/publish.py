"""`POST /{ig_user}/media_publish`: what was prepared becomes visible. And how much of that an account may do."""

import base64
import hashlib
from datetime import UTC, datetime, timedelta
from typing import Annotated, Any

from fastapi import APIRouter, Form, Request
from sqlalchemy.orm import Session

from sorcerer.sandbox import store
from sorcerer.sandbox.instagram.call import Call, call_of
from sorcerer.sandbox.instagram.machine import status
from sorcerer.sandbox.instagram.refusals import PRESETS, GraphError
from sorcerer.sandbox.model import Container, Knobs, Post
from sorcerer.sandbox.world import digest_of

_DAY = timedelta(hours=24)

router = APIRouter()


@router.post("/fb/{version}/{user}/media_publish")
def publish(request: Request, version: str, user: str, creation_id: Annotated[str, Form()]) -> dict[str, Any]:
    """Put a container out."""
    call = call_of(request, version)
    call.own(user)
    with call.world.begin() as (session, now, knobs):
        container = store.container(session, creation_id)
        if container is None or container.account_id != user:
            raise GraphError(
                24, 2207008, f"The media builder with creation id = {creation_id} does not exist or has expired."
            )
        if container.post_id is not None and knobs.republish == "same_id":
            return {"id": container.post_id}
        _check(session, call, container, now, knobs)
        return {"id": _put_out(session, call, container, now)}


@router.get("/fb/{version}/{user}/content_publishing_limit")
def limit(request: Request, version: str, user: str, since: int | None = None) -> dict[str, Any]:
    """Tell how many posts the account put out in its rolling day, or since a moment inside it."""
    call = call_of(request, version)
    call.own(user)
    with call.world.read() as (session, now, knobs):
        seen = call.sees(now)
        start = datetime.fromtimestamp(since, UTC) if since is not None else seen - _DAY
        if since is not None and start < now - _DAY - timedelta(minutes=1):
            raise GraphError(100, None, "since may not be older than 24 hours.")
        used = _used(session, user, start, seen)
    return {"data": [{"quota_usage": used, "config": {"quota_total": knobs.quota_total, "quota_duration": 86400}}]}


def _check(session: Session, call: Call, container: Container, now: datetime, knobs: Knobs) -> None:
    code, text = status(container, now)
    if code == "PUBLISHED" and knobs.republish != "duplicate":
        raise GraphError(24, 2207008, "The media builder does not exist or was used already.")
    if code == "EXPIRED":
        raise GraphError(24, 2207008, "The media builder has expired.")
    if code == "IN_PROGRESS":
        raise PRESETS["ig.9007.2207027"]
    if code == "ERROR":
        raise GraphError(100, None, f"The media cannot be published: {text}")
    account = store.account(session, call.account.id)
    if account is None or account.restricted:
        raise PRESETS["ig.25.2207050"]
    if _used(session, account.id, now - _DAY, now) >= knobs.quota_total:
        raise PRESETS["ig.9.2207042"]


def _used(session: Session, account_id: str, start: datetime, end: datetime) -> int:
    return sum(start <= post.created_at <= end for post in store.posts(session, account_id))


def _put_out(session: Session, call: Call, container: Container, now: datetime) -> str:
    post_id = store.next_id(session)
    digest = hashlib.blake2b(post_id.encode(), digest_size=9).digest()
    post = Post(
        id=post_id,
        account_id=container.account_id,
        container_id=container.id,
        product="REELS" if container.media_type == "REELS" else "STORY",
        shortcode="C" + base64.urlsafe_b64encode(digest).decode()[:10],
        caption=container.caption,
        file=container.file,
        media_kind=container.media_kind,
        sha256=digest_of(call.world.media(container.file)),
        ai_generated=container.ai_generated,
        paid_partnership=container.paid_partnership,
        sponsor_ids=container.sponsor_ids,
        created_at=now,
    )
    store.add_post(session, post)
    store.change_container(session, container.id, {"published_at": now, "post_id": post_id})
    store.add_effect(session, "ig.media_publish", (container.account_id, post_id), now, {"container": container.id})
    return post_id
