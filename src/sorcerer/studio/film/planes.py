"""Planes: sprites as BT.709 YUV 4:2:0 with alpha, laid over a frame. Limited range, alpha multiplied in."""

from dataclasses import dataclass
from typing import Any

import cv2
import numpy as np
import numpy.typing as npt

Bytes = npt.NDArray[np.uint8]
Matrix = tuple[float, float, float, float, float, float]
WIDE, HIGH = 1080, 1920
_RED, _BLUE = 0.2126, 0.0722  # BT.709
_GREEN = 1 - _RED - _BLUE
_LUMA, _CHROMA = 219 / 255, 224 / 255  # limited range
_TO_YUV = np.array(
    [
        [_RED * _LUMA, _GREEN * _LUMA, _BLUE * _LUMA],
        [-_RED / (2 * (1 - _BLUE)) * _CHROMA, -_GREEN / (2 * (1 - _BLUE)) * _CHROMA, 0.5 * _CHROMA],
        [0.5 * _CHROMA, -_GREEN / (2 * (1 - _RED)) * _CHROMA, -_BLUE / (2 * (1 - _RED)) * _CHROMA],
    ],
    np.float32,
)
cv2.setNumThreads(1)


@dataclass(frozen=True)
class Frame:
    """One frame: luma at full size, the two chroma planes at half."""

    y: Bytes
    u: Bytes
    v: Bytes

    @classmethod
    def empty(cls) -> "Frame":
        """Return a frame that nothing has been laid on."""
        small = (HIGH // 2, WIDE // 2)
        return cls(np.full((HIGH, WIDE), 16, np.uint8), np.full(small, 128, np.uint8), np.full(small, 128, np.uint8))

    def planes(self) -> tuple[Bytes, Bytes, Bytes]:
        """Return the three planes."""
        return self.y, self.u, self.v


@dataclass(frozen=True)
class Sprite:
    """A picture ready to be laid over a frame; sizes are even.

    Args:
        keep, keep_small: what shines through, 255 minus alpha, at luma and chroma size.
        left, top: where it lies in the picture it was cut from, without that one's empty edges.
        opaque: whether it hides all beneath it.
    """

    y: Bytes
    u: Bytes
    v: Bytes
    keep: Bytes
    keep_small: Bytes
    opaque: bool
    left: int = 0
    top: int = 0

    @property
    def size(self) -> tuple[int, int]:
        """Return width and height in pixels."""
        return self.y.shape[1], self.y.shape[0]


def sprite_of(picture: Bytes) -> Sprite:
    """Return a sprite from premultiplied RGBA, without its empty edges; an odd edge is padded with nothing."""
    picture, left, top = _trimmed(picture)
    high, wide = picture.shape[:2]
    if high % 2 or wide % 2:
        picture = np.pad(picture, ((0, high % 2), (0, wide % 2), (0, 0)))
    tones = cv2.transform(np.ascontiguousarray(picture[..., :3]).astype(np.float32), _TO_YUV)
    alpha = picture[..., 3].astype(np.float32) / 255
    small = cv2.resize(tones[..., 1:], None, fx=0.5, fy=0.5, interpolation=cv2.INTER_AREA)
    small_alpha = cv2.resize(alpha, None, fx=0.5, fy=0.5, interpolation=cv2.INTER_AREA)
    return Sprite(
        y=_bytes(tones[..., 0] + 16 * alpha),
        u=_bytes(small[..., 0] + 128 * small_alpha),
        v=_bytes(small[..., 1] + 128 * small_alpha),
        keep=255 - picture[..., 3],
        keep_small=255 - _bytes(small_alpha * 255),
        opaque=bool(picture[..., 3].min() == 255),  # noqa: PLR2004 - full alpha
        left=left,
        top=top,
    )


def _trimmed(picture: Bytes) -> tuple[Bytes, int, int]:
    rows, columns = (np.flatnonzero(picture[..., 3].any(axis)) for axis in (1, 0))
    if not rows.size:
        return picture[:2, :2], 0, 0
    left, top = int(columns[0]) // 2 * 2, int(rows[0]) // 2 * 2
    return picture[top : rows[-1] + 1, left : columns[-1] + 1], left, top


def _bytes(values: Any) -> Bytes:  # noqa: ANN401 - float planes
    rounded: Bytes = np.clip(values + 0.5, 0, 255).astype(np.uint8)
    return rounded


def lay(frame: Frame, sprite: Sprite, matrix: Matrix) -> None:
    """Lay a sprite over a frame, moved, turned and scaled by a matrix in luma pixels."""
    if sprite.opaque and sprite.size == (WIDE, HIGH):
        _cover(frame, sprite, matrix)
        return
    move = np.array(matrix, np.float64).reshape(2, 3)
    move[:, 2] += move[:, :2] @ (sprite.left, sprite.top)
    left, top, right, bottom = _bounds(move, sprite.size)
    if right <= left or bottom <= top:
        return
    move[:, 2] -= (left, top)
    _blend((frame.y[top:bottom, left:right],), (sprite.y,), sprite.keep, move)
    half = (slice(top // 2, bottom // 2), slice(left // 2, right // 2))
    _blend((frame.u[half], frame.v[half]), (sprite.u, sprite.v), sprite.keep_small, _at_half(move))


def stamp(frame: Frame, sprite: Sprite, x: int, y: int) -> None:
    """Lay the picture a sprite was cut from at a point, without moving a pixel; x and y are even and inside."""
    wide, high = sprite.size
    x, y = x + sprite.left, y + sprite.top
    _over(frame.y[y : y + high, x : x + wide], sprite.y, sprite.keep)
    half = (slice(y // 2, (y + high) // 2), slice(x // 2, (x + wide) // 2))
    _over(frame.u[half], sprite.u, sprite.keep_small)
    _over(frame.v[half], sprite.v, sprite.keep_small)


def _cover(frame: Frame, sprite: Sprite, matrix: Matrix) -> None:
    move = np.array(matrix, np.float64).reshape(2, 3)
    small = _at_half(move)
    for target, source, by in ((frame.y, sprite.y, move), (frame.u, sprite.u, small), (frame.v, sprite.v, small)):
        size = (target.shape[1], target.shape[0])
        cv2.warpAffine(source, by, size, target, cv2.INTER_LINEAR, cv2.BORDER_REPLICATE)


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


def _blend(targets: tuple[Bytes, ...], sources: tuple[Bytes, ...], keep: Bytes, move: Any) -> None:  # noqa: ANN401 - 2 by 3 array
    size = (targets[0].shape[1], targets[0].shape[0])

    def moved(plane: Bytes, outside: int) -> Any:  # noqa: ANN401 - OpenCV's arrays
        return cv2.warpAffine(plane, move, size, None, cv2.INTER_LINEAR, cv2.BORDER_CONSTANT, outside)

    through = moved(keep, 255)
    for target, source in zip(targets, sources, strict=True):
        _over(target, moved(source, 0), through)


def _over(target: Bytes, source: Bytes, keep: Bytes) -> None:
    cv2.multiply(target, keep, target, scale=1 / 255)
    cv2.add(target, source, target)
