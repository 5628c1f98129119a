"""Body: neck, shoulders and what she wears."""

from collections.abc import Callable

import skia

from sorcerer.providers.embedded.art import outfits
from sorcerer.providers.embedded.art.cloth import garment, shoulders, throat
from sorcerer.providers.embedded.art.covered import draw_drape
from sorcerer.providers.embedded.art.paint import Canvas, darker, fill, lighter, line, linear, mirrored, mix, outline
from sorcerer.providers.embedded.art.palette import skin_of
from sorcerer.providers.values import Look

_OPEN_NECKS = ("tank", "dress", "shirt", "linen", "blazer", "denim")
_NECK = "M -82 150 C -80 260 -86 320 -132 374 L -60 480 L 60 480 L 132 374 C 86 320 80 260 82 150 Z"


def draw_body(canvas: Canvas, look: Look) -> None:
    """Draw neck, shoulders and clothes, down to well below the picture."""
    skin = skin_of(look)
    canvas.drawPath(outline(_NECK), fill(throat(look)))
    _OUTFITS[look.outfit](canvas, look)
    shadow = "M -84 190 C -60 296 60 296 84 190 L 86 250 C 70 336 -70 336 -86 250 Z"
    canvas.drawPath(outline(shadow), fill(darker(skin.shade, 0.2), 112, blur=14))
    if look.necklace and look.outfit in _OPEN_NECKS:
        _necklace(canvas)
    draw_drape(canvas, look)


def _necklace(canvas: Canvas) -> None:
    canvas.drawPath(outline("M -92 318 C -70 424 70 424 92 318"), line("#e6bd5c", 4))
    canvas.drawPath(outline("M -92 316 C -70 421 70 421 92 316"), line("#fff3c8", 1.4, 190))
    canvas.drawOval(skia.Rect(-11, 392, 11, 416), fill(linear((-10, 392), (10, 416), "#fff3c8", "#d19f3f")))


def _hoodie(canvas: Canvas, look: Look) -> None:
    garment(canvas, look)
    color, deep = look.outfit_color, darker(look.outfit_color, 0.42)
    hood = (
        "M -122 326 C -236 372 -212 474 -60 562 L 0 592 L 60 562 C 212 474 236 372 122 326 C "
        "130 430 60 480 0 500 C -60 480 -130 430 -122 326 Z"
    )
    canvas.drawPath(outline(hood), fill(linear((0, 330), (0, 600), lighter(color, 0.16), deep)))
    canvas.drawPath(outline(hood), line(lighter(color, 0.3), 3, 70, blur=1))
    inner = (
        "M -108 342 C -114 430 -60 478 0 498 C 60 478 114 430 108 342 C 96 410 50 436 0 440 "
        "C -50 436 -96 410 -108 342 Z"
    )
    canvas.drawPath(outline(inner), fill(darker(deep, 0.35)))
    for sign in (-1, 1):
        canvas.drawPath(
            outline(f"M {sign * 44} 548 C {sign * 50} 620 {sign * 40} 690 {sign * 52} 740"),
            line(lighter(color, 0.76), 9),
        )
        canvas.drawOval(_dot(sign * 52, 750), fill(lighter(color, 0.6)))


def _dot(x: float, y: float) -> object:
    return skia.Rect(x - 9, y - 9, x + 9, y + 9)


def _blazer(canvas: Canvas, look: Look) -> None:
    garment(canvas, look)
    canvas.drawPath(
        outline("M -102 350 L 0 720 L 102 350 C 60 420 -60 420 -102 350 Z"),
        fill(linear((0, 360), (0, 720), "#fffdf9", "#e2dcd8")),
    )
    canvas.drawPath(
        outline("M -108 344 C -86 440 -34 486 0 520 C 34 486 86 440 108 344 Z"),
        fill(throat(look)),
    )
    canvas.drawPath(
        outline("M -100 378 C -82 444 -34 488 0 522 C 34 488 82 444 100 378"), line("#cfc6c2", 5, 170, blur=2)
    )
    color = look.outfit_color
    tone = linear((100, 350), (60, 880), lighter(color, 0.3), color, darker(color, 0.44), at=[0, 0.3, 1])

    def lapel(_: int) -> None:
        shape = outline(
            "M 104 342 C 172 380 212 420 218 462 L 162 502 L 180 544 L 0 890 L 0 716 C 60 570 98 456 104 342 Z"
        )
        canvas.drawPath(shape, fill(darker(color, 0.6), 120, blur=10))
        canvas.drawPath(shape, fill(tone))
        canvas.drawPath(shape, line(lighter(color, 0.4), 2.5, 90, blur=1))

    mirrored(canvas, lapel)


def _tee(canvas: Canvas, look: Look) -> None:
    garment(canvas, look)
    color = look.outfit_color
    canvas.drawPath(
        outline("M -120 344 C -112 456 112 456 120 344 L 92 334 C 70 400 -70 400 -92 334 Z"), fill(darker(color, 0.3))
    )
    canvas.drawPath(
        outline("M -98 334 C -86 424 86 424 98 334 Z"),
        fill(throat(look)),
    )
    canvas.drawPath(outline("M -120 346 C -112 458 112 458 120 346"), line(lighter(color, 0.3), 3, 90, blur=1))


def _knit(canvas: Canvas, look: Look) -> None:
    garment(canvas, look)
    color, deep = look.outfit_color, darker(look.outfit_color, 0.44)
    collar = "M -118 296 C -130 380 -112 434 0 442 C 112 434 130 380 118 296 C 60 348 -60 348 -118 296 Z"
    canvas.drawPath(
        outline(collar), fill(linear((-110, 310), (110, 440), lighter(color, 0.28), color, deep, at=[0, 0.45, 1]))
    )
    for x in range(-104, 105, 16):
        canvas.drawLine(x, 330 - abs(x) * 0.22, x * 1.02, 432 - abs(x) * 0.16, line(deep, 4, 82, blur=1))
    for row in range(9):
        y = 560 + row * 84
        for x in range(-330, 331, 44):
            canvas.drawPath(outline(f"M {x - 12} {y} L {x} {y + 18} L {x + 12} {y}"), line(deep, 4, 20, blur=1.5))


def _tank(canvas: Canvas, look: Look) -> None:
    skin, color = skin_of(look), look.outfit_color
    canvas.drawPath(
        outline(shoulders(look)),
        fill(linear((-400, 400), (400, 900), skin.light, skin.base, mix(skin.base, skin.shade, 0.6), at=[0, 0.42, 1])),
    )
    canvas.drawPath(
        outline("M -158 402 C -80 436 -20 424 0 440 C 20 424 80 436 158 402"), line(skin.shade, 5, 84, blur=5)
    )
    shape = (
        "M -178 386 L -232 402 C -236 520 -266 600 -330 704 L -344 1300 L 344 1300 L 330 704 "
        "C 266 600 236 520 232 402 L 178 386 "
        "C 170 500 120 566 0 566 C -120 566 -170 500 -178 386 Z"
    )
    canvas.drawPath(outline(shape), fill(darker(skin.shade, 0.2), 90, blur=12))
    canvas.drawPath(
        outline(shape),
        fill(linear((-200, 400), (250, 1000), lighter(color, 0.28), color, darker(color, 0.4), at=[0, 0.4, 1])),
    )
    canvas.drawPath(
        outline("M -178 388 C -170 502 -120 568 0 568 C 120 568 170 502 178 388"), line(lighter(color, 0.45), 7, 190)
    )
    mirrored(
        canvas,
        lambda _: canvas.drawPath(outline("M 404 700 C 394 800 398 900 404 1200"), line(skin.shade, 14, 110, blur=10)),
    )


_OUTFITS: dict[str, Callable[[Canvas, Look], None]] = {
    "hoodie": _hoodie,
    "blazer": _blazer,
    "tee": _tee,
    "knit": _knit,
    "tank": _tank,
    "shirt": outfits.shirt,
    "sport": outfits.sport,
    "coat": outfits.coat,
    "puffer": outfits.puffer,
    "dress": outfits.dress,
    "denim": outfits.denim,
    "raincoat": outfits.raincoat,
    "linen": outfits.linen,
    "apron": outfits.apron,
    "pyjamas": outfits.pyjamas,
}
