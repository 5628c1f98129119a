"""Hold: a story as a short film, for a network that cannot fetch a picture from us."""

import base64
from pathlib import Path

from sorcerer.providers import Drawn, Picture, Shot
from sorcerer.studio.cut import cut
from sorcerer.studio.model import Film, Take

_STAGE = "sorcerer.studio.film.still:open_stage"
_SECONDS = 5.0


def hold(picture: Picture, path: Path, *, seed: str) -> Film:
    """Write a film of five seconds that shows the finished story unmoved, under soft music, and return its facts.

    Args:
        picture: the story, 1080 by 1920 pixels, with its labels in it.

    Raises:
        ChildFailed: the work died or took too long.
    """
    shot = Shot(scene="home", seconds=_SECONDS, seed=seed)
    order = {"photo": base64.b64encode(picture.data).decode()}
    return cut([Take(shot=shot, speech=None, footage=Drawn(source=_STAGE, order=order))], path, seed=seed)
