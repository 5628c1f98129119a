"""Hair before the face, one drawing for each style, and the glasses that sit under it."""

from collections.abc import Callable
from typing import Any

import skia

from sorcerer.providers.embedded.art import cropped, textured
from sorcerer.providers.embedded.art.covered import COVERED, draw_cover, draw_hat
from sorcerer.providers.embedded.art.paint import Canvas, fill, lighter, line, linear, mirrored, mix, outline
from sorcerer.providers.embedded.art.palette import Hair, hair_of
from sorcerer.providers.embedded.art.strands import Curve, comb
from sorcerer.providers.values import Look

_FRAME = "#2a2226"
_Guides = tuple[Curve, Curve, int]


def draw_front_hair(canvas: Canvas, look: Look) -> None:
    """Draw what of her hair falls before her head."""
    if look.style in COVERED:
        draw_cover(canvas, look)
    else:
        _STYLES[look.style](canvas, hair_of(look))
    draw_hat(canvas, look)


def draw_glasses(canvas: Canvas, look: Look) -> None:
    """Draw her glasses, when she wears any."""
    if not look.glasses:
        return

    rim = _rim(look)

    def side(_: int) -> None:
        canvas.drawPath(rim, fill("#ffffff", 22))
        canvas.drawPath(outline("M 60 -58 L 92 -58 L 62 26 L 40 14 Z"), fill("#ffffff", 30, blur=3))
        canvas.drawPath(rim, line(_FRAME, 8))
        canvas.drawLine(163, -30, 194, -40, line(_FRAME, 8))

    mirrored(canvas, side)
    canvas.drawPath(outline("M -25 -30 C -10 -44 10 -44 25 -30"), line(_FRAME, 8))


def _rim(look: Look) -> Any:  # noqa: ANN401 - skia has no types
    if look.frames == "cat":
        return outline("M 26 -50 C 60 -72 120 -78 176 -86 C 172 -30 150 40 94 40 C 46 40 26 0 26 -50 Z")
    rim = skia.Path()
    turn = {"soft": 48, "round": 66, "square": 16}[look.frames]
    box = skia.Rect(28, -80, 160, 52) if look.frames == "round" else skia.Rect(25, -70, 163, 42)
    rim.addRoundRect(box, turn, turn)
    return rim


def _lock(
    canvas: Canvas, hair: Hair, shape: str, guides: tuple[_Guides, ...], lit: tuple[float, float] = (-180, -330)
) -> None:
    """Draw one mass of hair: its light from `lit`, its strands inside its outline."""
    path = outline(shape)
    canvas.drawPath(
        path, fill(linear(lit, (200, 90), mix(hair.base, hair.light, 0.42), hair.base, hair.shade, at=[0, 0.42, 1]))
    )
    canvas.save()
    canvas.clipPath(path, skia.ClipOp.kIntersect, True)
    for first, last, count in guides:
        comb(canvas, first, last, count, hair, width=6, alpha=92)
    canvas.restore()


def _shine(canvas: Canvas, hair: Hair, shape: str) -> None:
    canvas.drawPath(outline(shape), line(lighter(hair.light, 0.4), 20, 62, blur=12))


def _long(canvas: Canvas, hair: Hair) -> None:
    left = (
        "M -40 -300 C -150 -320 -236 -220 -238 -60 C -238 60 -268 180 -262 320 C -258 400 "
        "-226 440 -204 470 C -190 420 -196 350 -196 300 "
        "C -194 200 -176 90 -186 -20 C -178 -120 -110 -190 -30 -236 Z"
    )
    right = (
        "M -62 -298 C 60 -350 236 -262 240 -70 C 244 70 272 190 262 330 C 258 410 228 446 "
        "206 476 C 192 424 198 350 198 300 "
        "C 200 200 184 90 188 -10 C 176 -110 90 -180 -40 -240 C -70 -250 -82 -280 -62 -298 Z"
    )
    _lock(
        canvas,
        hair,
        left,
        (
            ((-46, -290, -150, -300, -232, -200, -238, -40), (-34, -244, -110, -190, -176, -120, -188, 0), 16),
            ((-236, -60, -236, 80, -272, 200, -240, 430), (-190, -40, -186, 90, -204, 220, -204, 440), 14),
        ),
    )
    _lock(
        canvas,
        hair,
        right,
        (
            ((-56, -292, 60, -336, 226, -240, 238, -60), (-40, -248, 80, -186, 170, -120, 190, 0), 22),
            ((238, -70, 244, 80, 274, 200, 240, 440), (190, -40, 186, 90, 206, 220, 206, 440), 14),
        ),
        (-80, -300),
    )
    _shine(canvas, hair, "M -170 -216 C -90 -290 80 -300 170 -214")


def _bob(canvas: Canvas, hair: Hair) -> None:
    shape = (
        "M -20 -318 C -170 -328 -248 -220 -246 -50 C -246 40 -264 130 -248 216 C -214 232 "
        "-190 212 -184 170 C -182 90 -190 10 -190 -60 "
        "C -120 -72 40 -112 96 -192 C 120 -120 176 -80 190 -40 C 186 40 182 100 186 170 C 192 214 216 232 248 216 "
        "C 264 130 246 40 246 -50 C 250 -230 150 -332 -20 -318 Z"
    )
    guides: tuple[_Guides, ...] = (
        ((96, -300, 60, -200, -60, -120, -190, -70), (20, -316, -120, -290, -220, -200, -246, -60), 26),
        ((110, -300, 180, -250, 240, -160, 244, -40), (98, -200, 130, -120, 170, -90, 192, -40), 14),
        ((-244, -50, -246, 60, -262, 130, -240, 216), (-190, -40, -190, 40, -186, 110, -190, 206), 12),
        ((244, -50, 246, 60, 262, 130, 240, 216), (190, -40, 190, 40, 186, 110, 190, 206), 12),
    )
    _lock(canvas, hair, shape, guides)
    _shine(canvas, hair, "M -180 -190 C -110 -276 60 -306 166 -216")


def _drawn_back(canvas: Canvas, hair: Hair) -> None:
    shape = (
        "M 0 -324 C -150 -328 -224 -230 -216 -90 C -214 -50 -206 -10 -194 12 C -196 -92 -150 -190 -20 -216 "
        "C 130 -202 190 -100 196 12 C 208 -10 216 -50 218 -90 C 224 -230 150 -328 0 -324 Z"
    )
    guides: tuple[_Guides, ...] = (
        ((-200, -20, -196, -160, -120, -280, -6, -322), (-20, -216, -16, -250, -6, -290, 2, -322), 20),
        ((198, -20, 196, -160, 120, -280, 8, -322), (-18, -216, 0, -250, 2, -290, 4, -322), 22),
    )
    _lock(canvas, hair, shape, guides)
    _shine(canvas, hair, "M -130 -232 C -70 -290 60 -296 134 -236")
    for sign in (-1, 1):
        canvas.drawPath(
            outline(f"M {sign * 190} -40 C {sign * 214} 20 {sign * 206} 70 {sign * 192} 124"), line(hair.base, 5, 225)
        )
        canvas.drawPath(
            outline(f"M {sign * 186} -52 C {sign * 204} 0 {sign * 200} 40 {sign * 190} 80"), line(hair.light, 2.4, 110)
        )


def _fringe(canvas: Canvas, hair: Hair) -> None:
    _long(canvas, hair)
    shape = (
        "M -172 -100 C -196 -236 -110 -306 0 -306 C 110 -306 196 -236 172 -100 C 150 -122 130 -112 112 -124 "
        "C 84 -106 58 -124 30 -112 C 6 -126 -24 -110 -52 -122 C -82 "
        "-108 -110 -124 -132 -110 C -148 -118 -160 -112 -172 -100 Z"
    )
    guides: tuple[_Guides, ...] = (
        ((-20, -304, -120, -280, -172, -200, -170, -100), (20, -304, 120, -280, 172, -200, 170, -100), 46),
    )
    _lock(canvas, hair, shape, guides, (-120, -310))


def _short(canvas: Canvas, hair: Hair) -> None:
    for sign in (-1, 1):
        side = f"M {sign * 204} -130 L {sign * 206} -10 L {sign * 190} 26 L {sign * 184} -70 Z"
        canvas.drawPath(outline(side), fill(hair.shade, 190, blur=4))
    shape = (
        "M -200 -40 C -228 -190 -170 -300 -70 -332 C 20 -374 150 -352 198 -262 C 226 -200 "
        "216 -110 200 -30 C 198 -90 188 -130 170 -168 "
        "C 120 -150 20 -150 -70 -192 C -120 -170 -180 -140 -200 -40 Z"
    )
    guides: tuple[_Guides, ...] = (
        ((-196, -60, -200, -180, -140, -280, -40, -330), (-80, -190, -60, -240, 0, -310, 90, -346), 18),
        ((-60, -186, -10, -240, 60, -320, 150, -340), (160, -166, 176, -200, 200, -240, 204, -250), 24),
    )
    _lock(canvas, hair, shape, guides)
    _shine(canvas, hair, "M -120 -250 C -40 -316 80 -326 160 -270")


_STYLES: dict[str, Callable[[Canvas, Hair], None]] = {
    "long": _long,
    "bob": _bob,
    "bun": _drawn_back,
    "pony": _drawn_back,
    "fringe": _fringe,
    "wavy": textured.wavy_before,
    "curly": textured.curly_before,
    "afro": textured.afro_before,
    "locs": textured.locs_before,
    "braids": textured.braids_before,
    "short": _short,
    "quiff": cropped.quiff,
    "pixie": cropped.pixie,
    "buzz": cropped.buzz,
    "bald": cropped.bald,
}
