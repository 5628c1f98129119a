"""Body: neck, shoulders and what she wears."""

from collections.abc import Callable

from sorcerer.providers.embedded.art.paint import Canvas, darker, fill, lighter, line, linear, mirrored, mix, outline
from sorcerer.providers.embedded.art.palette import skin_of
from sorcerer.providers.values import Look

_NECK = "M -82 150 C -80 260 -86 320 -132 374 L -60 480 L 60 480 L 132 374 C 86 320 80 260 82 150 Z"


def draw_body(canvas: Canvas, look: Look) -> None:
    """Draw neck, shoulders and clothes, down to well below the picture."""
    skin = skin_of(look)
    canvas.drawPath(outline(_NECK), fill(_throat(look)))
    _OUTFITS[look.outfit](canvas, look)
    shadow = "M -84 190 C -60 296 60 296 84 190 L 86 250 C 70 336 -70 336 -86 250 Z"
    canvas.drawPath(outline(shadow), fill(darker(skin.shade, 0.2), 112, blur=14))


def _throat(look: Look) -> object:
    """Return the tone of neck and chest: shaded under the chin, one tone wherever a collar leaves it open."""
    skin = skin_of(look)
    tones = (mix(skin.shade, "#4a2018", 0.12), mix(skin.base, skin.shade, 0.4), skin.base)
    return linear((0, 170), (0, 430), *tones, at=[0, 0.45, 1])


def _shoulders(look: Look) -> str:
    wide = 460 if look.masc else 392
    return (
        f"M -98 352 C -180 392 {-wide + 74} 400 {-wide} 500 C {-wide - 56} 600 {-wide - 66} 800 {-wide - 76} 1300 "
        f"L {wide + 76} 1300 C {wide + 66} 800 {wide + 56} 600 {wide} 500 C {wide - 74} 400 "
        "180 392 98 352 C 60 420 -60 420 -98 352 Z"
    )


def _cloth(look: Look) -> object:
    color = look.outfit_color
    return linear((-420, 380), (380, 1020), lighter(color, 0.26), color, darker(color, 0.44), at=[0, 0.42, 1])


def _garment(canvas: Canvas, look: Look) -> None:
    """Draw a long-sleeved garment with its folds."""
    canvas.drawPath(outline(_shoulders(look)), fill(_cloth(look)))
    wide = 460 if look.masc else 392
    deep, high = darker(look.outfit_color, 0.45), lighter(look.outfit_color, 0.35)

    def folds(_: int) -> None:
        canvas.drawPath(
            outline(f"M {wide - 62} 650 C {wide - 98} 770 {wide - 92} 900 {wide - 84} 1150"),
            line(deep, 16, 140, blur=12),
        )
        canvas.drawPath(
            outline(f"M {wide - 40} 640 C {wide - 60} 770 {wide - 60} 900 {wide - 50} 1150"), line(high, 8, 60, blur=8)
        )
        canvas.drawPath(outline("M 116 470 C 190 520 236 560 250 650"), line(deep, 10, 66, blur=10))
        canvas.drawPath(outline("M 300 520 C 250 560 214 640 210 740"), line(deep, 12, 40, blur=12))

    mirrored(canvas, folds)


def _hoodie(canvas: Canvas, look: Look) -> None:
    _garment(canvas, look)
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
    import skia  # noqa: PLC0415 - a rectangle is all that is needed of it here

    return skia.Rect(x - 9, y - 9, x + 9, y + 9)


def _blazer(canvas: Canvas, look: Look) -> None:
    _garment(canvas, look)
    canvas.drawPath(
        outline("M -102 350 L 0 720 L 102 350 C 60 420 -60 420 -102 350 Z"),
        fill(linear((0, 360), (0, 720), "#fffdf9", "#e2dcd8")),
    )
    canvas.drawPath(
        outline("M -108 344 C -86 440 -34 486 0 520 C 34 486 86 440 108 344 Z"),
        fill(_throat(look)),
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
    _garment(canvas, look)
    color = look.outfit_color
    canvas.drawPath(
        outline("M -120 344 C -112 456 112 456 120 344 L 92 334 C 70 400 -70 400 -92 334 Z"), fill(darker(color, 0.3))
    )
    canvas.drawPath(
        outline("M -98 334 C -86 424 86 424 98 334 Z"),
        fill(_throat(look)),
    )
    canvas.drawPath(outline("M -120 346 C -112 458 112 458 120 346"), line(lighter(color, 0.3), 3, 90, blur=1))


def _knit(canvas: Canvas, look: Look) -> None:
    _garment(canvas, look)
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
        outline(_shoulders(look)),
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
}
