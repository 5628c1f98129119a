"""Covered heads: a hijab, a turban, and hats for out of doors."""

from collections.abc import Callable

import skia

from sorcerer.providers.embedded.art.paint import Canvas, darker, fill, lighter, line, linear, mix, outline, oval
from sorcerer.providers.embedded.art.palette import cloth_of
from sorcerer.providers.values import Look

COVERED = ("hijab", "turban")
_HATLESS = (*COVERED, "afro")  # no hat sits on an afro
_OPENING = (
    "M 0 -196 C 96 -196 156 -130 160 -40 C 162 60 150 130 112 190 C 80 238 40 262 0 262 "
    "C -40 262 -80 238 -112 190 C -150 130 -162 60 -160 -40 C -156 -130 -96 -196 0 -196 Z"
)
_AROUND = (
    "M 0 -336 C 170 -338 244 -214 240 -60 C 238 90 214 210 168 286 C 116 350 60 372 0 372 "
    "C -60 372 -116 350 -168 286 C -214 210 -238 90 -240 -60 C -244 -214 -170 -338 0 -336 Z"
)


def draw_cover_behind(canvas: Canvas, look: Look) -> None:
    """Draw what of the cloth hangs behind her neck."""
    if look.style == "hijab":
        cloth = cloth_of(look)
        shape = "M -232 -60 C -250 120 -250 300 -300 480 L 300 480 C 250 300 250 120 232 -60 Z"
        canvas.drawPath(outline(shape), fill(darker(cloth, 0.4)))


def draw_drape(canvas: Canvas, look: Look) -> None:
    """Draw what of a hijab lies on her shoulders, over her clothes."""
    if look.style != "hijab":
        return
    cloth = cloth_of(look)
    shape = (
        "M -200 220 C -262 330 -320 400 -352 496 C -240 600 -96 664 30 700 C 150 650 268 590 350 496 "
        "C 320 400 262 330 200 220 Z"
    )
    path = outline(shape)
    canvas.drawPath(path, fill(darker(cloth, 0.55), 120, blur=18))
    tones = (lighter(cloth, 0.22), cloth, darker(cloth, 0.3))
    canvas.drawPath(path, fill(linear((-260, 260), (300, 680), *tones, at=[0, 0.45, 1])))
    for index in range(6):
        y = 330 + index * 52
        fold = f"M {-216 - index * 14} {y - 30} C {-110} {y + 70} {60} {y + 76} {196 + index * 16} {y - 60}"
        canvas.drawPath(outline(fold), line(darker(cloth, 0.45), 9, 74, blur=6))
        canvas.drawPath(outline(fold), line(lighter(cloth, 0.4), 4, 60, blur=4))


def draw_cover(canvas: Canvas, look: Look) -> None:
    """Draw the cloth around her face or on her head."""
    (_hijab if look.style == "hijab" else _turban)(canvas, cloth_of(look))


def _hijab(canvas: Canvas, cloth: str) -> None:
    around = outline(_AROUND)
    around.addPath(outline(_OPENING))
    around.setFillType(skia.PathFillType.kEvenOdd)
    canvas.drawPath(outline(_OPENING), line(darker(cloth, 0.7), 16, 90, blur=9))
    tones = (lighter(cloth, 0.3), cloth, darker(cloth, 0.34))
    canvas.drawPath(around, fill(linear((-200, -330), (220, 360), *tones, at=[0, 0.45, 1])))
    canvas.save()
    canvas.clipPath(around, skia.ClipOp.kIntersect, True)
    for index in range(5):
        reach = 18 * index
        fold = (
            f"M {-150 - reach} 240 C {-196 - reach} 60 {-190 - reach} {-250 - reach * 0.4} 10 {-226 - reach} "
            f"C {170 + reach} {-250 - reach * 0.3} {196 + reach} 20 {120 + reach} 260"
        )
        canvas.drawPath(outline(fold), line(darker(cloth, 0.45), 8, 70, blur=5))
        canvas.drawPath(outline(fold), line(lighter(cloth, 0.45), 3.4, 80, blur=2.5))
    for index in range(4):
        sweep = (
            f"M {-176 + index * 14} {236 + index * 30} C -70 "
            f"{330 + index * 14} 70 {318 + index * 12} 190 {150 + index * 46}"
        )
        canvas.drawPath(outline(sweep), line(darker(cloth, 0.5), 8, 84, blur=5))
    canvas.restore()
    canvas.drawPath(outline(_OPENING), line(lighter(cloth, 0.35), 4, 150, blur=1))


def _turban(canvas: Canvas, cloth: str) -> None:
    shape = outline(
        "M -206 -70 C -262 -250 -190 -420 0 -430 C 190 -420 262 -250 206 -70 C 176 -150 90 -196 0 -196 "
        "C -90 -196 -176 -150 -206 -70 Z"
    )
    tones = (lighter(cloth, 0.3), cloth, darker(cloth, 0.36))
    canvas.drawPath(shape, fill(linear((-200, -420), (220, -80), *tones, at=[0, 0.42, 1])))
    canvas.save()
    canvas.clipPath(shape, skia.ClipOp.kIntersect, True)
    for index in range(8):
        fold = f"M -250 {-60 - index * 46} C -120 {-190 - index * 42} 60 {-220 - index * 34} 260 {-300 - index * 14}"
        canvas.drawPath(outline(fold), line(darker(cloth, 0.5), 9, 96, blur=5))
        canvas.drawPath(outline(fold), line(lighter(cloth, 0.45), 4, 90, blur=3))
    for index in range(4):
        fold = f"M 250 {-60 - index * 40} C 140 {-180 - index * 30} 60 {-200 - index * 20} -40 {-212 - index * 12}"
        canvas.drawPath(outline(fold), line(darker(cloth, 0.5), 9, 110, blur=5))
    canvas.restore()
    knot = oval(36, -388, 84, 66)
    canvas.drawOval(knot, fill(linear((-40, -450), (110, -330), lighter(cloth, 0.3), darker(cloth, 0.3))))
    for index in range(4):
        canvas.drawPath(
            outline(
                f"M {-36 + index * 14} {-400 + index * 10} C 20 "
                f"{-446 + index * 12} 80 {-430 + index * 14} 112 {-380 + index * 8}"
            ),
            line(darker(cloth, 0.5), 6, 100, blur=3),
        )


def draw_hat(canvas: Canvas, look: Look) -> None:
    """Draw her hat, when she wears one."""
    if look.headwear != "none" and look.style not in _HATLESS:
        _HATS[look.headwear](canvas, mix(look.outfit_color, "#2d2a33", 0.35))


def _beanie(canvas: Canvas, cloth: str) -> None:
    crown = "M -216 -120 C -232 -300 -130 -404 0 -404 C 130 -404 232 -300 216 -120 Z"
    tones = (lighter(cloth, 0.28), cloth, darker(cloth, 0.36))
    canvas.drawPath(outline(crown), fill(linear((-190, -400), (210, -120), *tones, at=[0, 0.45, 1])))
    for index in range(-5, 6):
        rib = f"M {index * 38} -170 C {index * 40} -280 {index * 26} -360 {index * 8} -400"
        canvas.drawPath(outline(rib), line(darker(cloth, 0.5), 5, 80, blur=2))
    band = (
        "M -226 -96 C -232 -150 -226 -186 -214 -208 C -90 -240 90 -240 214 "
        "-208 C 226 -186 232 -150 226 -96 C 90 -142 -90 -142 -226 -96 Z"
    )
    canvas.drawPath(outline(band), fill(darker(cloth, 0.6), 110, blur=10))
    canvas.drawPath(
        outline(band),
        fill(linear((-220, 0), (220, 0), lighter(cloth, 0.2), cloth, darker(cloth, 0.4), at=[0, 0.45, 1])),
    )
    for index in range(-12, 13):
        x = index * 17.4
        canvas.drawLine(
            x, -226 + abs(x) * 0.06, x * 1.02, -136 + abs(x) * 0.16, line(darker(cloth, 0.5), 4, 90, blur=1)
        )


def _cap(canvas: Canvas, cloth: str) -> None:
    crown = "M -212 -146 C -226 -300 -130 -378 0 -378 C 130 -378 226 -300 212 -146 C 100 -196 -100 -196 -212 -146 Z"
    tones = (lighter(cloth, 0.28), cloth, darker(cloth, 0.36))
    canvas.drawPath(outline(crown), fill(linear((-190, -380), (210, -130), *tones, at=[0, 0.45, 1])))
    for x in (-96, 96):
        canvas.drawPath(outline(f"M {x} -186 C {x} -280 {x * 0.5} -350 0 -376"), line(darker(cloth, 0.5), 4, 110))
    canvas.drawOval(oval(0, -378, 14, 8), fill(lighter(cloth, 0.2)))
    peak = (
        "M -206 -154 C -150 -196 150 -196 206 -154 C 236 -120 214 -96 178 "
        "-92 C 90 -128 -90 -128 -178 -92 C -214 -96 -236 -120 -206 -154 Z"
    )
    canvas.drawPath(outline(peak), fill("#140a12", 110, blur=14))
    canvas.drawPath(outline(peak), fill(linear((0, -190), (0, -90), cloth, darker(cloth, 0.42))))
    canvas.drawPath(outline("M -196 -148 C -140 -184 140 -184 196 -148"), line(lighter(cloth, 0.4), 3, 120))


def _headband(canvas: Canvas, cloth: str) -> None:
    band = (
        "M -210 -130 C -180 -240 -90 -270 0 -272 C 90 -270 180 -240 210 -130 C 204 -180 "
        "196 -206 190 -224 C 130 -312 -130 -312 -190 -224 C -196 -206 -204 -180 -210 -130 Z"
    )
    canvas.drawPath(outline(band), fill("#140a12", 80, blur=8))
    canvas.drawPath(
        outline(band),
        fill(linear((-200, -300), (200, -130), lighter(cloth, 0.4), cloth, darker(cloth, 0.25), at=[0, 0.4, 1])),
    )


def _straw(canvas: Canvas, cloth: str) -> None:
    straw, ribbon = "#dcb878", cloth
    brim = "M -336 -152 C -286 -250 286 -250 336 -152 C 262 -122 140 -176 0 -178 C -140 -176 -262 -122 -336 -152 Z"
    crown = "M -216 -190 C -228 -340 -132 -430 0 -430 C 132 -430 228 -340 216 -190 Z"
    canvas.drawPath(
        outline(crown),
        fill(linear((-180, -400), (190, -200), lighter(straw, 0.4), straw, darker(straw, 0.3), at=[0, 0.4, 1])),
    )
    for index in range(6):
        y = -380 + index * 30
        canvas.drawPath(outline(f"M -176 {y + 20} C -90 {y} 90 {y} 176 {y + 20}"), line(darker(straw, 0.4), 3, 60))
    canvas.drawPath(
        outline("M -219 -240 C -96 -272 96 -272 219 -240 L 219 -192 C 96 -226 -96 -226 -219 -192 Z"), fill(ribbon)
    )
    canvas.drawPath(outline(brim), fill("#140a12", 100, blur=14))
    canvas.drawPath(
        outline(brim),
        fill(linear((-380, -220), (390, -130), lighter(straw, 0.35), straw, darker(straw, 0.35), at=[0, 0.45, 1])),
    )


_HATS: dict[str, Callable[[Canvas, str], None]] = {
    "beanie": _beanie,
    "cap": _cap,
    "headband": _headband,
    "straw": _straw,
}
