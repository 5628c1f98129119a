"""The whole of her: layers in order, and the light of the place on them."""

from collections.abc import Callable
from typing import Any

import skia

from sorcerer.providers.embedded.art.body import draw_body
from sorcerer.providers.embedded.art.features import draw_brows, draw_eyes, draw_mouth
from sorcerer.providers.embedded.art.hair_back import draw_back_hair
from sorcerer.providers.embedded.art.hair_front import draw_front_hair, draw_glasses
from sorcerer.providers.embedded.art.head import aside, draw_head
from sorcerer.providers.embedded.art.lights import Lighting
from sorcerer.providers.embedded.art.paint import Canvas, Pixels, fill, glow, ink, linear, mix, pixels, radial, show
from sorcerer.providers.embedded.mouth import SHAPES, Mouth
from sorcerer.providers.values import Look

FACE_SIDE = 1024


def draw_bust(canvas: Canvas, look: Look, turn: float = 0.0) -> None:
    """Draw what stays still: the hair behind her and her body, which turns a little less than her head."""
    draw_back_hair(canvas, look)
    canvas.save()
    canvas.translate(-14 * turn, 0)
    canvas.scale(1 - 0.08 * abs(turn), 1)
    canvas.skew(0.03 * turn, 0.0)
    draw_body(canvas, look)
    canvas.restore()


def draw_gaze(
    canvas: Canvas, look: Look, *, opened: float = 1.0, gaze: float = 0.0, raised: float = 0.0, turn: float = 0.0
) -> None:
    """Draw eyes, brows and glasses on a head that is already there."""
    canvas.save()
    canvas.translate(aside(turn), 0)
    canvas.scale(1 - 0.05 * abs(turn), 1)
    draw_eyes(canvas, look, opened=opened, gaze=gaze, smile=0.4)
    draw_brows(canvas, look, raised=raised)
    draw_glasses(canvas, look)
    canvas.restore()


def draw_lips(canvas: Canvas, look: Look, mouth: Mouth, *, smile: float, turn: float = 0.0) -> None:
    """Draw the mouth on a head that is already there."""
    canvas.save()
    canvas.translate(aside(turn) * 1.1, 0)
    canvas.scale(1 - 0.05 * abs(turn), 1)
    draw_mouth(canvas, look, mouth, smile=smile)
    canvas.restore()


def draw_whole_head(canvas: Canvas, look: Look, mouth: Mouth, *, smile: float, turn: float = 0.0) -> None:
    """Draw head, face and hair."""
    draw_head(canvas, look, turn)
    draw_lips(canvas, look, mouth, smile=smile, turn=turn)
    draw_gaze(canvas, look, raised=0.2, turn=turn)
    draw_front_hair(canvas, look)


def draw_person(canvas: Canvas, look: Look, mouth: Mouth, *, smile: float, tilt: float) -> None:
    """Draw all of her at once, her head tilted by so many degrees."""
    draw_bust(canvas, look)
    canvas.save()
    canvas.rotate(tilt)
    draw_whole_head(canvas, look, mouth, smile=smile)
    canvas.restore()


def lit(canvas: Canvas, lighting: Lighting, draw: Callable[[Canvas], None]) -> None:
    """Draw something and let the light of the place fall on it: coloured light multiplies, a rim adds."""
    clip = canvas.getDeviceClipBounds()
    size = clip.right(), clip.bottom()
    lights = shine(canvas.getTotalMatrix(), size, lighting)
    canvas.saveLayer(None, None)
    draw(canvas)
    canvas.resetMatrix()
    for light, blend in zip(lights, (skia.BlendMode.kModulate, skia.BlendMode.kSrcATop), strict=True):
        show(canvas, light, blend)
    canvas.restore()


def shine(matrix: Any, size: tuple[int, int], lighting: Lighting) -> tuple[Pixels, Pixels]:  # noqa: ANN401 - skia
    """Return the light of a place as two pictures: its colour, and its rim.

    Args:
        matrix: from her own coordinates to pixels.
        size: width and height of the pictures.
    """
    shade, middle, bright = lighting.on_skin
    across = linear((-330, -100), (330, 60), shade, middle, bright, at=[0, 0.45, 1])
    edge = radial((620, -260), 820, ink(lighting.key, lighting.rim), ink(lighting.key, 0))
    return glow(across, size, matrix), glow(edge, size, matrix)


def face_pixels(look: Look) -> Pixels:
    """Return her portrait, 1024 by 1024, before a plain ground in a colour that suits her clothes."""

    def draw(canvas: Canvas) -> None:
        ground = linear(
            (0, 0), (0, FACE_SIDE), mix(look.outfit_color, "#fff4ea", 0.78), mix(look.outfit_color, "#f3d9cc", 0.45)
        )
        canvas.drawRect(skia.Rect(0, 0, FACE_SIDE, FACE_SIDE), fill(ground))
        glow = radial((380, 300), 620, ink("#ffffff", 120), ink("#ffffff", 0))
        canvas.drawRect(skia.Rect(0, 0, FACE_SIDE, FACE_SIDE), fill(glow))
        canvas.translate(512, 500)
        canvas.scale(0.98, 0.98)
        draw_person(canvas, look, SHAPES["rest"], smile=0.6, tilt=-2)

    return pixels(FACE_SIDE, FACE_SIDE, draw)
