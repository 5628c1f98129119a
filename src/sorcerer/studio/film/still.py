"""Draw stories and thumbnails. Runs only in a child."""

import base64
from typing import Any

import cv2
import numpy as np
import skia

from sorcerer.providers import Placed
from sorcerer.studio.film.lettering import runs, width, wrapped, write
from sorcerer.studio.film.overlay import LEFT, TOP, overlay_picture
from sorcerer.studio.film.planes import HIGH, WIDE
from sorcerer.studio.film.sticker import paint_of, stick

_QUALITY = 92
_WIDEST = 880.0
_LINE_BOTTOM = round(HIGH * 0.78)
_GRID_BOTTOM = (HIGH + WIDE * 4 // 3) // 2  # a profile's grid shows the middle, 3 to 4
_WHITE, _DARK = skia.Color(255, 255, 255), skia.Color(26, 20, 32)


def open_stage(order: dict[str, Any]) -> "Still":
    """Return a finished picture as a stage on which nothing moves; `order` holds "photo", base64 of its file."""
    return Still(order)


class Still:
    """A finished picture, held."""

    def __init__(self, order: dict[str, Any]) -> None:
        self.order = order

    def sprite(self, name: str) -> Any:  # noqa: ANN401, ARG002 - skia has no types; there is but one sprite
        """Return the picture as premultiplied RGBA, 1080 by 1920 pixels."""
        data = np.frombuffer(base64.b64decode(self.order["photo"]), np.uint8)
        decoded = cv2.imdecode(data, cv2.IMREAD_COLOR)
        if decoded is None:
            raise ValueError("the story is no picture any more")
        picture = cv2.cvtColor(decoded, cv2.COLOR_BGR2RGBA)
        return cv2.resize(picture, (WIDE, HIGH), interpolation=cv2.INTER_AREA)

    def frame(self, second: float) -> list[Placed]:  # noqa: ARG002 - every second shows the same
        """Return the picture, filling the frame."""
        return [Placed("still", (1.0, 0.0, 0.0, 0.0, 1.0, 0.0))]


def story(order: dict[str, Any]) -> dict[str, str]:
    """Draw a story; answers {"picture": base64 of a JPEG}.

    Args:
        order: "picture" (base64), "line", "stickers", "overlay", "seed" and "language".
    """

    def draw(canvas: Any) -> None:  # noqa: ANN401 - skia has no types
        for sticker in order["stickers"]:
            stick(canvas, sticker["kind"], sticker["text"], order["seed"], order["language"])
        if order["line"]:
            _boxed(canvas, order["line"])

    return _finished(order, draw)


def thumbnail(order: dict[str, Any]) -> dict[str, str]:
    """Draw a cover from {"picture", "title", "overlay"}; answers {"picture": base64 of a JPEG}."""
    return _finished(order, lambda canvas: _headline(canvas, order["title"]))


def _finished(order: dict[str, Any], draw: Any) -> dict[str, str]:  # noqa: ANN401 - a function of a canvas
    buffer = np.zeros((HIGH, WIDE, 4), np.uint8)
    surface = skia.Surface(buffer, skia.kRGBA_8888_ColorType, skia.kPremul_AlphaType)
    canvas = surface.getCanvas()
    canvas.clear(skia.Color(40, 34, 44))
    photo = skia.Image.MakeFromEncoded(skia.Data.MakeWithCopy(base64.b64decode(order["picture"])))
    near = max(WIDE / photo.width(), HIGH / photo.height())
    wide, high = photo.width() * near, photo.height() * near
    box = skia.Rect((WIDE - wide) / 2, (HIGH - high) / 2, (WIDE + wide) / 2, (HIGH + high) / 2)
    smooth = skia.SamplingOptions() if near == 1 else skia.SamplingOptions(skia.CubicResampler.Mitchell())
    canvas.drawImageRect(photo, box, smooth, skia.Paint())
    draw(canvas)
    labels = overlay_picture(tuple(order["overlay"]))
    if labels is not None:
        canvas.drawImage(skia.Image.fromarray(labels, skia.kRGBA_8888_ColorType, skia.kPremul_AlphaType), LEFT, TOP)
    del canvas, surface
    done, data = cv2.imencode(".jpg", cv2.cvtColor(buffer, cv2.COLOR_RGBA2BGR), [cv2.IMWRITE_JPEG_QUALITY, _QUALITY])
    if not done:
        raise RuntimeError("OpenCV did not encode the JPEG")
    return {"picture": base64.b64encode(data.tobytes()).decode()}


def _boxed(canvas: Any, text: str) -> None:  # noqa: ANN401 - skia has no types
    """Write one line of talk in white boxes, row by row, above the reply bar."""
    size = 58.0
    rows = wrapped(text, size, _WIDEST)
    step = size * 1.5
    top = _LINE_BOTTOM - step * len(rows)
    for index, row in enumerate(rows):
        parts = runs(row, size)
        if width(parts) > _WIDEST:
            parts = runs(row, size * _WIDEST / width(parts))
        x, y = (WIDE - width(parts)) / 2, top + step * index
        back = skia.Rect(x - 26, y, x + width(parts) + 26, y + step + 2)
        canvas.drawRoundRect(back, 18, 18, paint_of(skia.Color(255, 255, 255, 244)))
        write(canvas, parts, x, y + step * 0.7, paint_of(_DARK))


def _headline(canvas: Any, text: str) -> None:  # noqa: ANN401 - skia has no types
    """Write a title over a soft dark ground, above what networks write themselves, inside the part a grid shows."""
    size = 92.0
    rows = wrapped(text, size, _WIDEST)[:4]
    step = size * 1.16
    top = _LINE_BOTTOM - step * len(rows)
    colors = [skia.Color(12, 8, 16, 0), skia.Color(12, 8, 16, 205)]
    shade = skia.Paint(
        Shader=skia.GradientShader.MakeLinear([skia.Point(0, top - 260), skia.Point(0, _GRID_BOTTOM)], colors)
    )
    canvas.drawRect(skia.Rect(0, top - 260, WIDE, HIGH), shade)
    for index, row in enumerate(rows):
        parts = runs(row, size)
        if width(parts) > _WIDEST:
            parts = runs(row, size * _WIDEST / width(parts))
        write(canvas, parts, 90, top + step * (index + 0.8), paint_of(_WHITE))
