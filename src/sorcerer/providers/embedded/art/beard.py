"""Beards: full, a stubble, a goatee or a moustache."""

from sorcerer.providers.embedded.art.paint import Canvas, fill, line, mix, outline
from sorcerer.providers.embedded.art.palette import brows_of, hair_of, skin_of
from sorcerer.providers.embedded.art.ribbons import chance
from sorcerer.providers.embedded.art.strands import comb
from sorcerer.providers.values import Look

_FULL = (
    "M -206 -6 C -182 66 -164 96 -126 104 C -92 92 -58 88 0 96 C 58 88 92 92 126 104 "
    "C 164 96 182 66 206 -6 L 226 310 L -226 310 Z"
)
_LIPS = "M -50 140 C -26 132 26 132 50 140 C 56 156 44 176 28 182 L -28 182 C -44 176 -56 156 -50 140 Z"
_MOUSTACHE = "M 0 102 C 30 96 66 104 92 140 C 72 136 40 130 0 128 C -40 130 -72 136 -92 140 C -66 104 -30 96 0 102 Z"
_GOATEE = "M -78 134 C -72 104 -34 98 0 104 C 34 98 72 104 78 134 C 84 172 66 250 0 266 C -66 250 -84 172 -78 134 Z"


def draw_beard(canvas: Canvas, look: Look) -> None:
    """Draw his beard inside the outline of his face."""
    tone = mix(brows_of(look), skin_of(look).shade, 0.25)
    if look.whiskers == "moustache":
        canvas.drawPath(outline(_MOUSTACHE), fill(tone, 240, blur=2.5))
        for sign in (-1, 1):
            start, end = (
                (sign * 4, 104, sign * 30, 100, sign * 60, 112, sign * 88, 138),
                (sign * 4, 124, sign * 26, 124, sign * 50, 128, sign * 80, 138),
            )
            comb(canvas, start, end, 12, hair_of(look), width=3, alpha=90)
        return
    if look.whiskers == "stubble":
        canvas.drawPath(outline(_FULL), fill(tone, 84, blur=14))
        _draw_stubble(canvas, tone)
    elif look.whiskers == "goatee":
        canvas.drawPath(outline(_GOATEE), fill(tone, 165, blur=9))
        _draw_goatee(canvas, look)
    else:
        _draw_full(canvas, look, tone)
    canvas.drawPath(outline(_LIPS), fill(skin_of(look).base, 120, blur=9))


def _draw_full(canvas: Canvas, look: Look, tone: str) -> None:
    hair = hair_of(look)
    canvas.drawPath(outline(_FULL), fill(tone, 205, blur=10))
    canvas.drawPath(outline(_FULL), fill(hair.shade, 60, blur=16))
    for sign in (-1, 1):
        outer = (sign * 172, 40, sign * 168, 90, sign * 158, 130, sign * 120, 190)
        inner = (sign * 30, 200, sign * 26, 216, sign * 20, 230, sign * 4, 250)
        comb(canvas, outer, inner, 26, hair, width=3.0, alpha=60)


def _draw_goatee(canvas: Canvas, look: Look) -> None:
    for sign in (-1, 1):
        outer = (sign * 74, 132, sign * 78, 180, sign * 60, 226, sign * 26, 254)
        inner = (sign * 8, 190, sign * 10, 214, sign * 8, 236, sign * 2, 260)
        comb(canvas, outer, inner, 14, hair_of(look), width=2.6, alpha=70)


def _draw_stubble(canvas: Canvas, tone: str) -> None:
    for index in range(240):
        x, y = -180 + 360 * chance(index), 104 + 156 * chance(index, 0.171)
        if y > 96 + 0.0022 * x * x - 10:
            canvas.drawLine(x, y, x + 1, y + 5, line(tone, 2, 90))
