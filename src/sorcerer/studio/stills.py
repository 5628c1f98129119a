"""Stills: the story and the thumbnail, drawn in a child from a picture of her."""

import base64
from typing import Any

from sorcerer import children
from sorcerer.providers import Picture

_DRAW = "sorcerer.studio.film.still"


def story(frame: Picture, *, line: str = "", sticker: str = "", overlay: tuple[str, ...] = ()) -> Picture:
    """Return a story, 1080 by 1920 pixels, JPEG: her in her place, one line, and a sticker of time and place.

    Args:
        frame: a picture of her; whatever its size, it fills the screen.
        line: what she says to it, written in the safe zone.
        sticker: such as "07:40 · Café Luma".
        overlay: labels to be seen.

    Raises:
        ChildFailed: the drawing died.
    """
    return _drawn("story", frame, {"line": line, "sticker": sticker, "overlay": list(overlay)})


def thumbnail(frame: Picture, title: str, *, overlay: tuple[str, ...] = ()) -> Picture:
    """Return a cover, 1080 by 1920 pixels, JPEG, its title inside the part a grid shows.

    Raises:
        ChildFailed: the drawing died.
    """
    return _drawn("thumbnail", frame, {"title": title, "overlay": list(overlay)})


def _drawn(name: str, frame: Picture, order: dict[str, Any]) -> Picture:
    order["picture"] = base64.b64encode(frame.data).decode()
    answer = children.call(f"{_DRAW}:{name}", order, seconds=60, megabytes=1200)
    return Picture(data=base64.b64decode(answer["picture"]), media_type="image/jpeg", look=frame.look)
