"""Features: eyes, brows and mouth, the parts of a face that move."""

import skia

from sorcerer.providers.embedded.art.paint import (
    Canvas,
    darker,
    fill,
    lighter,
    line,
    linear,
    mirrored,
    mix,
    outline,
    oval,
    radial,
)
from sorcerer.providers.embedded.art.palette import brows_of, hair_of, lips_of, skin_of
from sorcerer.providers.embedded.mouth import Mouth
from sorcerer.providers.values import Look

_EYE = (91, -22)
_LIDS = {"almond": 1.0, "round": 1.16, "hooded": 0.8}
_SHUT = 0.1
_PARTED = 2.0


def draw_eyes(canvas: Canvas, look: Look, *, opened: float = 1.0, gaze: float = 0.0, smile: float = 0.3) -> None:
    """Draw both eyes.

    Args:
        opened: 0 shut, 1 open.
        gaze: -1 to her right, 1 to her left.
        smile: how far the lower lids rise, 0 to 1.
    """

    def eye(side: int) -> None:
        canvas.save()
        canvas.translate(*_EYE)
        if opened < _SHUT:
            _draw_shut(canvas, look)
        else:
            _draw_open(canvas, look, opened, gaze * side, smile)
        canvas.restore()

    mirrored(canvas, eye)


def _lash_tone(look: Look) -> str:
    return mix(hair_of(look).shade, "#170d10", 0.6)


def _draw_open(canvas: Canvas, look: Look, opened: float, gaze: float, smile: float) -> None:
    skin, dark = skin_of(look), _lash_tone(look)
    high = (27 if look.masc else 35) * opened * _LIDS[look.eyes]
    low = 20 - 8 * smile
    fold = 12 if look.eyes == "hooded" else 22
    canvas.drawPath(
        outline(f"M -52 -2 C -34 {-high - fold} 30 {-high - fold - 5} 60 -16"),
        line(skin.shade, 6 if fold > high else 10, 130, blur=3),
    )
    lids = outline(f"M -51 7 C -36 {-high + 2} 24 {-high - 6} 54 -8 C 40 {low} -20 {low + 8} -51 7 Z")
    canvas.drawPath(lids, fill(linear((0, -high), (0, low), "#cfc6ca", "#fffdfc", "#f3ecec", at=[0, 0.5, 1])))
    canvas.save()
    canvas.clipPath(lids, skia.ClipOp.kIntersect, True)
    _draw_iris(canvas, look.eye, gaze * 11 + 1, -5)
    lid_shadow = (
        f"M -62 {-high - 12} L 62 {-high - 16} L 62 {-high * 0.3 - 3} C 30 {-high * 0.6} -30 "
        f"{-high * 0.54} -62 {-high * 0.1 + 4} Z"
    )
    canvas.drawPath(outline(lid_shadow), fill("#33191f", 84, blur=6))
    canvas.drawOval(oval(-50, 6, 7, 6), fill(skin.blush, 150, blur=3))
    canvas.restore()
    canvas.drawPath(outline(f"M -53 8 C -36 {-high} 24 {-high - 8} 58 -12"), line(dark, 5.2 if look.masc else 7.4))
    if not look.masc:
        _draw_lashes(canvas, dark, high)
    canvas.drawPath(outline(f"M 48 {low - 14} C 20 {low + 4} -20 {low + 8} -46 10"), line(skin.shade, 3.4, 140, blur=1))
    canvas.drawPath(
        outline(f"M 40 {low + 10} C 16 {low + 20} -20 {low + 20} -40 {low + 8}"), line(skin.shade, 5, 58, blur=4)
    )


def _draw_iris(canvas: Canvas, color: str, x: float, y: float) -> None:
    canvas.drawOval(oval(x, y, 27, 27), fill(darker(color, 0.6)))
    inner = radial((x, y + 11), 26, mix(color, "#ffe3ad", 0.6), color, darker(color, 0.5), at=[0, 0.52, 1])
    canvas.drawOval(oval(x, y, 24, 24), fill(inner))
    canvas.drawOval(oval(x, y, 11.5, 11.5), fill("#0b0709"))
    canvas.drawOval(oval(x - 8, y - 9, 7.6, 7.6), fill("#ffffff", 242))
    canvas.drawOval(oval(x + 9, y + 10, 3.6, 3.6), fill("#ffffff", 150))


def _draw_lashes(canvas: Canvas, dark: str, high: float) -> None:
    canvas.drawPath(outline("M 46 -13 C 58 -19 67 -25 75 -34 C 72 -20 64 -8 51 -4 Z"), fill(dark))
    for along, length in ((0.66, 11), (0.8, 15)):
        x = -53 + 111 * along
        y = -high * 0.84 * (1 - abs(along - 0.45) * 1.15)
        canvas.drawLine(x, y, x + length * 0.6, y - length, line(dark, 3.6))


def _draw_shut(canvas: Canvas, look: Look) -> None:
    dark = _lash_tone(look)
    canvas.drawPath(outline("M -50 -12 C -28 -30 28 -30 56 -20"), line(skin_of(look).shade, 5, 90, blur=3))
    canvas.drawPath(outline("M -51 3 C -26 22 28 22 57 -4"), line(dark, 5.5 if look.masc else 7.5))
    if not look.masc:
        for x, y, length in ((54, 0, 13), (38, 12, 13), (16, 18, 11)):
            canvas.drawLine(x, y, x + length, y + 8, line(dark, 4))


def draw_brows(canvas: Canvas, look: Look, *, raised: float = 0.0) -> None:
    """Draw both brows, `raised` from 0 at rest to 1."""
    tone = brows_of(look)
    thick = (14 if look.masc else 9.5) * look.brow

    def brow(_: int) -> None:
        canvas.save()
        canvas.translate(94, -104 - 15 * raised)
        canvas.rotate(5)
        shape = (
            f"M -56 10 C -28 {-8 - thick * 0.6} 22 {-18 - thick * 0.5} 66 6 "
            f"C 26 {-8 + thick * 0.35} -24 {2 + thick * 0.6} -54 {16 + thick * 0.4} Z"
        )
        canvas.drawPath(
            outline(shape), fill(linear((-56, 0), (66, 0), mix(tone, skin_of(look).shade, 0.3), tone), 238, blur=1.2)
        )
        canvas.restore()

    mirrored(canvas, brow)


def draw_mouth(canvas: Canvas, look: Look, mouth: Mouth, *, smile: float = 0.35) -> None:
    """Draw the mouth in one of its shapes, its corners lifted by `smile` from 0 to 1."""
    lip = lips_of(look)
    half = 60 + mouth.wide * 20
    opening = max(mouth.open, 0.0) * 54
    corner = -22 * smile
    up, down = -3 - opening * 0.18, 5 + opening * 0.95
    lower = (7 if look.masc else 10) * look.lips**1.5 + 6 * max(0.0, -mouth.wide)
    upper = (6 if look.masc else 10.5) * look.lips**1.5
    canvas.save()
    canvas.translate(0, 150)
    if opening > _PARTED:
        _draw_inside(canvas, (half, corner, up, down, opening), mouth.teeth)
    lower_lip = _lower_lip(half, corner, up, down, lower, parted=opening > _PARTED)
    canvas.drawPath(
        lower_lip, fill(linear((0, down - 6), (0, down + lower + 20), lighter(lip, 0.06), darker(lip, 0.2)))
    )
    top = (
        f"M {-half} {corner} C {-half * 0.55} {up - upper} {-half * 0.25} {up - upper - 6} 0 {up - upper + 2.5} "
        f"C {half * 0.25} {up - upper - 6} {half * 0.55} {up - upper} {half} {corner} "
        f"C {half * 0.55} {up + 1} {half * 0.25} {up - 1} 0 {up + 2} C {-half * 0.25} "
        f"{up - 1} {-half * 0.55} {up + 1} {-half} {corner} Z"
    )
    canvas.drawPath(outline(top), fill(linear((0, up - upper), (0, up + 4), darker(lip, 0.12), darker(lip, 0.34))))
    if opening <= _PARTED:
        seam = (
            f"M {-half} {corner} C {-half * 0.5} {up + 4} {-half * 0.2} {up + 1} 0 {up + 4} C "
            f"{half * 0.2} {up + 1} {half * 0.5} {up + 4} {half} {corner}"
        )
        canvas.drawPath(outline(seam), line(darker(lip, 0.66), 3.2, 225))
    _draw_around(canvas, look, (half, corner, down, lower), parted=opening > _PARTED)
    canvas.restore()


def _draw_inside(canvas: Canvas, shape: tuple[float, float, float, float, float], teeth: float) -> None:
    half, corner, up, down, opening = shape
    hollow = outline(
        f"M {-half + 7} {corner + 2} C {-half * 0.5} {up - 4} {-half * 0.2} {up - 6} 0 {up - 2} "
        f"C {half * 0.2} {up - 6} {half * 0.5} {up - 4} {half - 7} {corner + 2} "
        f"C {half * 0.62} {down} {half * 0.3} {down + 6} 0 {down + 6} C {-half * 0.3} "
        f"{down + 6} {-half * 0.62} {down} {-half + 7} {corner + 2} Z"
    )
    dark = linear((0, up), (0, down), "#35090f", "#741c28")
    canvas.drawPath(hollow, line(dark, 9))  # under the lips, so that no skin shows between
    canvas.drawPath(hollow, fill(dark))
    canvas.save()
    canvas.clipPath(hollow, skia.ClipOp.kIntersect, True)
    canvas.drawOval(skia.Rect(-half * 0.5, down - opening * 0.42, half * 0.5, down + 26), fill("#d35d66", blur=3))
    if teeth > 0:
        edge = up + 4 + 12 * min(1.0, opening / 26) * teeth
        row = (
            f"M {-half * 0.8} {up - 16} L {half * 0.8} {up - 16} L {half * 0.7} {edge - 2} "
            f"C {half * 0.3} {edge + 5} {-half * 0.3} {edge + 5} {-half * 0.7} {edge - 2} Z"
        )
        canvas.drawPath(
            outline(row), fill(linear((-half, 0), (half, 0), "#d5cac6", "#f8f2ec", "#d5cac6", at=[0, 0.5, 1]))
        )
        canvas.drawPath(
            outline(f"M {-half} {up - 2} L {half} {up - 2}"), line("#5a1a22", 9, 120, blur=4)
        )  # the lip's shadow
    canvas.restore()


def _lower_lip(half: float, corner: float, up: float, down: float, lower: float, *, parted: bool) -> object:
    if not parted:
        return outline(
            f"M {-half} {corner} C {-half * 0.5} {up + 4} {-half * 0.2} {up + 2} 0 {up + 4} "
            f"C {half * 0.2} {up + 2} {half * 0.5} {up + 4} {half} {corner} "
            f"C {half * 0.6} {lower + 13} {half * 0.3} {lower + 20} 0 {lower + 20} "
            f"C {-half * 0.3} {lower + 20} {-half * 0.6} {lower + 13} {-half} {corner} Z"
        )
    return outline(
        f"M {-half} {corner} C {-half * 0.62} {down - 2} {-half * 0.3} {down + 2} 0 {down + 2} "
        f"C {half * 0.3} {down + 2} {half * 0.62} {down - 2} {half} {corner} "
        f"C {half * 0.62} {down + lower + 7} {half * 0.3} {down + lower + 13} 0 {down + lower + 13} "
        f"C {-half * 0.3} {down + lower + 13} {-half * 0.62} {down + lower + 7} {-half} {corner} Z"
    )


def _draw_around(canvas: Canvas, look: Look, shape: tuple[float, float, float, float], *, parted: bool) -> None:
    """Draw the shine on the lip, the corners, and the small shadow beneath."""
    half, corner, down, lower = shape
    skin = skin_of(look)
    shine = (down + lower * 0.5 + 5) if parted else lower + 5
    canvas.drawOval(oval(-2, shine, 17, 3.6), fill("#ffffff", 50 if look.masc else 120, blur=3))
    for sign in (-1, 1):
        canvas.drawOval(oval(sign * (half + 4), corner + 1, 7, 7), fill(skin.shade, 105, blur=5))
    canvas.drawOval(oval(0, down + lower + 28, 34, 5), fill(skin.shade, 86, blur=6))
