"""Shoot a whole reel in this child: takes become frames in one thread and are encoded in another."""

import base64
import ctypes
import queue
import sys
import threading
from concurrent.futures import Future, ThreadPoolExecutor
from contextlib import suppress
from typing import Any

import numpy as np

from sorcerer import children
from sorcerer.studio.film.captions import Captions, Spoken
from sorcerer.studio.film.encode import FPS, Reel, frame_of, picture, preview
from sorcerer.studio.film.footage import ClipFootage, DrawnFootage, Footage
from sorcerer.studio.film.lay import stamp
from sorcerer.studio.film.overlay import LEFT, TOP, overlay_picture
from sorcerer.studio.film.planes import Frame
from sorcerer.studio.film.samples import RATE, Samples, resampled
from sorcerer.studio.film.sound import mixed
from sorcerer.studio.film.sprite import sprite_of
from sorcerer.studio.film.transitions import AFTER, BEFORE, changed, whipped

_AHEAD = 8  # pictures between drawing and encoding
_TURN = 0.0005  # seconds: while one thread draws in Python, the others ask for their turn some thirty times a frame
_EVERY = 15
_PREVIEW = 6 * _EVERY


def cut(order: dict[str, Any]) -> dict[str, Any]:
    """Make one film.

    Args:
        order: "takes", each {"drawn": {"source", "order"} or "clip": path, "place", "seconds", "pcm" (base64),
            "rate", "words" as [text, start, end]}; "path" to write to; "accent", "overlay" and "seed".

    Returns:
        {"seconds", "frames"}.
    """
    sys.setswitchinterval(_TURN)
    starts, frames = _times([float(take["seconds"]) for take in order["takes"]])
    words = [
        Spoken(text, first / FPS + start, first / FPS + end)
        for take, first in zip(order["takes"], starts, strict=False)
        for text, start, end in take["words"]
    ]
    ready: queue.Queue[Any] = queue.Queue()
    blank: queue.Queue[Any] = queue.Queue()
    for _ in range(_AHEAD):
        blank.put(picture())
    threading.Thread(target=_draw, args=(order, starts, frames, words, blank, ready), daemon=True).start()
    reel = Reel(order["path"], _sound(order, starts, frames))
    _tidy()
    for index in range(frames):
        drawn = ready.get()
        if isinstance(drawn, Exception):
            raise drawn
        reel.add(drawn, index)
        if index % _EVERY == 0:
            seen = {"preview": preview(drawn)} if index % _PREVIEW == _PREVIEW // 2 else {}
            children.report(frame=index, frames=frames, **seen)
        blank.put(drawn)
    reel.close()
    children.report(frame=frames, frames=frames)
    return {"seconds": frames / FPS, "frames": frames}


def _tidy() -> None:
    """Give the system back what was only needed for a while: a heap keeps its holes."""
    with suppress(AttributeError):  # not every C library has it
        ctypes.CDLL(None).malloc_trim(0)


def _times(seconds: list[float]) -> tuple[list[int], int]:
    """Return the first frame of every take and the number of all frames."""
    edges = [round(edge * FPS) for edge in np.cumsum([0.0, *seconds])]
    return edges[:-1], edges[-1]


def _sound(order: dict[str, Any], starts: list[int], frames: int) -> Samples:
    places: list[tuple[str, int]] = []
    for take, first in zip(order["takes"], starts, strict=True):
        if not places or places[-1][0] != take["place"]:
            places.append((take["place"], round(first * RATE / FPS)))
    return mixed(_voice(order["takes"], starts, frames), order["seed"], places)


def _voice(takes: list[dict[str, Any]], starts: list[int], frames: int) -> Samples:
    voice = np.zeros(round(frames * RATE / FPS), np.float32)
    for take, first in zip(takes, starts, strict=True):
        if take["pcm"]:
            spoken = resampled(base64.b64decode(take["pcm"]), take["rate"])
            begin = round(first * RATE / FPS)
            end = min(voice.size, begin + spoken.size)
            voice[begin:end] += spoken[: end - begin]
    return voice


def _draw(
    order: dict[str, Any],
    starts: list[int],
    frames: int,
    words: list[Spoken],
    blank: "queue.Queue[Any]",
    ready: "queue.Queue[Any]",
) -> None:
    """Fill blank pictures with frame after frame, until the last or until something fails."""
    try:
        captions = Captions(words, order["accent"])
        labels = overlay_picture(tuple(order["overlay"]))
        sprite = None if labels is None else sprite_of(labels)
        takes = _Takes(order["takes"], [*starts, frames])
        for index in range(frames):
            drawn = blank.get()
            frame = frame_of(drawn)
            takes.show(frame, index)
            captions.lay(frame, index / FPS)
            if sprite is not None:
                stamp(frame, sprite, LEFT, TOP)
            ready.put(drawn)
    except Exception as error:  # noqa: BLE001 - raised again where it is waited for
        ready.put(error)


class _Takes:
    """All takes in turn; while one is shown the next is drawn, and two are open while one whips the other away."""

    def __init__(self, takes: list[dict[str, Any]], edges: list[int]) -> None:
        self._takes, self._edges = takes, edges
        self._number = -1
        self._now: Footage | None = None
        self._before: Footage | None = None
        self._old, self._new = Frame.empty(), Frame.empty()
        self._ahead = ThreadPoolExecutor(1)
        self._next: Future[Footage] | None = None

    def show(self, frame: Frame, index: int) -> None:
        """Show a frame of the film; frames come in order."""
        while self._now is None or index >= self._edges[self._number + 1]:
            self._number += 1
            self._before, self._now = self._now, self._opened()
            _tidy()
        step, left = index - self._edges[self._number], self._edges[self._number + 1] - index
        cut, coming = self._cut(self._number), self._cut(self._number + 1)
        if self._before is not None and cut.startswith("whip") and step < AFTER[cut]:
            self._before.show(self._old, (index - self._edges[self._number - 1]) / FPS)
            self._now.show(self._new, step / FPS)
            whipped(cut, self._old, self._new, (step + 1) / (AFTER[cut] + 1), frame)
            return
        self._before = None
        self._now.show(frame, step / FPS)
        if self._next is None and self._number + 1 < len(self._takes):
            self._next = self._ahead.submit(_drawn, self._takes[self._number + 1])
        if step < AFTER[cut]:
            changed(cut, frame, 1 - (step + 0.5) / AFTER[cut])
        elif left <= BEFORE[coming]:
            changed(coming, frame, 1 - (left - 0.5) / BEFORE[coming])

    def _opened(self) -> Footage:
        coming, self._next = self._next, None
        return _footage(self._takes[self._number]) if coming is None else coming.result()

    def _cut(self, number: int) -> str:
        """Return how a take is come to; the first and what is behind the last are cuts."""
        return str(self._takes[number].get("cut", "cut")) if 0 < number < len(self._takes) else "cut"


def _drawn(take: dict[str, Any]) -> Footage:
    """Return a take of which all that its first frame shows is drawn."""
    footage = _footage(take)
    footage.show(Frame.empty(), 0.0)
    return footage


def _footage(take: dict[str, Any]) -> Footage:
    return DrawnFootage(take["drawn"]) if "drawn" in take else ClipFootage(take["clip"])
