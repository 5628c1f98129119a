"""Stills: the story and the thumbnail, drawn in a child from a picture of her."""

import base64
from typing import Any

from sorcerer import children
from sorcerer.providers import Moment, Picture
from sorcerer.studio.stickers import stickers_of

STILL = "sorcerer.studio.film.still"


def story(
    frame: Picture,
    *,
    line: str = "",
    moment: Moment | None = None,
    overlay: tuple[str, ...] = (),
    seed: str = "",
    language: str = "en",
) -> Picture:
    """Return a story, 1080 by 1920 pixels, JPEG: her in her place, one line, and stickers.

    Args:
        frame: a picture of her; whatever its size, it fills the screen.
        line: what she says to it, written in the safe zone; a question is a sticker of its own.
        moment: whose hour and place are stuck where her face is not; without one no sticker is.
        overlay: labels to be seen.
        seed: what colour and tilt of the stickers are drawn from.
        language: of the few words a sticker brings along.

    Raises:
        ChildFailed: the drawing died.
    """
    stickers = stickers_of(moment, line, seed) if moment is not None else ()
    asked = any(sticker.kind == "question" for sticker in stickers)
    order = {"line": "" if asked else line, "overlay": list(overlay), "seed": seed, "language": language}
    return _drawn("story", frame, order | {"stickers": [sticker.model_dump() for sticker in stickers]})


def thumbnail(frame: Picture, title: str, *, overlay: tuple[str, ...] = ()) -> Picture:
    """Return a cover, 1080 by 1920 pixels, JPEG, its title inside the part a grid shows.

    Raises:
        ChildFailed: the drawing died.
    """
    return _drawn("thumbnail", frame, {"title": title, "overlay": list(overlay)})


def _drawn(name: str, frame: Picture, order: dict[str, Any]) -> Picture:
    order["picture"] = base64.b64encode(frame.data).decode()
    answer = children.call(f"{STILL}:{name}", order, seconds=60, megabytes=1200)
    return Picture(data=base64.b64decode(answer["picture"]), media_type="image/jpeg", look=frame.look)
