"""Packed: a sprite's planes side by side in four channels, which are warped for little more than one plane is."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import cast

import cv2
import numpy as np

from sorcerer.studio.film.planes import Bytes
from sorcerer.studio.film.sprite import Sprite, corner

_Box = tuple[slice, slice]


@dataclass(frozen=True)
class Packed:
    """A sprite ready to be moved.

    Args:
        luma: y and what shines through, then nothing twice.
        chroma: u, v and what shines through at half the size, then nothing.
        left, top: where it lies in the picture it was cut from.
    """

    luma: Bytes
    chroma: Bytes
    left: int
    top: int

    @property
    def size(self) -> tuple[int, int]:
        """Return width and height in pixels."""
        return self.luma.shape[1], self.luma.shape[0]


def packed(sprite: Sprite) -> Packed:
    """Return a sprite's planes side by side."""
    nothing, half = np.zeros_like(sprite.y), np.zeros_like(sprite.u)
    luma = _merged(sprite.y, sprite.keep, nothing, nothing)
    return Packed(luma, _merged(sprite.u, sprite.v, sprite.keep_small, half), sprite.left, sprite.top)


class Joined:
    """A sprite with others stamped onto it: where these change it is renewed, the rest of it stays."""

    def __init__(self, base: Sprite) -> None:
        self._base, self._bare = base, packed(base)
        self._whole = Packed(self._bare.luma.copy(), self._bare.chroma.copy(), base.left, base.top)
        self._boxes: list[tuple[_Box, _Box]] = []

    def under(self, parts: Sequence[tuple[Sprite, int, int]]) -> Packed:
        """Return the sprite under these parts, each at its point in the picture the base was cut from.

        The next call changes what this one returned.
        """
        for full, half in self._boxes:
            self._whole.luma[full], self._whole.chroma[half] = self._bare.luma[full], self._bare.chroma[half]
        self._boxes = [self._stamped(part, *corner(self._base, part, x, y)) for part, x, y in parts]
        return self._whole

    def _stamped(self, part: Sprite, left: int, top: int) -> tuple[_Box, _Box]:
        wide, high = part.size
        full = slice(top, top + high), slice(left, left + wide)
        half = slice(top // 2, (top + high) // 2), slice(left // 2, (left + wide) // 2)
        nothing, small = np.zeros_like(part.y), np.zeros_like(part.u)
        _stamp(self._whole.luma[full], _merged(part.y, nothing, nothing, nothing), part.keep)
        _stamp(self._whole.chroma[half], _merged(part.u, part.v, small, small), part.keep_small)
        return full, half


def _stamp(target: Bytes, source: Bytes, keep: Bytes) -> None:
    """Lay a part over what is there; what shines through both is what shines through each in turn."""
    cv2.multiply(target, _merged(keep, keep, keep, keep), target, scale=1 / 255)
    cv2.add(target, source, target)


def _merged(*planes: Bytes) -> Bytes:
    return cast("Bytes", cv2.merge(planes))
