"""Hostile pictures, a sample of `python -m benchmarks hostile`: refused in words or right, and never a crash."""

import base64
import io
import random
import struct
import zlib

import pytest
from PIL import Image as Pillow

from sorcerer.errors import Invalid
from sorcerer.studio import photo_in
from sorcerer.studio.film.photo import take_logo, take_photo


def right(kind: str) -> bytes:
    out = io.BytesIO()
    Pillow.radial_gradient("L").resize((160, 200)).convert("RGB").save(out, kind)
    return out.getvalue()


def damaged(kind: str, seed: int) -> bytes:
    chance = random.Random(seed)  # noqa: S311 - the same damage in every run
    data = bytearray(right(kind))
    way = seed % 3
    if way == 0:
        return bytes(data[: chance.randrange(1, len(data))])
    for _ in range(40 if way == 1 else 3):
        data[chance.randrange(8, len(data))] ^= 1 << chance.randrange(8)
    return bytes(data)


def chunk(name: bytes, data: bytes) -> bytes:
    return struct.pack(">I", len(data)) + name + data + struct.pack(">I", zlib.crc32(name + data))


def with_bomb(name: bytes) -> bytes:
    """A small PNG with fifty megabytes folded into a chunk beside the picture."""
    head = chunk(b"IHDR", struct.pack(">IIBBBBB", 100, 100, 8, 0, 0, 0, 0))
    bomb = chunk(name, b"x\x00\x00" + zlib.compress(bytes(50_000_000), 9))
    picture = chunk(b"IDAT", zlib.compress(bytes(101 * 100)))
    return b"\x89PNG\r\n\x1a\n" + head + bomb + picture + chunk(b"IEND", b"")


@pytest.mark.parametrize("kind", ["JPEG", "PNG", "WEBP"])
def test_damaged_pictures_are_refused_in_words_or_come_out_right(kind: str) -> None:
    refused = 0
    for seed in range(30):
        order = {"photo": base64.b64encode(damaged(kind, seed)).decode()}
        for take in (take_photo, take_logo):
            answer = take(order)
            if "refused" in answer:
                assert answer["refused"].endswith((".", "name says.", "end."))
                refused += 1
            else:
                assert Pillow.open(io.BytesIO(base64.b64decode(answer["photo"]))).size == (160, 200)
    assert refused >= 20


@pytest.mark.parametrize("name", [b"zTXt", b"iCCP"])
def test_a_bomb_beside_the_picture_does_not_go_off(name: bytes) -> None:
    answer = take_photo({"photo": base64.b64encode(with_bomb(name)).decode()})
    assert set(answer) in ({"photo"}, {"refused"})


def test_a_file_that_is_two_things_at_once_leaves_as_a_picture_alone() -> None:
    both = right("JPEG") + b"<script>alert(1)</script>PK\x03\x04"
    taken = photo_in(both)
    assert b"script" not in taken.data
    assert taken.data.startswith(b"\x89PNG")


def test_a_picture_of_20_000_by_20_000_is_refused_by_its_head_alone() -> None:
    head = chunk(b"IHDR", struct.pack(">IIBBBBB", 20_000, 20_000, 8, 2, 0, 0, 0))
    with pytest.raises(Invalid, match="20000 by 20000 pixels; at most 40 megapixels"):
        photo_in(b"\x89PNG\r\n\x1a\n" + head + chunk(b"IDAT", b"") + chunk(b"IEND", b""))
