"""`GET /api/events`: what happens to the caller's things, as it happens (server-sent events).

The journal is asked once a second: the worker may be another process, so the database is the only place both know.
"""

import json
from collections import Counter
from collections.abc import AsyncIterator, Awaitable, Callable
from datetime import datetime, timedelta
from typing import Annotated, TypeVar

import anyio
from fastapi import Header, Request
from fastapi.responses import StreamingResponse

from sorcerer import accounts, journal
from sorcerer.api.deps import Caller, Door, TheDoor, look
from sorcerer.api.gate import Routes, shown
from sorcerer.errors import Conflict
from sorcerer.journal import Line, Signal

router = Routes("/events", tags=["events"])

MOST_STREAMS = 8
_BATCH = 1000
_LATE = timedelta(seconds=10)
_BEAT = timedelta(seconds=15)
_HEADERS = {"Cache-Control": "no-store", "X-Accel-Buffering": "no"}

N = TypeVar("N", Line, Signal)
Pause = Callable[[float], Awaitable[None]]


class Tail:
    """Follows a counter whose numbers may become visible late: a database gives them out before it commits.

    Args:
        start: the last number that is known already.
    """

    def __init__(self, start: int) -> None:
        self.floor = start
        self.last = start
        self._seen: dict[int, datetime] = {}

    def fresh(self, found: list[N], now: datetime) -> list[N]:
        """Return those that were not returned before; those of ten seconds ago are settled."""
        new = [item for item in found if item.seq not in self._seen]
        self._seen |= {item.seq: now for item in new}
        self.last = max([self.last, *self._seen])
        self.floor = max([self.floor, *(seq for seq, at in self._seen.items() if now - at >= _LATE)])
        self._seen = {seq: at for seq, at in self._seen.items() if seq > self.floor}
        return new


@router.get("", response_class=StreamingResponse, responses={200: {"content": {"text/event-stream": {}}}})
async def follow_events(
    request: Request,
    door: TheDoor,
    caller: Caller,
    last_event_id: Annotated[str | None, Header(max_length=50, description="Go on after this event.")] = None,
) -> StreamingResponse:
    """Follow the journal (`event: journal`) and changes of state (`event: change`) live."""
    open_streams: Counter[str] = request.app.state.streams
    if open_streams[caller.id] >= MOST_STREAMS:
        raise Conflict(f"{MOST_STREAMS} live streams are open already.", fix="Close a page.")
    stream = _counted(open_streams, caller.id, follow(door, shown(request), caller.id, last_event_id))
    return StreamingResponse(stream, media_type="text/event-stream", headers=_HEADERS)


async def _counted(open_streams: Counter[str], owner_id: str, stream: AsyncIterator[str]) -> AsyncIterator[str]:
    open_streams[owner_id] += 1
    try:
        async for text in stream:
            yield text
    finally:
        open_streams[owner_id] -= 1


async def follow(
    door: Door, keys: dict[str, str | None], owner_id: str, last: str | None, pause: Pause = anyio.sleep
) -> AsyncIterator[str]:
    """Yield events until the process closes or the key that opened the stream stops working.

    Args:
        keys: what the request showed, to ask again whether it still counts.
        last: the id of the last event the client got before it lost the connection.
        pause: waits so many seconds between two looks.
    """
    start = _place(last)
    if start is None:
        start = await look(door, lambda session: journal.ends(session, owner_id))
    lines, signals = Tail(start[0]), Tail(start[1])
    yield "retry: 2000\n\n"
    beat = door.clock.now()
    while not door.closing.is_set():
        now = door.clock.now()
        for text in await _news(door, owner_id, lines, signals, now):
            yield text
        if now - beat >= _BEAT:
            if await look(door, lambda session: accounts.who(session, door.clock.now(), **keys)) is None:
                return
            beat = now
            yield ": still here\n\n"
        await pause(1.0)


async def _news(door: Door, owner_id: str, lines: Tail, signals: Tail, now: datetime) -> list[str]:
    found = await look(door, lambda session: journal.since(session, owner_id, lines.floor, signals.floor, limit=_BATCH))
    told = [("journal", line.model_dump(mode="json")) for line in lines.fresh(found[0], now)]
    told += [("change", signal.model_dump(mode="json")) for signal in signals.fresh(found[1], now)]
    place = f"{lines.last}-{signals.last}"
    return [f"id: {place}\nevent: {event}\ndata: {json.dumps(data)}\n\n" for event, data in told]


def _place(last: str | None) -> tuple[int, int] | None:
    """Return where an event's id stands; an id that is not ours starts from now."""
    line, _, signal = (last or "").partition("-")
    return (int(line), int(signal)) if line.isdecimal() and signal.isdecimal() and len(line + signal) < 36 else None  # noqa: PLR2004 - two numbers of 64 bits
