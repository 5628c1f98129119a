"""Planned misfortunes: which call is struck, and what the network does to itself before it answers."""

import re
from typing import Any

from pydantic import TypeAdapter
from sqlalchemy.orm import Session

from sorcerer import ids
from sorcerer.sandbox import store
from sorcerer.sandbox.model import Fault
from sorcerer.sandbox.world import World

Action = dict[str, Any]

_OPS: tuple[tuple[str, str, str], ...] = (
    ("*", r"/fb/[^/]+/oauth/access_token", "ig.oauth.token"),
    ("GET", r"/fb/[^/]+/me/accounts", "ig.account.list"),
    ("POST", r"/fb/[^/]+/\d+/media_publish", "ig.media_publish"),
    ("POST", r"/fb/[^/]+/\d+/media", "ig.media.create"),
    ("GET", r"/fb/[^/]+/\d+/(media|stories)", "ig.media.list"),
    ("GET", r"/fb/[^/]+/\d+/content_publishing_limit", "ig.limit.get"),
    ("GET", r"/fb/[^/]+/\d+/insights", "ig.insights"),
    ("POST", r"/rupload/.+", "ig.rupload"),
    ("GET", r"/fb/[^/]+/(me|\d+)", "ig.node.get"),
    ("POST", r"/tt/v2/oauth/.+", "tt.oauth.token"),
    ("POST", r"/tt/v2/post/publish/creator_info/query/", "tt.creator_info"),
    ("POST", r"/tt/v2/post/publish/(inbox/)?video/init/", "tt.init"),
    ("POST", r"/tt/v2/post/publish/status/fetch/", "tt.status"),
    ("POST", r"/tt/v2/video/(list|query)/", "tt.video.list"),
    ("GET", r"/tt/v2/user/info/", "tt.user.info"),
    ("PUT", r"/tt-upload/video/", "tt.chunk"),
    ("POST", r"/g-token/.+", "yt.oauth.token"),
    ("POST", r"/yt/upload/youtube/v3/videos", "yt.session.open"),
    ("PUT", r"/yt/upload/youtube/v3/videos", "yt.chunk"),
    ("PUT", r"/yt/youtube/v3/videos", "yt.videos.update"),
    ("GET", r"/yt/youtube/v3/videos", "yt.videos.list"),
    ("GET", r"/yt/youtube/v3/(channels|playlistItems)", "yt.channels"),
    ("GET", r"/yta/v2/reports", "yt.analytics"),
)
_SPAN = re.compile(r"bytes (\d+)-(\d+)/(\d+)")
_SUBCODES = {"expire": 463, "revoke": 458, "password": 460}


def op_of(method: str, path: str, query: str, span: str = "") -> str | None:
    """Return the name of a call, or None for a page that no misfortune meets.

    Args:
        span: its Content-Range, by which the last part of a film is told from the others.
    """
    for wanted, pattern, op in _OPS:
        if wanted in ("*", method) and re.fullmatch(pattern, path):
            if op.endswith(".chunk"):
                return _part(op, span)
            return "ig.container.get" if op == "ig.node.get" and "status" in query else op
    return None


def _part(op: str, span: str) -> str:
    """Return whether a call sends a part, the last part, or only asks how much is there."""
    found = _SPAN.fullmatch(span)
    if found is None:
        return op.replace(".chunk", ".probe")
    return f"{op}.last" if int(found[2]) + 1 == int(found[3]) else op


def strike(world: World, op: str, token: str | None) -> Action | None:
    """Return what strikes this call, if anything is planned, and count it.

    Args:
        world: where the plan is kept.
        op: the call's name.
        token: the caller's, to know the account.
    """
    with world.begin() as (session, _, _):
        known = store.token(session, ids.digest(token)) if token else None
        account_id = known.account_id if known else ""
        for fault in store.faults(session):
            if not _meets(fault, op, account_id):
                continue
            strikes = _strikes(fault)
            store.count_fault(session, fault.id, seen=fault.seen + 1, struck=fault.struck + strikes)
            if strikes:
                _afflict(world, fault.action, account_id)
                _change(session, fault.action, account_id)
                return dict(fault.action)
    return None


def _meets(fault: Fault, op: str, account_id: str) -> bool:
    return fault.op in ("*", op) and fault.account in ("*", account_id)


def _strikes(fault: Fault) -> bool:
    left = fault.times < 0 or fault.struck < fault.times
    return left and fault.seen >= fault.skip and ids.draw(fault.seed, fault.id, fault.seen) < fault.probability


def _afflict(world: World, action: Action, account_id: str) -> None:
    if "calls" in action:
        world.calls[account_id] = TypeAdapter(int).validate_python(action["calls"])


def _change(session: Session, action: Action, account_id: str) -> None:
    if "token" in action:
        store.change_tokens(session, account_id, {"revoked": _SUBCODES[str(action["token"])]})
    if "quota" in action:
        knobs = store.knobs(session)
        store.keep_knobs(session, knobs.model_copy(update={"quota_total": int(action["quota"])}))
    if "account" in action:
        store.change_account(session, account_id, {"restricted": action["account"] in ("restrict", "ban")})
