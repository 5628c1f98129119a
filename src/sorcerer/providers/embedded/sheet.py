"""Her sheet: the plate, the head and every face of one look in one place, each drawn once. Runs in a child."""

import functools
import json
from collections.abc import Callable
from typing import Any

import skia

from sorcerer import ids
from sorcerer.providers.embedded.art.features import draw_mouth
from sorcerer.providers.embedded.art.hair_front import draw_front_hair
from sorcerer.providers.embedded.art.head import draw_head
from sorcerer.providers.embedded.art.lights import LIGHTS
from sorcerer.providers.embedded.art.paint import Canvas, Pixels, image_of, pixels
from sorcerer.providers.embedded.art.portrait import draw_bust, draw_gaze, lit, shine
from sorcerer.providers.embedded.mouth import Mouth
from sorcerer.providers.embedded.scenery.backdrop import backdrop
from sorcerer.providers.embedded.scenery.props import HIGH, WIDE
from sorcerer.providers.values import Light, Look, SceneName

FRAMINGS = {"wide": (1090.0, 0.96), "medium": (1010.0, 1.16), "close": (930.0, 1.42)}
HEAD = (330, 400, 660, 960)  # origin x, y and size of the head's sprite, before scaling
_EYES = (-206, -176, 206, 64)  # the boxes of what moves, about the middle of the face
_LIPS = (-130, 64, 130, 270)
_AT_REST = 0.05
_SRC = skia.BlendMode.kSrc


def place_seed(look: Look) -> str:
    """Return what her places are drawn from: her kitchen looks the same in every film."""
    return ids.digest(look.model_dump_json())[:16]


def face_names(mouth: Mouth, opened: float, gaze: int) -> tuple[str, str]:
    """Name eyes and lips by their state in coarse steps, so that few are drawn.

    Args:
        opened: the eyes, 0 shut to 1 open.
        gaze: -1, 0 or 1.
    """
    if mouth.open < _AT_REST:
        return f"eyes:{round(opened * 3)}:{gaze}:0", f"lips:0:{round(mouth.wide * 2)}:0"
    raised, opening = round(mouth.open * 1.4), max(1, round(mouth.open * 7))
    return f"eyes:{round(opened * 3)}:{gaze}:{raised}", f"lips:{opening}:{round(mouth.wide * 2)}:{round(mouth.teeth)}"


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
        self.eyes_corner, self.lips_corner = self._corner(_EYES), self._corner(_LIPS)
        self._bare = image_of(self._layer(lambda canvas: draw_head(canvas, look)))
        self._hair = image_of(self._layer(lambda canvas: draw_front_hair(canvas, look)))
        self._colored = image_of(self._plain(lambda c: shine(c, LIGHTS[light], _SRC, skia.BlendMode.kDst)))
        self._rim = image_of(self._plain(lambda c: shine(c, LIGHTS[light], skia.BlendMode.kDst, _SRC)))
        self._drawn: dict[str, Pixels] = {}

    def sprite(self, name: str) -> Pixels:
        """Return "plate", "head", eyes or lips, as premultiplied RGBA."""
        if name not in self._drawn:
            self._drawn[name] = self._draw(name)
        return self._drawn[name]

    def _draw(self, name: str) -> Pixels:
        if name == "plate":
            return self._draw_plate()
        if name == "head":
            return pixels(self._bare.width(), self._bare.height(), self._draw_bare)
        first, second, third = (int(part) for part in name.split(":")[1:])
        if name.startswith("eyes"):
            return self._moving(
                _EYES,
                lambda canvas: draw_gaze(canvas, self.look, opened=first / 3, gaze=float(second), raised=float(third)),
            )
        mouth, smile = Mouth(first / 7, second / 2, float(third)), 0.35 if first else 0.7
        return self._moving(_LIPS, lambda canvas: draw_mouth(canvas, self.look, mouth, smile=smile))

    def _corner(self, box: tuple[int, int, int, int]) -> tuple[int, int]:
        """Return where a box about the middle of the face begins in the head's sprite, in whole pixels."""
        return round((HEAD[0] + box[0]) * self.scale), round((HEAD[1] + box[1]) * self.scale)

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

    def _moving(self, box: tuple[int, int, int, int], draw: Callable[[Canvas], None]) -> Pixels:
        """Return a part of the head with what moves in it, under her hair and in the light of the place."""
        left, top = self._corner(box)

        def onto(canvas: Canvas) -> None:
            canvas.translate(-left, -top)
            canvas.drawImage(self._bare, 0, 0)
            canvas.saveLayer(None, None)
            canvas.save()
            canvas.scale(self.scale, self.scale)
            canvas.translate(HEAD[0], HEAD[1])
            draw(canvas)
            canvas.restore()
            for light, blend in ((self._colored, skia.BlendMode.kModulate), (self._rim, skia.BlendMode.kSrcATop)):
                canvas.drawImage(light, 0, 0, skia.SamplingOptions(), skia.Paint(BlendMode=blend))
            canvas.restore()
            canvas.drawImage(self._hair, 0, 0)

        return pixels(round((box[2] - box[0]) * self.scale), round((box[3] - box[1]) * self.scale), onto)
