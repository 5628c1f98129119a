"""A setting: her, dressed, in a place, before a camera. What every picture of a shot is drawn from. Pure."""

import json
from functools import cached_property
from typing import Any

from sorcerer import ids
from sorcerer.providers.embedded.art.arms import Grip
from sorcerer.providers.embedded.wardrobe import dressed
from sorcerer.providers.values import Look, SceneName, Shot, Value

WIDE, HIGH = 1080, 1920
_FRAMINGS = {"wide": (770.0, 0.9), "medium": (840.0, 1.04), "close": (890.0, 1.4)}
_TABLE = 690.0  # below the middle of her face, where she sits
PIVOT = 230.0  # where the neck lets the head turn, below the middle of the face
_SEATED_LOWER = 26.0
_FLEETING = {"line", "action", "seconds", "seed"}


def place_seed(look: Look) -> str:
    """Return what her places are drawn from: her kitchen looks the same in every film."""
    return ids.digest(look.model_dump_json())[:16]


def setting_key(look: dict[str, Any], shot: Shot) -> str:
    """Return what two shots share when they may share every sprite."""
    film = shot.seed.rpartition("/")[0]
    return json.dumps([look, shot.model_dump(mode="json", exclude=_FLEETING), film], sort_keys=True)


class Setting(Value):
    """Her in a place before a camera.

    Args:
        look: as it was chosen, before she dressed.
    """

    look: Look
    shot: Shot

    @classmethod
    def of(cls, key: str) -> "Setting":
        """Return the setting that a key was made from."""
        look, shot, film = json.loads(key)
        return cls.model_validate({"look": look, "shot": {**shot, "seconds": 1.0, "seed": f"{film}/"}})

    @cached_property
    def worn(self) -> Look:
        """Return her look in the clothes of this place."""
        return dressed(self.look, self.shot)

    @property
    def at(self) -> tuple[float, float]:
        """Return where the middle of her face lies, in pixels."""
        y = _FRAMINGS[self.shot.framing][0] + (_SEATED_LOWER if self.shot.pose == "seated" else 0.0)
        return WIDE / 2 + {"selfie": 70.0, "turned": -34.0}.get(self.shot.pose, 0.0), y

    @property
    def scale(self) -> float:
        """Return the pixels of the picture for one of hers."""
        return _FRAMINGS[self.shot.framing][1] * (1.1 if self.shot.pose == "selfie" else 1.0)

    @property
    def turn(self) -> float:
        """Return how far she looks aside, from -1 to 1."""
        return {"turned": 1.0, "seated": -0.45, "selfie": -0.3}.get(self.shot.pose, 0.0)

    @property
    def lean(self) -> float:
        """Return by how many degrees she leans."""
        return {"selfie": 5.0, "turned": -1.5}.get(self.shot.pose, 0.0)

    @property
    def table(self) -> float | None:
        """Return how far below her face the table begins at which she sits."""
        return _TABLE if self.shot.pose == "seated" else None

    @property
    def place(self) -> SceneName:
        """Return the place as far as it decides what she holds: ice cream by the sea is for warm days."""
        warm = self.shot.season in {"summer", "spring"} and self.shot.light != "night"
        return "street" if self.shot.scene == "beach" and not warm else self.shot.scene

    @property
    def grip(self) -> Grip | None:
        """Return what the hand that moves holds; None where it is not seen."""
        grip = Grip(self.place, self.shot.product, crutch=self.shot.injury == "leg")
        hidden = self.shot.pose == "seated" or self.shot.injury == "arm" or self.shot.framing == "close"
        return None if hidden or grip.empty else grip
