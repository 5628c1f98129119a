"""The pages: files of the built site, any id where a page takes one, never in the way of the API."""

import mimetypes
from pathlib import Path

from starlette.concurrency import run_in_threadpool
from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import FileResponse, HTMLResponse, Response
from starlette.routing import BaseRoute, Match
from starlette.types import Receive, Scope, Send

from sorcerer.api import policy

_NOT_PAGES = frozenset({"api", "media", "sandbox"})
_ENCODINGS = (("br", ".br"), ("gzip", ".gz"))
_FOR_A_YEAR = "public, max-age=31536000, immutable"
_NOT_BUILT = """<!doctype html><html lang="en"><meta charset="utf-8"><meta name="viewport" content="width=device-width">
<title>Sorcerer: the pages are not built</title>
<h1>The pages are not built yet</h1>
<p>The API is here and works. For the pages, in the checkout:</p>
<pre>make setup</pre></html>"""


def find(folder: Path, path: str) -> Path | None:
    """Return the file of a path: itself, its `.html`, or that of the page which stands for any id (`_`).

    `influencer/7`, `influencer/7.txt` and `influencer/7/__next._tree.txt` are the files of `influencer/_`.
    """
    steps = path.strip("/").split("/") if path.strip("/") else ["index.html"]
    if any(step in {"", ".", ".."} or step.startswith(".") or "\\" in step or "\x00" in step for step in steps):
        return None
    here = folder
    for step in steps[:-1]:
        here = here / step if (here / step).is_dir() else here / "_"
    stem, dot, suffix = steps[-1].partition(".")
    any_id = f"_.{suffix}" if dot and stem else "_.html"
    for name in (steps[-1], f"{steps[-1]}.html", f"{steps[-1]}/index.html", any_id):
        if (here / name).is_file():
            return here / name
    return None


def accepts(header: str, encoding: str) -> bool:
    """Tell whether an Accept-Encoding header allows an encoding."""
    for part in header.lower().split(","):
        name, _, weight = part.partition(";")
        if name.strip() == encoding:
            return weight.replace(" ", "") not in {"q=0", "q=0.0", "q=0.00", "q=0.000"}
    return False


class Pages(BaseRoute):
    """Everything that is not the API, media or the sandbox; a sign-in link has its route before this one.

    Args:
        folder: the built site; None when there is none.
    """

    def __init__(self, folder: Path | None) -> None:
        self._folder = folder

    def matches(self, scope: Scope) -> tuple[Match, Scope]:
        """Take every path whose first word is not spoken for."""
        first = str(scope.get("path", "")).lstrip("/").partition("/")[0]
        mine = scope["type"] == "http" and first not in _NOT_PAGES
        return (Match.FULL, {"endpoint": self}) if mine else (Match.NONE, {})

    async def handle(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Send a page, or the page that says there is none."""
        request = Request(scope, receive)
        if request.method not in {"GET", "HEAD"}:
            raise HTTPException(405, headers={"Allow": "GET, HEAD"})
        response = await run_in_threadpool(self._response, request)
        await response(scope, receive, send)

    def _response(self, request: Request) -> Response:
        if self._folder is None:
            return HTMLResponse(_NOT_BUILT, 503, {"Cache-Control": "no-store"})
        path = str(request.scope["path"]).lstrip("/")
        found, status = find(self._folder, path), 200
        if found is None:
            found, status = self._folder / "404.html", 404
        if not found.is_file():
            return HTMLResponse("<!doctype html><title>Not found</title><h1>There is no such page</h1>", 404)
        return _file(request, found, status, immutable=path.startswith("_next/static/") and status == 200)  # noqa: PLR2004 - OK


def _file(request: Request, found: Path, status: int, *, immutable: bool) -> Response:
    headers = {"Cache-Control": _FOR_A_YEAR if immutable else "no-cache", "Vary": "Accept-Encoding"}
    if found.suffix == ".html":
        headers[policy.HEADER] = policy.for_page(found)
    media_type = mimetypes.guess_type(found.name)[0] or "application/octet-stream"
    packed = found
    for encoding, suffix in _ENCODINGS:
        smaller = found.with_name(found.name + suffix)
        if accepts(request.headers.get("accept-encoding", ""), encoding) and smaller.is_file():
            packed, headers["Content-Encoding"] = smaller, encoding
            break
    response = FileResponse(packed, status, headers, media_type, stat_result=packed.stat())
    if status == 200 and request.headers.get("if-none-match") == response.headers["etag"]:  # noqa: PLR2004 - OK
        # A browser takes the headers of a 304 over into its copy: without the page's own policy it would be locked up.
        names = ("cache-control", "etag", "vary", policy.HEADER)
        kept = {name: response.headers[name] for name in names if name in response.headers}
        return Response(status_code=304, headers=kept)
    return response
