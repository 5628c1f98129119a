"""Her shot as a stage: a still plate, a moving head, a face for every mouth and blink. Runs in a child."""

import bisect
import math
from typing import Any

import numpy as np

from sorcerer import ids
from sorcerer.providers.embedded.art.paint import Pixels
from sorcerer.providers.embedded.mouth import SHAPES, Mouth
from sorcerer.providers.embedded.setting import HIGH, PIVOT, WIDE, setting_key
from sorcerer.providers.embedded.sheet import ARM, HEAD, elbow_of, face_names, sheet_of
from sorcerer.providers.stage import Placed
from sorcerer.providers.values import Shot

_SMOOTHING = ((0.0, 0.5), (1 / 30, 0.3), (2 / 30, 0.2))  # a mouth follows sound with some weight
_EARLY = 0.05  # lips move before the sound
_BLINK = 0.17


def open_stage(order: dict[str, Any]) -> "DrawnStage":
    """Return the stage of one shot.

    Args:
        order: "look", "shot", "visemes" as [shape, second] and "spoken", the second at which she falls silent.
    """
    return DrawnStage(order)


class DrawnStage:
    """A shot of a drawn persona."""

    def __init__(self, order: dict[str, Any]) -> None:
        self.order = order
        shot = Shot.model_validate(order["shot"])
        self.seed, self.seconds = shot.seed, shot.seconds
        self.starts = [float(start) for _, start in order["visemes"]]
        self.blinks = self._blinks()
        self._sheet = sheet_of(setting_key(order["look"], shot))
        self._setting = self._sheet.setting

    def sprite(self, name: str) -> Pixels:
        """Return the plate, the head, eyes or lips."""
        return self._sheet.sprite(name)

    def frame(self, second: float) -> list[Placed]:
        """Return plate, head, eyes, lips and the arm at a second of the shot."""
        camera = self._camera(second)
        mouth = self._mouth(second)
        talking = min(1.0, mouth.open * 1.4)
        wander = 2 * math.pi * ids.draw(self.seed, "wander")
        tilt = 1.7 * math.sin(second * 1.15 + wander) + 1.3 * math.sin(second * 2.9) * talking + self._setting.lean
        x, y = self._setting.at
        x += 5 * math.sin(second * 0.8 + wander)
        y += 4 * self._breath(second) - 3 * talking
        head = camera @ self._placed(math.radians(tilt), x, y)
        eyes, lips = face_names(mouth, self._opened(second), self._gaze(second), self._raised(second))
        placed = [
            Placed("plate", _matrix(camera)),
            Placed("head", _matrix(head)),
            Placed(eyes, _matrix(head @ _moved(self._sheet.eyes_corner))),
            Placed(lips, _matrix(head @ _moved(self._sheet.lips_corner))),
        ]
        if self._setting.grip is not None:
            placed.append(Placed("arm", _matrix(camera @ self._arm(second, talking, wander))))
        return placed

    def _arm(self, second: float, talking: float, wander: float) -> Any:  # noqa: ANN401 - a 3 by 3 array
        """Turn the forearm a little about its elbow: with her breath, and more while she talks."""
        scale = self._setting.scale
        elbow_x, elbow_y = elbow_of(scale)
        swing = 1.1 * math.sin(second * 1.3 + wander) + 1.5 * math.sin(second * 3.3 + wander) * talking
        turn = math.radians(swing if not self._setting.shot.injury else 0.3 * swing)
        cos, sin = math.cos(turn), math.sin(turn)
        x, y = self._setting.at
        left, top = x + ARM[0] * scale, y + ARM[1] * scale + 3 * self._breath(second)
        return np.array(
            [
                [cos, -sin, left + elbow_x - cos * elbow_x + sin * elbow_y],
                [sin, cos, top + elbow_y - sin * elbow_x - cos * elbow_y],
                [0, 0, 1.0],
            ]
        )

    def _breath(self, second: float) -> float:
        """Return how far her chest has risen, from -1 to 1: some fourteen breaths a minute."""
        return math.sin(second * 1.5 + 6 * ids.draw(self.seed, "breath"))

    def _camera(self, second: float) -> Any:  # noqa: ANN401 - a 3 by 3 array
        """Push in or pull out slowly, with the small sway of a hand, larger where the hand is her own."""
        share = second / max(self.seconds, 0.1)
        near = 1.0 + 0.055 * (share if ids.draw(self.seed, "push") < 0.6 else 1 - share)  # noqa: PLR2004 - odds
        hand = 1.8 if self._setting.shot.pose == "selfie" else 1.0
        near += 0.012 * hand  # room for the sway
        sway = 2 * math.pi * ids.draw(self.seed, "sway")
        x = hand * (3.2 * math.sin(second * 1.3 + sway) + 1.5 * math.sin(second * 2.7))
        y = hand * (2.6 * math.sin(second * 1.1 + sway * 2) + 1.2 * math.cos(second * 2.2))
        middle_x, middle_y = WIDE / 2, HIGH * 0.42
        return np.array([[near, 0, middle_x * (1 - near) + x], [0, near, middle_y * (1 - near) + y], [0, 0, 1.0]])

    def _placed(self, turn: float, x: float, y: float) -> Any:  # noqa: ANN401 - a 3 by 3 array
        """Turn the head about the neck, which leans as she does."""
        cos, sin = math.cos(turn), math.sin(turn)
        scale, lean = self._setting.scale, math.radians(self._setting.lean)
        pivot_x, pivot_y = HEAD[0] * scale, (HEAD[1] + PIVOT) * scale
        at_x, at_y = x - math.sin(lean) * PIVOT * scale, y + math.cos(lean) * PIVOT * scale
        return np.array(
            [
                [cos, -sin, at_x - cos * pivot_x + sin * pivot_y],
                [sin, cos, at_y - sin * pivot_x - cos * pivot_y],
                [0, 0, 1.0],
            ]
        )

    def _mouth(self, second: float) -> Mouth:
        parts = [(self._target(second + _EARLY - back), weight) for back, weight in _SMOOTHING]
        return Mouth(*(sum(shape[i] * weight for shape, weight in parts) for i in range(3)))

    def _target(self, second: float) -> Mouth:
        index = bisect.bisect_right(self.starts, second) - 1
        if index < 0 or second > float(self.order["spoken"]):
            return SHAPES["rest"]
        return SHAPES.get(self.order["visemes"][index][0], SHAPES["EH"])

    def _blinks(self) -> list[float]:
        times, now = [], 0.7 + 1.4 * ids.draw(self.seed, "blink")
        while now < self.seconds:
            times.append(now)
            now += 1.7 + 2.2 * ids.draw(self.seed, "blink", len(times))
        return times

    def _opened(self, second: float) -> float:
        """Return how open her eyes are: 1, but for a blink now and then."""
        since = min((second - blink for blink in self.blinks if second >= blink), default=1.0)
        return abs(since - _BLINK / 2) / (_BLINK / 2) if since < _BLINK else 1.0

    def _raised(self, second: float) -> int:
        """Tell whether her brows are up: at the first words, then now and then while she talks."""
        if second > float(self.order["spoken"]):
            return 0
        return int(second < 0.6 or math.sin(second * 1.9 + 6 * ids.draw(self.seed, "brows")) > 0.72)  # noqa: PLR2004

    def _gaze(self, second: float) -> int:
        return round(0.6 * math.sin(second * 0.55 + 6 * ids.draw(self.seed, "gaze")))


def _moved(corner: tuple[int, int]) -> Any:  # noqa: ANN401 - a 3 by 3 array
    return np.array([[1, 0, corner[0]], [0, 1, corner[1]], [0, 0, 1.0]])


def _matrix(array: Any) -> tuple[float, float, float, float, float, float]:  # noqa: ANN401 - a 3 by 3 array
    a, b, c, d, e, f = (float(number) for number in array[:2].ravel())
    return a, b, c, d, e, f
