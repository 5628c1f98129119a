"""Films of any size arrive whole, whatever is cut off on the way."""

import io
from itertools import pairwise
from pathlib import Path
from types import SimpleNamespace
from typing import Any, cast

import httpx
from hypothesis import given, settings
from hypothesis import strategies as st

from sorcerer.platforms import Account, Grant, PlatformError, Post, Staged
from sorcerer.platforms.tiktok.chunks import plan
from sorcerer.platforms.wire import Wire
from sorcerer.platforms.youtube import stage as youtube
from sorcerer.platforms.youtube.addresses import addresses
from sorcerer.platforms.youtube.calls import Calls

MB = 1_000_000


@given(st.integers(1, 4 << 30))
def test_tiktok_s_parts_cover_every_byte_once_and_keep_its_rules(size: int) -> None:
    cut = plan(size)
    parts = [cut.part(number) for number in range(cut.parts)]
    assert [parts[0][0], parts[-1][1]] == [0, size]
    assert all(left[1] == right[0] for left, right in pairwise(parts))
    assert cut.parts == size // cut.chunk
    assert 1 <= cut.parts <= 1000
    lengths = [end - start for start, end in parts]
    assert all(5 * MB <= length <= 64 * MB for length in lengths[:-1])
    assert lengths[-1] <= 128 * MB
    assert size >= 5 * MB or cut.chunk == size


@given(st.integers(1, 1 << 30), st.data())
def test_tiktok_goes_on_with_the_part_that_is_missing(size: int, data: st.DataObject) -> None:
    cut = plan(size)
    received = data.draw(st.integers(0, size))
    start, end = cut.part(cut.number_at(received))
    assert start <= received
    assert end > received or received == size


class Server:
    """An upload that keeps any part of what it is sent, and sometimes cuts the line."""

    def __init__(self, size: int, keeps: list[int], cuts: list[bool]) -> None:
        self.size, self.keeps, self.cuts, self.got = size, keeps, cuts, bytearray()

    def handle(self, request: httpx.Request) -> httpx.Response:
        body, span = request.read(), request.headers["content-range"]
        if not span.startswith("bytes *") and len(self.got) < self.size:
            start = int(span.removeprefix("bytes ").partition("-")[0])
            assert start == len(self.got), "a byte was left out or sent twice"
            self.got += body[: self.keeps.pop()] if self.keeps else body
        if self.cuts and self.cuts.pop():
            raise httpx.ReadError("cut")
        if len(self.got) == self.size:
            return httpx.Response(200, json={"id": "abcdefghijk"})
        headers = {"Range": f"bytes=0-{len(self.got) - 1}"} if self.got else {}
        return httpx.Response(308, headers=headers)


@settings(max_examples=150, deadline=None)
@given(
    st.integers(1, 3_000_000),
    st.lists(st.integers(0, 1_500_000), max_size=4),
    st.lists(st.booleans(), max_size=6),
)
def test_youtube_is_resumed_at_any_byte_and_the_film_is_whole(size: int, keeps: list[int], cuts: list[bool]) -> None:
    server = Server(size, keeps, cuts)
    wire = Wire("YouTube", local=True)
    wire._client = httpx.Client(transport=httpx.MockTransport(server.handle))
    stage = youtube.Stage(Calls(addresses("http://127.0.0.1:1/sandbox"), wire), cast("Any", SimpleNamespace()))
    film = Path(__file__)
    data = (film.read_bytes() * (size // film.stat().st_size + 1))[:size]
    staged = Staged(
        refs={"size": size}, secrets={"session": "http://127.0.0.1:1/sandbox/yt/upload/youtube/v3/videos?upload_id=x"}
    )
    account = Account(account_id="u", grant=Grant(access_token="t"))
    post = cast("Post", SimpleNamespace(media_path=MemoryPath(data), kind="reel", marker="m"))
    for _ in range(len(cuts) + 3):
        try:
            done = stage.upload(account, post, staged)
            break
        except PlatformError as error:
            assert error.outcome == "unknown"
    assert done.refs["video_id"] == "abcdefghijk"
    assert bytes(server.got) == data
    wire.close()


class MemoryPath:
    """Bytes that can be read like a file."""

    def __init__(self, data: bytes) -> None:
        self.data = data

    def is_file(self) -> bool:
        return True

    def stat(self) -> Any:
        return SimpleNamespace(st_size=len(self.data))

    def open(self, _mode: str) -> Any:
        return io.BytesIO(self.data)
