"""Footage as frames: a stage that a provider draws, or a clip that a vendor encoded. Both fill the same planes."""

import importlib
from collections.abc import Iterator, Sequence
from typing import Any, NamedTuple, Protocol

import av
import numpy as np

from sorcerer.providers import Placed, Stage
from sorcerer.studio.film.lay import cover, lay
from sorcerer.studio.film.packed import Joined, Packed
from sorcerer.studio.film.planes import HIGH, WIDE, Frame, Matrix
from sorcerer.studio.film.sprite import Sprite, holds, sprite_of

_SAME, _WHOLE = 1e-9, 1e-3


class _Part(NamedTuple):
    """A sprite that lies still on another, at whole pixels of it."""

    sprite: str
    x: int
    y: int


class Footage(Protocol):
    """What one take shows."""

    def show(self, frame: Frame, second: float) -> None:
        """Fill a frame with what is seen at a second of the take; seconds only grow."""
        ...


class DrawnFootage:
    """A provider's stage. Each sprite is converted once; sprites that move as one are joined before they are moved."""

    def __init__(self, drawn: dict[str, Any]) -> None:
        module, _, name = drawn["source"].partition(":")
        self._stage: Stage = getattr(importlib.import_module(module), name)(drawn["order"])
        self._sprites: dict[tuple[str, bool, bool], Sprite] = {}
        self._joined: dict[str, Joined] = {}
        self._whole: dict[str, tuple[tuple[_Part, ...], Packed]] = {}

    def show(self, frame: Frame, second: float) -> None:
        """Lay the stage's sprites over each other."""
        for base, matrix, parts in self._together(self._stage.frame(second)):
            sprite = self._sprite(base)
            if sprite.covers:
                cover(frame, sprite, matrix)
            else:
                lay(frame, self._under(base, parts), matrix)

    def _under(self, base: str, parts: tuple[_Part, ...]) -> Packed:
        """Return a sprite under what lies still upon it."""
        if base not in self._joined:
            self._joined[base] = Joined(self._sprite(base))
        known = self._whole.get(base)
        if known is None or known[0] != parts:
            upon = [(self._sprite(part.sprite, part.x, part.y), part.x, part.y) for part in parts]
            known = self._whole[base] = parts, self._joined[base].under(upon)
        return known[1]

    def _together(self, placed: Sequence[Placed]) -> list[tuple[str, Matrix, tuple[_Part, ...]]]:
        """Return what is to be laid: a sprite, where, and what lies still upon it."""
        found: list[tuple[str, Matrix, tuple[_Part, ...]]] = []
        for name, matrix in placed:
            if found:
                base, under, parts = found[-1]
                at = _offset(under, matrix)
                if at is not None and holds(self._sprite(base), self._sprite(name, *at), at):
                    found[-1] = base, under, (*parts, _Part(name, *at))
                    continue
            found.append((name, matrix, ()))
        return found

    def _sprite(self, name: str, x: int = 0, y: int = 0) -> Sprite:
        key = name, bool(x % 2), bool(y % 2)
        if key not in self._sprites:
            self._sprites[key] = sprite_of(self._stage.sprite(name), (x, y))
        return self._sprites[key]


def _offset(under: Matrix, over: Matrix) -> tuple[int, int] | None:
    """Return how many pixels of the lower sprite the upper lies from its corner, or None when it moves by itself."""
    a, b, c, d, e, f = under
    turned = max(abs(a - over[0]), abs(b - over[1]), abs(d - over[3]), abs(e - over[4]))
    if turned > _SAME:
        return None
    area, right, down = a * e - b * d, over[2] - c, over[5] - f
    x, y = (e * right - b * down) / area, (a * down - d * right) / area
    return (round(x), round(y)) if max(abs(x - round(x)), abs(y - round(y))) < _WHOLE else None


class ClipFootage:
    """An encoded clip, cut to fill a phone's screen; its last frame stays when it is too short."""

    def __init__(self, path: str) -> None:
        self._container = av.open(path)
        self._frames = self._decoded()
        self._now = next(self._frames)
        self._next: tuple[float, tuple[Any, ...]] | None = next(self._frames, None)

    def show(self, frame: Frame, second: float) -> None:
        """Copy the clip's frame of that second."""
        while self._next is not None and self._next[0] <= second:
            self._now, self._next = self._next, next(self._frames, None)
        for plane, pixels in zip(frame.planes(), self._now[1], strict=True):
            plane[:] = pixels

    def _decoded(self) -> Iterator[tuple[float, tuple[Any, ...]]]:
        stream = self._container.streams.video[0]
        start: float | None = None
        for picture in self._container.decode(stream):
            start = picture.time if start is None else start
            yield picture.time - start, _covering(picture)


def _covering(picture: Any) -> tuple[Any, ...]:  # noqa: ANN401 - av is untyped here
    """Return a picture's planes, scaled and cut about its middle to 1080 by 1920."""
    near = max(WIDE / picture.width, HIGH / picture.height)
    wide, high = (max(2, round(side * near / 2) * 2) for side in (picture.width, picture.height))
    scaled = picture.reformat(
        width=wide, height=high, format="yuv420p", dst_colorspace="ITU709", dst_color_range="MPEG"
    )
    left, top = (wide - WIDE) // 4 * 2, (high - HIGH) // 4 * 2
    return tuple(
        np.ascontiguousarray(plane_of(plane)[top // by : top // by + HIGH // by, left // by : left // by + WIDE // by])
        for plane, by in zip(scaled.planes, (1, 2, 2), strict=True)
    )


def plane_of(plane: Any) -> Any:  # noqa: ANN401 - av is untyped here
    """Return a plane of a frame as an array that shares its memory."""
    return np.frombuffer(plane, np.uint8).reshape(plane.height, plane.line_size)[:, : plane.width]
