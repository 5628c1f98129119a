"""`PUT /tt-upload/video/`: a film's parts, strictly in order. With the last one posting begins."""

import re
from datetime import datetime, timedelta

from anyio.to_thread import run_sync
from fastapi import APIRouter, Request
from fastapi.responses import Response
from sqlalchemy.orm import Session

from sorcerer import ids
from sorcerer.sandbox import store
from sorcerer.sandbox.asked import world_of
from sorcerer.sandbox.media import film_fault
from sorcerer.sandbox.model import Upload
from sorcerer.sandbox.uploads import put_out, write
from sorcerer.sandbox.world import World

_LIFE = timedelta(hours=1)
_SPAN = re.compile(r"bytes (\d+)-(\d+)/(\d+)")

router = APIRouter()


@router.put("/tt-upload/video/")
async def receive(request: Request, upload_token: str = "") -> Response:
    """Take one part: 206 there are more to come, 201 it is whole."""
    data = await request.body()
    action = request.scope.get("sandbox.action", {})
    if "partial_store" in action:
        data = data[: int(action["partial_store"])]
    return await run_sync(_take, world_of(request), upload_token, request.headers.get("content-range", ""), data)


def _take(world: World, token: str, span: str, data: bytes) -> Response:  # noqa: PLR0911 - one answer for each thing that can be wrong
    with world.begin() as (session, now, knobs):
        upload = store.upload_by(session, secret=ids.digest(token))
        if upload is None:
            return _answer(404)
        found = _SPAN.fullmatch(span)
        if found is None or int(found[3]) != upload.size or int(found[2]) - int(found[1]) + 1 != len(data):
            return _answer(400, upload)
        start = int(found[1])
        if upload.bytes_at is not None and start + len(data) == upload.size:
            return _again((session, world, now), upload, knobs.republish)
        if now >= upload.created_at + _LIFE:
            return _answer(403, upload)
        if start != upload.received or not _is_a_part(upload, start, len(data)):
            return _answer(416, upload)
        write(world.media(upload.file), start, data)
        received = start + len(data)
        store.change_upload(session, upload.id, {"received": received})
        store.add_effect(session, "tt.chunk", (upload.account_id, upload.id), now, {"start": start, "bytes": len(data)})
        if received < upload.size:
            return _answer(206, upload, received)
        error = upload.error or ("file_format_check_failed" if film_fault(world.media(upload.file), "REELS") else None)
        store.change_upload(session, upload.id, {"bytes_at": now, "error": error})
        if error is None and upload.mode == "direct":
            put_out(session, world, upload, now)
        return _answer(201, upload, received)


def _is_a_part(upload: Upload, start: int, length: int) -> bool:
    count = upload.size // upload.chunk
    number = start // upload.chunk
    last = number == count - 1
    return start % upload.chunk == 0 and length == (upload.size - start if last else upload.chunk)


def _again(there: tuple[Session, World, datetime], upload: Upload, mode: str) -> Response:
    """The last part comes a second time: refused, taken for the first, or, at the worst, posted once more."""
    if mode == "reject":
        return _answer(416, upload, upload.size)
    if mode == "duplicate" and upload.error is None and upload.mode == "direct":
        session, world, now = there
        put_out(session, world, upload, now)
    return _answer(201, upload, upload.size)


def _answer(status: int, upload: Upload | None = None, received: int | None = None) -> Response:
    headers = {}
    if upload is not None:
        headers["Content-Range"] = f"bytes 0-{received if received is not None else upload.received}/{upload.size}"
    return Response(status_code=status, headers=headers)
