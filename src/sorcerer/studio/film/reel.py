"""Shoot a whole reel in this child: takes become frames in one thread and are encoded in another."""

import base64
import queue
import threading
from collections.abc import Iterator
from typing import Any, NamedTuple

import numpy as np

from sorcerer import children
from sorcerer.studio.film.captions import Captions, Spoken
from sorcerer.studio.film.encode import FPS, Reel, picture_of
from sorcerer.studio.film.footage import ClipFootage, DrawnFootage, Footage, pushed
from sorcerer.studio.film.overlay import LEFT, TOP, overlay_picture
from sorcerer.studio.film.planes import Frame, sprite_of, stamp
from sorcerer.studio.film.sound import RATE, Samples, mixed, resampled

_PUSH_FRAMES = 6
_AHEAD = 6
_EVERY = 15


class _Take(NamedTuple):
    footage: Footage
    first: int
    last: int
    place: str


def cut(order: dict[str, Any]) -> dict[str, Any]:
    """Make one film.

    Args:
        order: "takes", each {"drawn": {"source", "order"} or "clip": path, "place", "seconds", "pcm" (base64),
            "rate", "words" as [text, start, end]}; "path" to write to; "accent", "overlay" and "seed".

    Returns:
        {"seconds", "frames"}.
    """
    starts, frames = _times([float(take["seconds"]) for take in order["takes"]])
    sound = mixed(_voice(order["takes"], starts, frames), order["seed"])
    words = [
        Spoken(text, first / FPS + start, first / FPS + end)
        for take, first in zip(order["takes"], starts, strict=False)
        for text, start, end in take["words"]
    ]
    reel = Reel(order["path"], sound)
    ready: queue.Queue[Any] = queue.Queue(_AHEAD)
    drawer = threading.Thread(target=_draw, args=(order, starts, words, ready), daemon=True)
    drawer.start()
    for index in range(frames):
        picture = ready.get()
        if isinstance(picture, Exception):
            raise picture
        reel.add(picture, index)
        if index % _EVERY == 0:
            children.report(frame=index, frames=frames)
    reel.close()
    children.report(frame=frames, frames=frames)
    return {"seconds": frames / FPS, "frames": frames}


def _times(seconds: list[float]) -> tuple[list[int], int]:
    """Return the first frame of every take and the number of all frames."""
    edges = [round(edge * FPS) for edge in np.cumsum([0.0, *seconds])]
    return edges[:-1], edges[-1]


def _voice(takes: list[dict[str, Any]], starts: list[int], frames: int) -> Samples:
    voice = np.zeros(round(frames * RATE / FPS), np.float32)
    for take, first in zip(takes, starts, strict=True):
        if take["pcm"]:
            spoken = resampled(base64.b64decode(take["pcm"]), take["rate"])
            begin = round(first * RATE / FPS)
            end = min(voice.size, begin + spoken.size)
            voice[begin:end] += spoken[: end - begin]
    return voice


def _draw(order: dict[str, Any], starts: list[int], words: list[Spoken], ready: "queue.Queue[Any]") -> None:
    try:
        captions = Captions(words, order["accent"])
        labels = overlay_picture(tuple(order["overlay"]))
        sprite = None if labels is None else sprite_of(labels)
        for index, frame in enumerate(_frames(order["takes"], starts)):
            captions.lay(frame, index / FPS)
            if sprite is not None:
                stamp(frame, sprite, LEFT, TOP)
            ready.put(picture_of(frame))
    except Exception as error:  # noqa: BLE001 - raised again where it is waited for
        ready.put(error)


def _frames(takes: list[dict[str, Any]], starts: list[int]) -> Iterator[Frame]:
    """Yield every frame in turn, the same planes each time; a new place pushes the old one out."""
    frame, old, new = Frame.empty(), Frame.empty(), Frame.empty()
    before: _Take | None = None
    edges = [*starts, _times([float(take["seconds"]) for take in takes])[1]]
    for index, take in enumerate(takes):
        now = _Take(_footage(take), edges[index], edges[index + 1], take["place"])
        for step in range(now.last - now.first):
            if before is not None and before.place != now.place and step < _PUSH_FRAMES:
                before.footage.show(old, (now.first - before.first + step) / FPS)
                now.footage.show(new, step / FPS)
                pushed(old, new, (step + 1) / (_PUSH_FRAMES + 1), frame)
            else:
                now.footage.show(frame, step / FPS)
            yield frame
        before = now


def _footage(take: dict[str, Any]) -> Footage:
    return DrawnFootage(take["drawn"]) if "drawn" in take else ClipFootage(take["clip"])
