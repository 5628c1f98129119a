"""Sprites: pictures as BT.709 YUV 4:2:0 with alpha multiplied in, ready to be laid over a frame."""

from dataclasses import dataclass
from typing import Any, cast

import cv2
import numpy as np

from sorcerer.studio.film.planes import HIGH, WIDE, Bytes
from sorcerer.studio.film.zoom import MARGIN

_RED, _BLUE = 0.2126, 0.0722  # BT.709
_GREEN = 1 - _RED - _BLUE
_LUMA, _CHROMA = 219 / 255, 224 / 255  # limited range
_BLACK, _NO_COLOUR = 16, 128
_TO_YUV = np.array(
    [
        [_RED * _LUMA, _GREEN * _LUMA, _BLUE * _LUMA, _BLACK],
        [-_RED / (2 * (1 - _BLUE)) * _CHROMA, -_GREEN / (2 * (1 - _BLUE)) * _CHROMA, 0.5 * _CHROMA, _NO_COLOUR],
        [0.5 * _CHROMA, -_GREEN / (2 * (1 - _RED)) * _CHROMA, -_BLUE / (2 * (1 - _RED)) * _CHROMA, _NO_COLOUR],
    ],
    np.float32,
)


@dataclass(frozen=True)
class Sprite:
    """A picture ready to be laid over a frame; sizes are even.

    Args:
        keep, keep_small: what shines through, 255 minus alpha, at luma and chroma size.
        left, top: where it lies in the picture it was cut from, without that one's empty edges.
        covers: whether it fills the frame and hides all beneath it; its colours then go on beyond its edges by
            `MARGIN` pixels, for a camera that moves.
    """

    y: Bytes
    u: Bytes
    v: Bytes
    keep: Bytes
    keep_small: Bytes
    covers: bool
    left: int = 0
    top: int = 0

    @property
    def size(self) -> tuple[int, int]:
        """Return width and height in pixels."""
        return self.keep.shape[1], self.keep.shape[0]


def sprite_of(picture: Bytes, at: tuple[int, int] = (0, 0)) -> Sprite:
    """Return a sprite from premultiplied RGBA, without its empty edges; an odd edge is padded with nothing.

    Args:
        at: where it will be stamped; an odd x or y pads that side, so that chroma samples meet.
    """
    x, y = at[0] % 2, at[1] % 2
    if x or y:
        picture = np.pad(picture, ((y, 0), (x, 0), (0, 0)))
    left, top, wide, high = cv2.boundingRect(cv2.extractChannel(picture, 3))
    right, bottom = left + max(wide, 2), top + max(high, 2)
    left, top = left // 2 * 2, top // 2 * 2
    picture = picture[top:bottom, left:right]
    high, wide = picture.shape[:2]
    if high % 2 or wide % 2:
        picture = np.pad(picture, ((0, high % 2), (0, wide % 2), (0, 0)))
    return _converted(np.ascontiguousarray(picture), left, top)


def _converted(picture: Bytes, left: int, top: int) -> Sprite:
    tones = cv2.transform(cv2.cvtColor(picture, cv2.COLOR_RGBA2RGB), _TO_YUV)
    keep = cast("Bytes", cv2.bitwise_not(cv2.extractChannel(picture, 3)))
    small, keep_small = _halved(tones), _halved(keep)
    planes = [_channel(tones, 0), _channel(small, 1), _channel(small, 2)]
    covers = planes[0].shape == (HIGH, WIDE) and not keep.any()
    if covers:
        around = (MARGIN, MARGIN, MARGIN, MARGIN, cv2.BORDER_REPLICATE)
        planes = [cast("Bytes", cv2.copyMakeBorder(plane, *around)) for plane in planes]
    else:  # the constants of the conversion belong to what is there only
        parts = zip(planes, (keep, keep_small, keep_small), (_BLACK, _NO_COLOUR, _NO_COLOUR), strict=True)
        planes = [cast("Bytes", cv2.addWeighted(plane, 1, none, -level / 255, 0)) for plane, none, level in parts]
    y, u, v = planes
    return Sprite(y, u, v, keep, keep_small, covers, left, top)


def _channel(picture: Any, number: int) -> Bytes:  # noqa: ANN401 - OpenCV's arrays
    return cast("Bytes", cv2.extractChannel(picture, number))


def _halved(picture: Any) -> Bytes:  # noqa: ANN401 - OpenCV's arrays
    return cast("Bytes", cv2.resize(picture, None, fx=0.5, fy=0.5, interpolation=cv2.INTER_AREA))


def holds(base: Sprite, part: Sprite, at: tuple[int, int]) -> bool:
    """Tell whether a part, stamped at a point of the base's picture, lies on it entirely, and the base is no plate."""
    left, top = corner(base, part, *at)
    inside = left + part.size[0] <= base.size[0] and top + part.size[1] <= base.size[1]
    return not base.covers and left >= 0 and top >= 0 and inside


def corner(base: Sprite, part: Sprite, x: int, y: int) -> tuple[int, int]:
    """Return where a part's planes begin in those of the base; an odd point was padded for when it was converted."""
    return x // 2 * 2 + part.left - base.left, y // 2 * 2 + part.top - base.top
