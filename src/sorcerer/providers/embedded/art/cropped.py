"""Short hair: a quiff, a pixie, a buzz cut, and the shine of a bald head."""

import skia

from sorcerer.providers.embedded.art.paint import Canvas, fill, lighter, line, linear, mix, outline, oval
from sorcerer.providers.embedded.art.palette import Hair
from sorcerer.providers.embedded.art.ribbons import Wave, chance, draw_lock, lock

_SKULL = "M 0 -330 C 160 -330 214 -210 208 -60 L 192 44 L -192 44 L -208 -60 C -214 -210 -160 -330 0 -330 Z"
_CLOSE = (
    "M -194 -8 C -214 -178 -142 -284 0 -284 C 142 -284 214 -178 194 -8 C 188 -58 178 -88 168 -118 "
    "C 160 -186 96 -196 0 -196 C -96 -196 -160 -186 -168 -118 C -178 -88 -188 -58 -194 -8 Z"
)


def skull(canvas: Canvas, hair: Hair) -> None:
    """Draw the little that is seen of short hair behind the ears."""
    canvas.drawPath(outline(_SKULL), fill(linear((0, -320), (0, 60), mix(hair.base, hair.shade, 0.4), hair.shade)))


def _sides(canvas: Canvas, hair: Hair) -> None:
    for sign in (-1, 1):
        side = f"M {sign * 206} -150 L {sign * 206} -4 L {sign * 190} 40 L {sign * 182} -80 L {sign * 168} -160 Z"
        canvas.drawPath(outline(side), fill(mix(hair.base, hair.shade, 0.55), 215, blur=5))


def quiff(canvas: Canvas, hair: Hair) -> None:
    """Draw short sides and a wave combed up and back."""
    _sides(canvas, hair)
    shape = (
        "M -196 -96 C -220 -220 -180 -300 -96 -330 C -40 -392 130 -404 196 -318 C 236 -262 218 -160 200 -88 "
        "C 192 -140 182 -160 168 -178 C 90 -206 -60 -206 -150 -170 C -174 -150 -186 -128 -196 -96 Z"
    )
    path = outline(shape)
    tones = (mix(hair.base, hair.light, 0.4), hair.base, hair.shade)
    canvas.drawPath(path, fill(linear((-120, -390), (190, -80), *tones, at=[0, 0.45, 1])))
    canvas.save()
    canvas.clipPath(path, skia.ClipOp.kIntersect, True)
    for index in range(13):
        x = -176 + index * 27
        way = lock((x, -150), (x - 24, -330), (x + 90, -392 + 14 * chance(index)), Wave(3, 190))
        draw_lock(canvas, hair, way, 34, lightness=0.45)
    canvas.restore()
    canvas.drawPath(outline("M -110 -318 C -30 -372 90 -380 164 -314"), line(lighter(hair.light, 0.4), 16, 54, blur=12))


def pixie(canvas: Canvas, hair: Hair) -> None:
    """Draw a short cut with a fringe swept to one side."""
    _sides(canvas, hair)
    shape = (
        "M -206 0 C -232 -190 -160 -342 0 -344 C 160 -342 232 -190 206 0 C 200 -50 190 -96 168 -140 "
        "C 96 -128 -10 -112 -128 -176 C -168 -120 -190 -70 -206 0 Z"
    )
    path = outline(shape)
    tones = (mix(hair.base, hair.light, 0.42), hair.base, hair.shade)
    canvas.drawPath(path, fill(linear((-150, -330), (200, 20), *tones, at=[0, 0.42, 1])))
    canvas.save()
    canvas.clipPath(path, skia.ClipOp.kIntersect, True)
    for index in range(15):
        tip = (-216 + index * 27, -40 - 96 * (index / 14) ** 0.7)
        way = lock((96 - index * 3, -352), (-70 + index * 4 - 110 * (1 - index / 14), -300 + index * 3), tip)
        draw_lock(canvas, hair, way, 42, lightness=0.34)
    for index in range(6):
        way = lock((86 + index * 6, -352), (232, -276 + index * 6), (222 - index * 9, -20 - index * 20))
        draw_lock(canvas, hair, way, 36, lightness=0.26)
    canvas.restore()


def buzz(canvas: Canvas, hair: Hair) -> None:
    """Draw a buzz cut: a shadow of hair with its own edge."""
    path = outline(_CLOSE)
    tones = (mix(hair.base, hair.light, 0.18), hair.base, hair.shade)
    canvas.drawPath(path, fill(linear((-120, -290), (180, 0), *tones, at=[0, 0.5, 1]), 232, blur=3))
    canvas.save()
    canvas.clipPath(path, skia.ClipOp.kIntersect, True)
    for index in range(360):
        x, y = -205 + 410 * chance(index), -288 + 280 * chance(index, 0.113)
        tone = hair.light if index % 3 == 0 else hair.shade
        canvas.drawLine(x, y, x + 2, y + 7, line(tone, 2.2, 70))
    canvas.restore()
    canvas.drawOval(oval(-64, -240, 74, 26), fill(hair.light, 60, blur=18))


def bald(canvas: Canvas, hair: Hair) -> None:
    """Draw the light on a bare head."""
    del hair
    canvas.drawOval(oval(-58, -208, 82, 34), fill("#fff6ea", 74, blur=22))
    canvas.drawOval(oval(-70, -216, 34, 12), fill("#ffffff", 90, blur=9))
