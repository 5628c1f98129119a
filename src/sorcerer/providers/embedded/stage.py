"""Her shot as a stage: a still plate, a moving head, a face for every mouth and blink. Runs in a child."""

import bisect
import math
from typing import Any

import numpy as np

from sorcerer import ids
from sorcerer.providers.embedded.art.paint import Pixels
from sorcerer.providers.embedded.mouth import SHAPES, Mouth
from sorcerer.providers.embedded.scenery.props import HIGH, WIDE
from sorcerer.providers.embedded.sheet import FRAMINGS, HEAD, face_names, sheet_of
from sorcerer.providers.stage import Placed

_PIVOT = 230.0  # where the neck lets the head turn, below the middle of the face
_SMOOTHING = ((0.0, 0.5), (1 / 30, 0.3), (2 / 30, 0.2))  # a mouth follows sound with some weight
_EARLY = 0.05  # lips move before the sound
_BLINK = 0.17


def open_stage(order: dict[str, Any]) -> "DrawnStage":
    """Return the stage of one shot.

    Args:
        order: "look", "scene", "light", "framing", "seed", "seconds", "visemes" as [shape, second] and "spoken",
            the second at which she falls silent.
    """
    return DrawnStage(order)


class DrawnStage:
    """A shot of a drawn persona."""

    def __init__(self, order: dict[str, Any]) -> None:
        self.order = order
        self.y, self.scale = FRAMINGS[order["framing"]]
        self.seconds = float(order["seconds"])
        self.starts = [float(start) for _, start in order["visemes"]]
        self.blinks = self._blinks()
        self._sheet = sheet_of(order["look"], order["scene"], order["light"], order["framing"])

    def sprite(self, name: str) -> Pixels:
        """Return the plate, the head, eyes or lips."""
        return self._sheet.sprite(name)

    def frame(self, second: float) -> list[Placed]:
        """Return plate, head, eyes and lips at a second of the shot."""
        camera = self._camera(second)
        mouth = self._mouth(second)
        talking = min(1.0, mouth.open * 1.4)
        wander = 2 * math.pi * ids.draw(self.order["seed"], "wander")
        tilt = 1.7 * math.sin(second * 1.15 + wander) + 1.3 * math.sin(second * 2.9) * talking
        x = WIDE / 2 + 5 * math.sin(second * 0.8 + wander)
        y = self.y + 4 * math.sin(second * 1.7) - 3 * talking
        head = camera @ self._placed(math.radians(tilt), x, y)
        eyes, lips = face_names(mouth, self._opened(second), self._gaze(second))
        return [
            Placed("plate", _matrix(camera)),
            Placed("head", _matrix(head)),
            Placed(eyes, _matrix(head @ _moved(self._sheet.eyes_corner))),
            Placed(lips, _matrix(head @ _moved(self._sheet.lips_corner))),
        ]

    def _camera(self, second: float) -> Any:  # noqa: ANN401 - a 3 by 3 array
        """Push in or pull out slowly, with the small sway of a hand."""
        share = second / max(self.seconds, 0.1)
        near = 1.0 + 0.055 * (share if ids.draw(self.order["seed"], "push") < 0.6 else 1 - share)  # noqa: PLR2004 - odds
        near += 0.012  # room for the sway
        sway = 2 * math.pi * ids.draw(self.order["seed"], "sway")
        x = 3.2 * math.sin(second * 1.3 + sway) + 1.5 * math.sin(second * 2.7)
        y = 2.6 * math.sin(second * 1.1 + sway * 2) + 1.2 * math.cos(second * 2.2)
        middle_x, middle_y = WIDE / 2, HIGH * 0.42
        return np.array([[near, 0, middle_x * (1 - near) + x], [0, near, middle_y * (1 - near) + y], [0, 0, 1.0]])

    def _placed(self, turn: float, x: float, y: float) -> Any:  # noqa: ANN401 - a 3 by 3 array
        cos, sin = math.cos(turn), math.sin(turn)
        pivot_x, pivot_y = HEAD[0] * self.scale, (HEAD[1] + _PIVOT) * self.scale
        at_x, at_y = x, y + _PIVOT * self.scale
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
        times, now = [], 0.7 + 1.4 * ids.draw(self.order["seed"], "blink")
        while now < self.seconds:
            times.append(now)
            now += 1.7 + 2.2 * ids.draw(self.order["seed"], "blink", len(times))
        return times

    def _opened(self, second: float) -> float:
        """Return how open her eyes are: 1, but for a blink now and then."""
        since = min((second - blink for blink in self.blinks if second >= blink), default=1.0)
        return abs(since - _BLINK / 2) / (_BLINK / 2) if since < _BLINK else 1.0

    def _gaze(self, second: float) -> int:
        return round(0.6 * math.sin(second * 0.55 + 6 * ids.draw(self.order["seed"], "gaze")))


def _moved(corner: tuple[int, int]) -> Any:  # noqa: ANN401 - a 3 by 3 array
    return np.array([[1, 0, corner[0]], [0, 1, corner[1]], [0, 0, 1.0]])


def _matrix(array: Any) -> tuple[float, float, float, float, float, float]:  # noqa: ANN401 - a 3 by 3 array
    a, b, c, d, e, f = (float(number) for number in array[:2].ravel())
    return a, b, c, d, e, f
