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
        if face.look is None:
            photo = base64.b64encode(face.data).decode()
            order = {"framing": shot.framing, "seed": shot.seed, "seconds": shot.seconds, "photo": photo}
            return Drawn(source=f"{_ROOM}.photo_stage:open_stage", order=order)
        spoken: dict[str, Any] = {
            "visemes": [[viseme.shape, viseme.start] for viseme in speech.visemes] if speech else [],
            "spoken": speech.seconds if speech else 0.0,
        }
        drawn = {"look": face.look.model_dump(), "shot": shot.model_dump(mode="json", exclude={"line", "action"})}
        return Drawn(source=f"{_ROOM}.stage:open_stage", order=drawn | spoken)
