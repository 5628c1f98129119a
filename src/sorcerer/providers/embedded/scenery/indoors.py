"""Places under a roof."""

import skia

from sorcerer.providers.embedded.art.lights import Lighting
from sorcerer.providers.embedded.art.paint import Canvas, darker, fill, lighter, linear, outline, oval, radial
from sorcerer.providers.embedded.scenery import props
from sorcerer.providers.embedded.scenery.dice import Dice
from sorcerer.providers.embedded.scenery.props import box
from sorcerer.providers.embedded.setting import HIGH, WIDE

_WARM = ("#ffd79a", "#ffb98a", "#fff0cf")


def home(canvas: Canvas, light: Lighting, dice: Dice) -> None:
    """A living room: window, sofa, lamp, a few pictures."""
    props.wall(canvas, light, "#efe0cf", "#c9a98f")
    props.window(canvas, light, dice, (60, 220, 400, 640))
    curtain = light.on(dice.pick(("#e3c9b4", "#b9c4bd", "#d9b3a6")))
    for x in (10, 420):
        canvas.drawRect(
            box(x, 180, 110, 820),
            fill(linear((x, 0), (x + 110, 0), lighter(curtain, 0.3), curtain, darker(curtain, 0.2))),
        )
    props.framed(canvas, light, (640, 300), dice.pick(("#f0b6a0", "#88a9c4", "#f2d18b")))
    props.framed(canvas, light, (862, 400), dice.pick(("#a9c2a0", "#d98f7c", "#8a86b8")))
    props.lamp(canvas, light, 930, 1330, 520)
    props.floor(canvas, light, 1320, "#a67c5b")
    sofa = light.on(dice.pick(("#7d8f86", "#b5785f", "#6f7fa0")))
    canvas.drawRoundRect(
        box(-60, 1110, 1200, 420), 70, 70, fill(linear((0, 1110), (0, 1530), lighter(sofa, 0.2), darker(sofa, 0.2)))
    )
    for x in (60, 700):
        canvas.drawRoundRect(
            box(x, 1060, 300, 260), 60, 60, fill(radial((x + 100, 1120), 300, lighter(sofa, 0.4), sofa))
        )
    props.plant(canvas, light, dice, (560, 1090), 220)
    props.bokeh(canvas, dice, 9, (0, 200, WIDE, 1000), _WARM)


def kitchen(canvas: Canvas, light: Lighting, dice: Dice) -> None:
    """A kitchen: cupboards, tiles, fruit in a bowl."""
    props.wall(canvas, light, "#f3ebe0", "#d9c9b6")
    props.window(canvas, light, dice, (360, 300, 420, 560))
    front = light.on(dice.pick(("#7f9f92", "#9aa7b8", "#b08f78")))
    for x in (0, 820):
        canvas.drawRect(
            box(x, 170, 300, 550), fill(linear((x, 170), (x + 300, 720), lighter(front, 0.15), darker(front, 0.2)))
        )
        for door in (0, 1):
            canvas.drawRoundRect(box(x + 14 + door * 142, 190, 122, 510), 10, 10, fill(lighter(front, 0.18), 90))
            canvas.drawRoundRect(box(x + 110 + door * 56, 600, 9, 64), 4, 4, fill("#e0b56a"))
    for row in range(5):
        for column in range(13):
            left = column * 92 - (row % 2) * 46
            tile = light.on(dice.pick(("#ffffff", "#f7f2ea", "#f0e9de")))
            canvas.drawRoundRect(box(left, 930 + row * 58, 86, 52), 5, 5, fill(tile, 190))
    props.counter(canvas, light, 1230, 60, "#eee6da")
    props.floor(canvas, light, 1290, "#6f9385")
    for x, tone in ((120, "#e8694a"), (176, "#f0a23c"), (226, "#e8694a"), (148, "#f5c04a"), (200, "#d9483b")):
        canvas.drawOval(
            oval(x, 1196, 36, 36),
            fill(radial((x - 12, 1180), 48, lighter(tone, 0.5), light.on(tone, 0.6), darker(tone, 0.3))),
        )
    canvas.drawPath(outline("M 66 1200 C 80 1262 262 1262 276 1200 Z"), fill(light.on("#f3efe8")))
    props.plant(canvas, light, dice, (930, 1230), 170, "#5a9a5c")
    if light.dark:
        props.pendant(canvas, light, 250, 260)
        props.pendant(canvas, light, 800, 220)
    props.bokeh(canvas, dice, 8, (300, 250, 800, 900), ("#fff1cf", "#ffe3b0"))


def gym(canvas: Canvas, light: Lighting, dice: Dice) -> None:
    """A gym: weights on racks, a barbell, a strip of light."""
    props.wall(canvas, light, "#6a7284", "#343a4c")
    props.window(canvas, light, dice, (60, 210, 560, 620), "#20242f")
    tone = dice.pick(("#ff6a3d", "#3dd6c4", "#ffc93d"))
    canvas.drawRect(box(0, 146, WIDE, 20), fill(tone, 225, blur=5))
    canvas.drawRect(box(0, 120, WIDE, 72), fill(tone, 90, blur=40, blend=skia.BlendMode.kScreen))
    for rack in range(3):
        y = 980 + rack * 150
        canvas.drawRect(box(640, y, 440, 18), fill("#10131b"))
        for index in range(5):
            x = 690 + index * 88
            for shift, ring in ((0, "#5d667e"), (32, "#717b93")):
                canvas.drawOval(
                    oval(x + shift, y - 36, 36, 36), fill(radial((x + shift - 10, y - 48), 52, ring, "#1c2030"))
                )
            canvas.drawRect(box(x, y - 42, 34, 12), fill("#a9b0c0"))
    for x in (760, 980):
        canvas.drawRect(box(x, 230, 22, 700), fill("#12151d"))
    canvas.drawRect(box(700, 330, 380, 18), fill("#c8cfdb"))
    for x, radius, plate in ((735, 120, tone), (776, 96, "#343b4d")):
        canvas.drawOval(
            oval(x, 339, 22, radius),
            fill(linear((x - 22, 0), (x + 22, 0), lighter(plate, 0.3), plate, darker(plate, 0.5))),
        )
    props.floor(canvas, light, 1480, "#3a4052")
    props.bokeh(canvas, dice, 12, (0, 150, WIDE, 900), ("#ffb08a", "#ffd2b0", "#9fc3ff"), 60)


def cafe(canvas: Canvas, light: Lighting, dice: Dice) -> None:
    """A café: shelves of cups and jars, lamps, a counter."""
    props.wall(canvas, light, "#ead2b9", "#b98a68")
    props.window(canvas, light, dice, (610, 260, 420, 720), "#4c3a31")
    jars = ("#e9d9c4", "#c96f4a", "#3f6b62", "#f1b26a", "#8c5a44", "#efe7dc")
    for row in range(3):
        props.shelf(canvas, light, dice, (0, 430 + row * 220, 520), jars, "jars")
    for x, drop in ((200, 210), (470, 150), (820, 200)):
        props.pendant(canvas, light, x, drop)
    props.counter(canvas, light, 1330, 90, "#c08a5f")
    props.floor(canvas, light, 1420, "#5b4034")
    props.plant(canvas, light, dice, (90, 1330), 190)
    props.bokeh(canvas, dice, 16, (0, 100, WIDE, 900), _WARM)


def desk(canvas: Canvas, light: Lighting, dice: Dice) -> None:
    """A desk at home: books, pictures, a lamp, a plant."""
    props.wall(canvas, light, "#dde0ea", "#aaa5bd")
    props.window(canvas, light, dice, (40, 220, 420, 700))
    for where, tone in (((600, 260), "#f0b6a0"), ((830, 240), "#88a9c4"), ((710, 530), "#f2d18b")):
        props.framed(canvas, light, where, tone)
    books = ("#c96f5a", "#e9c46a", "#5a7d9a", "#f4ede4", "#6a5a8c", "#83a58b")
    for row in range(2):
        props.shelf(canvas, light, dice, (560, 990 + row * 190, 520), books)
    props.lamp(canvas, light, 230, 1400, 260)
    props.floor(canvas, light, 1400, "#c99c74")
    props.plant(canvas, light, dice, (960, 1400), 200)
    props.bokeh(canvas, dice, 10, (0, 200, WIDE, 1000), ("#cfe0ff", "#ffe6bf"), 50)


def shop(canvas: Canvas, light: Lighting, dice: Dice) -> None:
    """A boutique: clothes on a rail, folded things on shelves, spots above."""
    props.wall(canvas, light, "#f1e7e0", "#cbb4ab")
    tones = ("#d98f7c", "#7f9aa8", "#e7c98f", "#9a86a8", "#f4ede4", "#6f8f7c", "#c45f5a")
    for row in range(3):
        props.shelf(canvas, light, dice, (600, 470 + row * 210, 480), tones, "folded")
    canvas.drawRect(box(20, 520, 520, 12), fill(light.on("#b79a72")))
    for index in range(9):
        x, tone = 40 + index * 56, light.on(dice.pick(tones))
        shape = f"M {x} 560 L {x + 26} 534 L {x + 52} 560 L {x + 66} 1060 L {x - 14} 1060 Z"
        canvas.drawPath(outline(shape), fill(linear((x, 0), (x + 60, 0), lighter(tone, 0.25), tone, darker(tone, 0.3))))
    for x in (180, 540, 900):
        canvas.drawRect(box(x - 20, 120, 40, 60), fill("#2e2927"))
        props.glow(canvas, x, 200, 220)
    props.floor(canvas, light, 1330, "#c9a88c")
    canvas.drawRoundRect(
        box(80, 1200, 420, 240), 20, 20, fill(linear((80, 0), (500, 0), light.on("#fff6f0"), light.on("#d9bfae")))
    )
    props.plant(canvas, light, dice, (980, 1330), 230, "#6f9a6a")
    props.bokeh(canvas, dice, 10, (0, 150, WIDE, 900), _WARM)


def product(canvas: Canvas, light: Lighting, dice: Dice) -> None:
    """A plain stage for a thing to show: a disc behind, two plinths, leaves."""
    props.wall(canvas, light, "#f6d8cc", "#e9a99a")
    tone = light.on(dice.pick(("#f6bfa8", "#cfe0d3", "#f2d7a3")))
    canvas.drawOval(oval(540, 760, 470, 470), fill(linear((540, 290), (540, 1230), lighter(tone, 0.6), tone)))
    props.floor(canvas, light, 1340, "#eab9a8")
    for x, y, wide, tall in ((120, 1330, 330, 140), (640, 1270, 380, 210)):
        side = linear((x, 0), (x + wide, 0), light.on("#fff6f0"), light.on("#dfae9c"))
        canvas.drawRect(box(x, y, wide, tall), fill(side))
        canvas.drawOval(box(x, y + tall - 34, wide, 68), fill(side))
        canvas.drawOval(box(x, y - 34, wide, 68), fill(light.on("#fffaf6")))
    props.rays(canvas, light, -200)
    props.plant(canvas, light, dice, (70, 1340), 260, "#7fa06a")
    props.plant(canvas, light, dice, (1030, 1290), 240, "#8aa56a")
    if light.dark:
        props.glow(canvas, 540, 760, HIGH / 4)
