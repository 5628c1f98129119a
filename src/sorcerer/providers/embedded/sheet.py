"""Her sheet: the plate, the head and every face of one look in one place, each drawn once. Runs in a child."""

import functools
import json
from collections.abc import Callable
from typing import Any

import skia

from sorcerer import ids
from sorcerer.providers.embedded.art.hair_front import draw_front_hair
from sorcerer.providers.embedded.art.head import draw_head
from sorcerer.providers.embedded.art.paint import Canvas, Pixels, image_of, pixels
from sorcerer.providers.embedded.art.portrait import draw_bust, draw_face, lit, shine
from sorcerer.providers.embedded.mouth import Mouth
from sorcerer.providers.embedded.scenery.backdrop import backdrop
from sorcerer.providers.embedded.scenery.lights import LIGHTS
from sorcerer.providers.embedded.scenery.props import HIGH, WIDE
from sorcerer.providers.values import Light, Look, SceneName

FRAMINGS = {"wide": (1090.0, 0.96), "medium": (1010.0, 1.16), "close": (930.0, 1.42)}
HEAD = (330, 400, 660, 960)  # origin x, y and size of the head's sprite, before scaling
_FACE = (-206, -176, 206, 266)  # the box of the features about the middle of the face
_AT_REST = 0.05
_SRC = skia.BlendMode.kSrc


def place_seed(look: Look) -> str:
    """Return what her places are drawn from: her kitchen looks the same in every film."""
    return ids.digest(look.model_dump_json())[:16]


def face_name(mouth: Mouth, opened: float, gaze: int) -> str:
    """Name a face by its state in coarse steps, so that few are drawn.

    Args:
        opened: the eyes, 0 shut to 1 open.
        gaze: -1, 0 or 1.
    """
    eyes = f"{round(opened * 3)}:{gaze}"
    if mouth.open < _AT_REST:
        return f"face:0:{round(mouth.wide * 2)}:0:2:{eyes}:0"
    lips = f"{max(1, round(mouth.open * 7))}:{round(mouth.wide * 2)}:{round(mouth.teeth)}"
    return f"face:{lips}:1:{eyes}:{round(mouth.open * 1.4)}"


def sheet_of(look: dict[str, Any], scene: SceneName, light: Light, framing: str) -> "Sheet":
    """Return the sheet of a look in a place; shots that share it share what is drawn."""
    return _sheet(json.dumps(look, sort_keys=True), scene, light, framing)


@functools.lru_cache(maxsize=6)
def _sheet(look: str, scene: SceneName, light: Light, framing: str) -> "Sheet":
    return Sheet(Look.model_validate_json(look), scene, light, framing)


@functools.lru_cache(maxsize=3)
def _ground(scene: SceneName, light: Light, seed: str) -> Pixels:
    return backdrop(scene, light, seed)


class Sheet:
    """Every sprite of one look in one place."""

    def __init__(self, look: Look, scene: SceneName, light: Light, framing: str) -> None:
        self.look, self.scene, self.light = look, scene, light
        self.y, self.scale = FRAMINGS[framing]
        self.face_corner = (round((HEAD[0] + _FACE[0]) * self.scale), round((HEAD[1] + _FACE[1]) * self.scale))
        self._bare = image_of(self._layer(lambda canvas: draw_head(canvas, look)))
        self._hair = image_of(self._layer(lambda canvas: draw_front_hair(canvas, look)))
        self._colored = image_of(self._plain(lambda c: shine(c, LIGHTS[light], _SRC, skia.BlendMode.kDst)))
        self._rim = image_of(self._plain(lambda c: shine(c, LIGHTS[light], skia.BlendMode.kDst, _SRC)))
        self._drawn: dict[str, Pixels] = {}

    def sprite(self, name: str) -> Pixels:
        """Return "plate", "head" or a face, as premultiplied RGBA."""
        if name not in self._drawn:
            self._drawn[name] = self._draw(name)
        return self._drawn[name]

    def _draw(self, name: str) -> Pixels:
        if name == "plate":
            return self._draw_plate()
        if name == "head":
            return pixels(self._bare.width(), self._bare.height(), self._draw_bare)
        return self._draw_features(name)

    def _draw_bare(self, canvas: Canvas) -> None:
        canvas.drawImage(self._bare, 0, 0)
        canvas.drawImage(self._hair, 0, 0)

    def _layer(self, draw: Callable[[Canvas], None]) -> Pixels:
        return self._plain(lambda canvas: lit(canvas, LIGHTS[self.light], draw))

    def _plain(self, draw: Callable[[Canvas], None]) -> Pixels:
        """Return what is drawn about the middle of her face, in the size of the head's sprite."""

        def onto(canvas: Canvas) -> None:
            canvas.scale(self.scale, self.scale)
            canvas.translate(HEAD[0], HEAD[1])
            draw(canvas)

        return pixels(round(HEAD[2] * self.scale), round(HEAD[3] * self.scale), onto)

    def _draw_plate(self) -> Pixels:
        ground = _ground(self.scene, self.light, place_seed(self.look))

        def draw(canvas: Canvas) -> None:
            canvas.drawImage(image_of(ground), 0, 0)
            canvas.translate(WIDE / 2, self.y)
            canvas.scale(self.scale, self.scale)
            lit(canvas, LIGHTS[self.light], lambda inner: draw_bust(inner, self.look))

        return pixels(WIDE, HIGH, draw)

    def _draw_features(self, name: str) -> Pixels:
        opening, wide, teeth, smile, opened, gaze, raised = (int(part) for part in name.split(":")[1:])
        mouth = Mouth(opening / 7, wide / 2, float(teeth))
        left, top = self.face_corner

        def draw(canvas: Canvas) -> None:
            canvas.translate(-left, -top)
            canvas.drawImage(self._bare, 0, 0)
            canvas.saveLayer(None, None)
            canvas.save()
            canvas.scale(self.scale, self.scale)
            canvas.translate(HEAD[0], HEAD[1])
            draw_face(canvas, self.look, mouth, smile=0.35 * smile, opened=opened / 3, gaze=float(gaze), raised=raised)
            canvas.restore()
            for light, blend in ((self._colored, skia.BlendMode.kModulate), (self._rim, skia.BlendMode.kSrcATop)):
                canvas.drawImage(light, 0, 0, skia.SamplingOptions(), skia.Paint(BlendMode=blend))
            canvas.restore()
            canvas.drawImage(self._hair, 0, 0)

        return pixels(round((_FACE[2] - _FACE[0]) * self.scale), round((_FACE[3] - _FACE[1]) * self.scale), draw)
