"""`POST /rupload/ig-api-upload/{v}/{container}`: a film's bytes, from where the last upload stopped."""

from collections.abc import AsyncIterator
from pathlib import Path
from typing import Any

from anyio.to_thread import run_sync
from fastapi import APIRouter, Request

from sorcerer.sandbox import store
from sorcerer.sandbox.instagram.call import Call, call_of
from sorcerer.sandbox.instagram.machine import status
from sorcerer.sandbox.instagram.refusals import GraphError, UploadError
from sorcerer.sandbox.media import film_fault
from sorcerer.sandbox.model import Container

_BYTES_MAX = 300 << 20

router = APIRouter()


@router.post("/rupload/ig-api-upload/{version}/{container_id}")
async def receive(request: Request, version: str, container_id: str) -> dict[str, Any]:
    """Take the bytes; a broken upload keeps what came."""
    call, container = await run_sync(_open, request, version, container_id)
    offset, size = _header(request, "offset"), _header(request, "file_size")
    if offset != container.received or (container.size is not None and container.size != size):
        raise UploadError(
            "OffsetInvalidError", f"The offset is {offset}, {container.received} bytes of {size} are here."
        )
    if not 0 < size <= _BYTES_MAX:
        raise UploadError("FileSizeInvalidError", f"A film of {size} bytes is not taken.")
    most = offset + int(call.action["partial_store"]) if "partial_store" in call.action else size
    received = offset
    try:
        received = await _write(call.world.media(container.file), offset, request.stream(), min(most, size))
    finally:
        got = max(received, _on_disk(call.world.media(container.file)))
        await run_sync(_keep, call, container, got, size)
    if received < size:
        raise UploadError("PartialRequestError", f"{received} of {size} bytes came.", retriable=True)
    return {"success": True, "message": "Upload successful."}


def _open(request: Request, version: str, container_id: str) -> tuple[Call, Container]:
    try:
        call = call_of(request, version)
    except GraphError as no:
        raise UploadError("NotAuthorizedError", no.message, status=401) from no
    with call.world.read() as (session, now, _):
        container = store.container(session, container_id)
        if container is None or container.account_id != call.account.id or container.source != "upload":
            raise UploadError("NotFoundError", f"There is no upload {container_id}.", status=404)
        if status(container, now)[0] != "IN_PROGRESS" or container.bytes_at is not None:
            raise UploadError("UploadClosedError", f"The upload {container_id} takes no more bytes.")
    return call, container


def _header(request: Request, name: str) -> int:
    text = request.headers.get(name, "")
    if not text.isdigit():
        raise UploadError("HeaderInvalidError", f"The header {name!r} must be a number of bytes.")
    return int(text)


async def _write(path: Path, offset: int, blocks: AsyncIterator[bytes], most: int) -> int:
    at = offset
    with path.open("r+b" if offset else "wb") as file:
        file.seek(offset)
        async for block in blocks:
            part = block[: most - at]
            # Each block is on the disk before the next comes, so a cut upload can be taken up again.
            file.write(part)
            file.flush()
            at += len(part)
    return at


def _on_disk(path: Path) -> int:
    return path.stat().st_size if path.exists() else 0


def _keep(call: Call, container: Container, received: int, size: int) -> None:
    done = received >= size
    error = film_fault(call.world.media(container.file), container.media_type) if done else None
    with call.world.begin() as (session, now, _):
        changes: dict[str, Any] = {"received": received, "size": size}
        if done:
            changes |= {"bytes_at": now, "error": error}
            store.add_effect(session, "ig.rupload", (container.account_id, container.id), now, {"bytes": size})
        store.change_container(session, container.id, changes)
