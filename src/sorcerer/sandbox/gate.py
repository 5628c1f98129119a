"""The sandbox's outermost layer: lets only this machine in, and carries out what is planned against a call."""

import asyncio
import json
from collections.abc import Awaitable, Callable, Iterable, MutableMapping
from ipaddress import ip_address
from typing import Any
from urllib.parse import parse_qs, urlsplit

from anyio.to_thread import run_sync

from sorcerer.sandbox.faults import Action, op_of, strike
from sorcerer.sandbox.presets import PRESETS
from sorcerer.sandbox.world import World

Scope = MutableMapping[str, Any]
Message = MutableMapping[str, Any]
Receive = Callable[[], Awaitable[Message]]
Send = Callable[[Message], Awaitable[None]]
App = Callable[[Scope, Receive, Send], Awaitable[None]]

_DROPS = ("drop_after", "partial_store")
_CALLS_A_DAY = 4800
_HTML_502 = b"<html><body><h1>502 Bad Gateway</h1></body></html>"


class Gate:
    """Stands in front of the sandbox's routes.

    Args:
        app: the routes.
        world: where faults are planned.
    """

    def __init__(self, app: App, world: World) -> None:
        self._app, self._world = app, world

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer one request, or do to it what is planned."""
        if scope["type"] != "http":
            await self._app(scope, receive, send)
        elif not _from_here(scope):
            await _answer(send, 403, b'{"error":"The sandbox answers this machine only."}')
        else:
            scope["sandbox.caller"] = {}
            await self._misfortune(scope, receive, self._counting(scope, send))

    def _counting(self, scope: Scope, send: Send) -> Send:
        """Tell in each answer how much the caller has used, as the network does."""

        async def count(message: Message) -> None:
            account_id = scope["sandbox.caller"].get("account")
            if message["type"] == "http.response.start" and account_id is not None:
                used = min(100, self._world.calls.get(account_id, 0) * 100 // _CALLS_A_DAY)
                message = {**message, "headers": [*message["headers"], *_usage(account_id, used)]}
            await send(message)

        return _Counted(count, send)

    async def _misfortune(self, scope: Scope, receive: Receive, send: Send) -> None:
        root = str(scope.get("root_path", ""))
        path = str(scope["path"]).removeprefix(root)
        span = next((value for name, value in scope["headers"] if name == b"content-range"), b"")
        query = scope["query_string"].decode("latin-1")
        op = op_of(str(scope["method"]), path, query, span.decode("latin-1"))
        action = await run_sync(strike, self._world, op, _token(scope)) if op else None
        scope["sandbox.action"] = action or {}
        if action is None:
            await self._app(scope, receive, send)
            return
        if "delay_ms" in action:
            await asyncio.sleep(float(action["delay_ms"]) / 1000)
        if "drop_before" in action:
            await _drop(send)
        elif "error" in action:
            await _preset(send, str(action["error"]))
        else:
            await self._after(action, scope, receive, send)

    async def _after(self, action: Action, scope: Scope, receive: Receive, send: Send) -> None:
        if not any(name in action for name in (*_DROPS, "truncate_after", "error_after", "hang_after_s")):
            await self._app(scope, receive, send)
            return
        held: list[Message] = []
        await self._app(scope, receive, _holding(held))
        if any(name in action for name in _DROPS):
            await _drop(send)
        elif "truncate_after" in action:
            await _truncate(send)
        elif "error_after" in action:
            await _preset(send, str(action["error_after"]))
        else:
            await asyncio.sleep(float(action["hang_after_s"]))
            for message in held:
                await send(message)


class _Counted:
    """A `send` that still shows the server's connection behind it."""

    def __init__(self, count: Send, send: Send) -> None:
        self._count = count
        self.transport = getattr(getattr(send, "__self__", None), "transport", None)

    async def __call__(self, message: Message) -> None:
        await self._count(message)


def _usage(account_id: str, used: int) -> list[tuple[bytes, bytes]]:
    share = {"call_count": used, "total_cputime": used, "total_time": used}
    row = {"type": "instagram", **share, "estimated_time_to_regain_access": 0}
    return [
        (b"x-app-usage", json.dumps(share).encode()),
        (b"x-business-use-case-usage", json.dumps({account_id: [row]}).encode()),
    ]


def _holding(held: list[Message]) -> Send:
    async def hold(message: Message) -> None:
        held.append(message)

    return hold


def _from_here(scope: Scope) -> bool:
    """Tell whether the caller, and whoever it speaks for, is on this machine."""
    named = {name: value.decode("latin-1") for name, value in scope["headers"]}
    origin = named.get(b"origin")
    # A page of somebody else's may have this machine's browser post here; it cannot hide where it comes from.
    if origin is not None and urlsplit(origin).netloc != named.get(b"host", ""):
        return False
    client = scope.get("client")
    forwarded = [value.decode("latin-1") for name, value in scope["headers"] if name == b"x-forwarded-for"]
    callers = [client[0] if client else "", *(one.strip() for value in forwarded for one in value.split(","))]
    return all(_is_loopback(caller) for caller in callers)


def _is_loopback(host: str) -> bool:
    try:
        return ip_address(host).is_loopback
    except ValueError:
        return False


def _token(scope: Scope) -> str | None:
    for name, value in scope["headers"]:
        if name == b"authorization":
            return str(value.decode("latin-1").partition(" ")[2])
    given = parse_qs(scope["query_string"].decode("latin-1")).get("access_token")
    return given[0] if given else None


async def _preset(send: Send, name: str) -> None:
    if name == "http.502.html":
        await _answer(send, 502, _HTML_502, kind=b"text/html")
        return
    error = PRESETS[name]
    row = {"type": "instagram", "call_count": 100, "estimated_time_to_regain_access": error.regain_min}
    usage = json.dumps({"0": [row]}).encode()
    headers = [(b"x-business-use-case-usage", usage)] if error.regain_min else []
    await _answer(send, error.status, json.dumps(error.envelope()).encode(), more=headers)


async def _answer(
    send: Send, status: int, body: bytes, *, kind: bytes = b"application/json", more: Iterable[tuple[bytes, bytes]] = ()
) -> None:
    headers = [(b"content-type", kind), (b"content-length", str(len(body)).encode()), *more]
    await send({"type": "http.response.start", "status": status, "headers": headers})
    await send({"type": "http.response.body", "body": body})


async def _drop(send: Send) -> None:
    """Cut the connection without a word, where the server lets us; else in the middle of a word."""
    # The server keeps its connection to itself; where it cannot be reached, half an answer does the same to a client.
    transport = getattr(send, "transport", None)
    if transport is not None:
        transport.abort()
    else:
        await _truncate(send)


async def _truncate(send: Send) -> None:
    headers = [(b"content-type", b"application/json"), (b"content-length", b"64")]
    await send({"type": "http.response.start", "status": 200, "headers": headers})
    await send({"type": "http.response.body", "body": b'{"id":"1', "more_body": True})
