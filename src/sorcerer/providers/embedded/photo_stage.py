"""A shot of an uploaded photograph: a gentle camera, nothing pretended. Runs in a child."""

import base64
import math
from typing import Any

import skia

from sorcerer import ids
from sorcerer.providers.embedded.art.paint import Canvas, Pixels, fill, pixels
from sorcerer.providers.embedded.scenery.props import box
from sorcerer.providers.embedded.setting import HIGH, WIDE
from sorcerer.providers.stage import Placed

_ZOOM = {"wide": 1.0, "medium": 1.06, "close": 1.14}
_FOCUS = HIGH * 0.42
_BLUR = 46.0
_EVEN = 0.5  # odds
_TALL = 1.5  # a photograph at least this tall fills the picture


def open_stage(order: dict[str, Any]) -> "PhotoStage":
    """Return the stage of one shot.

    Args:
        order: "photo" (base64 of the picture's file), "framing", "seed" and "seconds".
    """
    return PhotoStage(order)


class PhotoStage:
    """A photograph under a slow camera."""

    def __init__(self, order: dict[str, Any]) -> None:
        self.order = order

    def sprite(self, name: str) -> Pixels:  # noqa: ARG002 - there is but one
        """Return the photograph as it fills a phone's screen."""
        return photo_plate(base64.b64decode(self.order["photo"]))

    def frame(self, second: float) -> list[Placed]:
        """Return the photograph under the camera at a second of the shot."""
        share = second / max(float(self.order["seconds"]), 0.1)
        pushed = share if ids.draw(self.order["seed"], "push") < _EVEN else 1 - share
        near = _ZOOM[self.order["framing"]] + 0.012 + 0.06 * pushed
        sway = 2 * math.pi * ids.draw(self.order["seed"], "sway")
        x, y = 3 * math.sin(second * 1.1 + sway), 2.4 * math.sin(second * 0.9 + 2 * sway)
        return [Placed("plate", (near, 0.0, WIDE / 2 * (1 - near) + x, 0.0, near, _FOCUS * (1 - near) + y))]


def photo_plate(data: bytes) -> Pixels:
    """Return a photograph as a picture of 1080 by 1920: filling it, or as a card before its own blur."""
    photo = skia.Image.MakeFromEncoded(skia.Data.MakeWithCopy(data))
    smooth = skia.SamplingOptions(skia.CubicResampler.Mitchell())

    def draw(canvas: Canvas) -> None:
        canvas.clear(skia.Color(40, 34, 44))
        cover = max(WIDE / photo.width(), HIGH / photo.height())
        wide, high = photo.width() * cover, photo.height() * cover
        behind = skia.Paint()
        fills = photo.height() / photo.width() >= _TALL
        if not fills:
            behind.setImageFilter(skia.ImageFilters.Blur(_BLUR, _BLUR, skia.TileMode.kClamp))
        canvas.drawImageRect(photo, box((WIDE - wide) / 2, (HIGH - high) / 2, wide, high), smooth, behind)
        if not fills:
            canvas.drawRect(box(0, 0, WIDE, HIGH), fill("#1a1220", 70))
            across = WIDE - 96
            tall = across * photo.height() / photo.width()
            card = box(48, _FOCUS - tall / 2, across, tall)
            canvas.drawRoundRect(card, 44, 44, fill("#000000", 120, blur=30))
            canvas.save()
            canvas.clipRRect(skia.RRect.MakeRectXY(card, 44, 44), skia.ClipOp.kIntersect, True)
            canvas.drawImageRect(photo, card, smooth, skia.Paint())
            canvas.restore()

    return pixels(WIDE, HIGH, draw)
