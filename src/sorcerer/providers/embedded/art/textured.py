"""Textured hair: waves, ringlets, an afro, locs and braids."""

import math

from sorcerer.providers.embedded.art.paint import Canvas, darker, fill, line, linear, mix, outline, oval, radial
from sorcerer.providers.embedded.art.palette import Hair
from sorcerer.providers.embedded.art.ribbons import Wave, chance, draw_coils, draw_lock, lock

_GOLD = "#e6bd5c"
_SCALP = (
    "M -196 30 C -232 -180 -150 -318 0 -320 C 150 -318 232 -180 196 30 C 188 -60 176 -120 140 -168 "
    "C 90 -214 -90 -214 -140 -168 C -176 -120 -188 -60 -196 30 Z"
)
_MASS = (
    "M 0 -338 C 196 -345 282 -200 276 -40 C 290 60 330 190 300 330 C 284 400 226 430 180 410 "
    "L -180 410 C -226 430 -284 400 -300 330 C -330 190 -290 60 -276 -40 C -282 -200 -196 -345 0 -338 Z"
)


def _scalp(canvas: Canvas, hair: Hair) -> None:
    tones = (mix(hair.base, hair.light, 0.35), hair.base, hair.shade)
    canvas.drawPath(outline(_SCALP), fill(linear((-160, -330), (190, 30), *tones, at=[0, 0.4, 1])))


def wavy_behind(canvas: Canvas, hair: Hair) -> None:
    """Draw long waves behind the shoulders."""
    tones = (mix(hair.base, hair.shade, 0.3), hair.shade, darker(hair.shade, 0.25))
    canvas.drawPath(outline(_MASS), fill(linear((0, -320), (0, 420), *tones, at=[0, 0.5, 1])))
    for index in range(11):
        x = -250 + index * 50
        tip = 440 + 70 * chance(index)
        wave = Wave(15, 150, chance(index, 0.2))
        draw_lock(canvas, hair, lock((x * 0.8, 0), (x * 1.2, 220), (x * 1.05, tip), wave), 74, lightness=0.12)


def wavy_before(canvas: Canvas, hair: Hair) -> None:
    """Draw waves that fall from a parting to both sides of the face."""
    _scalp(canvas, hair)
    for sign in (-1, 1):
        for index in range(6):
            start = (-34 + sign * (4 + index * 5), -308 + index * 5)
            bend = (sign * (300 - index * 13), -330 + index * 56)
            tip = (sign * (262 - index * 9 + 22 * chance(index)), 400 - index * 40 + 50 * chance(index, 0.5))
            wave = Wave(13, 165, 0.15 * index)
            draw_lock(canvas, hair, lock(start, bend, tip, wave), 66, lightness=0.5)


def curly_behind(canvas: Canvas, hair: Hair) -> None:
    """Draw a cloud of ringlets around the head, down to the shoulders."""
    tones = (mix(hair.base, hair.shade, 0.5), darker(hair.shade, 0.2))
    canvas.drawOval(oval(0, -60, 268, 262), fill(linear((0, -330), (0, 240), *tones)))
    for ring, (reach, count) in enumerate(((330, 30), (300, 28), (262, 24))):
        for index in range(count):
            turn = math.radians(146 + 248 * (index + 0.5) / count)
            throw = reach * (0.95 + 0.09 * chance(index, ring * 0.3))
            drop = 96 * abs(math.cos(turn)) ** 1.5
            start = (math.cos(turn) * 170, -100 + math.sin(turn) * 160)
            tip = (math.cos(turn) * throw * 0.97, -66 + math.sin(turn) * throw * 0.9 + drop)
            bend = (math.cos(turn) * throw * 1.08, (start[1] + tip[1]) / 2 - 56)
            wave = Wave(9, 54, chance(index))
            draw_lock(canvas, hair, lock(start, bend, tip, wave), 52, lightness=0.06 + 0.16 * ring, tip=0.62)


def curly_before(canvas: Canvas, hair: Hair) -> None:
    """Draw ringlets over the hairline and beside the face."""
    _scalp(canvas, hair)
    for row, (lift, wide) in enumerate(((40, 60), (0, 54))):
        for index in range(13):
            share = (index + 0.5 * row) / 12.5
            turn = math.radians(192 + 156 * share)
            start = (-40 + 90 * share, -296 - lift)
            tip = (math.cos(turn) * (226 + lift * 0.6), -70 - lift + math.sin(turn) * 132 + 26 * chance(index))
            bend = (math.cos(turn) * (262 + lift * 0.4), -330 - lift + 70 * abs(math.cos(turn)))
            way = lock(start, bend, tip, Wave(9, 58, chance(index, 0.3 * row)))
            draw_lock(canvas, hair, way, wide, lightness=0.3 + 0.25 * row, tip=0.6)
    for sign in (-1, 1):
        for index in range(3):
            start, tip = (sign * (206 + 12 * index), -120), (sign * (206 + 24 * index), 130 + 40 * chance(index, 0.1))
            way = lock(start, (sign * (238 + 18 * index), 0), tip, Wave(9, 56, 0.3 * index))
            draw_lock(canvas, hair, way, 46, lightness=0.36, tip=0.55)


def afro_behind(canvas: Canvas, hair: Hair) -> None:
    """Draw a round afro."""
    center, radius = (0.0, -128.0), 318.0
    glow = radial((-90, -330), 560, mix(hair.base, hair.light, 0.42), hair.base, hair.shade, at=[0, 0.45, 1])
    for index in range(64):
        turn = 2 * math.pi * index / 64
        x, y = center[0] + math.cos(turn) * radius * 0.93, center[1] + math.sin(turn) * radius * 0.9
        canvas.drawOval(oval(x, y, 30 + 14 * chance(index), 30 + 14 * chance(index)), fill(glow))
    canvas.drawOval(oval(*center, radius, radius * 0.96), fill(glow))
    spots = []
    for index in range(430):
        turn, reach = 2.39996 * index, radius * 1.04 * math.sqrt((index + 0.5) / 430)
        spots.append((center[0] + math.cos(turn) * reach, center[1] + math.sin(turn) * reach * 0.97))
    draw_coils(canvas, hair, spots, 17)


def afro_before(canvas: Canvas, hair: Hair) -> None:
    """Draw the hairline of an afro."""
    canvas.drawPath(outline(_SCALP), fill(mix(hair.base, hair.shade, 0.2), 235, blur=5))
    spots = []
    for index in range(260):
        turn = math.radians(184 + 172 * chance(index))
        reach = 196 + 100 * chance(index, 0.41)
        spots.append((math.cos(turn) * reach, -34 + math.sin(turn) * reach * 1.04))
    draw_coils(canvas, hair, spots, 17)


def _rope(canvas: Canvas, hair: Hair, way: tuple[tuple[float, float], ...], wide: float, *, plaited: bool) -> None:
    """Draw one loc or one braid along start, bend and tip."""
    along = lock(way[0], way[1], way[2], Wave(3, 140, chance(int(way[0][0]))))
    draw_lock(canvas, hair, along, wide, lightness=0.28, tip=0.66)
    long = math.dist(way[0], way[1]) + math.dist(way[1], way[2])
    steps = int(long / (wide * (0.62 if plaited else 0.85)))
    half = wide * 0.36
    for step in range(1, steps):
        x, y = along(step / steps)
        if plaited:
            mark = f"M {x - half:.1f} {y - half:.1f} L {x:.1f} {y + half * 0.5:.1f} L {x + half:.1f} {y - half:.1f}"
            canvas.drawPath(outline(mark), line(darker(hair.shade, 0.35), wide * 0.12, 190))
            canvas.drawOval(oval(x - half * 0.5, y - half * 0.1, half * 0.3, half * 0.22), fill(hair.light, 90, blur=1))
        else:
            bow = f"M {x - half:.1f} {y:.1f} Q {x:.1f} {y + half * 0.8:.1f} {x + half:.1f} {y - half * 0.3:.1f}"
            canvas.drawPath(outline(bow), line(hair.shade if step % 2 else hair.light, wide * 0.09, 105, blur=0.8))


def _hanging(canvas: Canvas, hair: Hair, *, plaited: bool, wide: float, count: int) -> None:
    for index in range(count):
        x = -236 + 472 * index / (count - 1)
        tip = (x * 1.12 + 16 * (chance(index) - 0.5), 400 + 90 * chance(index, 0.7))
        _rope(canvas, hair, ((x * 0.86, -120), (x * 1.16, 130), tip), wide, plaited=plaited)


def _framing(canvas: Canvas, hair: Hair, *, plaited: bool, wide: float) -> None:
    _scalp(canvas, hair)
    for index in range(11):
        share = index / 10
        edge = math.radians(196 + 148 * share)
        root = (math.cos(edge) * 200, -34 + math.sin(edge) * 186)
        crown = (-60 + 130 * share, -316 + 40 * abs(share - 0.5))
        bend = ((root[0] + crown[0]) * 0.62, min(root[1], crown[1]) - 24)
        _rope(canvas, hair, (root, bend, crown), wide * 1.15, plaited=plaited)
    for sign in (-1, 1):
        for index in range(6):
            start = (sign * (8 + index * 20) - 10, -314 + index * index * 3.2)
            bend = (sign * (250 + 8 * index), -290 + index * 34)
            tip = (sign * (232 + (index % 3) * 17), 260 + 170 * chance(index, 0.3 if sign > 0 else 0.8))
            _rope(canvas, hair, (start, bend, tip), wide, plaited=plaited)
            if index % 3 == 1:
                canvas.drawOval(oval(tip[0] - sign * 2, tip[1] - 46, wide * 0.5, wide * 0.44), fill(_GOLD))
                shine = oval(tip[0] - sign * 2 - 3, tip[1] - 50, wide * 0.2, wide * 0.14)
                canvas.drawOval(shine, fill("#fff3c8", 220))


def locs_behind(canvas: Canvas, hair: Hair) -> None:
    """Draw locs behind the shoulders."""
    canvas.drawPath(outline(_MASS), fill(darker(hair.shade, 0.1)))
    _hanging(canvas, hair, plaited=False, wide=38, count=13)


def locs_before(canvas: Canvas, hair: Hair) -> None:
    """Draw locs that fall beside the face."""
    _framing(canvas, hair, plaited=False, wide=36)


def braids_behind(canvas: Canvas, hair: Hair) -> None:
    """Draw box braids behind the shoulders."""
    canvas.drawPath(outline(_MASS), fill(darker(hair.shade, 0.2)))
    _hanging(canvas, hair, plaited=True, wide=27, count=19)


def braids_before(canvas: Canvas, hair: Hair) -> None:
    """Draw box braids that fall beside the face."""
    _framing(canvas, hair, plaited=True, wide=28)
