"""What can be read: an account, a container, a post, the lists of posts, and how posts do."""

from datetime import UTC, datetime, timedelta
from typing import Any

from fastapi import APIRouter, Request
from sqlalchemy.orm import Session

from sorcerer.sandbox import growth, store
from sorcerer.sandbox.asked import root_of
from sorcerer.sandbox.instagram.audience import audience
from sorcerer.sandbox.instagram.call import Call, call_of
from sorcerer.sandbox.instagram.machine import status, video_status
from sorcerer.sandbox.instagram.refusals import GraphError, missing
from sorcerer.sandbox.model import Account, Post

_STORY_LIFE = timedelta(hours=24)
_LIMIT = 25
_LIMIT_MAX = 100

router = APIRouter()


@router.get("/fb/{version}/{user}/media")
def media(  # noqa: PLR0913, PLR0917 - the network's own parameters
    request: Request,
    version: str,
    user: str,
    fields: str = "id",
    since: int | None = None,
    until: int | None = None,
    limit: int = _LIMIT,
    after: str | None = None,
) -> dict[str, Any]:
    """List the account's reels, the newest first."""
    call = call_of(request, version)
    call.own(user)
    with call.world.read() as (session, now, _):
        seen = [
            post for post in store.posts(session, user) if post.product == "REELS" and post.created_at <= call.sees(now)
        ]
    low = datetime.fromtimestamp(since, UTC) if since is not None else None
    high = datetime.fromtimestamp(until, UTC) if until is not None else None
    kept = [
        post for post in seen if (low is None or post.created_at >= low) and (high is None or post.created_at <= high)
    ]
    if after is not None:
        kept = [post for post in kept if post.id < after]
    page = kept[: max(1, min(limit, _LIMIT_MAX))]
    paging = {"cursors": {"before": page[0].id, "after": page[-1].id}} if page else {}
    return {"data": [_post(request, post, fields) for post in page], "paging": paging}


@router.get("/fb/{version}/{user}/stories")
def stories(request: Request, version: str, user: str, fields: str = "id") -> dict[str, Any]:
    """List the account's stories of the last 24 hours."""
    call = call_of(request, version)
    call.own(user)
    with call.world.read() as (session, now, _):
        seen, posts = call.sees(now), store.posts(session, user)
    fresh = [post for post in posts if post.product == "STORY" and now - _STORY_LIFE < post.created_at <= seen]
    return {"data": [_post(request, post, fields) for post in fresh]}


@router.get("/fb/{version}/{node}/insights")
def insights(request: Request, version: str, node: str, metric: str, since: int = 0, until: int = 0) -> dict[str, Any]:
    """Tell how a post or the account does; one metric that does not fit fails the whole call."""
    call = call_of(request, version)
    if node == call.account.id:
        return {"data": audience(call, metric, since, until)}
    with call.world.read() as (session, now, knobs):
        post = _own_post(session, call, node)
        told = growth.numbers(call.account, store.posts(session, call.account.id), post, now, knobs.seed)
    asked = [name for name in metric.split(",") if name]
    unfit = [name for name in asked if name not in told]
    if unfit or not asked:
        raise GraphError(100, None, f"metric[0] must be one of the following values: {', '.join(told)}; not {unfit}.")
    rows = [
        {
            "name": name,
            "period": "lifetime",
            "values": [{"value": told[name]}],
            "title": name,
            "id": f"{node}/insights/{name}/lifetime",
        }
        for name in asked
    ]
    return {"data": rows}


@router.get("/fb/{version}/{node}")
def read(request: Request, version: str, node: str, fields: str = "id") -> dict[str, Any]:
    """Return the asked fields of an account, a container or a post."""
    call = call_of(request, version)
    with call.world.read() as (session, now, knobs):
        seen = call.sees(now)
        if node in ("me", call.account.id):
            count = growth.followers(call.account, store.posts(session, call.account.id), now, knobs.seed)
            return _only(_account(call.account, count, len(store.posts(session, call.account.id))), fields)
        container = store.container(session, node)
        if container is not None and container.account_id == call.account.id:
            code, text = status(container, seen)
            found = {"id": node, "status_code": code, "status": text, "video_status": video_status(container, seen)}
            return _only(found | {"copyright_check_status": {"status": "completed", "matches_found": False}}, fields)
        return _post(request, _own_post(session, call, node), fields)


def _own_post(session: Session, call: Call, node: str) -> Post:
    post = store.post(session, node)
    if post is None or post.account_id != call.account.id:
        raise missing(node)
    return post


def _account(account: Account, followers: int, posts: int) -> dict[str, Any]:
    return {
        "id": account.id,
        "username": account.handle,
        "name": account.name,
        "account_type": "BUSINESS",
        "followers_count": followers,
        "media_count": posts,
    }


def _post(request: Request, post: Post, fields: str) -> dict[str, Any]:
    found: dict[str, Any] = {
        "id": post.id,
        "permalink": f"{root_of(request)}/p/{post.shortcode}",
        "shortcode": post.shortcode,
        "timestamp": post.created_at.strftime("%Y-%m-%dT%H:%M:%S+0000"),
        "media_product_type": post.product,
        "media_type": "VIDEO" if post.media_kind == "video" else "IMAGE",
        "media_url": f"{root_of(request)}/media/{post.file}",
        "is_ai_generated": post.ai_generated,
        "is_paid_partnership": post.paid_partnership,
    }
    if post.caption:
        found["caption"] = post.caption
    return _only(found, fields)


def _only(found: dict[str, Any], fields: str) -> dict[str, Any]:
    asked = {name.strip() for name in fields.split(",")} | {"id"}
    return {name: value for name, value in found.items() if name in asked}
