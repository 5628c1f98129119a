"""Resumable uploads: a session, its bytes from wherever they stopped, and a private film at the end, one for good."""

import re
from datetime import datetime, timedelta
from typing import Any

from anyio.to_thread import run_sync
from fastapi import APIRouter, Request
from fastapi.responses import JSONResponse, Response
from sqlalchemy.orm import Session

from sorcerer import ids
from sorcerer.sandbox import store
from sorcerer.sandbox.asked import root_of, world_of
from sorcerer.sandbox.media import film_fault
from sorcerer.sandbox.model import Upload
from sorcerer.sandbox.uploads import named, write
from sorcerer.sandbox.world import World
from sorcerer.sandbox.youtube.call import Call, call_of
from sorcerer.sandbox.youtube.refusals import GoogleError
from sorcerer.sandbox.youtube.videos import video_of

_LIFE, _DAY = timedelta(days=7), timedelta(hours=24)
_STEP = 256 << 10
_TITLE_MAX, _DESCRIPTION_MAX = 100, 5000
_SPAN = re.compile(r"bytes (\d+)-(\d+)/(\d+)")
_UPLOADS_A_DAY = 20
_UPLOAD = "/yt/upload/youtube/v3/videos"

router = APIRouter()


@router.post(_UPLOAD)
async def open_session(request: Request, part: str) -> Response:
    """Open a session; nothing exists yet."""
    call = await run_sync(call_of, request)
    size = request.headers.get("x-upload-content-length", "")
    if not size.isdigit() or int(size) == 0:
        raise GoogleError("mediaBodyRequired")
    body = await request.json()
    secret = await run_sync(_open, call, body, int(size), part)
    address = f"{root_of(request)}{_UPLOAD}?uploadType=resumable&upload_id={secret}"
    return Response(status_code=200, headers={"Location": address})


@router.put(_UPLOAD)
async def receive(request: Request, upload_id: str = "") -> Response:
    """Take bytes, or tell how many are there."""
    data = await request.body()
    action = request.scope.get("sandbox.action", {})
    if "partial_store" in action:
        data = data[: int(action["partial_store"])]
    return await run_sync(_take, world_of(request), upload_id, request.headers.get("content-range", ""), data)


def _open(call: Call, body: dict[str, Any], size: int, part: str) -> str:
    snippet, status = body.get("snippet") or {}, body.get("status") or {}
    title, text = str(snippet.get("title", "")), str(snippet.get("description", ""))
    if not 0 < len(title) <= _TITLE_MAX or "<" in title or ">" in title:
        raise GoogleError("invalidTitle")
    if len(text.encode()) > _DESCRIPTION_MAX or "<" in text:
        raise GoogleError("invalidDescription")
    paid = "paidProductPlacementDetails" in part and bool(
        (body.get("paidProductPlacementDetails") or {}).get("hasPaidProductPlacement")
    )
    secret, action = ids.secret(), call.action.get("process", {})
    result = str(action.get("result", "ok")).removeprefix("error:")
    with call.world.begin() as (session, now, knobs):
        account = store.account(session, call.account.id)
        if account is None or account.restricted:
            raise GoogleError("accountSuspended")
        since = sum(
            one.created_at > now - _DAY and one.video_id is not None for one in store.uploads(session, account.id)
        )
        if since >= min(_UPLOADS_A_DAY, knobs.quota_total):
            raise GoogleError("uploadLimitExceeded")
        number = store.next_id(session)
        upload = Upload(
            id=number,
            account_id=account.id,
            secret=ids.digest(secret),
            mode="private",
            words={"title": title, "text": text, "tags": list(snippet.get("tags") or [])},
            ai_generated=bool(status.get("containsSyntheticMedia")),
            paid_partnership=paid,
            privacy=str(status.get("privacyStatus", "public")),
            file=f"{number}.mp4",
            size=size,
            chunk=0,
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
        store.add_effect(session, "yt.session.open", (account.id, number), now, {"size": size})
    return secret


def _take(world: World, secret: str, span: str, data: bytes) -> Response:  # noqa: PLR0911 - one answer for each thing that can be wrong
    with world.begin() as (session, now, _):
        upload = store.upload_by(session, secret=ids.digest(secret))
        if upload is None or now >= upload.created_at + _LIFE:
            return Response(status_code=404)
        if upload.video_id is not None:
            return JSONResponse(video_of(upload, now))
        found = _SPAN.fullmatch(span)
        if found is None:
            return _more(upload.received)
        start, end, size = (int(number) for number in found.groups())
        last = end + 1 == size
        if size != upload.size or (not last and (end + 1 - start) % _STEP):
            return JSONResponse(GoogleError("badRequest", "The range does not fit.").envelope(), 400)
        if start != upload.received:
            return _more(upload.received)
        write(world.media(upload.file), start, data)
        received = start + len(data)
        if received < upload.size:
            store.change_upload(session, upload.id, {"received": received})
            return _more(received)
        return JSONResponse(video_of(_whole(world, session, upload, now), now))


def _whole(world: World, session: Session, upload: Upload, now: datetime) -> Upload:
    error = upload.error or ("invalidFile" if film_fault(world.media(upload.file), "REELS") else None)
    changes: dict[str, Any] = {
        "received": upload.size,
        "bytes_at": now,
        "error": error,
        "video_id": named(f"video:{upload.id}"),
    }
    store.change_upload(session, upload.id, changes)
    store.add_effect(session, "yt.video", (upload.account_id, changes["video_id"]), now, {"upload": upload.id})
    return upload.model_copy(update=changes)


def _more(received: int) -> Response:
    return Response(status_code=308, headers={"Range": f"bytes=0-{received - 1}"} if received else {})
