"""The embedded video: it draws nothing here, it says what the film's child is to draw."""

import base64
from typing import Any

from sorcerer.providers.values import Drawn, Picture, Shot, Speech

_ROOM = "sorcerer.providers.embedded"


class EmbeddedVideo:
    """Make drawn footage without a key."""

    trained = False

    def shoot(self, face: Picture, shot: Shot, speech: Speech | None) -> Drawn:
        """Return the shot to be drawn: her look with moving lips, or an uploaded photograph with a moving camera."""
        order: dict[str, Any] = {
            "framing": shot.framing,
            "seed": shot.seed,
            "seconds": shot.seconds,
            "scene": shot.scene,
            "light": shot.light,
        }
        if face.look is None:
            order["photo"] = base64.b64encode(face.data).decode()
            return Drawn(source=f"{_ROOM}.photo_stage:open_stage", order=order)
        order["look"] = face.look.model_dump()
        order["visemes"] = [[viseme.shape, viseme.start] for viseme in speech.visemes] if speech else []
        order["spoken"] = speech.seconds if speech else 0.0
        return Drawn(source=f"{_ROOM}.stage:open_stage", order=order)
