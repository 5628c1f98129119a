"""Head: the shape of the face, its light and shade, ears, nose and beard. The middle of the face is the origin."""

import skia

from sorcerer.providers.embedded.art.paint import (
    Canvas,
    darker,
    fill,
    line,
    linear,
    mirrored,
    mix,
    outline,
    oval,
    radial,
)
from sorcerer.providers.embedded.art.palette import hair_of, skin_of
from sorcerer.providers.embedded.art.strands import comb
from sorcerer.providers.values import Look

_GOLD = "#f0cd74"
_COVERED_EARS = ("long", "bob")


def face_path(look: Look) -> object:
    """Return the outline of her face: a jaw that is wider or narrower by her look."""
    wider = 26 * (look.jaw - 1) + (14 if look.masc else 0)
    chin = 46 + (16 if look.masc else 0)
    cheek, jaw, turn = 182 + wider, 148 + wider, 112 + wider
    return outline(
        f"M 0 -262 C 128 -262 194 -172 193 -52 C 192 18 {cheek} 92 {jaw} 154 "
        f"C {turn} 218 {chin} 264 0 264 C {-chin} 264 {-turn} 218 {-jaw} 154 "
        f"C {-cheek} 92 -192 18 -193 -52 C -194 -172 -128 -262 0 -262 Z"
    )


def draw_head(canvas: Canvas, look: Look) -> None:
    """Draw the head without eyes, brows, mouth and hair."""
    skin = skin_of(look)
    if look.style not in _COVERED_EARS:
        mirrored(canvas, lambda _: _draw_ear(canvas, look))
    face = face_path(look)
    tones = (skin.light, skin.base, mix(skin.base, skin.shade, 0.6))
    canvas.drawPath(face, fill(radial((-54, -84), 440, *tones, at=[0, 0.48, 1])))
    canvas.save()
    canvas.clipPath(face, skia.ClipOp.kIntersect, True)
    _draw_light(canvas, look)
    if look.beard:
        _draw_beard(canvas, look)
    canvas.restore()
    _draw_nose(canvas, look)


def _draw_ear(canvas: Canvas, look: Look) -> None:
    skin = skin_of(look)
    canvas.drawOval(
        skia.Rect(170, -42, 222, 62), fill(linear((172, 0), (222, 0), skin.base, mix(skin.base, skin.shade, 0.55)))
    )
    canvas.drawPath(outline("M 188 -16 C 208 -24 212 10 194 36"), line(skin.shade, 5, 140, blur=2))
    if look.earrings:
        canvas.drawOval(oval(199, 68, 7, 7), fill(_GOLD))
        canvas.drawOval(oval(199, 94, 15, 21), line(linear((184, 74), (214, 116), "#fff0bf", _GOLD, "#a9772c"), 5))


def _draw_light(canvas: Canvas, look: Look) -> None:
    """Shade the side away from the light, warm the cheeks, and let the forehead, cheekbones and chin catch it."""
    skin, hair = skin_of(look), hair_of(look)
    side = "M 214 -220 L 124 -160 C 172 -44 170 58 108 178 C 78 232 38 264 0 274 L 230 310 Z"
    canvas.drawPath(outline(side), fill(skin.shade, 92, blur=34))
    canvas.drawPath(outline("M -214 -100 C -176 20 -170 110 -100 210 L -240 260 Z"), fill(skin.shade, 46, blur=26))
    canvas.drawPath(outline("M -110 214 C -60 262 60 262 110 214 L 90 300 L -90 300 Z"), fill(skin.shade, 90, blur=18))
    rose = 54 if look.masc else 76
    canvas.drawOval(oval(-116, 84, 62, 44), fill(skin.blush, rose, blur=28))
    canvas.drawOval(oval(116, 84, 62, 44), fill(skin.blush, rose, blur=28))
    for x, y, across, down, alpha in (
        (-112, 34, 42, 20, 120),
        (104, 36, 34, 16, 70),
        (8, -148, 56, 40, 90),
        (0, 222, 34, 20, 74),
    ):
        canvas.drawOval(oval(x, y, across, down), fill(skin.light, alpha, blur=18))
    for x in (-92, 92):
        canvas.drawOval(oval(x, -26, 78, 40), fill(mix(skin.shade, "#7a3a30", 0.2), 58, blur=20))
    shadow = "M -204 -280 L 204 -280 L 204 -116 C 130 -196 -70 -196 -204 -86 Z"
    canvas.drawPath(outline(shadow), fill(mix(skin.shade, hair.shade, 0.35), 116, blur=22))


def _draw_beard(canvas: Canvas, look: Look) -> None:
    skin, hair = skin_of(look), hair_of(look)
    shape = (
        "M -206 -6 C -182 66 -164 96 -126 104 C -92 92 -58 88 0 96 C 58 88 92 92 126 104 "
        "C 164 96 182 66 206 -6 L 226 310 L -226 310 Z"
    )
    canvas.drawPath(outline(shape), fill(mix(hair.base, skin.shade, 0.25), 190, blur=10))
    canvas.drawPath(outline(shape), fill(hair.shade, 70, blur=16))
    canvas.drawPath(
        outline("M -50 140 C -26 132 26 132 50 140 C 56 156 44 176 28 182 L -28 182 C -44 176 -56 156 -50 140 Z"),
        fill(skin.base, 120, blur=9),
    )
    for sign in (-1, 1):
        comb(
            canvas,
            (sign * 172, 40, sign * 168, 90, sign * 158, 130, sign * 120, 190),
            (sign * 30, 200, sign * 26, 216, sign * 20, 230, sign * 4, 250),
            26,
            hair,
            width=3.0,
            alpha=46,
        )


def _draw_nose(canvas: Canvas, look: Look) -> None:
    skin = skin_of(look)
    wide = 38 if look.masc else 33
    canvas.drawPath(outline("M 22 -34 C 26 16 42 48 38 72 C 30 92 12 94 -2 92"), line(skin.shade, 8, 92, blur=6))
    canvas.drawPath(
        outline(f"M {-wide} 76 C {-wide - 4} 90 -20 94 -12 90 C -4 98 8 98 14 90 C 24 95 {wide + 4} 90 {wide} 74"),
        line(darker(skin.shade, 0.12), 4.5, 150, blur=1.6),
    )
    canvas.drawOval(oval(-3, 24, 9, 40), fill(skin.light, 130, blur=8))
    canvas.drawOval(oval(-2, 64, 15, 13), fill(lighter_spot(look), 120, blur=6))
    for sign in (-1, 1):
        canvas.drawOval(oval(sign * 17, 87, 8, 4), fill(darker(skin.shade, 0.5), 165, blur=2))


def lighter_spot(look: Look) -> str:
    """Return the colour of the small lights on her skin."""
    return mix(skin_of(look).light, "#ffffff", 0.45)
