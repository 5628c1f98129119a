"""Strands: many fine curves between two guides, which is what makes a shape read as hair."""

from sorcerer.providers.embedded.art.paint import Canvas, line, mix, outline
from sorcerer.providers.embedded.art.palette import Hair

Curve = tuple[float, float, float, float, float, float, float, float]
_GOLDEN = 0.6180339887


def comb(
    canvas: Canvas, first: Curve, last: Curve, count: int, hair: Hair, *, width: float = 4.0, alpha: float = 80
) -> None:
    """Draw `count` curves from the first guide to the last, light and dark by turns.

    Args:
        first, last: cubic curves as x, y of start, two handles and end.
        width: of the widest curve, in pixels.
        alpha: of the strongest curve, 0 to 255.
    """
    for index in range(count):
        share = (index + 0.5) / count
        wobble = (index * _GOLDEN) % 1
        points = [a + (b - a) * share + (wobble - 0.5) * 7 for a, b in zip(first, last, strict=True)]
        tone = (hair.light, hair.shade, mix(hair.base, hair.light, 0.5))[index % 3]
        strength = alpha * (0.45 + 0.55 * wobble)
        start, one, two, end = (f"{points[i]:.1f} {points[i + 1]:.1f}" for i in (0, 2, 4, 6))
        paint = line(tone, width * (0.4 + 0.6 * ((index * 0.377) % 1)), strength, blur=1.1)
        canvas.drawPath(outline(f"M {start} C {one} {two} {end}"), paint)
