"""Head: the shape of the face, its light and shade, ears and nose. The middle of the face is the origin."""

import skia

from sorcerer.providers.embedded.art.beard import draw_beard
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
from sorcerer.providers.embedded.art.ribbons import chance
from sorcerer.providers.values import Look

_GOLD = "#f0cd74"
_COVERED_EARS = ("long", "fringe", "wavy", "bob", "hijab")
_SHAPES = {"oval": (0, 0, 0), "round": (10, 16, 26), "square": (4, 22, 34), "heart": (4, -16, -12)}  # cheek, jaw, chin


def face_path(look: Look) -> object:
    """Return the outline of her face: a jaw that is wider or narrower by her look."""
    wider = 26 * (look.jaw - 1) + (14 if look.masc else 0)
    broad, square, blunt = (part * (0.5 if look.masc else 1.0) for part in _SHAPES[look.shape])
    chin = 46 + (16 if look.masc else 0) + blunt
    cheek, jaw, turn = 182 + wider + broad, 148 + wider + square, 112 + wider + square
    return outline(
        f"M 0 -262 C 128 -262 194 -172 193 -52 C 192 18 {cheek} 92 {jaw} 154 "
        f"C {turn} 218 {chin} 264 0 264 C {-chin} 264 {-turn} 218 {-jaw} 154 "
        f"C {-cheek} 92 -192 18 -193 -52 C -194 -172 -128 -262 0 -262 Z"
    )


def draw_head(canvas: Canvas, look: Look, turn: float = 0.0) -> None:
    """Draw the head without eyes, brows, mouth and hair.

    Args:
        turn: how far she looks aside, from -1 to her right to 1 to her left; 0 is straight into the camera.
    """
    skin = skin_of(look)
    if look.style not in _COVERED_EARS:
        mirrored(canvas, lambda side: _draw_ear(canvas, look, side * turn))
    face = face_path(look)
    tones = (skin.light, skin.base, mix(skin.base, skin.shade, 0.6))
    canvas.drawPath(face, fill(radial((-54, -84), 440, *tones, at=[0, 0.48, 1])))
    canvas.save()
    canvas.clipPath(face, skia.ClipOp.kIntersect, True)
    _draw_light(canvas, look)
    canvas.translate(aside(turn), 0)
    if look.freckles:
        _draw_freckles(canvas, look)
    _draw_years(canvas, look)
    canvas.translate(-aside(turn) * 0.4, 0)
    if look.beard:
        draw_beard(canvas, look)
    canvas.restore()
    canvas.save()
    canvas.translate(aside(turn) * 1.5, 0)
    _draw_nose(canvas, look)
    canvas.restore()


def aside(turn: float) -> float:
    """Return how far eyes and mouth lie from the middle of a turned head, in pixels."""
    return 26 * turn


def _draw_ear(canvas: Canvas, look: Look, away: float) -> None:
    """Draw an ear; the one on the side she turns to hides behind her cheek."""
    skin = skin_of(look)
    canvas.save()
    canvas.translate(-26 * away, 0)
    canvas.drawOval(
        skia.Rect(170, -42, 222, 62), fill(linear((172, 0), (222, 0), skin.base, mix(skin.base, skin.shade, 0.55)))
    )
    canvas.drawPath(outline("M 188 -16 C 208 -24 212 10 194 36"), line(skin.shade, 5, 140, blur=2))
    if look.earrings:
        _draw_earring(canvas, look)
    canvas.restore()


def _draw_earring(canvas: Canvas, look: Look) -> None:
    canvas.drawOval(oval(199, 68, 7, 7), fill(_GOLD))
    gold = linear((184, 74), (214, 130), "#fff0bf", _GOLD, "#a9772c")
    if look.jewellery == "hoops":
        canvas.drawOval(oval(199, 94, 15, 21), line(gold, 5))
    elif look.jewellery == "drops":
        canvas.drawLine(199, 72, 199, 96, line(gold, 3))
        canvas.drawPath(outline("M 199 92 C 212 112 210 128 199 130 C 188 128 186 112 199 92 Z"), fill(gold))
    else:
        canvas.drawOval(oval(199, 68, 10, 10), fill(gold))
        canvas.drawOval(oval(196, 65, 3, 3), fill("#ffffff", 220))


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


def _draw_freckles(canvas: Canvas, look: Look) -> None:
    tone = mix(skin_of(look).shade, "#7a3a20", 0.35)
    for index in range(46):
        x = -128 + 256 * chance(index)
        y = 18 + 62 * chance(index, 0.23) + abs(x) * 0.1
        canvas.drawOval(oval(x, y, 2 + 2.4 * chance(index, 0.5), 2 + 2 * chance(index, 0.7)), fill(tone, 120, blur=0.6))


def _draw_years(canvas: Canvas, look: Look) -> None:
    """Draw the lines that the years leave, from the late thirties on."""
    depth = min(1.0, max(0.0, (look.years - 38) / 30))
    if not depth:
        return
    tone = mix(skin_of(look).shade, "#5a2a22", 0.25)
    fold, fine = line(tone, 6, 105 * depth, blur=3.4), line(tone, 3, 84 * depth, blur=1.6)

    def side(_: int) -> None:
        canvas.drawPath(outline("M 46 82 C 72 100 84 128 86 158"), fold)
        canvas.drawPath(outline("M 48 22 C 70 40 112 42 138 22"), fold)
        for y, rise in ((-30, -12), (-16, 2), (-2, 16)):
            canvas.drawPath(outline(f"M 152 {y} Q 166 {y + rise * 0.4} 178 {y + rise}"), fine)
        if depth > 0.6:  # noqa: PLR2004 - past the middle fifties
            canvas.drawPath(outline("M 84 190 C 90 200 90 210 86 220"), fold)

    mirrored(canvas, side)
    for y, wide in ((-150, 84), (-178, 66)):
        canvas.drawPath(outline(f"M {-wide} {y} C {-wide / 2} {y - 9} {wide / 2} {y - 9} {wide} {y}"), fine)


def _draw_nose(canvas: Canvas, look: Look) -> None:
    skin = skin_of(look)
    wide = (38 if look.masc else 33) * look.nose
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
