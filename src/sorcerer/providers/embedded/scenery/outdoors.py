"""Places under the sky."""

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
from sorcerer.providers.embedded.scenery import props, seasons
from sorcerer.providers.embedded.scenery.dice import Dice
from sorcerer.providers.embedded.scenery.props import box
from sorcerer.providers.embedded.setting import HIGH, WIDE

_SCREEN = skia.BlendMode.kScreen


def sky(canvas: Canvas, light: Lighting, dice: Dice, sun: tuple[float, float]) -> None:
    """Paint the sky with its clouds, and sun or stars when it is clear."""
    canvas.drawRect(box(0, 0, WIDE, HIGH), fill(linear((0, 0), (0, HIGH * 0.66), *light.sky)))
    if light.weather == "clear":
        _sun(canvas, light, dice, sun)
    for _ in range(4 if light.weather == "clear" else 9):
        x, y = dice.between(0, WIDE), dice.between(160, 560)
        for puff in range(7):
            cloud = skia.Rect(x + puff * 46 - 80, y - dice.between(20, 60), x + puff * 46 + 80, y + 34)
            canvas.drawOval(cloud, fill(mix("#ffffff", light.key, 0.3), 16 if light.dark else 62, blur=16))


def _sun(canvas: Canvas, light: Lighting, dice: Dice, sun: tuple[float, float]) -> None:
    """Hang the sun, or the moon and the stars, in a clear sky."""
    tone = "#f3f0ff" if light.dark else light.key
    halo = radial(sun, 560, ink(tone, 210), ink(tone, 76), ink(tone, 0), at=[0, 0.3, 1])
    canvas.drawOval(oval(*sun, 560, 560), fill(halo, blend=_SCREEN))
    size = 60 if light.dark else 112
    canvas.drawOval(oval(*sun, size, size), fill("#fffaf0", blur=3))
    for _ in range(90 if light.dark else 0):
        star = dice.between(1, 3)
        canvas.drawOval(
            oval(dice.between(0, WIDE), dice.between(0, 900), star, star), fill("#ffffff", dice.between(80, 220))
        )


def hills(canvas: Canvas, dice: Dice, y: float, rise: float, color: str) -> None:
    """Paint a row of hills, or of waves of ground, `rise` pixels high."""
    steps, x = [f"M -40 {HIGH} L -40 {y}"], -40.0
    for _ in range(9):
        ahead = x + WIDE / 7
        steps.append(
            f"Q {(x + ahead) / 2:.1f} {y - dice.between(0.3, 1) * rise:.1f} {ahead:.1f} "
            f"{y + dice.between(-0.15, 0.15) * rise:.1f}"
        )
        x = ahead
    shape = " ".join([*steps, f"L {x:.1f} {HIGH} Z"])
    canvas.drawPath(
        outline(shape), fill(linear((0, y - rise), (0, y + rise * 3), lighter(color, 0.25), color, darker(color, 0.3)))
    )


def beach(canvas: Canvas, light: Lighting, dice: Dice) -> None:
    """A beach: sea, surf, a palm."""
    sky(canvas, light, dice, (800, 640))
    hills(canvas, dice, 880, 120, light.on(mix("#6f8fae", light.sky[2], 0.4)))
    sea = light.on("#2f93ab")
    water = linear((0, 880), (0, 1420), mix(sea, light.sky[2], 0.55), sea, mix(sea, "#bff3ea", 0.5))
    canvas.drawRect(box(0, 880, WIDE, 540), fill(water))
    for index in range(60):
        y = 890 + (index / 60) ** 1.5 * 480
        x, wide = 800 + (dice.roll() + dice.roll() - 1) * (200 + index * 5), dice.between(20, 120) * (0.4 + index / 60)
        canvas.drawLine(x - wide / 2, y, x + wide / 2, y, line(light.key, 3 + index / 20, 120, blur=1, blend=_SCREEN))
    for y, color in ((1330, "#ffffff"), (1390, "#e8d3ad"), (1440, "#e9cfa2")):
        tone = seasons.snowed(light, color, 0.7)
        steps = [f"M -20 {HIGH} L -20 {y}"]
        steps += [
            f"Q {k * 160 + 40} {y - 26 + dice.between(-12, 12):.1f} {k * 160 + 140} {y + dice.between(-8, 10):.1f}"
            for k in range(8)
        ]
        canvas.drawPath(outline(" ".join([*steps, f"L {WIDE + 200} {HIGH} Z"])), fill(light.on(tone, 0.8)))
    _palm(canvas, light)


def _palm(canvas: Canvas, light: Lighting) -> None:
    trunk = linear((0, 300), (100, 1500), light.on("#8c6a4a"), light.on("#4f3828"))
    canvas.drawPath(outline("M -20 1500 C 60 1100 120 700 60 330 L 92 320 C 160 720 110 1120 60 1500 Z"), fill(trunk))
    for leaf in range(9):
        turn = -math.pi * 0.95 + leaf * math.pi * 1.05 / 8
        x, y = 78 + math.cos(turn) * 400, 330 + math.sin(turn) * 210 + 140 * abs(math.cos(turn))
        shape = (
            f"M 78 325 Q {78 + math.cos(turn) * 230:.1f} {305 + math.sin(turn) * 260:.1f} {x:.1f} {y:.1f} "
            f"Q {78 + math.cos(turn) * 200:.1f} {365 + math.sin(turn) * 150:.1f} 78 345"
        )
        canvas.drawPath(outline(shape), fill(linear((78, 325), (x, y), light.on("#1f4d3c"), light.on("#5c9a63"))))


def tree(canvas: Canvas, light: Lighting, dice: Dice, at: tuple[float, float], size: float) -> None:
    """Paint a tree as the season has it: in leaf, or bare."""
    color = light.on(dice.pick(seasons.leaves(light)))
    x, y = at
    canvas.drawRect(box(x - size * 0.06, y - size * 0.5, size * 0.12, size * 0.5), fill(light.on("#4d382c", 0.6)))
    if seasons.bare(light):
        _branches(canvas, light, dice, (x, y - size * 0.4), size)
        return
    for size_of_leaf in [(0.1, 0.19)] * 22 + [(0.05, 0.1)] * 42:
        turn, reach = dice.between(0, 360), math.sqrt(dice.roll()) * 0.46 * size
        leaf_x, leaf_y = x + math.cos(turn) * reach, y - size * 0.95 + math.sin(turn) * reach * 0.9
        leaf = size * dice.between(*size_of_leaf)
        tone = radial(
            (leaf_x - leaf * 0.35, leaf_y - leaf * 0.45),
            leaf * 1.3,
            mix(color, "#f6ffb8", 0.4),
            color,
            darker(color, 0.4),
        )
        canvas.drawOval(oval(leaf_x, leaf_y, leaf, leaf), fill(tone))


def _branches(canvas: Canvas, light: Lighting, dice: Dice, foot: tuple[float, float], size: float) -> None:
    bark = seasons.snowed(light, light.on("#5b4638", 0.6), 0.35)
    for index in range(13):
        turn = math.radians(-90 + (index - 6) * 13 + dice.between(-6, 6))
        reach = size * dice.between(0.5, 0.95)
        tip = (foot[0] + math.cos(turn) * reach, foot[1] + math.sin(turn) * reach)
        bend = (foot[0] + math.cos(turn) * reach * 0.4, foot[1] + math.sin(turn) * reach * 0.6)
        branch = f"M {foot[0]:.1f} {foot[1]:.1f} Q {bend[0]:.1f} {bend[1]:.1f} {tip[0]:.1f} {tip[1]:.1f}"
        canvas.drawPath(outline(branch), line(bark, size * 0.034))
        for twig in (0.55, 0.78):
            x, y = foot[0] + math.cos(turn) * reach * twig, foot[1] + math.sin(turn) * reach * twig
            side = turn + dice.pick((-0.6, 0.6))
            canvas.drawLine(
                x, y, x + math.cos(side) * reach * 0.3, y + math.sin(side) * reach * 0.3, line(bark, size * 0.016)
            )


def park(canvas: Canvas, light: Lighting, dice: Dice) -> None:
    """A park: trees, a path, flowers in the grass."""
    sky(canvas, light, dice, (260, 520))
    far = seasons.ground(light)
    hills(canvas, dice, 980, 200, mix(far, light.sky[2], 0.4))
    hills(canvas, dice, 1080, 160, darker(far, 0.12))
    for _ in range(9):
        where = (dice.between(-40, WIDE + 40), dice.between(1080, 1180))
        tree(canvas, light, dice, where, dice.between(260, 400))
    hills(canvas, dice, 1240, 90, far)
    path = linear((0, 1220), (0, HIGH), light.on("#e9d7b0"), light.on("#c9ab7c"))
    canvas.drawPath(
        outline(f"M 420 1220 C 620 1320 240 1480 60 {HIGH} L 760 {HIGH} C 700 1560 760 1360 520 1220 Z"), fill(path)
    )
    tree(canvas, light, dice, (60, 1500), 820)
    tree(canvas, light, dice, (1060, 1440), 700)
    for _ in range(0 if light.weather == "snow" or seasons.bare(light) else 120):
        bloom = dice.between(3, 8)
        tone = dice.pick(("#fff3b0", "#ffb3c1", "#ffffff"))
        canvas.drawOval(
            oval(dice.between(0, WIDE), dice.between(1450, HIGH), bloom, bloom), fill(light.on(tone, 0.5), 200)
        )
    props.rays(canvas, light, -100)
    props.bokeh(canvas, dice, 14, (0, 500, WIDE, 1400), ("#fff3b0", "#e8ffc8"), 50)


def street(canvas: Canvas, light: Lighting, dice: Dice) -> None:
    """A street: houses to both sides, windows lit at night, lights far away."""
    sky(canvas, light, dice, (650, 470))
    for layer, (size, haze) in enumerate(((0.5, 0.55), (0.75, 0.3))):
        for house in range(8):
            side = 1 if house % 2 else -1
            x = 540 + side * (120 + house // 2 * 150 * size + layer * 110)
            _house(canvas, light, dice, (x, 1240 + layer * 60), size, haze)
    for side in (0, 1):
        _facade(canvas, light, dice, side)
    near, far = seasons.snowed(light, "#b7a79c"), seasons.snowed(light, "#5d5560", 0.5)
    road = linear((0, 1330), (0, HIGH), light.on(near), light.on(far))
    canvas.drawPath(outline(f"M 0 1560 L 250 1330 L 830 1330 L {WIDE} 1560 L {WIDE} {HIGH} L 0 {HIGH} Z"), fill(road))
    for x, tall in ((300, 420), (786, 380)):
        tree(canvas, light, dice, (x, 1345), tall)
    lamps = ("#ffcf87", "#ff9a6b", "#9fd0ff", "#ff7f9a", "#fff0c8")
    props.bokeh(canvas, dice, 46 if light.dark else 20, (0, 700, WIDE, 1400), lamps, 130 if light.dark else 50)


def _house(canvas: Canvas, light: Lighting, dice: Dice, foot: tuple[float, float], size: float, haze: float) -> None:
    x, base = foot
    wide, tall = 150 * size + 60, dice.between(500, 900) * size + 250
    tone = light.on(mix(dice.pick(("#c98a6b", "#8fa3b8", "#d8b48a", "#7d6f8c", "#b06a5a")), light.sky[1], haze))
    canvas.drawRect(
        box(x - wide / 2, base - tall, wide, tall + 300),
        fill(linear((x - wide / 2, 0), (x + wide / 2, 0), tone, mix(tone, light.key, 0.3))),
    )
    for storey in range(int(tall / 56)):
        for column in range(3):
            on = dice.roll() < (0.65 if light.dark else 0.12)
            pane = box(x - wide * 0.36 + column * wide * 0.27, base - tall + 26 + storey * 56, wide * 0.17, 34)
            canvas.drawRect(pane, fill("#ffd98a" if on else mix(tone, "#203050", 0.35), 235))


def _facade(canvas: Canvas, light: Lighting, dice: Dice, side: int) -> None:
    canvas.save()
    if side:
        canvas.translate(WIDE, 0)
        canvas.scale(-1, 1)
    tone = light.on(("#a9604f", "#5f8090")[side])
    canvas.drawPath(
        outline("M 0 200 L 250 420 L 250 1330 L 0 1560 Z"),
        fill(linear((0, 0), (250, 0), darker(tone, 0.2), lighter(tone, 0.08))),
    )
    for storey in range(4):
        for column in range(2):
            on = dice.roll() < (0.8 if light.dark else 0.25)
            pane = box(50 + column * 100, 450 + storey * 180 + column * 16, 62, 110)
            canvas.drawRect(pane, fill("#ffdf9a" if on else mix(tone, "#15203a", 0.5)))
    awning = light.on(("#e8694a", "#f0e3d0")[side], 0.5)
    canvas.drawPath(
        outline("M 0 1190 L 330 1150 L 330 1210 L 0 1280 Z"),
        fill(linear((0, 0), (330, 0), darker(awning, 0.1), lighter(awning, 0.15))),
    )
    canvas.restore()
