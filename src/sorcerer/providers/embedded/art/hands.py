"""Hands: one that holds something upright, one that lies flat. The wrist is below the origin."""

from sorcerer.providers.embedded.art.paint import Canvas, darker, fill, line, linear, mix, outline, oval
from sorcerer.providers.embedded.art.palette import skin_of
from sorcerer.providers.values import Look


def draw_palm(canvas: Canvas, look: Look) -> None:
    """Draw the back part of a hand that closes around something: what lies behind the thing, and the wrist."""
    skin = skin_of(look)
    palm = outline("M -34 -62 C -62 -30 -64 34 -40 92 L 40 112 C 66 60 70 -10 52 -58 C 30 -74 -10 -76 -34 -62 Z")
    canvas.drawPath(palm, fill(linear((-50, -60), (60, 100), skin.base, mix(skin.base, skin.shade, 0.75))))
    canvas.drawPath(palm, line(skin.shade, 3, 120, blur=1.5))


def draw_fingers(canvas: Canvas, look: Look) -> None:
    """Draw four fingers and the thumb around the thing that is held."""
    skin = skin_of(look)
    for row, reach in enumerate((50, 56, 54, 44)):
        y = -50 + row * 31
        finger = outline(f"M {52 - row * 2} {y + 5} C 20 {y - 7} -14 {y - 5} {-reach} {y + 3}")
        canvas.drawPath(finger, line(mix(skin.shade, "#3a1a12", 0.25), 33, 170, blur=1.2))
        canvas.drawPath(finger, line(linear((-50, y - 14), (50, y + 16), skin.light, skin.base), 28))
        canvas.drawPath(
            outline(f"M {46} {y - 5} C 20 {y - 15} -10 {y - 13} {-reach + 4} {y - 5}"), line(skin.light, 6, 110, blur=3)
        )
        canvas.drawOval(oval(-reach - 1, y + 1, 8, 7), fill(mix(skin.light, skin.blush, 0.3), 225))
        canvas.drawPath(outline(f"M 12 {y - 11} Q 16 {y} 12 {y + 11}"), line(skin.shade, 2.4, 70, blur=0.8))
    heel = outline("M 44 -66 C 74 -60 84 -10 76 44 C 70 78 52 96 34 104 C 44 60 46 -10 44 -66 Z")
    canvas.drawPath(heel, fill(linear((40, -60), (80, 90), skin.base, mix(skin.base, skin.shade, 0.7))))
    thumb = outline("M 60 -40 C 44 -70 20 -84 -12 -84")
    canvas.drawPath(thumb, line(mix(skin.shade, "#3a1a12", 0.2), 36, 150, blur=1.2))
    canvas.drawPath(thumb, line(linear((-20, -100), (60, -40), skin.light, skin.base), 30))
    canvas.drawOval(oval(-15, -88, 9, 7), fill(mix(skin.light, skin.blush, 0.3), 225))


def draw_flat(canvas: Canvas, look: Look) -> None:
    """Draw a hand that lies on a table, its fingers to the left."""
    skin = skin_of(look)
    canvas.drawOval(oval(-20, 40, 120, 16), fill("#1a0e12", 100, blur=12))
    for row, (reach, drop) in enumerate(((108, -16), (124, 2), (118, 20), (96, 36))):
        finger = outline(f"M 20 {drop * 0.8:.1f} C -20 {drop - 8} -60 {drop - 8} {-reach} {drop + 8}")
        canvas.drawPath(finger, line(mix(skin.shade, "#3a1a12", 0.2), 31 - row, 160, blur=1.2))
        canvas.drawPath(finger, line(linear((-reach, drop - 12), (20, drop + 14), skin.light, skin.base), 26 - row))
        canvas.drawOval(oval(-reach - 2, drop + 6, 8, 6), fill(mix(skin.light, skin.blush, 0.3), 225))
    back = outline("M 90 -40 C 50 -52 0 -44 -18 -28 C -26 0 -20 34 0 48 C 40 60 80 50 100 40 Z")
    canvas.drawPath(
        back, fill(linear((-20, -40), (70, 50), skin.light, skin.base, mix(skin.base, skin.shade, 0.5), at=[0, 0.5, 1]))
    )
    thumb = outline("M 40 -36 C 10 -60 -30 -64 -56 -52")
    canvas.drawPath(thumb, line(mix(skin.shade, "#3a1a12", 0.2), 32, 150, blur=1.2))
    canvas.drawPath(thumb, line(linear((-50, -70), (40, -36), skin.light, skin.base), 27))
    for drop in (-12, 4, 20):
        canvas.drawPath(
            outline(f"M -2 {drop - 6} Q -8 {drop} -2 {drop + 7}"), line(darker(skin.shade, 0.1), 2.6, 80, blur=1)
        )
