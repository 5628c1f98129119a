"""Places on the way: market, hike, train and airport."""

from sorcerer.providers.embedded.art.lights import Lighting
from sorcerer.providers.embedded.art.paint import (
    Canvas,
    darker,
    fill,
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
from sorcerer.providers.embedded.scenery.outdoors import hills, sky, tree
from sorcerer.providers.embedded.scenery.props import box
from sorcerer.providers.embedded.setting import HIGH, WIDE


def market(canvas: Canvas, light: Lighting, dice: Dice) -> None:
    """A market: striped awnings to both sides, crates of fruit, bunting, a church tower."""
    sky(canvas, light, dice, (560, 420))
    tower = light.on(mix("#c9a98c", light.sky[1], 0.4))
    canvas.drawRect(box(490, 520, 130, 700), fill(linear((490, 0), (620, 0), lighter(tower, 0.1), darker(tower, 0.2))))
    canvas.drawPath(outline("M 476 524 L 555 330 L 634 524 Z"), fill(darker(tower, 0.35)))
    for house in range(6):
        x, tall = 200 + house * 120, dice.between(240, 380)
        wall = light.on(mix(dice.pick(("#d8b48a", "#c98a6b", "#b9c2c4", "#e0cdb0")), light.sky[1], 0.35))
        canvas.drawRect(box(x, 1180 - tall, 116, tall + 40), fill(wall))
        for storey in range(int(tall / 90)):
            on = dice.roll() < (0.7 if light.dark else 0.0)
            canvas.drawRect(
                box(x + 38, 1206 - tall + storey * 90, 38, 52), fill("#ffd98a" if on else darker(wall, 0.4))
            )
    props.floor(canvas, light, 1200, seasons.snowed(light, "#b3a395", 0.7))
    for x in (350, 740):
        tree(canvas, light, dice, (x, 1215), 330)
    for side in (0, 1):
        _stall(canvas, light, dice, side)
    canvas.drawPath(outline("M 0 300 Q 540 520 1080 280"), line("#5b4a44", 4))
    for index in range(11):
        flag = 40.0 + index * 100
        y = 300 + 210 * (1 - ((flag - 540) / 540) ** 2) * 0.5
        tone = ("#e0574f", "#f2c14e", "#4f9a94", "#f4ede4")[index % 4]
        canvas.drawPath(outline(f"M {flag - 26} {y} L {flag + 26} {y} L {flag} {y + 62} Z"), fill(light.on(tone, 0.7)))
        if light.dark:
            props.glow(canvas, flag + 50, y + 10, 70)
    props.bokeh(canvas, dice, 10, (0, 500, WIDE, 1200), ("#ffd79a", "#ffe9c0"), 46)


def _stall(canvas: Canvas, light: Lighting, dice: Dice, side: int) -> None:
    canvas.save()
    if side:
        canvas.translate(WIDE, 0)
        canvas.scale(-1, 1)
    stripe = light.on(("#cf5a48", "#3f7d72")[side], 0.8)
    pale = light.on("#fbf3e6", 0.8)
    canvas.drawRect(box(-10, 800, 22, 800), fill(light.on("#6e5340")))
    canvas.drawRect(box(300, 840, 16, 560), fill(light.on("#6e5340")))
    for index in range(6):
        x = -40 + index * 64
        band = (
            f"M {x} {610 + index * 12} L {x + 64} {622 + index * 12} L "
            f"{x + 84} {836 + index * 8} L {x + 18} {826 + index * 8} Z"
        )
        canvas.drawPath(
            outline(band),
            fill(
                linear((0, 610), (0, 850), stripe if index % 2 else pale, darker(stripe if index % 2 else pale, 0.15))
            ),
        )
        canvas.drawOval(oval(x + 51, 832 + index * 8, 33, 24), fill(stripe if index % 2 else pale))
    if light.dark:
        props.glow(canvas, 150, 900, 260)
    fruit = ("#e0574f", "#f0a23c", "#8fb84f", "#f2d14e", "#7a4f8c", "#c9472f")
    for row in range(3):
        y, tone = 1150 + row * 150, light.on(fruit[(row * 2 + side) % 6], 0.7)
        canvas.drawPath(
            outline(f"M -20 {y} L {330 + row * 20} {y} L {310 + row * 20} {y + 110} L -20 {y + 110} Z"),
            fill(light.on("#a97b4f")),
        )
        for index in range(13):
            left = index * 28 + dice.between(-5, 5)
            lift = y - 12 - 20 * ((index * 7) % 3)
            shade = radial((left - 8, lift - 10), 40, lighter(tone, 0.5), tone, darker(tone, 0.3))
            canvas.drawOval(oval(left, lift, 26, 26), fill(shade))
        canvas.drawRect(box(-20, y + 18, 340 + row * 20, 10), fill(light.on("#7d5836"), 170))
    canvas.restore()


def hike(canvas: Canvas, light: Lighting, dice: Dice) -> None:
    """A mountain trail: ridges behind ridges, firs, a path, stones."""
    sky(canvas, light, dice, (760, 460))
    for y, rise, haze, snow in ((760, 420, 0.62, True), (900, 300, 0.42, False), (1040, 220, 0.22, False)):
        tone = light.on(mix("#5f7f96" if snow else "#5d8574", light.sky[2], haze))
        _ridge(
            canvas, light, dice, (y, rise), seasons.snowed(light, tone, 0.55), snowy=snow or light.season == "winter"
        )
    grass = seasons.ground(light)
    for index in range(16):
        x = index * 76 - 20 + dice.between(-20, 20)
        _fir(canvas, light, (x, 1190 + dice.between(-20, 40)), dice.between(120, 230))
    hills(canvas, dice, 1240, 90, grass)
    path = linear((0, 1240), (0, HIGH), light.on("#e3cfa6"), light.on("#b5956a"))
    canvas.drawPath(
        outline(
            f"M 700 1240 C 560 1330 880 1420 560 1560 C 380 1660 300 1780 260 {HIGH} L "
            f"900 {HIGH} C 900 1700 1000 1600 900 1480 C 840 1380 700 1330 740 1240 Z"
        ),
        fill(path),
    )
    _fir(canvas, light, (60, 1560), 640)
    _fir(canvas, light, (1050, 1500), 520)
    for _ in range(9):
        at, down, size = dice.between(0, WIDE), dice.between(1480, 1860), dice.between(20, 64)
        stone = light.on("#9b9a97")
        canvas.drawOval(oval(at + 6, down + size * 0.5, size * 1.1, size * 0.3), fill("#140a12", 80, blur=8))
        canvas.drawOval(
            oval(at, down, size, size * 0.62),
            fill(radial((at - size * 0.3, down - size * 0.3), size * 1.5, lighter(stone, 0.4), darker(stone, 0.3))),
        )
    props.rays(canvas, light, 60)


def _ridge(canvas: Canvas, light: Lighting, dice: Dice, where: tuple[float, float], tone: str, *, snowy: bool) -> None:
    y, rise = where
    steps, peaks, x = [f"M -60 {HIGH} L -60 {y}"], [], -60.0
    while x < WIDE + 60:
        peak = (x + dice.between(90, 150), y - rise * dice.between(0.35, 1))
        valley = (peak[0] + dice.between(90, 150), y - rise * dice.between(0, 0.2))
        steps.append(f"L {peak[0]:.1f} {peak[1]:.1f} L {valley[0]:.1f} {valley[1]:.1f}")
        peaks.append(peak)
        x = valley[0]
    shape = " ".join([*steps, f"L {x:.1f} {HIGH} Z"])
    canvas.drawPath(outline(shape), fill(linear((0, y - rise), (0, y + rise), lighter(tone, 0.2), tone)))
    for px, py in peaks if snowy else ():
        drop = rise * 0.24
        cap = (
            f"M {px} {py} L {px + drop * 0.7:.1f} {py + drop:.1f} L {px + drop * 0.2:.1f} {py + drop * 0.7:.1f} "
            f"L {px - drop * 0.1:.1f} {py + drop * 1.1:.1f} L {px - drop * 0.7:.1f} {py + drop:.1f} Z"
        )
        canvas.drawPath(outline(cap), fill(light.on("#fbfdff", 0.6), 235))


def _fir(canvas: Canvas, light: Lighting, foot: tuple[float, float], tall: float) -> None:
    x, y = foot
    needles = seasons.snowed(light, light.on("#3f6b53"), 0.4)
    canvas.drawRect(box(x - tall * 0.03, y - tall * 0.16, tall * 0.06, tall * 0.18), fill(light.on("#4d382c")))
    for tier in range(5):
        low, wide = y - tall * (0.1 + tier * 0.17), tall * (0.27 - tier * 0.045)
        shape = (
            f"M {x:.1f} {low - tall * 0.34:.1f} L {x + wide:.1f} {low:.1f} "
            f"Q {x:.1f} {low - tall * 0.05:.1f} {x - wide:.1f} {low:.1f} Z"
        )
        canvas.drawPath(
            outline(shape), fill(linear((x - wide, 0), (x + wide, 0), lighter(needles, 0.2), darker(needles, 0.35)))
        )


def train(canvas: Canvas, light: Lighting, dice: Dice) -> None:
    """A seat by the window of a train: land going by, seats, a luggage rack."""
    canvas.drawRect(
        box(0, 0, WIDE, HIGH), fill(linear((0, 0), (0, HIGH), light.on("#e6e4e0", 0.6), light.on("#b3b0ae", 0.6)))
    )
    canvas.save()
    pane = outline(
        "M 330 330 C 330 280 360 260 400 260 L 1010 260 C 1050 260 1080 280 1080 320 L 1080 1010 L 330 1010 Z"
    )
    canvas.clipPath(pane)
    canvas.drawRect(box(0, 0, WIDE, 1100), fill(linear((0, 260), (0, 1010), *light.sky)))
    hills(canvas, dice, 800, 150, mix(seasons.ground(light), light.sky[2], 0.5))
    hills(canvas, dice, 880, 100, seasons.ground(light))
    for index in range(7):
        x = 340 + index * 120 + dice.between(-20, 20)
        tone = light.on(dice.pick(seasons.leaves(light)))
        canvas.drawOval(oval(x, 880, 60, 44), fill(linear((x - 60, 0), (x + 60, 0), tone, darker(tone, 0.3)), blur=7))
    for y in (930, 960, 990):
        canvas.drawLine(300, y, WIDE, y, line(lighter(seasons.ground(light), 0.3), 10, 130, blur=8))
    seasons.fall(canvas, light, dice, (330, 260, WIDE, 1010))
    for x in (380, 700):
        canvas.drawPath(
            outline(f"M {x} 260 L {x + 90} 260 L {x - 200} 1010 L {x - 290} 1010 Z"), fill("#ffffff", 30, blur=6)
        )
    canvas.restore()
    canvas.drawPath(pane, line(light.on("#5d6470", 0.5), 22))
    canvas.drawRect(box(0, 150, WIDE, 26), fill(light.on("#8e959f")))
    for x, wide, tone in ((90, 210, "#b5654a"), (640, 260, "#3f5f7a")):
        canvas.drawRoundRect(
            box(x, 30, wide, 124),
            22,
            22,
            fill(linear((x, 30), (x + wide, 150), light.on(lighter(tone, 0.2)), light.on(tone))),
        )
    seat = light.on(dice.pick(("#3f6b78", "#7a3f4d", "#4d5a8a")))
    for x in (-180, 800):
        canvas.drawRoundRect(
            box(x, 900, 460, 900),
            90,
            90,
            fill(linear((x, 900), (x + 460, 1400), lighter(seat, 0.25), darker(seat, 0.3))),
        )
        canvas.drawRoundRect(
            box(x + 50, 850, 360, 190), 70, 70, fill(radial((x + 180, 900), 320, lighter(seat, 0.35), seat))
        )
    props.floor(canvas, light, 1560, "#6d6f78")
    if light.dark:
        for x in (160, 540, 920):
            canvas.drawRoundRect(box(x - 100, 196, 200, 16), 8, 8, fill("#fff3d0"))
            props.glow(canvas, x, 210, 220)


def airport(canvas: Canvas, light: Lighting, dice: Dice) -> None:
    """A departure hall: a wall of glass, an aeroplane, a board of flights, rows of seats."""
    canvas.drawRect(box(0, 0, WIDE, HIGH), fill(linear((0, 160), (0, 1080), *light.sky)))
    canvas.drawRect(
        box(0, 1000, WIDE, 240),
        fill(linear((0, 1000), (0, 1240), light.on(seasons.snowed(light, "#b8bcbf")), light.on("#8f9498"))),
    )
    for x in range(40, WIDE, 150):
        canvas.drawOval(oval(x, 1060, 6, 6), fill("#ffd36b" if light.dark else "#e8ecef"))
    _plane(canvas, light, (540, 860))
    seasons.fall(canvas, light, dice, (0, 160, WIDE, 1200))
    frame = light.on("#5a616d", 0.5)
    for x in (-10, 250, 530, 810, 1072):
        canvas.drawRect(box(x, 160, 16, 1060), fill(frame))
    for x in range(-200, WIDE, 280):
        canvas.drawLine(x, 160, x + 280, 440, line(frame, 9))
    canvas.drawRect(box(0, 430, WIDE, 12), fill(frame))
    canvas.drawRect(
        box(0, 0, WIDE, 170), fill(linear((0, 0), (0, 170), light.on("#eceef0", 0.4), light.on("#c6cacf", 0.4)))
    )
    canvas.drawRoundRect(box(600, 190, 440, 250), 14, 14, fill("#14181f"))
    for row in range(5):
        for left, wide in ((622, 70), (710, 190), (920, 96)):
            tone = "#ffcf5c" if dice.roll() < 0.75 else "#7fe0b0"  # noqa: PLR2004 - most of them are on time
            canvas.drawRoundRect(box(left, 214 + row * 44, wide * dice.between(0.6, 1), 18), 5, 5, fill(tone, 225))
    props.floor(canvas, light, 1220, "#c9c6c2")
    for x in (-60, 180, 760, 1000):
        seat = light.on("#3a4352")
        canvas.drawRoundRect(
            box(x, 1200, 200, 190),
            26,
            26,
            fill(linear((x, 1200), (x + 200, 1390), lighter(seat, 0.25), darker(seat, 0.25))),
        )
        canvas.drawRoundRect(box(x + 8, 1380, 190, 44), 16, 16, fill(darker(seat, 0.2)))
        canvas.drawRect(box(x + 90, 1420, 14, 120), fill("#9aa2ad"))
    case = light.on(dice.pick(("#cf6a4f", "#3f7d72", "#d9b25a")))
    canvas.drawRoundRect(
        box(60, 1300, 210, 320), 34, 34, fill(linear((60, 0), (270, 0), lighter(case, 0.25), case, darker(case, 0.3)))
    )
    for x in (110, 165, 220):
        canvas.drawLine(x, 1330, x, 1590, line(darker(case, 0.35), 8, 150))
    canvas.drawPath(outline("M 120 1300 L 120 1180 L 210 1180 L 210 1300"), line("#3a3f48", 12))


def _plane(canvas: Canvas, light: Lighting, at: tuple[float, float]) -> None:
    canvas.save()
    canvas.translate(*at)
    hull = linear((0, -70), (0, 80), light.on("#ffffff", 0.5), light.on("#dfe4ea", 0.5), light.on("#9da7b3", 0.5))
    canvas.drawPath(outline("M 330 -60 L 430 -240 L 500 -240 L 470 -40 Z"), fill(light.on("#cf5a48", 0.6)))
    canvas.drawPath(
        outline(
            "M -470 20 C -440 -60 -340 -76 -240 -76 L 420 -70 C 480 -60 500 "
            "-30 490 -10 C 400 50 200 84 -240 84 C -380 84 -470 70 -470 20 Z"
        ),
        fill(hull),
    )
    canvas.drawPath(outline("M -60 20 L 200 20 L 380 170 L 300 176 Z"), fill(light.on("#b3bcc7", 0.5)))
    canvas.drawPath(outline("M -440 -14 C -420 -44 -390 -54 -360 -56 L -350 -20 Z"), fill("#2a3442"))
    for index in range(17):
        canvas.drawOval(oval(-300 + index * 38, -22, 9, 12), fill("#ffdf9a" if light.dark else "#44546a"))
    canvas.restore()
