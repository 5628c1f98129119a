"""Cloth: the cut and the tone that every garment begins with."""

from sorcerer.providers.embedded.art.paint import Canvas, darker, fill, lighter, line, linear, mirrored, mix, outline
from sorcerer.providers.embedded.art.palette import skin_of
from sorcerer.providers.values import Look


def throat(look: Look) -> object:
    """Return the tone of neck and chest: shaded under the chin, one tone wherever a collar leaves it open."""
    skin = skin_of(look)
    tones = (mix(skin.shade, "#4a2018", 0.12), mix(skin.base, skin.shade, 0.4), skin.base)
    return linear((0, 170), (0, 430), *tones, at=[0, 0.45, 1])


def shoulders(look: Look) -> str:
    """Return the outline of shoulders and arms down to well below the picture."""
    wide = 460 if look.masc else 392
    return (
        f"M -98 352 C -180 392 {-wide + 74} 400 {-wide} 500 C {-wide - 56} 600 {-wide - 66} 800 {-wide - 76} 1300 "
        f"L {wide + 76} 1300 C {wide + 66} 800 {wide + 56} 600 {wide} 500 C {wide - 74} 400 "
        "180 392 98 352 C 60 420 -60 420 -98 352 Z"
    )


def cloth(look: Look) -> object:
    """Return the tone of what she wears, lit from the upper left."""
    color = look.outfit_color
    return linear((-420, 380), (380, 1020), lighter(color, 0.26), color, darker(color, 0.44), at=[0, 0.42, 1])


def garment(canvas: Canvas, look: Look) -> None:
    """Draw a long-sleeved garment with its folds."""
    canvas.drawPath(outline(shoulders(look)), fill(cloth(look)))
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
