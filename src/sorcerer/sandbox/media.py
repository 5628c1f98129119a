"""Opens what is sent: a film must be a playable MP4, an image a JPEG. Reads headers only, decodes nothing."""

from collections.abc import Iterator
from pathlib import Path
from typing import BinaryIO, NamedTuple

_BOX_HEAD = 8
_LARGE_HEAD = 16
_CODECS = {b"avc1", b"avc3", b"hvc1", b"hev1"}
_CONTAINERS = {b"moov", b"trak", b"mdia", b"minf", b"stbl"}
_DEEPEST = 8
_MOOV_MAX = 64 << 20
_FILM_MAX = 300 << 20
_STORY_FILM_MAX = 100 << 20
IMAGE_MAX = 8 << 20
_SECONDS = {"REELS": (3.0, 900.0), "STORIES": (3.0, 60.0)}


class Film(NamedTuple):
    """What a film's headers tell."""

    seconds: float
    codecs: frozenset[bytes]
    moov_first: bool


class NotMedia(Exception):
    """The bytes are not what they should be."""


def film_fault(path: Path, media_type: str) -> str | None:
    """Return why the network cannot take the film, or None when it can."""
    size = path.stat().st_size
    if size > (_FILM_MAX if media_type == "REELS" else _STORY_FILM_MAX):
        return f"Error: the video is too large ({size} bytes): 2207026"
    try:
        film = read_film(path)
    except NotMedia as reason:
        return f"Error: unsupported video format: {reason}: 2207026"
    low, high = _SECONDS[media_type]
    if not film.codecs & _CODECS:
        return "Error: unsupported video format: no H.264 or HEVC track: 2207026"
    if not film.moov_first:
        return "Error: unsupported video format: the moov atom is not in front: 2207026"
    if not low <= film.seconds <= high:
        return f"Error: the video lasts {film.seconds:.1f} s, not {low:g} to {high:g}: 2207026"
    return None


def image_fault(data: bytes) -> tuple[int, int] | None:
    """Return the code and subcode with which the network refuses the image, or None."""
    if len(data) > IMAGE_MAX:
        return 36000, 2207004
    if not (data.startswith(b"\xff\xd8\xff") and data.rstrip(b"\x00").endswith(b"\xff\xd9")):
        return 36001, 2207005
    return None


def read_film(path: Path) -> Film:
    """Walk an MP4's boxes.

    Raises:
        NotMedia: they do not add up to a film.
    """
    order: list[bytes] = []
    moov = b""
    with path.open("rb") as file:
        for kind, size in _top(file, path.stat().st_size):
            order.append(kind)
            if kind == b"moov":
                moov = file.read(size)
    if b"moov" not in order or b"mdat" not in order:
        raise NotMedia("no moov atom" if b"moov" not in order else "no mdat atom")
    seconds, codecs = 0.0, set()
    for kind, body in _inside(moov):
        if kind == b"mvhd":
            seconds = _duration(body)
        elif kind == b"stsd" and len(body) >= _LARGE_HEAD:
            codecs.add(body[12:16])
    return Film(seconds, frozenset(codecs), order.index(b"moov") < order.index(b"mdat"))


def _top(file: BinaryIO, total: int) -> Iterator[tuple[bytes, int]]:
    at = 0
    while at < total:
        file.seek(at)
        head = file.read(_LARGE_HEAD)
        size, kind, used = _head(head, total - at)
        if kind == b"moov" and size - used > _MOOV_MAX:
            raise NotMedia("the moov atom is too large")
        file.seek(at + used)
        yield kind, size - used
        at += size


def _inside(data: bytes, depth: int = 0) -> Iterator[tuple[bytes, bytes]]:
    if depth > _DEEPEST:
        raise NotMedia("the boxes are nested too deeply")
    at = 0
    while at + _BOX_HEAD <= len(data):
        size, kind, used = _head(data[at : at + _LARGE_HEAD], len(data) - at)
        body = data[at + used : at + size]
        if kind in _CONTAINERS:
            yield from _inside(body, depth + 1)
        else:
            yield kind, body
        at += size


def _head(head: bytes, left: int) -> tuple[int, bytes, int]:
    if len(head) < _BOX_HEAD:
        raise NotMedia("the file ends inside a box")
    size, kind, used = int.from_bytes(head[:4], "big"), head[4:8], _BOX_HEAD
    if size == 1 and len(head) == _LARGE_HEAD:
        size, used = int.from_bytes(head[8:16], "big"), _LARGE_HEAD
    elif size == 0:
        size = left
    if not used <= size <= left or not kind.isascii():
        raise NotMedia("the boxes do not add up")
    return size, kind, used


def _duration(body: bytes) -> float:
    wide = body[:1] == b"\x01"
    scale, length = (body[20:24], body[24:32]) if wide else (body[12:16], body[16:20])
    per_second = int.from_bytes(scale, "big")
    return int.from_bytes(length, "big") / per_second if per_second else 0.0
