"""Arms: the forearm that holds something, both on a table, the one that carries the camera, crutches and a sling."""

import math
from typing import Any, NamedTuple

import skia

from sorcerer.providers.embedded.art.hands import draw_fingers, draw_flat, draw_palm
from sorcerer.providers.embedded.art.held import draw_held, holds
from sorcerer.providers.embedded.art.packing import draw_pack
from sorcerer.providers.embedded.art.paint import Canvas, darker, fill, ink, lighter, line, linear, mix, outline, oval
from sorcerer.providers.embedded.art.palette import skin_of
from sorcerer.providers.embedded.art.ribbons import Lock, Point, lock, ribbon
from sorcerer.providers.values import Look, Product, SceneName

_BARE = ("tank", "dress")
_SHORT = ("tee", "linen", "apron")
_DARK = 120  # of 255
ELBOW: Point = (386.0, 1010.0)
_WRIST: Point = (236.0, 690.0)


class Grip(NamedTuple):
    """What her free hand does.

    Args:
        scene: where she is, which decides what she holds.
        product: what she shows instead for a sponsor.
        crutch: whether she leans on crutches, and holds nothing else.
    """

    scene: SceneName
    product: Product | None = None
    crutch: bool = False

    @property
    def empty(self) -> bool:
        """Tell whether there is nothing to hold, so that the arm stays down."""
        return not (self.crutch or self.product or holds(self.scene))


def sleeve_of(look: Look) -> str | None:
    """Return the colour of her sleeve at the wrist; None where her forearm is bare."""
    if look.outfit in _BARE or look.outfit in _SHORT:
        return None
    tints = {"denim": ("#4f6f98", 0.8), "raincoat": ("#e8b93c", 0.7), "pyjamas": ("#dfe3f0", 0.5)}
    if look.outfit in tints:
        return mix(look.outfit_color, *tints[look.outfit])
    return look.outfit_color


def thing_color(look: Look) -> str:
    """Return the colour of the things she holds: that of her clothes, lighter or deeper so that it stands out."""
    color = look.outfit_color
    bright = sum(int(color[i : i + 2], 16) for i in (1, 3, 5)) / 3
    return mix(color, "#f6ead8", 0.6) if bright < _DARK else mix(color, "#3f4a5f", 0.55)


def draw_arm(canvas: Canvas, look: Look, grip: Grip) -> None:
    """Draw a forearm that comes up from the elbow and what its hand holds, on the right of the picture."""
    if grip.crutch:
        _draw_crutch(canvas)
    canvas.save()
    if grip.crutch:
        canvas.translate(62, 60)
    else:
        _upper(canvas, look)
    _forearm(canvas, look, ELBOW, _WRIST)
    canvas.translate(212, 590)
    canvas.scale(1.1, 1.1)
    canvas.rotate(-14 if not grip.crutch else -4)
    draw_palm(canvas, look)
    if grip.product is not None:
        draw_pack(canvas, grip.product, look.outfit_color)
    elif not grip.crutch:
        canvas.save()
        canvas.translate(-6, -30)
        canvas.scale(1.2, 1.2)
        draw_held(canvas, grip.scene, thing_color(look))
        canvas.restore()
    draw_fingers(canvas, look)
    canvas.restore()


def _forearm(canvas: Canvas, look: Look, elbow: Point, wrist: Point, wide: float = 176) -> None:
    """Draw a forearm with its round elbow; a sleeve leaves the wrist free."""
    skin, sleeve = skin_of(look), sleeve_of(look)
    bend = (wrist[0] + (elbow[0] - wrist[0]) * 0.66, wrist[1] + (elbow[1] - wrist[1]) * 0.36)
    along = lock(elbow, bend, wrist)
    ends = (wrist[0] - 80, wrist[1]), (elbow[0] + 70, elbow[1] + 60)
    arm = _limb(along, wide * 0.86)
    canvas.drawPath(arm, fill("#160a12", 110, blur=24))
    tones = (skin.light, skin.base, mix(skin.base, skin.shade, 0.7))
    canvas.drawPath(arm, fill(linear(*ends, *tones, at=[0, 0.5, 1])))
    if sleeve is None:
        return
    covered = _limb(lambda share: along(share * 0.86), wide)
    canvas.drawPath(covered, fill("#160a12", 60, blur=10))
    shades = (lighter(sleeve, 0.24), sleeve, darker(sleeve, 0.36))
    canvas.drawPath(covered, fill(linear(*ends, *shades, at=[0, 0.45, 1])))
    canvas.save()
    canvas.clipPath(covered, skia.ClipOp.kIntersect, True)
    for share in (0.06, 0.26, 0.46, 0.64):
        x, y = along(share)
        fold = outline(f"M {x - 90:.1f} {y + 2:.1f} Q {x - 10:.1f} {y + 44:.1f} {x + 84:.1f} {y - 30:.1f}")
        canvas.drawPath(fold, line(darker(sleeve, 0.5), 9, 84, blur=7))
        canvas.drawPath(fold, line(lighter(sleeve, 0.4), 5, 40, blur=5))
    canvas.restore()
    before, x_y = along(0.80), along(0.86)
    across = (-(x_y[1] - before[1]), x_y[0] - before[0])
    norm = wide * 0.36 / (math.hypot(*across) or 1.0)
    one, two = [(x_y[0] + sign * across[0] * norm, x_y[1] + sign * across[1] * norm) for sign in (-1, 1)]
    canvas.drawLine(*one, *two, line(darker(sleeve, 0.3), 12, 170, blur=1.5))


def _upper(canvas: Canvas, look: Look) -> None:
    """Draw the upper arm down to the elbow, over the one that hangs, so that the forearm belongs to somebody."""
    skin, sleeve = skin_of(look), sleeve_of(look)
    wide = 460 if look.masc else 392
    along = lock((wide - 70, 560), (wide + 28, 820), ELBOW)
    arm = _limb(lambda share: along(1 - share), 176)
    color = sleeve or (look.outfit_color if look.outfit in _SHORT else None)
    tones = (lighter(color, 0.1), color, darker(color, 0.36)) if color else (skin.base, skin.base, skin.shade)
    canvas.saveLayer(None, None)
    canvas.drawPath(arm, fill("#160a12", 70, blur=22))
    canvas.drawPath(arm, fill(linear((wide - 130, 760), (wide + 60, 860), *tones, at=[0, 0.45, 1])))
    fading = linear((0, 640), (0, 900), ink("#ffffff", 0), ink("#ffffff", 255))  # out of the shoulder, without an edge
    canvas.drawRect(skia.Rect(-600, 0, 900, 1500), fill(fading, blend=skia.BlendMode.kDstIn))
    canvas.restore()


def _limb(along: Lock, wide: float) -> Any:  # noqa: ANN401 - skia has no types
    """Return the outline of a limb that narrows towards the hand, round where it begins."""
    limb, elbow = ribbon(along, wide, tip=0.62), skia.Path()
    elbow.addOval(oval(*along(0.0), wide / 2, wide / 2))
    return skia.Op(limb, elbow, skia.PathOp.kUnion_PathOp)


def draw_resting(canvas: Canvas, look: Look, y: float) -> None:
    """Draw both forearms on a table whose edge is at `y`, one hand over the other."""
    wide = 430 if look.masc else 372
    for sign in (-1, 1):
        canvas.save()
        canvas.scale(sign, 1)
        _forearm(canvas, look, (wide, y - 6), (128, y + 22), 178)
        canvas.translate(66, y + (24 if sign > 0 else 8))
        canvas.scale(1.16, 1.16)
        canvas.rotate(-5)
        draw_flat(canvas, look)
        canvas.restore()


def draw_reaching(canvas: Canvas, look: Look) -> None:
    """Draw the arm that carries the camera: from the shoulder out of the picture, growing towards the lens."""
    sleeve, skin = sleeve_of(look), skin_of(look)
    arm = outline(
        "M -316 440 C -430 470 -560 600 -700 800 L -980 1300 L -560 1400 C -470 1120 -360 900 -236 736 "
        "C -196 640 -226 500 -316 440 Z"
    )
    canvas.drawPath(arm, fill("#160a12", 110, blur=26))
    tone = sleeve or skin.base
    shades = (
        (lighter(tone, 0.26), tone, darker(tone, 0.42))
        if sleeve
        else (skin.light, skin.base, mix(skin.base, skin.shade, 0.8))
    )
    canvas.drawPath(arm, fill(linear((-640, 620), (-260, 1000), *shades, at=[0, 0.45, 1])))
    if look.outfit in _SHORT:
        _short_sleeve(canvas, look, arm)
    for drop in (0, 110, 230):
        fold = outline(
            f"M {-300 - drop * 0.9} {560 + drop} C {-280 - drop * 0.7} {620 + drop} "
            f"{-240 - drop * 0.4} {660 + drop} {-214 - drop * 0.3} {690 + drop}"
        )
        canvas.drawPath(fold, line(darker(tone, 0.5), 9, 80 if sleeve else 26, blur=7))


def _short_sleeve(canvas: Canvas, look: Look, arm: Any) -> None:  # noqa: ANN401 - skia has no types
    """Draw the sleeve that ends above the elbow of a reaching arm."""
    color = look.outfit_color
    hem = skia.Path()
    hem.addOval(oval(-262, 560, 262, 236))
    sleeve = skia.Op(arm, hem, skia.PathOp.kIntersect_PathOp)
    canvas.drawPath(sleeve, fill("#160a12", 90, blur=10))
    tones = (lighter(color, 0.26), color, darker(color, 0.4))
    canvas.drawPath(sleeve, fill(linear((-500, 520), (-220, 800), *tones, at=[0, 0.45, 1])))
    canvas.drawPath(sleeve, line(darker(color, 0.4), 5, 90, blur=2))


def draw_sling(canvas: Canvas, look: Look) -> None:
    """Draw an arm in plaster, carried in a sling."""
    canvas.drawPath(outline("M -112 340 C -180 470 -250 560 -330 640"), line("#e9eef2", 40))
    canvas.drawPath(outline("M 112 340 C 150 480 190 600 214 700"), line("#dfe6ec", 40))
    cradle = outline("M -356 600 C -300 560 -120 640 250 660 C 270 700 262 770 220 800 C 40 880 -220 870 -350 800 Z")
    canvas.drawPath(cradle, fill("#160a12", 110, blur=20))
    canvas.drawPath(cradle, fill(linear((-340, 600), (240, 860), "#fbfdff", "#e2e9ef", "#aebac6", at=[0, 0.5, 1])))
    for drop in (40, 92, 146):
        fold = outline(f"M -330 {620 + drop} C -180 {680 + drop} 60 {690 + drop * 0.8} 236 {690 + drop * 0.5}")
        canvas.drawPath(fold, line("#93a1b0", 6, 90, blur=4))
    canvas.save()
    canvas.translate(268, 706)
    canvas.scale(-0.86, 0.86)
    canvas.rotate(-8)
    draw_flat(canvas, look)
    canvas.restore()
    plaster = outline("M 168 656 C 200 650 236 656 254 668 C 264 700 260 738 246 760 C 222 772 190 770 166 764 Z")
    canvas.drawPath(plaster, fill(linear((168, 656), (250, 770), "#ffffff", "#d3dae0")))


def _draw_crutch(canvas: Canvas) -> None:
    metal = linear((300, 0), (430, 0), "#f2f5f8", "#99a3b0", "#626c7a", at=[0, 0.5, 1])
    for x, foot in ((306, 330), (414, 372)):
        canvas.drawPath(outline(f"M {x} 470 C {x} 760 {x} 900 {foot} 1400"), line("#160a12", 30, 80, blur=12))
        canvas.drawPath(outline(f"M {x} 470 C {x} 760 {x} 900 {foot} 1400"), line(metal, 20))
    canvas.drawPath(outline("M 280 462 C 320 440 400 440 440 462"), line("#2b2f38", 42))
    canvas.drawPath(outline("M 284 454 C 322 434 398 434 436 454"), line("#5d6573", 8, 200, blur=2))
    canvas.drawLine(300, 662, 420, 662, line("#2b2f38", 26))
