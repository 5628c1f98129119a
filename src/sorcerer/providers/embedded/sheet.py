"""Her sheet: the plate, the head, the arm and every face of one setting, each drawn once. Runs in a child."""

import functools
from collections.abc import Callable
from functools import cached_property
from typing import Any

import skia

from sorcerer.providers.embedded.art.arms import ELBOW, draw_arm, draw_reaching, draw_sling
from sorcerer.providers.embedded.art.hair_front import draw_front_hair
from sorcerer.providers.embedded.art.head import draw_head
from sorcerer.providers.embedded.art.lights import lighting_of
from sorcerer.providers.embedded.art.paint import Canvas, Pixels, image_of, pixels, show
from sorcerer.providers.embedded.art.portrait import draw_bust, draw_gaze, draw_lips, lit, shine
from sorcerer.providers.embedded.mouth import Mouth
from sorcerer.providers.embedded.scenery.backdrop import backdrop
from sorcerer.providers.embedded.scenery.foreground import draw_foreground
from sorcerer.providers.embedded.setting import HIGH, WIDE, Setting, place_seed
from sorcerer.providers.values import Light, SceneName, Season, Weather

HEAD = (440, 480, 880, 1040)  # origin x, y and size of the head's sprite, before scaling
ARM = (-160, 60, 680, 1290)  # left, top, right and bottom of the arm's sprite about the middle of her face
_EYES = (-232, -176, 232, 64)  # the boxes of what moves, about the middle of the face
_LIPS = (-150, 64, 150, 270)
_AT_REST = 0.05


def face_names(mouth: Mouth, opened: float, gaze: int, raised: int = 0) -> tuple[str, str]:
    """Name eyes and lips by their state in coarse steps, so that few are drawn.

    Args:
        opened: the eyes, 0 shut to 1 open.
        gaze: -1, 0 or 1.
        raised: the brows, 0 or 1.
    """
    if mouth.open < _AT_REST:
        return f"eyes:{round(opened * 3)}:{gaze}:{raised}", f"lips:0:{round(mouth.wide * 2)}:0"
    opening = max(1, round(mouth.open * 7))
    return (
        f"eyes:{round(opened * 3)}:{gaze}:{raised}",
        f"lips:{opening}:{round(mouth.wide * 2)}:{round(mouth.teeth)}",
    )


@functools.lru_cache(maxsize=2)  # the shot that is shown and the next, which is drawn meanwhile
def sheet_of(key: str) -> "Sheet":
    """Return the sheet of a setting by its key; shots that share it share what is drawn."""
    return Sheet(Setting.of(key))


@functools.lru_cache(maxsize=2)
def _ground(scene: SceneName, light: Light, season: Season, weather: Weather, seed: str) -> Pixels:
    return backdrop(scene, light, seed, season=season, weather=weather)


class Sheet:
    """Every sprite of one setting."""

    def __init__(self, setting: Setting) -> None:
        self.setting, self.look = setting, setting.worn
        shot = setting.shot
        self.lighting = lighting_of(shot.light, shot.scene, shot.season, shot.weather)
        self.scale, self.turn = setting.scale, setting.turn
        self.eyes_corner, self.lips_corner = self._corner(_EYES), self._corner(_LIPS)
        self._drawn: dict[str, Pixels] = {}

    @cached_property
    def _bare(self) -> Any:  # noqa: ANN401 - skia has no types
        return image_of(self._layer(lambda canvas: draw_head(canvas, self.look, self.turn)))

    @cached_property
    def _hair(self) -> Any:  # noqa: ANN401 - skia has no types
        return image_of(self._layer(lambda canvas: draw_front_hair(canvas, self.look)))

    @cached_property
    def _lights(self) -> tuple[tuple[Any, Any], ...]:
        size = self._bare.width(), self._bare.height()
        colored, rim = shine(self._about_face, size, self.lighting)
        return (image_of(colored), skia.BlendMode.kModulate), (image_of(rim), skia.BlendMode.kSrcATop)

    def sprite(self, name: str) -> Pixels:
        """Return "plate", "head", "arm", eyes or lips, as premultiplied RGBA."""
        if name not in self._drawn:
            self._drawn[name] = self._draw(name)
        return self._drawn[name]

    def _draw(self, name: str) -> Pixels:
        if name == "plate":
            return self._draw_plate()
        if name == "arm":
            return self._draw_arm()
        if name == "head":
            return pixels(self._bare.width(), self._bare.height(), self._draw_bare)
        first, second, third = (int(part) for part in name.split(":")[1:])
        if name.startswith("eyes"):
            opened, gaze, raised = first / 3, float(second), float(third)
            return self._moving(
                _EYES, lambda c: draw_gaze(c, self.look, opened=opened, gaze=gaze, raised=raised, turn=self.turn)
            )
        mouth, smile = Mouth(first / 7, second / 2, float(third)), 0.35 if first else 0.7
        return self._moving(_LIPS, lambda c: draw_lips(c, self.look, mouth, smile=smile, turn=self.turn))

    def _corner(self, box: tuple[int, int, int, int]) -> tuple[int, int]:
        """Return where a box about the middle of the face begins in the head's sprite, in whole pixels."""
        return round((HEAD[0] + box[0]) * self.scale), round((HEAD[1] + box[1]) * self.scale)

    def _draw_bare(self, canvas: Canvas) -> None:
        canvas.drawImage(self._bare, 0, 0)
        canvas.drawImage(self._hair, 0, 0)

    def _layer(self, draw: Callable[[Canvas], None]) -> Pixels:
        return self._plain(lambda canvas: lit(canvas, self.lighting, draw))

    def _plain(self, draw: Callable[[Canvas], None]) -> Pixels:
        """Return what is drawn about the middle of her face, in the size of the head's sprite."""

        def onto(canvas: Canvas) -> None:
            canvas.concat(self._about_face)
            draw(canvas)

        return pixels(round(HEAD[2] * self.scale), round(HEAD[3] * self.scale), onto)

    @property
    def _about_face(self) -> Any:  # noqa: ANN401 - skia has no types
        """Return the matrix from the middle of her face to pixels of the head's sprite."""
        return skia.Matrix.MakeAll(self.scale, 0, HEAD[0] * self.scale, 0, self.scale, HEAD[1] * self.scale, 0, 0, 1)

    def _draw_arm(self) -> Pixels:
        grip = self.setting.grip
        left, top, right, bottom = (edge * self.scale for edge in ARM)

        def onto(canvas: Canvas) -> None:
            canvas.translate(-left, -top)
            canvas.scale(self.scale, self.scale)
            if grip is not None:
                lit(canvas, self.lighting, lambda inner: draw_arm(inner, self.look, grip))

        return pixels(round(right - left), round(bottom - top), onto)

    def _draw_plate(self) -> Pixels:
        setting, shot = self.setting, self.setting.shot
        ground = _ground(shot.scene, shot.light, shot.season, shot.weather, place_seed(setting.look))

        def draw(canvas: Canvas) -> None:
            show(canvas, ground)
            canvas.save()
            canvas.translate(*setting.at)
            canvas.scale(self.scale, self.scale)
            canvas.rotate(setting.lean)
            lit(canvas, self.lighting, self._draw_body)
            canvas.restore()
            draw_foreground(canvas, setting, self.lighting)

        return pixels(WIDE, HIGH, draw)

    def _draw_body(self, canvas: Canvas) -> None:
        draw_bust(canvas, self.look, self.turn)
        if self.setting.shot.injury == "arm":
            draw_sling(canvas, self.look)
        elif self.setting.shot.pose == "selfie":
            draw_reaching(canvas, self.look)

    def _moving(self, box: tuple[int, int, int, int], draw: Callable[[Canvas], None]) -> Pixels:
        """Return a part of the head with what moves in it, under her hair and in the light of the place."""
        left, top = self._corner(box)

        def onto(canvas: Canvas) -> None:
            canvas.translate(-left, -top)
            canvas.drawImage(self._bare, 0, 0)
            canvas.saveLayer(None, None)
            canvas.save()
            canvas.concat(self._about_face)
            draw(canvas)
            canvas.restore()
            for light, blend in self._lights:
                canvas.drawImage(light, 0, 0, skia.SamplingOptions(), skia.Paint(BlendMode=blend))
            canvas.restore()
            canvas.drawImage(self._hair, 0, 0)

        return pixels(round((box[2] - box[0]) * self.scale), round((box[3] - box[1]) * self.scale), onto)


def elbow_of(scale: float) -> tuple[float, float]:
    """Return where the elbow lies in the arm's sprite, in pixels: what the arm turns about."""
    return (ELBOW[0] - ARM[0]) * scale, (ELBOW[1] - ARM[1]) * scale
