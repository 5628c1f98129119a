"""Ribbons: locks of hair that taper, wave or curl along a line from the scalp to their tip."""

import math
from collections.abc import Callable
from typing import Any, NamedTuple

import skia

from sorcerer.providers.embedded.art.paint import Canvas, darker, fill, line, linear, mix
from sorcerer.providers.embedded.art.palette import Hair

_STEPS = 26
Point = tuple[float, float]
Lock = Callable[[float], Point]


class Wave(NamedTuple):
    """How a lock leaves its line.

    Args:
        reach: to each side, in pixels.
        length: from one crest to the next, in pixels.
        phase: where it begins, in turns.
    """

    reach: float
    length: float
    phase: float = 0.0


_STRAIGHT = Wave(0, 1)


def lock(start: Point, bend: Point, tip: Point, wave: Wave = _STRAIGHT) -> Lock:
    """Return a lock as points by a share from 0 at the scalp to 1 at the tip: a quadratic curve that may wave."""
    long = math.dist(start, bend) + math.dist(bend, tip)

    def at(share: float) -> Point:
        rest = 1 - share
        x = rest * rest * start[0] + 2 * rest * share * bend[0] + share * share * tip[0]
        y = rest * rest * start[1] + 2 * rest * share * bend[1] + share * share * tip[1]
        along_x = 2 * rest * (bend[0] - start[0]) + 2 * share * (tip[0] - bend[0])
        along_y = 2 * rest * (bend[1] - start[1]) + 2 * share * (tip[1] - bend[1])
        norm = math.hypot(along_x, along_y) or 1.0
        off = wave.reach * min(1.0, share * 3) * math.sin(2 * math.pi * (share * long / wave.length + wave.phase))
        return x - along_y / norm * off, y + along_x / norm * off

    return at


def ribbon(along: Lock, wide: float, *, tip: float = 0.2) -> Any:  # noqa: ANN401 - skia has no types
    """Return the outline of a lock `wide` pixels across that narrows to the share `tip` at its end."""
    points = [along(step / _STEPS) for step in range(_STEPS + 1)]
    left: list[Point] = []
    right: list[Point] = []
    for step, (x, y) in enumerate(points):
        before, after = points[max(0, step - 1)], points[min(_STEPS, step + 1)]
        norm = math.dist(before, after) or 1.0
        share = step / _STEPS
        half = wide / 2 * (1 - (1 - tip) * share**1.6)
        off_x, off_y = -(after[1] - before[1]) / norm * half, (after[0] - before[0]) / norm * half
        left.append((x + off_x, y + off_y))
        right.append((x - off_x, y - off_y))
    path = skia.Path()
    path.moveTo(*left[0])
    for point in [*left[1:], *reversed(right)]:
        path.lineTo(*point)
    path.close()
    return path


def draw_lock(
    canvas: Canvas, hair: Hair, along: Lock, wide: float, *, lightness: float = 0.4, tip: float = 0.2
) -> None:
    """Draw one lock: its shadow, its body lit from one side, and two fine strands."""
    path = ribbon(along, wide, tip=tip)
    start, end = along(0.0), along(1.0)
    canvas.drawPath(path, line(darker(hair.shade, 0.3), 3, 120, blur=1.5))
    tones = (mix(hair.base, hair.shade, 0.35), mix(hair.base, hair.light, lightness), hair.base, hair.shade)
    canvas.drawPath(path, fill(linear(start, end, *tones, at=[0, 0.3, 0.65, 1])))
    for side, tone, alpha in ((-0.22, hair.light, 90), (0.2, hair.shade, 120)):
        strand = skia.Path()
        for step in range(3, _STEPS - 1):
            x, y = along(step / _STEPS)
            point = (x + side * wide * (1 - 0.7 * step / _STEPS), y)
            if step == 3:  # noqa: PLR2004 - the first of the range
                strand.moveTo(*point)
            else:
                strand.lineTo(*point)
        canvas.drawPath(strand, line(tone, max(1.6, wide * 0.07), alpha, blur=0.8))


def chance(index: int, salt: float = 0.0) -> float:
    """Return a number in [0, 1) that looks thrown and is the same every time."""
    return (math.sin(index * 12.9898 + salt * 78.233 + 1.7) * 43758.5453) % 1


def draw_coils(canvas: Canvas, hair: Hair, spots: list[Point], size: float) -> None:
    """Draw tight coils at the spots, each an open ring, those above lighter."""
    for index, (x, y) in enumerate(spots):
        lit = max(0.0, min(1.0, (140 - y) / 520))
        tone = (hair.shade, mix(hair.base, hair.light, 0.25 + 0.45 * lit), hair.base)[index % 3]
        radius = size * (0.6 + 0.5 * chance(index))
        turn = 360 * chance(index, 0.37)
        box = skia.Rect(x - radius, y - radius * 0.86, x + radius, y + radius * 0.86)
        arc = skia.Path()
        arc.addArc(box, turn, 235)
        canvas.drawPath(arc, line(tone, size * 0.3, 150 if index % 3 else 190, blur=0.7))
