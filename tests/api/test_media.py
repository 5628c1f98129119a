"""Kept files are seen under signed addresses only, whole or in parts."""

from datetime import timedelta
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from starlette.testclient import TestClient

from sorcerer.api import media
from sorcerer.api.deps import Door
from sorcerer.testing import FrozenClock

DATA = bytes(range(256)) * 4


@pytest.fixture
def address(door: Door, files: Any) -> str:
    return media.address(door, files.put(DATA, ".mp4").key, door.clock.now())


def test_a_file_is_seen_by_who_has_its_address(anyone: TestClient, address: str) -> None:
    answer = anyone.get(address)

    assert (answer.status_code, answer.content, answer.headers["content-type"]) == (200, DATA, "video/mp4")
    assert (answer.headers["accept-ranges"], answer.headers["content-length"]) == ("bytes", "1024")
    assert answer.headers["x-content-type-options"] == "nosniff"


@pytest.mark.parametrize(
    ("asked", "status", "said", "part"),
    [
        ("bytes=0-9", 206, "bytes 0-9/1024", DATA[:10]),
        ("bytes=1000-", 206, "bytes 1000-1023/1024", DATA[1000:]),
        ("bytes=-24", 206, "bytes 1000-1023/1024", DATA[1000:]),
        ("bytes=0-5000", 200, None, DATA),
        ("bytes=-5000", 200, None, DATA),
        ("bytes=1024-", 416, "bytes */1024", b""),
        ("bytes=-0", 416, "bytes */1024", b""),
        ("bytes=9-3", 200, None, DATA),
        ("bytes=0-1,5-6", 200, None, DATA),
        ("lines=0-1", 200, None, DATA),
    ],
)
def test_a_player_gets_the_part_it_asks_for(
    anyone: TestClient, address: str, asked: str, status: int, said: str | None, part: bytes
) -> None:
    answer = anyone.get(address, headers={"Range": asked})

    assert (answer.status_code, answer.headers.get("content-range"), answer.content) == (status, said, part)


@given(st.integers(1, 10**6), st.text("bytes=-0123456789, ", max_size=30))
def test_a_part_always_lies_inside_the_file(size: int, asked: str) -> None:
    part = media.part_of(size, asked)

    assert part is None or 0 <= part[0] < part[1] <= size


def test_a_part_of_another_file_is_the_whole(anyone: TestClient, address: str) -> None:
    etag = anyone.head(address).headers["etag"]

    assert anyone.get(address, headers={"Range": "bytes=0-9", "If-Range": etag}).status_code == 206
    assert anyone.get(address, headers={"Range": "bytes=0-9", "If-Range": '"other"'}).content == DATA


def test_an_address_runs_out_and_cannot_be_changed(anyone: TestClient, address: str, clock: FrozenClock) -> None:
    assert anyone.get(address[:-2]).status_code == 404
    assert anyone.get("/media/nonsense").status_code == 404
    clock.advance(timedelta(minutes=119))
    assert anyone.get(address).status_code == 200
    clock.advance(timedelta(minutes=1))
    assert anyone.get(address).status_code == 404


def test_a_file_keeps_its_address_within_the_hour(door: Door, address: str, files: Any, clock: FrozenClock) -> None:
    key = files.put(DATA, ".mp4").key

    assert media.address(door, key, clock.advance(timedelta(minutes=59))) == address
    assert media.address(door, key, clock.advance(timedelta(minutes=1))) != address


def test_a_file_that_is_gone_is_not_found(anyone: TestClient, address: str, files: Any) -> None:
    files.delete(files.put(DATA, ".mp4").key)

    assert anyone.get(address).status_code == 404
