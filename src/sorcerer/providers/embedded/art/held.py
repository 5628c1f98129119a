"""Held things: what she has in her hand where she is. Each stands upright about the grip at the origin."""

from collections.abc import Callable

import skia

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
from sorcerer.providers.values import SceneName

_DARK = "#24262e"


def _round(x: float, y: float, wide: float, high: float) -> object:
    return skia.Rect(x, y, x + wide, y + high)


def _cup(canvas: Canvas, color: str) -> None:
    body = outline("M -62 -92 L 62 -92 C 60 -10 54 50 40 76 L -40 76 C -54 50 -60 -10 -62 -92 Z")
    canvas.drawPath(outline("M 60 -66 C 120 -70 116 20 48 24"), line(darker(color, 0.15), 16))
    canvas.drawPath(
        body, fill(linear((-60, 0), (60, 0), lighter(color, 0.35), color, darker(color, 0.3), at=[0, 0.4, 1]))
    )
    canvas.drawOval(oval(0, -92, 62, 15), fill(darker(color, 0.2)))
    canvas.drawOval(oval(0, -90, 54, 11), fill(radial((-10, -92), 60, "#d9a877", "#7a4a2c")))
    for x in (-18, 14):
        steam = f"M {x} -112 C {x - 18} -140 {x + 18} -160 {x} -196"
        canvas.drawPath(outline(steam), line("#ffffff", 10, 70, blur=7))


def _togo(canvas: Canvas, color: str) -> None:
    canvas.drawPath(
        outline("M -56 -120 L 56 -120 L 42 110 L -42 110 Z"),
        fill(linear((-56, 0), (56, 0), "#fffaf2", "#f1e7da", "#cbb9a6", at=[0, 0.45, 1])),
    )
    canvas.drawPath(
        outline("M -51 -50 L 51 -50 L 45 54 L -45 54 Z"),
        fill(linear((-50, 0), (50, 0), lighter(color, 0.2), color, darker(color, 0.3), at=[0, 0.45, 1])),
    )
    canvas.drawRoundRect(_round(-64, -142, 128, 26), 10, 10, fill(linear((-60, 0), (60, 0), "#4a3f3a", "#231d1b")))
    canvas.drawRoundRect(_round(-48, -160, 96, 22), 10, 10, fill("#3a312d"))


def _glass(canvas: Canvas, color: str) -> None:
    del color
    glass = outline("M -48 -150 L 48 -150 L 38 96 L -38 96 Z")
    canvas.drawPath(glass, fill("#ffffff", 70))
    canvas.drawPath(
        outline("M -44 -96 L 44 -96 L 36 88 L -36 88 Z"), fill(linear((0, -100), (0, 90), "#ffd98a", "#f08a5a"), 225)
    )
    canvas.drawOval(oval(0, -96, 44, 9), fill("#ffe9b5", 235))
    for x, y in ((-16, -78), (14, -62), (-4, -40)):
        canvas.drawRoundRect(_round(x - 14, y - 14, 28, 28), 6, 6, fill("#ffffff", 90))
    canvas.drawPath(glass, line("#ffffff", 4, 150))
    canvas.drawLine(14, -60, 44, -214, line("#e0574f", 9))
    canvas.drawOval(oval(-42, -150, 26, 26), fill("#f6c945"))
    canvas.drawOval(oval(-42, -150, 20, 20), fill("#fff0b8"))


def _spoon(canvas: Canvas, color: str) -> None:
    del color
    wood = linear((-10, 0), (12, 0), "#d9a86c", "#a06c38")
    canvas.drawRoundRect(_round(-9, -190, 18, 330), 9, 9, fill(wood))
    canvas.drawOval(oval(0, -232, 36, 54), fill(linear((-36, -270), (36, -190), "#e6bb83", "#a06c38")))
    canvas.drawOval(oval(0, -236, 24, 38), fill("#c2442f", 235))


def _dumbbell(canvas: Canvas, color: str) -> None:
    canvas.save()
    canvas.rotate(-12)
    canvas.drawRoundRect(_round(-150, -14, 300, 28), 12, 12, fill(linear((0, -14), (0, 14), "#e6eaf0", "#858d9c")))
    for sign in (-1, 1):
        for x, high in ((86, 66), (124, 84)):
            left = sign * x - 20
            plate = linear((left, -high), (left + 40, high), lighter(_DARK, 0.35), _DARK)
            canvas.drawRoundRect(_round(left, -high, 40, 2 * high), 14, 14, fill(plate))
            canvas.drawRoundRect(_round(left + 6, -high + 8, 6, 2 * high - 16), 3, 3, fill(color, 200))
    canvas.restore()


def _book(canvas: Canvas, color: str) -> None:
    canvas.save()
    canvas.rotate(-9)
    canvas.drawRoundRect(_round(-116, -250, 232, 310), 8, 8, fill("#140a12", 90, blur=12))
    canvas.drawRoundRect(_round(-104, -244, 220, 300), 6, 6, fill("#f6efe2"))
    cover = linear((-116, -250), (110, 60), lighter(color, 0.2), color, darker(color, 0.3), at=[0, 0.5, 1])
    canvas.drawRoundRect(_round(-116, -250, 222, 304), 8, 8, fill(cover))
    canvas.drawRect(_round(-116, -250, 22, 304), fill(darker(color, 0.35), 150))
    canvas.drawOval(oval(8, -150, 56, 56), fill(lighter(color, 0.6), 225))
    canvas.drawOval(oval(28, -162, 46, 46), fill(mix(color, "#f0b24a", 0.6), 225))
    for y, wide in ((-60, 120), (-38, 84)):
        canvas.drawRoundRect(_round(-52, y, wide, 9), 4, 4, fill("#fff6e6", 225))
    canvas.restore()


def _phone(canvas: Canvas, color: str) -> None:
    canvas.save()
    canvas.rotate(8)
    canvas.drawRoundRect(
        _round(-66, -170, 132, 262),
        22,
        22,
        fill(linear((-66, -170), (66, 90), lighter(color, 0.25), color, darker(color, 0.4), at=[0, 0.5, 1])),
    )
    canvas.drawRoundRect(_round(-52, -156, 50, 74), 16, 16, fill(darker(color, 0.45)))
    for y in (-138, -104):
        canvas.drawOval(oval(-28, y, 14, 14), fill("#0d0f14"))
        canvas.drawOval(oval(-32, y - 4, 4, 4), fill("#9fc3ff", 200))
    canvas.restore()


def _bag(canvas: Canvas, color: str) -> None:
    del color
    canvas.translate(0, 70)  # clear of her chin
    for x, tone, lean in ((-60, "#5c9a4f", -14), (-24, "#76b35c", -4), (16, "#4f8a4a", 8)):
        leaf = (
            f"M {x} -110 C {x + lean - 20} -160 {x + lean * 3 - 30} -200 {x + lean * 4} "
            f"-226 C {x + lean * 3 + 34} -200 {x + 26} -150 {x + 14} -110 Z"
        )
        canvas.drawPath(outline(leaf), fill(linear((x, -110), (x, -300), darker(tone, 0.3), lighter(tone, 0.2))))
    canvas.save()
    canvas.rotate(14)
    canvas.drawRoundRect(_round(14, -250, 58, 200), 29, 29, fill(linear((14, 0), (72, 0), "#eac58b", "#b97f42")))
    for y in (-222, -178):
        canvas.drawLine(24, y + 16, 62, y - 6, line("#fbe6c2", 7, 210))
    canvas.restore()
    paper = outline("M -112 -130 L 112 -130 L 126 190 L -126 190 Z")
    canvas.drawPath(paper, fill(linear((-120, 0), (120, 0), "#e0bd90", "#cfa473", "#a87d50", at=[0, 0.5, 1])))
    canvas.drawPath(outline("M -40 -130 L -26 190"), line("#8f683f", 4, 90, blur=2))


def _shopping(canvas: Canvas, color: str) -> None:
    canvas.drawPath(outline("M -56 60 C -60 -70 60 -70 56 60"), line(darker(color, 0.35), 9))
    body = linear((-130, 50), (130, 330), lighter(color, 0.4), color, darker(color, 0.25), at=[0, 0.5, 1])
    canvas.drawPath(outline("M -130 50 L 130 50 L 142 340 L -142 340 Z"), fill(body))
    canvas.drawOval(oval(0, 180, 52, 52), line("#fff6e6", 8, 220))


def _cone(canvas: Canvas, color: str) -> None:
    canvas.drawPath(
        outline("M -50 -80 L 50 -80 L 4 110 L -4 110 Z"), fill(linear((-50, 0), (50, 0), "#f0c987", "#b9803f"))
    )
    for step in range(-3, 4):
        canvas.drawLine(step * 15 - 12, -78, step * 6 + 14, 40, line("#a56f34", 3, 120))
    for x, y, size, tone in (
        (-26, -116, 46, "#ffd9df"),
        (28, -118, 46, mix(color, "#fff3e0", 0.4)),
        (0, -168, 50, "#fff3da"),
    ):
        canvas.drawOval(
            oval(x, y, size, size),
            fill(radial((x - 16, y - 20), size * 1.6, "#ffffff", tone, darker(tone, 0.2), at=[0, 0.4, 1])),
        )


def _ticket(canvas: Canvas, color: str) -> None:
    canvas.save()
    canvas.rotate(7)
    canvas.drawRoundRect(_round(-74, -250, 150, 300), 10, 10, fill(linear((-70, -240), (80, 40), "#fffdf8", "#e4ddd2")))
    canvas.drawRoundRect(
        _round(-100, -210, 168, 260), 14, 14, fill(linear((-100, -200), (70, 40), lighter("#7a2f3d", 0.15), "#54202c"))
    )
    canvas.drawOval(oval(-16, -110, 34, 34), line("#e6bd5c", 5))
    canvas.drawRoundRect(_round(-58, -54, 84, 9), 4, 4, fill("#e6bd5c"))
    canvas.drawRoundRect(_round(-50, -238, 104, 12), 4, 4, fill(color))
    canvas.restore()


def _pole(canvas: Canvas, color: str) -> None:
    canvas.drawRoundRect(_round(-8, -30, 16, 560), 8, 8, fill(linear((-8, 0), (8, 0), "#dfe4ea", "#868f9c")))
    canvas.drawRoundRect(
        _round(-19, -122, 38, 190), 18, 18, fill(linear((-19, 0), (19, 0), lighter(_DARK, 0.25), _DARK))
    )
    canvas.drawPath(outline("M -16 -100 C -80 -80 -84 10 -40 60"), line(color, 9))


def _brush(canvas: Canvas, color: str) -> None:
    canvas.drawPath(
        outline("M -9 140 L 9 140 L 13 -130 L -13 -130 Z"), fill(linear((-12, 0), (12, 0), "#e9c999", "#9f6c38"))
    )
    canvas.drawRect(_round(-15, -176, 30, 52), fill(linear((-15, 0), (15, 0), "#f2f4f7", "#8a919d")))
    canvas.drawPath(
        outline("M -17 -176 C -26 -220 -10 -250 2 -280 C 16 -250 28 -220 17 -176 Z"),
        fill(linear((0, -280), (0, -176), color, "#4a3328")),
    )


_HELD: dict[SceneName, Callable[[Canvas, str], None]] = {
    "home": _cup,
    "kitchen": _spoon,
    "bedroom": _cup,
    "gym": _dumbbell,
    "cafe": _cup,
    "restaurant": _glass,
    "desk": _cup,
    "office": _togo,
    "studio": _brush,
    "library": _book,
    "shop": _shopping,
    "market": _bag,
    "street": _togo,
    "park": _book,
    "beach": _cone,
    "hike": _pole,
    "train": _phone,
    "airport": _ticket,
}


def holds(scene: SceneName) -> bool:
    """Tell whether there is something to hold at a place."""
    return scene in _HELD


def draw_held(canvas: Canvas, scene: SceneName, color: str) -> None:
    """Draw what she holds at a place, in a colour that goes with her clothes."""
    _HELD[scene](canvas, color)
