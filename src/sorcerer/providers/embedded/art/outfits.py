"""Outfits: what she wears besides the five of the body."""

import skia

from sorcerer.providers.embedded.art.cloth import cloth, garment, shoulders, throat
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
)
from sorcerer.providers.embedded.art.palette import skin_of
from sorcerer.providers.embedded.art.ribbons import chance
from sorcerer.providers.values import Look

_CREAM = "#f4ece0"


def _opening(canvas: Canvas, look: Look, deep: float) -> None:
    """Leave the throat bare in a V that ends at `deep`."""
    canvas.drawPath(
        outline(f"M -104 336 C -80 {deep - 90} -30 {deep - 26} 0 {deep} C 30 {deep - 26} 80 {deep - 90} 104 336 Z"),
        fill(throat(look)),
    )


def _collar(canvas: Canvas, color: str, deep: float) -> None:
    """Lay a pointed collar to both sides of a V that ends at `deep`."""

    def side(_: int) -> None:
        wing = outline(
            f"M 92 326 C 118 346 136 372 142 404 L 92 {deep + 8} L 0 {deep} C 40 {deep - 50} 78 {deep - 110} 92 326 Z"
        )
        canvas.drawPath(wing, fill(darker(color, 0.6), 110, blur=8))
        canvas.drawPath(wing, fill(linear((120, 330), (20, deep), lighter(color, 0.32), color, darker(color, 0.22))))
        canvas.drawPath(wing, line(darker(color, 0.35), 2.5, 110, blur=0.6))

    mirrored(canvas, side)


def _placket(canvas: Canvas, color: str, top: float, button: str) -> None:
    canvas.drawPath(outline(f"M 16 {top} L 20 1300"), line(darker(color, 0.45), 3, 130, blur=0.8))
    canvas.drawPath(outline(f"M -18 {top} L -16 1300"), line(lighter(color, 0.35), 2, 110, blur=0.8))
    for index in range(7):
        y = top + 40 + index * 92
        canvas.drawOval(oval(0, y + 2, 9, 9), fill(darker(color, 0.5), 110, blur=2))
        canvas.drawOval(oval(0, y, 8, 8), fill(button))


def _seams(canvas: Canvas, look: Look, tone: str, alpha: float = 110) -> None:
    """Stitch the sleeves on."""
    wide = 460 if look.masc else 392

    def seam(_: int) -> None:
        canvas.drawPath(
            outline(f"M {wide - 146} 404 C {wide - 128} 480 {wide - 128} 560 {wide - 96} 660"),
            line(tone, 3.4, alpha, blur=1),
        )

    mirrored(canvas, seam)


def shirt(canvas: Canvas, look: Look) -> None:
    """A shirt, its collar open by one button."""
    garment(canvas, look)
    color = look.outfit_color
    _seams(canvas, look, darker(color, 0.4))
    _opening(canvas, look, 452)
    _placket(canvas, color, 452, lighter(color, 0.7))
    _collar(canvas, color, 452)


def linen(canvas: Canvas, look: Look) -> None:
    """A light summer shirt with fine stripes, open wide."""
    pale = look.model_copy(update={"outfit_color": mix(look.outfit_color, _CREAM, 0.55)})
    garment(canvas, pale)
    color = pale.outfit_color
    canvas.save()
    canvas.clipPath(outline(shoulders(look)), skia.ClipOp.kIntersect, True)
    for x in range(-520, 521, 40):
        canvas.drawPath(
            outline(f"M {x * 0.86} 340 C {x * 0.97} 600 {x} 900 {x} 1300"), line(look.outfit_color, 5, 92, blur=0.8)
        )
    canvas.restore()
    _opening(canvas, look, 520)
    _placket(canvas, color, 520, "#fffaf2")
    _collar(canvas, color, 520)


def pyjamas(canvas: Canvas, look: Look) -> None:
    """Pyjamas with a piped collar."""
    soft = look.model_copy(update={"outfit_color": mix(look.outfit_color, "#dfe3f0", 0.5)})
    garment(canvas, soft)
    color = soft.outfit_color
    _opening(canvas, look, 500)
    _placket(canvas, color, 500, _CREAM)
    _collar(canvas, color, 500)
    mirrored(canvas, lambda _: canvas.drawPath(outline("M 142 404 L 92 508 L 4 502"), line(_CREAM, 6, 235)))
    pocket = outline("M 130 640 L 270 640 L 270 760 C 270 780 130 780 130 760 Z")
    canvas.drawPath(pocket, line(darker(color, 0.35), 3, 120))
    canvas.drawPath(outline("M 130 640 L 270 640"), line(_CREAM, 6, 235))


def sport(canvas: Canvas, look: Look) -> None:
    """A half-zip for training, its shoulders in a second tone."""
    garment(canvas, look)
    color = look.outfit_color
    second = mix(darker(color, 0.45), "#20242f", 0.4)
    canvas.save()
    canvas.clipPath(outline(shoulders(look)), skia.ClipOp.kIntersect, True)
    yoke = outline(
        "M -560 300 L 560 300 L 560 640 C 400 520 240 500 120 560 "
        "C 60 590 -60 590 -120 560 C -240 500 -400 520 -560 640 Z"
    )
    canvas.drawPath(yoke, fill(linear((-400, 340), (400, 620), lighter(second, 0.2), second, darker(second, 0.3))))
    canvas.drawPath(
        outline("M -560 640 C -400 520 -240 500 -120 560 C -60 590 60 590 120 560 C 240 500 400 520 560 640"),
        line(lighter(color, 0.5), 6, 200),
    )
    canvas.restore()
    stand = outline(
        "M -112 316 C -124 360 -120 400 -98 422 C -40 452 40 452 98 "
        "422 C 120 400 124 360 112 316 C 60 372 -60 372 -112 316 Z"
    )
    canvas.drawPath(stand, fill(linear((-110, 310), (110, 440), lighter(second, 0.25), second, darker(second, 0.35))))
    canvas.drawLine(0, 366, 0, 640, line(darker(second, 0.5), 9))
    canvas.drawLine(0, 366, 0, 640, line("#cfd5df", 3.4))
    canvas.drawRoundRect(skia.Rect(-8, 470, 8, 506), 5, 5, fill("#e6eaf0"))


def coat(canvas: Canvas, look: Look) -> None:
    """A wool coat over a scarf."""
    garment(canvas, look)
    color = look.outfit_color
    tone = linear((120, 350), (60, 980), lighter(color, 0.26), color, darker(color, 0.44), at=[0, 0.3, 1])

    def lapel(_: int) -> None:
        shape = outline(
            "M 108 350 C 190 376 250 430 262 500 L 196 548 L 214 600 L 0 1010 L 0 800 C 60 620 100 480 108 350 Z"
        )
        canvas.drawPath(shape, fill(darker(color, 0.6), 130, blur=12))
        canvas.drawPath(shape, fill(tone))
        canvas.drawPath(shape, line(lighter(color, 0.35), 2.5, 80, blur=1))

    mirrored(canvas, lapel)
    scarf(canvas, mix(color, "#f0cfa8", 0.62))


def scarf(canvas: Canvas, color: str) -> None:
    """Wind a scarf around her neck."""
    end = outline("M 20 440 C 70 560 60 700 96 830 L -10 846 C -26 700 -24 560 -40 450 Z")
    canvas.drawPath(end, fill("#140a12", 90, blur=12))
    canvas.drawPath(end, fill(linear((-30, 440), (90, 840), color, darker(color, 0.3))))
    for index in range(9):
        canvas.drawLine(-6 + index * 11.4, 842, -8 + index * 12, 874, line(darker(color, 0.15), 5))
    wrap = outline(
        "M -136 300 C -166 380 -150 456 -40 478 C 60 494 156 460 150 "
        "372 C 148 340 142 316 134 300 C 70 384 -70 384 -136 300 Z"
    )
    canvas.drawPath(wrap, fill("#140a12", 100, blur=12))
    canvas.drawPath(
        wrap, fill(linear((-140, 310), (140, 480), lighter(color, 0.26), color, darker(color, 0.36), at=[0, 0.45, 1]))
    )
    for lift in (0, 34, 68):
        fold = outline(
            f"M {-140 + lift * 0.3} {340 + lift} C -60 {420 + lift * 0.8} 60 {424 + lift * 0.7} 146 {346 + lift}"
        )
        canvas.drawPath(fold, line(darker(color, 0.5), 7, 90, blur=4))


def puffer(canvas: Canvas, look: Look) -> None:
    """A quilted jacket with a high collar."""
    garment(canvas, look)
    color = look.outfit_color
    canvas.save()
    canvas.clipPath(outline(shoulders(look)), skia.ClipOp.kIntersect, True)
    for row in range(8):
        y = 470 + row * 108
        for sign in (-1, 1):
            seam = outline(f"M {sign * 4} {y + 14} C {sign * 160} {y + 44} {sign * 340} {y + 30} {sign * 560} {y - 6}")
            canvas.drawPath(seam, line(darker(color, 0.6), 10, 150, blur=5))
            puff = outline(
                f"M {sign * 30} {y - 34} C {sign * 160} {y - 20} {sign * 300} {y - 30} {sign * 400} {y - 50}"
            )
            canvas.drawPath(puff, line(lighter(color, 0.5), 22, 84, blur=14))
    canvas.restore()
    stand = outline(
        "M -138 290 C -156 370 -140 440 -96 462 C -40 486 40 486 96 "
        "462 C 140 440 156 370 138 290 C 70 366 -70 366 -138 290 Z"
    )
    canvas.drawPath(
        stand, fill(linear((-130, 300), (130, 470), lighter(color, 0.32), color, darker(color, 0.4), at=[0, 0.45, 1]))
    )
    canvas.drawPath(outline("M -144 350 C -70 424 70 424 144 350"), line(darker(color, 0.55), 7, 120, blur=4))
    canvas.drawLine(0, 352, 0, 1300, line(darker(color, 0.6), 12))
    canvas.drawLine(0, 352, 0, 1300, line("#c8ced8", 4))


def raincoat(canvas: Canvas, look: Look) -> None:
    """A raincoat with its hood down."""
    wet = look.model_copy(update={"outfit_color": mix(look.outfit_color, "#e8b93c", 0.7)})
    garment(canvas, wet)
    color = wet.outfit_color
    hood = outline(
        "M -132 320 C -240 350 -262 440 -150 520 L 0 560 L 150 520 C 262 440 "
        "240 350 132 320 C 120 420 60 452 0 458 C -60 452 -120 420 -132 320 Z"
    )
    canvas.drawPath(hood, fill(darker(color, 0.6), 110, blur=12))
    canvas.drawPath(
        hood, fill(linear((-200, 330), (200, 560), lighter(color, 0.3), color, darker(color, 0.3), at=[0, 0.45, 1]))
    )
    canvas.drawPath(
        outline("M -112 338 C -100 420 -50 452 0 456 C 50 452 100 420 112 338 C 80 398 -80 398 -112 338 Z"),
        fill(darker(color, 0.5)),
    )
    _placket(canvas, color, 560, "#f6efe2")
    for x, y, reach in ((-250, 560, 190), (210, 520, 150), (-180, 820, 220)):
        canvas.drawPath(
            outline(f"M {x} {y} C {x - 16} {y + reach * 0.4} {x - 6} {y + reach * 0.7} {x - 20} {y + reach}"),
            line("#fff6d8", 14, 96, blur=7),
        )


def dress(canvas: Canvas, look: Look) -> None:
    """A summer dress on thin straps, small flowers on it."""
    skin, color = skin_of(look), look.outfit_color
    bare = linear((-400, 400), (400, 900), skin.light, skin.base, mix(skin.base, skin.shade, 0.6), at=[0, 0.42, 1])
    canvas.drawPath(outline(shoulders(look)), fill(bare))
    canvas.drawPath(
        outline("M -158 402 C -80 436 -20 424 0 440 C 20 424 80 436 158 402"), line(skin.shade, 5, 84, blur=5)
    )
    shape = outline(
        "M -212 402 L -182 394 L -168 566 C -110 600 -50 612 0 584 C 50 612 110 600 168 566 L 182 394 L 212 402 "
        "C 226 540 276 640 330 720 L 344 1300 L -344 1300 L -330 720 C -276 640 -226 540 -212 402 Z"
    )
    canvas.drawPath(shape, fill(darker(skin.shade, 0.2), 90, blur=12))
    canvas.drawPath(shape, fill(cloth(look)))
    canvas.save()
    canvas.clipPath(shape, skia.ClipOp.kIntersect, True)
    for index in range(70):
        x, y = -330 + 660 * chance(index), 580 + 700 * chance(index, 0.3)
        tone = (lighter(color, 0.75), "#fff3d6", darker(color, 0.35))[index % 3]
        for petal in range(5):
            turn = petal * 72 + index * 31
            reach = skia.Matrix().setRotate(turn).mapXY(0, 8)
            canvas.drawOval(oval(x + reach.x(), y + reach.y(), 6, 6), fill(tone, 210))
    canvas.restore()
    mirrored(
        canvas,
        lambda _: canvas.drawPath(outline("M 404 700 C 394 800 398 900 404 1200"), line(skin.shade, 14, 110, blur=10)),
    )


def denim(canvas: Canvas, look: Look) -> None:
    """A denim jacket over a plain tee."""
    blue = look.model_copy(update={"outfit_color": mix(look.outfit_color, "#4f6f98", 0.8)})
    garment(canvas, blue)
    color = blue.outfit_color
    tee = outline("M -104 340 C -70 600 -60 900 -64 1300 L 64 1300 C 60 900 70 600 104 340 C 60 420 -60 420 -104 340 Z")
    canvas.drawPath(tee, fill(linear((-90, 400), (90, 900), "#fffdf8", "#ddd6d0")))
    canvas.drawPath(outline("M -100 336 C -84 430 84 430 100 336 Z"), fill(throat(look)))
    canvas.drawPath(outline("M -101 340 C -84 434 84 434 101 340"), line("#cfc6c2", 5, 190, blur=1.5))

    def side(_: int) -> None:
        edge = outline("M 104 344 C 74 600 64 900 66 1300 L 92 1300 C 92 900 104 640 132 470 Z")
        canvas.drawPath(edge, fill(linear((66, 0), (130, 0), lighter(color, 0.25), darker(color, 0.2))))
        wing = outline("M 96 326 C 150 352 190 392 200 440 L 118 520 C 92 470 90 400 96 326 Z")
        canvas.drawPath(wing, fill(darker(color, 0.6), 120, blur=9))
        canvas.drawPath(wing, fill(linear((100, 330), (190, 510), lighter(color, 0.3), darker(color, 0.15))))
        canvas.drawPath(wing, line("#d9a35c", 2.6, 200))
        canvas.drawPath(outline("M 140 620 L 300 610"), line(darker(color, 0.4), 4, 140))
        flap = outline("M 150 622 L 282 616 L 280 664 L 216 690 L 152 668 Z")
        canvas.drawPath(flap, fill(lighter(color, 0.1)))
        canvas.drawPath(flap, line("#d9a35c", 2.6, 210))
        canvas.drawOval(oval(216, 668, 7, 7), fill("#c9a15c"))

    mirrored(canvas, side)
    _seams(canvas, look, "#d9a35c", 190)


def apron(canvas: Canvas, look: Look) -> None:
    """A tee under an apron."""
    light = look.model_copy(update={"outfit_color": mix(look.outfit_color, "#f6efe6", 0.7)})
    garment(canvas, light)
    pale, color = light.outfit_color, look.outfit_color
    canvas.drawPath(
        outline("M -120 344 C -112 456 112 456 120 344 L 92 334 C 70 400 -70 400 -92 334 Z"), fill(darker(pale, 0.2))
    )
    canvas.drawPath(outline("M -98 334 C -86 424 86 424 98 334 Z"), fill(throat(look)))
    for sign in (-1, 1):
        canvas.drawPath(
            outline(f"M {sign * 118} 356 C {sign * 150} 440 {sign * 164} 520 {sign * 166} 600"),
            line(darker(color, 0.2), 30),
        )
    bib = outline(
        "M -190 590 L 190 590 C 196 680 240 740 330 790 L 340 1300 "
        "L -340 1300 L -330 790 C -240 740 -196 680 -190 590 Z"
    )
    canvas.drawPath(bib, fill("#140a12", 90, blur=14))
    canvas.drawPath(bib, fill(cloth(look)))
    canvas.drawPath(outline("M -184 602 L 184 602"), line(lighter(color, 0.4), 4, 150))
    pocket = outline("M -120 830 L 120 830 L 120 1000 L -120 1000 Z")
    canvas.drawPath(pocket, line(darker(color, 0.45), 4, 150))
