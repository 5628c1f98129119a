"""What stands before her: the table she sits at with what is on it, and her hands there."""

from sorcerer.providers.embedded.art.arms import draw_resting, thing_color
from sorcerer.providers.embedded.art.held import draw_held, holds
from sorcerer.providers.embedded.art.lights import Lighting
from sorcerer.providers.embedded.art.packing import draw_pack
from sorcerer.providers.embedded.art.paint import Canvas, darker, fill, lighter, line, linear, outline, oval
from sorcerer.providers.embedded.art.portrait import lit
from sorcerer.providers.embedded.scenery.props import box
from sorcerer.providers.embedded.setting import HIGH, WIDE, Setting

_WOOD = {"cafe": "#b9855c", "restaurant": "#7c4f3a", "office": "#d9cfc4", "desk": "#c39a70", "train": "#a9adb4"}
_SCREENS = {"desk", "office"}


def draw_foreground(canvas: Canvas, setting: Setting, light: Lighting) -> None:
    """Draw the table, her hands and the things on it, in pixels of the picture; nothing where she stands."""
    if setting.table is None:
        return
    x, y = setting.at
    edge = y + setting.table * setting.scale
    color = light.on(_WOOD.get(setting.shot.scene, "#b58a66"), 0.7)
    top = linear((0, edge), (0, HIGH), lighter(color, 0.22), color, darker(color, 0.3), at=[0, 0.35, 1])
    shadow = oval(x, edge + 30, 430 * setting.scale, 90)
    canvas.drawRect(box(0, edge, WIDE, HIGH - edge), fill(top))
    canvas.drawOval(shadow, fill("#160a12", 130, blur=34))
    canvas.drawRect(box(0, edge - 2, WIDE, 7), fill(lighter(color, 0.5), 170, blur=1.5))
    for row in range(5):
        grain = outline(
            f"M 0 {edge + 44 + row * 62} C 300 {edge + 30 + row * 70} "
            f"700 {edge + 66 + row * 60} 1080 {edge + 46 + row * 66}"
        )
        canvas.drawPath(grain, line(darker(color, 0.35), 4, 60, blur=2))
    canvas.save()
    canvas.translate(x, y)
    canvas.scale(setting.scale, setting.scale)
    lit(canvas, light, lambda inner: _draw_things(inner, setting))
    canvas.restore()


def _draw_things(canvas: Canvas, setting: Setting) -> None:
    look, shot, table = setting.worn, setting.shot, setting.table or 0.0
    if shot.injury != "arm":
        draw_resting(canvas, look, table + 78)
    if shot.scene in _SCREENS and shot.product is None:
        _laptop(canvas, table)
        return
    canvas.save()
    canvas.translate(330, table + 60)
    canvas.drawOval(oval(6, 112, 108, 20), fill("#160a12", 120, blur=12))
    if shot.product is not None:
        canvas.scale(1.15, 1.15)
        canvas.translate(0, 22)
        draw_pack(canvas, shot.product, look.outfit_color)
    elif holds(shot.scene):
        canvas.translate(0, 24)
        draw_held(canvas, shot.scene, thing_color(look))
    canvas.restore()


def _laptop(canvas: Canvas, table: float) -> None:
    """Draw the back of an open laptop at the right."""
    lid = outline(f"M 250 {table + 190} L 290 {table - 40} L 640 {table - 40} L 620 {table + 190} Z")
    canvas.drawOval(oval(430, table + 200, 240, 22), fill("#160a12", 120, blur=14))
    canvas.drawPath(
        lid, fill(linear((260, table - 40), (620, table + 190), "#eef1f5", "#c3c9d2", "#98a0ad", at=[0, 0.5, 1]))
    )
    canvas.drawOval(oval(452, table + 76, 20, 20), fill("#ffffff", 190))
    canvas.drawRect(box(240, table + 184, 400, 12), fill("#8a919d"))
