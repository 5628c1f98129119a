"""Props: what stands in more than one place."""

import math

import skia

from sorcerer.providers.embedded.art.lights import Lighting
from sorcerer.providers.embedded.art.paint import (
    Canvas,
    darker,
    fill,
    ink,
    lighter,
    line,
    linear,
    mix,
    outline,
    oval,
    radial,
)
from sorcerer.providers.embedded.scenery import seasons
from sorcerer.providers.embedded.scenery.dice import Dice
from sorcerer.providers.embedded.setting import HIGH, WIDE

_LIT_WINDOWS = 0.6  # of a town at night
_SCREEN = skia.BlendMode.kScreen
Box = tuple[float, float, float, float]


def box(x: float, y: float, wide: float, high: float) -> object:
    """Return a rectangle by its corner and its size."""
    return skia.Rect(x, y, x + wide, y + high)


def wall(canvas: Canvas, light: Lighting, near: str, far: str) -> None:
    """Paint a wall, near the window in one colour, away from it in another."""
    near = light.on(mix(near, light.key, 0.16))
    far = light.on(mix(far, light.ambient, 0.22))
    canvas.drawRect(box(0, 0, WIDE, HIGH), fill(linear((WIDE, 0), (0, HIGH), near, far)))


def floor(canvas: Canvas, light: Lighting, y: float, color: str) -> None:
    """Paint everything below `y` as floor or front of a counter."""
    color = light.on(color)
    canvas.drawRect(box(0, y, WIDE, HIGH - y), fill(linear((0, y), (0, HIGH), color, darker(color, 0.35))))


def counter(canvas: Canvas, light: Lighting, y: float, high: float, color: str) -> None:
    """Paint the edge of a table top."""
    color = light.on(color)
    canvas.drawRect(
        box(0, y, WIDE, high), fill(linear((0, y), (0, y + high), lighter(color, 0.25), darker(color, 0.25)))
    )


def bokeh(canvas: Canvas, dice: Dice, count: int, where: Box, tones: tuple[str, ...], strength: float = 70) -> None:
    """Scatter soft discs of light over a box of (left, top, right, bottom)."""
    for _ in range(count):
        x, y = dice.between(where[0], where[2]), dice.between(where[1], where[3])
        size, tone = dice.between(14, 54), dice.pick(tones)
        alpha = strength * dice.between(0.4, 1.1)
        canvas.drawOval(oval(x, y, size, size), fill(tone, alpha, blur=2, blend=_SCREEN))
        canvas.drawOval(oval(x, y, size, size), line(tone, 2, alpha * 0.5, blur=2, blend=_SCREEN))


def plant(
    canvas: Canvas, light: Lighting, dice: Dice, at: tuple[float, float], size: float, color: str = "#3f7a55"
) -> None:
    """Paint a plant in its pot, standing at a point."""
    x, y = at
    color = light.on(color, 0.8)
    for leaf in range(13):
        turn = -math.pi / 2 + (leaf - 6) * 2.2 / 13 + dice.between(-0.1, 0.1)
        reach = size * dice.between(0.75, 1.2)
        end_x, end_y = x + math.cos(turn) * reach, y + math.sin(turn) * reach
        side_x, side_y = -math.sin(turn) * size * 0.17, math.cos(turn) * size * 0.17
        middle_x, middle_y = (x + end_x) / 2, (y + end_y) / 2
        blade = (
            f"M {x:.1f} {y:.1f} Q {middle_x + side_x:.1f} {middle_y + side_y:.1f} {end_x:.1f} {end_y:.1f} "
            f"Q {middle_x - side_x:.1f} {middle_y - side_y:.1f} {x:.1f} {y:.1f}"
        )
        canvas.drawPath(
            outline(blade),
            fill(linear((x, y), (end_x, end_y), darker(color, 0.45), color, mix(color, "#eaffc8", 0.35))),
        )
    pot = light.on("#d39a7a")
    shape = (
        f"M {x - size * 0.3} {y - 4} L {x + size * 0.3} {y - 4} L {x + size * 0.22} "
        f"{y + size * 0.5} L {x - size * 0.22} {y + size * 0.5} Z"
    )
    canvas.drawPath(
        outline(shape), fill(linear((x - size * 0.3, y), (x + size * 0.3, y), lighter(pot, 0.3), darker(pot, 0.3)))
    )


def window(canvas: Canvas, light: Lighting, dice: Dice, where: Box, frame: str = "#f4efe8") -> None:
    """Paint a window of (left, top, width, height) with a town behind it."""
    x, y, wide, high = where
    canvas.drawRect(box(x, y, wide, high), fill(linear((0, y), (0, y + high), *light.sky)))
    for house in range(9):
        left, tall = x + wide * house / 9, high * dice.between(0.15, 0.5)
        canvas.drawRect(
            box(left, y + high - tall, wide / 9 + 2, tall), fill(mix(light.ambient, light.sky[1], 0.45), 205)
        )
        for storey in range(int(tall / 26) if light.dark else 0):
            if dice.roll() < _LIT_WINDOWS:
                canvas.drawRect(box(left + 10, y + high - tall + 10 + storey * 26, 12, 12), fill("#ffd487", 230))
    canvas.save()
    canvas.clipRect(box(x, y, wide, high))
    if not light.dark and light.season != "winter":
        tone = light.on(dice.pick(seasons.leaves(light)))
        for leaf in range(14):
            size = dice.between(30, 74)
            spot = oval(x + wide * dice.between(0, 0.5), y + high * dice.between(0.62, 1.02), size, size * 0.8)
            canvas.drawOval(spot, fill(lighter(tone, 0.1 * (leaf % 3)), 225))
    seasons.fall(canvas, light, dice, (x, y, x + wide, y + high))
    canvas.restore()
    frame = light.on(frame, 0.6)
    for share in (0.0, 0.5, 1.0):
        canvas.drawRect(box(x + wide * share - 9, y - 9, 18, high + 18), fill(frame))
    for share in (0.0, 0.4, 1.0):
        canvas.drawRect(box(x - 9, y + high * share - 9, wide + 18, 18), fill(frame))
    if not light.dark:
        canvas.drawRect(box(x - 60, y - 60, wide + 120, high + 120), fill(light.key, 44, blur=60, blend=_SCREEN))


def sunpatch(canvas: Canvas, light: Lighting, at: tuple[float, float], size: float) -> None:
    """Let the sun throw the shape of a window on a wall; not by night and not under clouds."""
    if light.dark or light.weather != "clear":
        return
    x, y = at
    for column in range(2):
        for row in range(3):
            left, top = x + column * size * 0.54 + row * size * 0.1, y + row * size * 0.62 - column * size * 0.16
            pane = (
                f"M {left} {top} L {left + size * 0.46} {top - size * 0.14} "
                f"L {left + size * 0.54} {top + size * 0.4} L {left + size * 0.08} {top + size * 0.54} Z"
            )
            canvas.drawPath(outline(pane), fill(mix(light.key, "#fff3d8", 0.3), 105, blur=10, blend=_SCREEN))


def shelf(
    canvas: Canvas,
    light: Lighting,
    dice: Dice,
    where: tuple[float, float, float],
    tones: tuple[str, ...],
    kind: str = "books",
) -> None:
    """Paint a shelf of (left, y, width) with books, jars or folded things on it."""
    x, y, wide = where
    canvas.drawRect(box(x, y, wide, 22), fill(light.on("#86603f")))
    canvas.drawRect(box(x, y + 22, wide, 26), fill("#140a12", 60, blur=8))
    step = {"books": 46, "jars": 72, "folded": 120}[kind]
    for index in range(int(wide / step)):
        tall = dice.between(90, 150) if kind == "books" else dice.between(60, 128)
        tone, left = light.on(dice.pick(tones)), x + 14 + index * step
        across = step - (8 if kind == "books" else 24)
        shade = linear((left, 0), (left + across, 0), lighter(tone, 0.22), tone, darker(tone, 0.3), at=[0, 0.5, 1])
        canvas.drawRoundRect(
            box(left, y - tall, across, tall), 4 if kind == "books" else 12, 4 if kind == "books" else 12, fill(shade)
        )


def pendant(canvas: Canvas, light: Lighting, x: float, drop: float) -> None:
    """Paint a lamp that hangs from the ceiling and is on."""
    canvas.drawLine(x, 0, x, drop, line("#2b2320", 5))
    shade = (
        f"M {x - 70} {drop + 80} C {x - 70} {drop + 10} {x - 30} {drop} {x} {drop} C {x + 30} "
        f"{drop} {x + 70} {drop + 10} {x + 70} {drop + 80} Z"
    )
    canvas.drawPath(outline(shade), fill(linear((x - 70, 0), (x + 70, 0), "#4b3f38", "#241d1a")))
    glow(canvas, x, drop + 96, 190 if light.dark else 150)
    canvas.drawOval(oval(x, drop + 88, 30, 26), fill("#fff3cf"))


def glow(canvas: Canvas, x: float, y: float, size: float) -> None:
    """Let a warm lamp glow at a point."""
    tones = (ink("#ffdf9e", 225), ink("#ffc56b", 70), ink("#ffb347", 0))
    canvas.drawOval(oval(x, y, size, size), fill(radial((x, y), size, *tones), blend=_SCREEN))


def lamp(canvas: Canvas, light: Lighting, x: float, foot: float, tall: float) -> None:
    """Paint a standing lamp; by night it is on."""
    top = foot - tall
    canvas.drawRect(box(x - 6, top, 12, tall), fill(light.on("#4a3d3a")))
    if light.dark:
        glow(canvas, x, top - 10, 330)
    tone = "#fff0cf" if light.dark else "#f3e6d2"
    canvas.drawPath(
        outline(f"M {x - 90} {top + 40} L {x + 90} {top + 40} L {x + 54} {top - 110} L {x - 54} {top - 110} Z"),
        fill(linear((x - 90, 0), (x + 90, 0), lighter(tone, 0.3), darker(tone, 0.1))),
    )


def rays(canvas: Canvas, light: Lighting, x: float) -> None:
    """Let daylight fall in broad rays from above, right of `x`."""
    if light.dark or light.weather != "clear":
        return
    for left, across in ((0, 170), (230, 90), (400, 220)):
        beam = (
            f"M {x + left} -60 L {x + left + across} -60 L {x + left + across + 620} {HIGH} L {x + left + 480} {HIGH} Z"
        )
        canvas.drawPath(outline(beam), fill(light.key, 34, blur=40, blend=_SCREEN))


def framed(canvas: Canvas, light: Lighting, where: tuple[float, float], tone: str) -> None:
    """Paint a small picture on the wall."""
    x, y = where
    canvas.drawRect(box(x + 6, y + 12, 190, 240), fill("#140a12", 80, blur=12))
    canvas.drawRect(box(x, y, 190, 240), fill(light.on("#ffffff", 0.7)))
    tone = light.on(tone)
    canvas.drawRect(
        box(x + 16, y + 16, 158, 208),
        fill(linear((x, y), (x + 190, y + 240), lighter(tone, 0.2), mix(tone, "#5b3a6b", 0.5))),
    )
    canvas.drawOval(oval(x + 108, y + 98, 44, 44), fill(light.on("#fff3d9", 0.7), 205))
