"""More places under a roof: bedroom, restaurant, office, studio and library."""

import skia

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
from sorcerer.providers.embedded.scenery import props
from sorcerer.providers.embedded.scenery.dice import Dice
from sorcerer.providers.embedded.scenery.props import box
from sorcerer.providers.embedded.setting import HIGH, WIDE

_WARM = ("#ffd79a", "#ffb98a", "#fff0cf")
_BOOKS = ("#c96f5a", "#e9c46a", "#5a7d9a", "#f4ede4", "#6a5a8c", "#83a58b", "#b0503f", "#2f5d73")


def bedroom(canvas: Canvas, light: Lighting, dice: Dice) -> None:
    """A bedroom: a headboard, pillows, a bedside lamp, a garland of lights."""
    props.wall(canvas, light, "#ece2e6", "#b9a4b3")
    props.window(canvas, light, dice, (700, 200, 330, 560))
    curtain = light.on(dice.pick(("#e6c9c4", "#c3cbd9", "#d6d0c0")))
    for x in (640, 970):
        pleats = linear((x, 0), (x + 120, 0), lighter(curtain, 0.35), curtain, darker(curtain, 0.2))
        canvas.drawRect(box(x, 160, 120, 860), fill(pleats))
    props.sunpatch(canvas, light, (90, 330), 250)
    props.framed(canvas, light, (250, 250), dice.pick(("#e6b8a6", "#9fb3c8", "#c8b6d4")))
    for index in range(12):
        x, y = 30 + index * 52, 170 + 46 * ((index % 4) / 3 - 0.5) ** 2 * 4
        canvas.drawOval(oval(x, y, 7, 7), fill("#ffe9b0"))
        props.glow(canvas, x, y, 46 if light.dark else 22)
    board = light.on(dice.pick(("#a97c62", "#7d8ca3", "#b58d7c")))
    canvas.drawRoundRect(
        box(-80, 930, 1240, 560), 90, 90, fill(linear((0, 930), (0, 1400), lighter(board, 0.25), darker(board, 0.25)))
    )
    for x in range(40, WIDE, 250):
        canvas.drawPath(
            outline(f"M {x} 950 C {x - 10} 1100 {x - 10} 1200 {x} 1340"), line(darker(board, 0.4), 8, 120, blur=5)
        )
    for x, tone in ((20, "#fffaf4"), (640, "#f0e0d8"), (160, "#e3d3cb"), (760, "#fffdf9")):
        pillow = light.on(tone, 0.8)
        canvas.drawRoundRect(box(x, 1120, 320, 250), 90, 90, fill("#1a0e16", 60, blur=18))
        canvas.drawRoundRect(
            box(x, 1110, 320, 250),
            90,
            90,
            fill(radial((x + 110, 1160), 300, lighter(pillow, 0.3), darker(pillow, 0.16))),
        )
    duvet = light.on("#e9dccf", 0.9)
    canvas.drawPath(
        outline(f"M -20 1330 C 260 1270 760 1290 {WIDE + 20} 1340 L {WIDE + 20} {HIGH} L -20 {HIGH} Z"),
        fill(linear((0, 1300), (0, HIGH), lighter(duvet, 0.2), darker(duvet, 0.25))),
    )
    props.lamp(canvas, light, 90, 1150, 260)
    props.bokeh(canvas, dice, 7, (0, 150, WIDE, 900), _WARM, 50)


def restaurant(canvas: Canvas, light: Lighting, dice: Dice) -> None:
    """A small restaurant: dark walls, bottles, globes of light, laid tables."""
    props.wall(canvas, light, "#6d4a3f", "#3b2a30")
    canvas.drawRect(
        box(0, 900, WIDE, 500), fill(linear((0, 900), (0, 1400), light.on("#4b6159", 0.6), light.on("#2c3a38", 0.6)))
    )
    for x in range(0, WIDE, 135):
        canvas.drawRect(box(x, 920, 116, 420), fill(light.on("#587068", 0.6), 120))
    props.window(canvas, light, dice, (40, 300, 300, 520), "#2f2523")
    glasses = ("#5f8a6a", "#8a3f3a", "#d9b45e", "#3f5f7a", "#c9d9d0")
    for row in range(2):
        props.shelf(canvas, light, dice, (640, 560 + row * 210, 440), glasses, "jars")
    for x, drop in ((180, 150), (430, 250), (700, 130), (930, 230)):
        canvas.drawLine(x, 0, x, drop, line("#1d1718", 5))
        props.glow(canvas, x, drop + 46, 210)
        canvas.drawOval(oval(x, drop + 46, 52, 52), fill(radial((x - 12, drop + 30), 80, "#fffaf0", "#ffdf9e")))
    for x in (110, 930):
        table = light.on("#e9dfd2", 0.7)
        canvas.drawOval(
            oval(x, 1400, 260, 56), fill(linear((0, 1350), (0, 1450), lighter(table, 0.2), darker(table, 0.25)))
        )
        canvas.drawPath(
            outline(f"M {x - 255} 1404 L {x - 220} {HIGH} L {x + 220} {HIGH} L {x + 255} 1404 Z"),
            fill(darker(table, 0.3)),
        )
        canvas.drawOval(oval(x, 1350, 20, 30), fill("#ffe3a6"))
        props.glow(canvas, x, 1340, 130)
        for side in (-90, 90):
            canvas.drawPath(
                outline(f"M {x + side - 26} 1290 C {x + side - 30} 1340 {x + side + 30} 1340 {x + side + 26} 1290 Z"),
                fill("#e9f2f4", 130),
            )
            canvas.drawLine(x + side, 1330, x + side, 1384, line("#e9f2f4", 5, 150))
    props.bokeh(canvas, dice, 14, (0, 80, WIDE, 1000), _WARM, 60)


def office(canvas: Canvas, light: Lighting, dice: Dice) -> None:
    """An office: a wall of glass high above the town, desks, a plant, a board of notes."""
    canvas.drawRect(box(0, 0, WIDE, HIGH), fill(linear((0, 0), (0, 1200), *light.sky)))
    for layer, haze in enumerate((0.65, 0.35)):
        for house in range(9):
            x, tall = house * 132 - 30 + layer * 60, dice.between(240, 620) - layer * 90
            tone = mix(light.ambient, light.sky[2], haze)
            canvas.drawRect(
                box(x, 1160 - tall, 112, tall + 60),
                fill(linear((x, 0), (x + 112, 0), lighter(tone, 0.12), darker(tone, 0.12))),
            )
            for storey in range(int(tall / 44)):
                for column in range(3):
                    lamp = light.dark and dice.roll() < 0.55  # noqa: PLR2004 - somewhat more than half of them are at work
                    pane = box(x + 14 + column * 30, 1176 - tall + storey * 44, 20, 24)
                    canvas.drawRect(pane, fill("#ffdf9a" if lamp else lighter(tone, 0.2), 220 if lamp else 110))
    frame = light.on("#3a3f4a", 0.5)
    for x in (0, 262, 530, 800, 1062):
        canvas.drawRect(box(x, 0, 18, 1180), fill(frame))
    canvas.drawRect(box(0, 300, WIDE, 14), fill(frame))
    canvas.drawRect(
        box(0, 0, WIDE, 120), fill(linear((0, 0), (0, 120), light.on("#f2f0ec", 0.5), light.on("#d6d2cc", 0.5)))
    )
    for x in (140, 460, 780):
        canvas.drawRoundRect(box(x, 56, 200, 18), 9, 9, fill("#fffdf2"))
        canvas.drawRect(box(x - 20, 40, 240, 60), fill("#fff6dc", 90, blur=26, blend=skia.BlendMode.kScreen))
    props.floor(canvas, light, 1160, "#b9b3ad")
    for x, wide in ((-60, 420), (760, 420)):
        canvas.drawRoundRect(box(x, 1190, wide, 30), 8, 8, fill(light.on("#e9e2d8")))
        canvas.drawRect(box(x + 30, 1220, wide - 60, 190), fill(light.on("#8c8680"), 150))
        canvas.drawRoundRect(box(x + 110, 1030, 210, 140), 10, 10, fill("#20242c"))
        canvas.drawRoundRect(
            box(x + 120, 1040, 190, 118), 6, 6, fill(linear((x + 120, 1040), (x + 310, 1160), "#7fb0d6", "#e6c6d4"))
        )
        canvas.drawRect(box(x + 205, 1168, 20, 24), fill("#20242c"))
    props.plant(canvas, light, dice, (1000, 1190), 210)
    props.rays(canvas, light, -60)


def studio(canvas: Canvas, light: Lighting, dice: Dice) -> None:
    """A workshop with north light: canvases on easels, jars of brushes, shelves of clay and paint."""
    props.wall(canvas, light, "#efe8dc", "#c2b3a0")
    props.window(canvas, light, dice, (520, 120, 520, 520), "#4b4f57")
    props.sunpatch(canvas, light, (80, 260), 280)
    for row in range(3):
        props.shelf(
            canvas,
            light,
            dice,
            (0, 620 + row * 200, 400),
            ("#c98f6b", "#e6d9c6", "#7f9a96", "#b5654a", "#efe7dc"),
            "jars",
        )
    for x, tones in ((700, ("#e98a6b", "#3f6b78", "#f2d18b")), (930, ("#8a6fb0", "#e9b5c0", "#f4ede4"))):
        canvas.drawPath(outline(f"M {x - 120} 1480 L {x} 700 L {x + 120} 1480"), line(light.on("#8a6444"), 18))
        canvas.drawRect(box(x - 146, 816, 300, 380), fill("#1a0e12", 70, blur=16))
        canvas.drawRect(box(x - 150, 800, 300, 380), fill(light.on("#fbf6ee", 0.7)))
        for index, tone in enumerate(tones):
            blot = oval(x - 60 + index * 62, 920 + dice.between(-40, 120), dice.between(60, 104), dice.between(56, 96))
            canvas.drawOval(blot, fill(light.on(tone, 0.7), 225))
        canvas.drawPath(
            outline(f"M {x - 120} 1120 C {x - 40} 1040 {x + 40} 1140 {x + 130} 1030"), line(light.on(tones[1], 0.6), 12)
        )
    props.floor(canvas, light, 1400, "#a98a6c")
    canvas.drawRoundRect(box(-40, 1290, 420, 40), 10, 10, fill(light.on("#8a6444")))
    for index in range(9):
        x = 60 + index * 16
        canvas.drawLine(
            x,
            1230,
            x + (index - 4) * 9,
            1090 + dice.between(0, 60),
            line(light.on(dice.pick(("#c98f4b", "#3f6b78", "#b5654a"))), 9),
        )
    canvas.drawRoundRect(
        box(50, 1200, 150, 100), 16, 16, fill(linear((50, 0), (200, 0), light.on("#dfe9ea"), light.on("#92a4a8")))
    )
    if light.dark:
        props.pendant(canvas, light, 260, 200)
        props.pendant(canvas, light, 640, 170)
    props.bokeh(canvas, dice, 6, (0, 150, WIDE, 900), _WARM, 44)


def library(canvas: Canvas, light: Lighting, dice: Dice) -> None:
    """A library: tall shelves to both sides, an arch of light at the end, green lamps."""
    props.wall(canvas, light, "#e6d3b8", "#a17c5c")
    arch = outline("M 380 1200 L 380 520 C 380 360 700 360 700 520 L 700 1200 Z")
    canvas.drawPath(arch, fill(linear((0, 380), (0, 1200), *light.sky)))
    canvas.drawPath(arch, line(light.on("#f2e6d2", 0.6), 22))
    canvas.drawLine(540, 400, 540, 1200, line(light.on("#f2e6d2", 0.6), 12))
    for y in (620, 840, 1040):
        canvas.drawLine(380, y, 700, y, line(light.on("#f2e6d2", 0.6), 10))
    for side in (0, 1):
        canvas.save()
        if side:
            canvas.translate(WIDE, 0)
            canvas.scale(-1, 1)
        wood = light.on("#6e4630")
        canvas.drawRect(box(0, 90, 360, 1330), fill(linear((0, 0), (360, 0), darker(wood, 0.35), wood)))
        for row in range(6):
            canvas.drawRect(box(14, 130 + row * 212, 332, 190), fill(darker(wood, 0.55)))
            props.shelf(canvas, light, dice, (10, 318 + row * 212, 340), _BOOKS)
        canvas.restore()
    props.floor(canvas, light, 1400, "#8c5f43")
    for x in (150, 930):
        canvas.drawPath(
            outline(f"M {x - 80} 1310 C {x - 60} 1256 {x + 60} 1256 {x + 80} 1310 Z"), fill(light.on("#2f7a55", 0.5))
        )
        canvas.drawRect(box(x - 6, 1306, 12, 90), fill("#c9a15c"))
        props.glow(canvas, x, 1330, 150)
    props.rays(canvas, light, -40)
    props.bokeh(canvas, dice, 8, (250, 200, 850, 1000), _WARM, 40)
