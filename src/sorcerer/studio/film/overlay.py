"""Overlay: what a post owes its viewers, small and legible in the upper left of the safe zone, in every frame."""

import numpy as np
import skia

from sorcerer.studio.film.lettering import Run, runs, width, write
from sorcerer.studio.film.planes import HIGH, WIDE, Bytes

LEFT, TOP = 64, round(HIGH * 0.145) // 2 * 2
_SIZE = 32.0
_GAP, _PAD = 12, 18
_WIDEST = WIDE - 2 * LEFT


def overlay_picture(lines: tuple[str, ...]) -> Bytes | None:
    """Return the labels as premultiplied RGBA to be laid at (LEFT, TOP), or None when there are none."""
    labels = [parts for line in lines if (parts := _fitted(line))]
    if not labels:
        return None
    row = round(_SIZE * 1.75)
    wide = round(max(width(parts) for parts in labels)) + 2 * _PAD + 2
    buffer = np.zeros((len(labels) * (row + _GAP), wide + wide % 2, 4), np.uint8)
    surface = skia.Surface(buffer, skia.kRGBA_8888_ColorType, skia.kPremul_AlphaType)
    canvas = surface.getCanvas()
    for index, parts in enumerate(labels):
        top = index * (row + _GAP)
        ground = skia.Rect(0, top, width(parts) + 2 * _PAD, top + row)
        canvas.drawRoundRect(ground, 16, 16, skia.Paint(AntiAlias=True, Color=skia.Color(18, 12, 22, 150)))
        write(canvas, parts, _PAD, top + row * 0.69, skia.Paint(AntiAlias=True, Color=skia.Color(255, 255, 255)))
    del canvas, surface
    return buffer


def _fitted(line: str) -> list[Run]:
    parts = runs(line, _SIZE, "plain")
    if parts and width(parts) > _WIDEST - 2 * _PAD:
        parts = runs(line, _SIZE * (_WIDEST - 2 * _PAD) / width(parts), "plain")
    return parts
