"""A finished backdrop: the scene, out of focus, lit, with a vignette and a little grain."""

import functools
from collections.abc import Callable

import cv2
import numpy as np
import skia

from sorcerer import ids
from sorcerer.providers.embedded.art.lights import Lighting, lighting_of
from sorcerer.providers.embedded.art.paint import Canvas, Pixels, fill, glow, ink, linear, pixels, radial, show
from sorcerer.providers.embedded.scenery import away, indoors, outdoors, rooms, seasons
from sorcerer.providers.embedded.scenery.dice import Dice
from sorcerer.providers.embedded.scenery.props import box
from sorcerer.providers.embedded.setting import HIGH, WIDE
from sorcerer.providers.embedded.wardrobe import OUTDOORS
from sorcerer.providers.values import Light, SceneName, Season, Weather

_SCENES: dict[SceneName, Callable[[Canvas, Lighting, Dice], None]] = {
    "home": indoors.home,
    "kitchen": indoors.kitchen,
    "gym": indoors.gym,
    "cafe": indoors.cafe,
    "desk": indoors.desk,
    "shop": indoors.shop,
    "product": indoors.product,
    "street": outdoors.street,
    "park": outdoors.park,
    "beach": outdoors.beach,
    "bedroom": rooms.bedroom,
    "restaurant": rooms.restaurant,
    "office": rooms.office,
    "studio": rooms.studio,
    "library": rooms.library,
    "market": away.market,
    "hike": away.hike,
    "train": away.train,
    "airport": away.airport,
}
_PAINTS = ("#e8b48f", "#8fb7a6", "#9aa7d0", "#e6c15c", "#c98aa0", "#d9d2c5")  # what her walls lean to
_OUT_OF_FOCUS = 6.0
_VIGNETTE = 0.26
_GRAIN = 2.4
_TILE = 480  # the grain comes back after so many pixels


def backdrop(
    scene: SceneName, light: Light, seed: str, *, season: Season = "summer", weather: Weather = "clear"
) -> Pixels:
    """Return a place as premultiplied RGBA of shape (1920, 1080, 4)."""
    lighting = lighting_of(light, scene, season, weather)

    def place(canvas: Canvas) -> None:
        canvas.scale(0.5, 0.5)
        if ids.draw("mirrored", scene, seed) < 0.5:  # noqa: PLR2004 - even odds
            canvas.translate(WIDE, 0)
            canvas.scale(-1, 1)
        draw_place(canvas, scene, lighting, seed)

    def finish(canvas: Canvas) -> None:
        show(canvas, _out_of_focus(pixels(WIDE // 2, HIGH // 2, place)))
        strength = 64 if lighting.dark else 100
        key = radial((WIDE * 0.95, HIGH * 0.12), 1150, ink(lighting.key, strength), ink(lighting.key, 0))
        show(canvas, glow(key, (WIDE, HIGH)), skia.BlendMode.kScreen)
        if scene not in OUTDOORS:
            paint = ids.pick(_PAINTS, "paint", scene, seed)
            canvas.drawRect(box(0, 0, WIDE, HIGH), fill(paint, 64, blend=skia.BlendMode.kSoftLight))
        low = linear((0, HIGH * 0.55), (0, HIGH), ink("#120a18", 0), ink("#120a18", 110))
        show(canvas, glow(low, (WIDE, HIGH)))
        if scene in OUTDOORS:
            seasons.fall(canvas, lighting, Dice("fall", scene, seed), (0, 0, WIDE, HIGH))

    return _graded(pixels(WIDE, HIGH, finish), int(ids.draw("grain", seed) * 2**32))


def draw_place(canvas: Canvas, scene: SceneName, lighting: Lighting, seed: str) -> None:
    """Draw a place in focus, 1080 by 1920."""
    _SCENES[scene](canvas, lighting, Dice("scene", scene, seed))


def _out_of_focus(half: Pixels) -> Pixels:
    """Blur a picture of half the size and enlarge it: what was not drawn there the blur takes away in any case."""
    soft = cv2.GaussianBlur(half, (0, 0), _OUT_OF_FOCUS / 2, borderType=cv2.BORDER_REPLICATE)
    return np.asarray(cv2.resize(soft, (WIDE, HIGH), interpolation=cv2.INTER_LINEAR), np.uint8)


def _graded(picture: Pixels, seed: int) -> Pixels:
    """Darken the corners and lay a fine grain over everything, in whole bytes."""
    graded = np.asarray(cv2.multiply(picture, _vignette(), scale=1 / 255), np.uint8)
    grain = np.rint(np.random.default_rng(seed).standard_normal((_TILE, _TILE), np.float32) * _GRAIN)
    brighter, darker = (_grey(np.maximum(side, 0).astype(np.uint8)) for side in (grain, -grain))
    for top in range(0, HIGH, _TILE):
        for left in range(0, WIDE, _TILE):
            tile = graded[top : top + _TILE, left : left + _TILE]
            high, wide = tile.shape[:2]
            cv2.add(tile, brighter[:high, :wide], tile)
            cv2.subtract(tile, darker[:high, :wide], tile)
    return graded


def _grey(tone: Pixels) -> Pixels:
    """Return a tone in three colours, and no alpha."""
    return np.asarray(cv2.merge([tone, tone, tone, np.zeros_like(tone)]), np.uint8)


@functools.cache
def _vignette() -> Pixels:
    """Return how much of the light is left, 0 to 255, of shape (1920, 1080, 4), and of the alpha all."""
    across, down = np.arange(WIDE, dtype=np.float32), np.arange(HIGH, dtype=np.float32)[:, None]
    away = ((across - WIDE / 2) / (WIDE * 0.72)) ** 2 + ((down - HIGH * 0.45) / (HIGH * 0.72)) ** 2
    left = np.rint(255 * (1 - _VIGNETTE * np.clip(away, 0, 1.2))).astype(np.uint8)
    return np.asarray(cv2.merge([left, left, left, np.full_like(left, 255)]), np.uint8)
