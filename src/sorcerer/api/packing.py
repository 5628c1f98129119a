"""Packing: long answers of the API travel compressed. Pages are packed when built, films by nature."""

from starlette.middleware.gzip import GZipMiddleware
from starlette.types import ASGIApp, Receive, Scope, Send

_WORTH_IT = 1000
_QUICKLY = 3


class Packing:
    """ASGI middleware; a stream of events is left alone, since it must not wait to be full."""

    def __init__(self, app: ASGIApp) -> None:
        self._plain = app
        self._packed = GZipMiddleware(app, minimum_size=_WORTH_IT, compresslevel=_QUICKLY)

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Pass a request on; pack what the API answers."""
        data = scope["type"] == "http" and str(scope["path"]).startswith("/api/")
        await (self._packed if data else self._plain)(scope, receive, send)
