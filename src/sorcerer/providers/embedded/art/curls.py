"""Curls: a cloud of soft locks, each with its own spiral of light, instead of a row of beads."""

import math

from sorcerer.providers.embedded.art.paint import Canvas, around, darker, fill, line, mix, outline, oval, radial
from sorcerer.providers.embedded.art.palette import Hair

_GOLDEN = 0.6180339887


def draw_curls(
    canvas: Canvas,
    hair: Hair,
    *,
    rings: tuple[tuple[float, float], ...],
    arc: tuple[float, float],
    center: tuple[float, float],
    backed: bool = False,
) -> None:
    """Draw curls along rings about a point, the outer ring first.

    Args:
        rings: (radius of the ring, radius of its curls) in pixels.
        arc: where the rings begin and end, in degrees; 270 is up.
        center: of the rings.
        backed: whether a dark mass fills what the curls leave open.
    """
    canvas.save()
    canvas.translate(*center)
    outer = rings[0][0]
    if backed:
        canvas.drawOval(oval(0, -30, outer * 0.9, outer * 0.62), fill(mix(hair.base, hair.shade, 0.75)))
    for level, (radius, size) in enumerate(rings):
        steps = max(3, round(math.radians(arc[1] - arc[0]) * radius / (size * 0.92)))
        for step in range(steps + 1):
            wobble = ((step + level * 3) * _GOLDEN) % 1
            angle = arc[0] + (arc[1] - arc[0]) * step / steps
            x, y = around(angle + (wobble - 0.5) * 5, radius - size * 0.4 + (wobble - 0.5) * size * 0.8)
            _draw_curl(canvas, hair, (x, y), size * (0.86 + 0.34 * wobble), angle + 360 * wobble)
    canvas.restore()


def _draw_curl(canvas: Canvas, hair: Hair, at: tuple[float, float], size: float, turn: float) -> None:
    canvas.save()
    canvas.translate(*at)
    up = (at[1] + 320) / 640  # curls on top catch the light
    glow = mix(hair.base, hair.light, max(0.05, 0.42 - 0.5 * up))
    canvas.drawOval(oval(0, size * 0.16, size * 1.02, size), fill(darker(hair.shade, 0.35), 105, blur=size * 0.22))
    shade = radial((-size * 0.3, -size * 0.45), size * 1.5, glow, hair.base, hair.shade, at=[0, 0.45, 1])
    canvas.drawOval(oval(0, 0, size, size * 0.94), fill(shade))
    canvas.rotate(turn)
    for index, reach in enumerate((0.84, 0.6, 0.36)):
        r = size * reach
        spiral = (
            f"M {-r:.1f} 0 C {-r:.1f} {-r * 1.25:.1f} {r:.1f} {-r * 1.25:.1f} {r * 0.96:.1f} "
            f"{r * 0.12:.1f} C {r * 0.9:.1f} {r * 0.7:.1f} {r * 0.3:.1f} {r * 0.95:.1f} "
            f"{-r * 0.2:.1f} {r * 0.7:.1f}"
        )
        tone = (mix(hair.base, hair.light, 0.55), hair.shade, mix(hair.base, hair.light, 0.4))[index]
        canvas.drawPath(outline(spiral), line(tone, size * 0.11, 96 if index != 1 else 130, blur=1.2))
    canvas.restore()
