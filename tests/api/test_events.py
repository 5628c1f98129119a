"""What happens is told live, once each, and can be gone on with after a lost connection."""

import json
from collections.abc import AsyncIterator, Callable
from datetime import UTC, datetime, timedelta
from typing import Any

import anyio
import anyio.lowlevel
import httpx2
from fastapi import FastAPI
from hypothesis import given
from hypothesis import strategies as st
from starlette.testclient import TestClient

from sorcerer import accounts, journal
from sorcerer.api import events
from sorcerer.api.deps import Door
from sorcerer.journal import Signal
from sorcerer.testing import FrozenClock
from sorcerer.testing.loopback import serve

START = datetime(2026, 11, 23, tzinfo=UTC)


def _note(door: Door, owner_id: str, text: str) -> None:
    with door.database.begin() as session:
        journal.note(session, owner_id, "worker", "video.posted", "video", "v1", text, door.clock.now())


async def _told(stream: AsyncIterator[str], count: int) -> list[str]:
    return [await anext(stream) for _ in range(count)]


def _follow(door: Door, person: Any, last: str | None, steps: list[Callable[[], Any]], most: int = 50) -> list[str]:
    """Follow while steps happen between the looks; the door closes after the last of them."""
    todo = iter(steps)

    async def pause(_seconds: float) -> None:
        step = next(todo, None)
        if step is None:
            door.closing.set()
        else:
            step()
        await anyio.lowlevel.checkpoint()

    async def collect() -> list[str]:
        keys = {"bearer": person.headers["Authorization"].removeprefix("Bearer "), "cookie": None}
        return [text async for text in events.follow(door, keys, person.user.id, last, pause)][:most]

    return anyio.run(collect)


def _data(texts: list[str]) -> list[tuple[str, Any]]:
    found = []
    for text in texts:
        fields = dict(line.split(": ", 1) for line in text.strip().splitlines() if not line.startswith(":"))
        if "event" in fields:
            found.append((fields["event"], json.loads(fields["data"])))
    return found


def test_only_what_happens_from_now_on_is_told_once_each(door: Door, mara: Any, stranger: Any) -> None:
    _note(door, mara.user.id, "before")

    def signal() -> None:
        with door.database.begin() as session:
            journal.signal(session, mara.user.id, "video", "v1", door.clock.now(), {"progress": 0.5})

    texts = _follow(
        door,
        mara,
        None,
        [
            lambda: _note(door, mara.user.id, "one"),
            lambda: _note(door, stranger.user.id, "not mine"),
            signal,
            lambda: _note(door, mara.user.id, "two"),
        ],
    )

    told = [(event, data.get("text") or data["detail"]) for event, data in _data(texts)]
    assert told == [("journal", "one"), ("change", {"progress": 0.5}), ("journal", "two")]


def test_a_lost_connection_goes_on_where_it_was(door: Door, mara: Any) -> None:
    texts = _follow(door, mara, None, [lambda: _note(door, mara.user.id, "one")])
    last = texts[-1].splitlines()[0].removeprefix("id: ")
    _note(door, mara.user.id, "meanwhile")
    door.closing.clear()

    assert [data["text"] for _, data in _data(_follow(door, mara, last, []))] == ["meanwhile"]


def test_a_stream_says_it_is_there_and_ends_when_its_key_does(door: Door, mara: Any, clock: FrozenClock) -> None:
    def revoke() -> None:
        with door.database.begin() as session:
            [token] = accounts.tokens.page(session, mara.user.id)
            accounts.tokens.revoke(session, mara.user.id, token.id, clock.advance(timedelta(seconds=16)))

    texts = _follow(door, mara, None, [lambda: clock.advance(timedelta(seconds=16)), revoke, lambda: None])

    assert texts[:2] == ["retry: 2000\n\n", ": still here\n\n"]
    assert [event for event, _ in _data(texts)] == ["journal"]
    assert not door.closing.is_set()


def test_an_anonymous_caller_follows_nothing(anyone: TestClient) -> None:
    assert anyone.get("/api/events").status_code == 401


def test_an_owner_opens_so_many_streams_and_no_more(client: TestClient, app: FastAPI, mara: Any) -> None:
    app.state.streams[mara.user.id] = events.MOST_STREAMS

    assert client.get("/api/events").status_code == 409


def test_a_real_browser_would_hear_it_within_seconds(app: FastAPI, door: Door, mara: Any) -> None:
    with (
        serve(app) as address,
        httpx2.Client(base_url=address, headers=mara.headers, timeout=20) as client,
        client.stream("GET", "/api/events") as stream,
    ):
        lines = stream.iter_lines()
        assert next(lines) == "retry: 2000"
        _note(door, mara.user.id, "live")
        data = next(line for line in lines if line.startswith("data: "))
        headers = stream.headers
        door.closing.set()
        rest = list(lines)

    assert json.loads(data.removeprefix("data: "))["text"] == "live"
    assert (headers["content-type"], headers["cache-control"], headers["x-accel-buffering"]) == (
        "text/event-stream; charset=utf-8",
        "no-store",
        "no",
    )
    assert rest == [""]
    assert app.state.streams[mara.user.id] == 0


@given(st.permutations(range(1, 13)), st.integers(1, 4))
def test_numbers_that_become_visible_late_are_told_all_the_same(order: list[int], step: int) -> None:
    """A database gives numbers out before it commits; within ten seconds none is lost and none comes twice."""
    tail, visible, told = events.Tail(0), set[int](), list[int]()
    for look, at in enumerate(range(0, len(order), step)):
        visible |= set(order[at : at + step])
        now = START + timedelta(milliseconds=700 * look)
        found = [Signal(seq=seq, at=now, about_type="v", about_id="v") for seq in sorted(visible) if seq > tail.floor]
        told += [signal.seq for signal in tail.fresh(found, now)]

    assert sorted(told) == list(range(1, 13))
