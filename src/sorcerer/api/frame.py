"""Around everything: headers that keep browsers strict, and a last net so that a mistake of ours is still a problem."""

from starlette.datastructures import MutableHeaders
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from sorcerer import ids, log
from sorcerer.api import policy, problems

_ALWAYS = {
    "X-Content-Type-Options": "nosniff",
    "Referrer-Policy": "same-origin",
    "X-Frame-Options": "DENY",
    "Cross-Origin-Opener-Policy": "same-origin",
    "Permissions-Policy": "camera=(), geolocation=(), microphone=()",
}
_OWN_POLICY = "/sandbox"


class Frame:
    """ASGI middleware, the outermost."""

    def __init__(self, app: ASGIApp) -> None:
        self._app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Pass a request on and mend what comes back."""
        if scope["type"] != "http":
            await self._app(scope, receive, send)
            return
        started = False

        async def sending(message: Message) -> None:
            nonlocal started
            if message["type"] == "http.response.start":
                started = True
                _harden(MutableHeaders(scope=message), str(scope["path"]))
            await send(message)

        try:
            await self._app(scope, receive, sending)
        except Exception:
            incident = ids.new()
            where = _loggable(str(scope["path"]))
            log.get("api").exception("unexpected", incident=incident, method=scope["method"], path=where)
            if started:
                raise
            detail = f"Something went wrong on our side. It is in the log as {incident}."
            await problems.answer(500, detail)(scope, receive, sending)


def _harden(headers: MutableHeaders, path: str) -> None:
    for name, value in _ALWAYS.items():
        headers.setdefault(name, value)
    if not path.startswith(_OWN_POLICY):
        headers.setdefault(policy.HEADER, policy.FOR_DATA)
    if path.startswith("/api/"):
        headers.setdefault("Cache-Control", "no-store")


def _loggable(path: str) -> str:
    """Return a path without what opens something: sign-in links and media addresses are secrets."""
    return path if path.startswith("/api/") else "/" + path.lstrip("/").partition("/")[0]
