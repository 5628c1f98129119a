"""`GET /media/{token}`: a kept file under a signed address that runs out, in parts when a player asks for parts."""

import re
from datetime import datetime, timedelta

from fastapi import APIRouter, Request, Response
from fastapi.responses import StreamingResponse

from sorcerer.api.deps import Door, TheDoor
from sorcerer.storage import FileInfo

router = APIRouter(redirect_slashes=False)

_STEP = timedelta(hours=1)
_RANGE = re.compile(r"bytes=(\d{0,18})-(\d{0,18})")


def address(door: Door, key: str, now: datetime) -> str:
    """Return the path under which a kept file can be seen for one to two hours.

    The end is a full hour, so that a file keeps one address for a while and browsers can cache it.
    """
    seconds = int(_STEP.total_seconds())
    end = datetime.fromtimestamp(int(now.timestamp()) // seconds * seconds, now.tzinfo) + 2 * _STEP
    return f"/media/{door.tools.keys.sign_media(key, end)}"


def part_of(size: int, asked: str | None) -> tuple[int, int] | None:
    """Return the bytes from and up to which a Range header asks, the whole when it asks for none or cannot be read.

    Returns:
        None when the part lies outside the file.
    """
    match = _RANGE.fullmatch(asked.strip()) if asked else None
    if match is None or match.groups() == ("", ""):
        return 0, size
    first, last = match.groups()
    if first == "":
        start, end = max(0, size - int(last)), size
    else:
        start, end = int(first), min(size, int(last) + 1 if last else size)
        if last and int(last) < int(first):
            return 0, size
    return (start, end) if start < end else None


@router.api_route("/media/{token}", methods=["GET", "HEAD"], include_in_schema=False)
def read_media(token: str, request: Request, door: TheDoor) -> Response:
    """Stream a file."""
    key = door.tools.keys.read_media(token, door.clock.now())
    info = door.tools.files.info(key)
    part = part_of(info.size, _range(request, info))
    if part is None:
        return Response(status_code=416, headers={"Content-Range": f"bytes */{info.size}"})
    start, end = part
    headers = _headers(info) | {"Content-Length": str(end - start)}
    status = 200
    if end - start < info.size:
        status, headers["Content-Range"] = 206, f"bytes {start}-{end - 1}/{info.size}"
    if request.method == "HEAD":
        return Response(status_code=status, headers=headers, media_type=info.media_type)
    return StreamingResponse(door.tools.files.stream(key, start, end), status, headers, info.media_type)


def _range(request: Request, info: FileInfo) -> str | None:
    """Return the part that is asked for; an If-Range of another file asks for the whole."""
    only_if = request.headers.get("if-range")
    return request.headers.get("range") if only_if in {None, _tag(info)} else None


def _headers(info: FileInfo) -> dict[str, str]:
    return {"ETag": _tag(info), "Accept-Ranges": "bytes", "Cache-Control": "private, max-age=3600, immutable"}


def _tag(info: FileInfo) -> str:
    return f'"{info.key.rpartition("/")[2][:32]}"'
