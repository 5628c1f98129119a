"""Lay: a sprite over a frame, moved, turned and scaled by parts of a pixel."""

from typing import Any, cast

import cv2
import numpy as np

from sorcerer.studio.film.packed import Packed
from sorcerer.studio.film.planes import HIGH, WIDE, Bytes, Frame, Matrix, over
from sorcerer.studio.film.sprite import Sprite
from sorcerer.studio.film.zoom import MARGIN, zoomed


def lay(frame: Frame, sprite: Packed, matrix: Matrix) -> None:
    """Lay a sprite over a frame, moved, turned and scaled by a matrix in luma pixels."""
    move = np.array(matrix, np.float64).reshape(2, 3)
    move[:, 2] += move[:, :2] @ (sprite.left, sprite.top)
    left, top, right, bottom = _bounds(move, sprite.size)
    if right <= left or bottom <= top:
        return
    move[:, 2] -= (left, top)
    moved = _warped(sprite.luma, move, (right - left, bottom - top), (0, 255, 0, 0))
    over(frame.y[top:bottom, left:right], _channel(moved, 0), _channel(moved, 1))
    half = (slice(top // 2, bottom // 2), slice(left // 2, right // 2))
    moved = _warped(sprite.chroma, _at_half(move), ((right - left) // 2, (bottom - top) // 2), (0, 0, 255, 0))
    keep = _channel(moved, 2)
    over(frame.u[half], _channel(moved, 0), keep)
    over(frame.v[half], _channel(moved, 1), keep)


def stamp(frame: Frame, sprite: Sprite, x: int, y: int) -> None:
    """Lay the picture a sprite was cut from at a point, without moving a pixel; x and y are even and inside."""
    wide, high = sprite.size
    x, y = x + sprite.left, y + sprite.top
    over(frame.y[y : y + high, x : x + wide], sprite.y, sprite.keep)
    half = (slice(y // 2, (y + high) // 2), slice(x // 2, (x + wide) // 2))
    over(frame.u[half], sprite.u, sprite.keep_small)
    over(frame.v[half], sprite.v, sprite.keep_small)


def cover(frame: Frame, sprite: Sprite, matrix: Matrix) -> None:
    """Fill a frame with a sprite that covers it, moved, turned and scaled by a matrix in luma pixels."""
    move = np.array(matrix, np.float64).reshape(2, 3)
    small = _at_half(move)
    for target, source, by in ((frame.y, sprite.y, move), (frame.u, sprite.u, small), (frame.v, sprite.v, small)):
        if by[0, 1] or by[1, 0] or not zoomed(source, by, target):
            size = (target.shape[1], target.shape[0])
            bare = source[MARGIN:-MARGIN, MARGIN:-MARGIN]
            target[:] = cv2.warpAffine(bare, by, size, None, cv2.INTER_LINEAR, cv2.BORDER_REPLICATE)


def _at_half(move: Any) -> Any:  # noqa: ANN401 - 2 by 3 arrays
    """Return a matrix for chroma planes, whose samples lie between those of luma."""
    small = move.copy()
    small[:, 2] = (move[:, 2] + 0.5 * (move[:, 0] + move[:, 1]) - 0.5) / 2
    return small


def _bounds(move: Any, size: tuple[int, int]) -> tuple[int, int, int, int]:  # noqa: ANN401 - 2 by 3 array
    corners = np.array([[0, 0, 1], [size[0], 0, 1], [0, size[1], 1], [*size, 1]], np.float64).T
    xs, ys = move @ corners
    left, top = max(0, int(xs.min()) // 2 * 2), max(0, int(ys.min()) // 2 * 2)
    right, bottom = min(WIDE, (int(xs.max()) + 3) // 2 * 2), min(HIGH, (int(ys.max()) + 3) // 2 * 2)
    return left, top, right, bottom


def _warped(source: Bytes, move: Any, size: tuple[int, int], outside: tuple[int, ...]) -> Any:  # noqa: ANN401 - arrays
    return cv2.warpAffine(source, move, size, None, cv2.INTER_LINEAR, cv2.BORDER_CONSTANT, outside)


def _channel(picture: Any, number: int) -> Bytes:  # noqa: ANN401 - OpenCV's arrays
    return cast("Bytes", cv2.extractChannel(picture, number))
