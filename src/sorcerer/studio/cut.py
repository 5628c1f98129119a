"""Cut: takes become one film, drawn, captioned, mixed and encoded in a child process."""

import base64
import hashlib
import tempfile
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any

from sorcerer import children, ids
from sorcerer.providers import Clip, Shot, words_of
from sorcerer.studio.model import Film, Take
from sorcerer.studio.subtitles import srt

REEL = "sorcerer.studio.film.reel"
_ACCENTS = ("#ffd84a", "#7ee8c7", "#ff9d8a", "#9fd0ff", "#f5b8ff")
_SECONDS_EACH = 20.0  # of wall time for a second of film, on a machine that is busy elsewhere
_MEGABYTES = 2500


def cut(
    takes: Sequence[Take],
    path: Path,
    *,
    seed: str,
    overlay: tuple[str, ...] = (),
    progress: Callable[[float], None] | None = None,
    preview: Callable[[bytes], None] | None = None,
    cancelled: Callable[[], bool] | None = None,
) -> Film:
    """Write a film of 1080 by 1920 pixels, H.264 and AAC, and return its facts.

    Args:
        path: the MP4 to write; an older file is replaced.
        seed: the same takes and seed give the same film, byte for byte on the same kind of machine.
        overlay: labels to be seen in every frame ("AI-generated", "Ad · Halden").
        progress: told the share that is done, from 0 to 1.
        preview: shown a small JPEG of a frame every three seconds of film.
        cancelled: asked all the time; True stops the work.

    Raises:
        ChildFailed: the work died, took too long, or was cancelled.
    """
    path.parent.mkdir(parents=True, exist_ok=True)

    def tell(facts: dict[str, Any]) -> None:
        if progress is not None:
            progress(facts["frame"] / facts["frames"])
        if preview is not None and "preview" in facts:
            preview(base64.b64decode(facts["preview"]))

    with tempfile.TemporaryDirectory(dir=path.parent, prefix=".cut-") as folder:
        made = Path(folder) / "film.mp4"
        order = order_of(takes, Path(folder), made, seed=seed, overlay=overlay)
        limit = 60 + _SECONDS_EACH * sum(take.shot.seconds for take in takes)
        facts = children.call(
            f"{REEL}:cut",
            order,
            seconds=limit,
            megabytes=_MEGABYTES,
            progress=tell,
            cancelled=cancelled,
        )
        made.replace(path)
    data = path.read_bytes()
    return Film(
        path=str(path),
        seconds=facts["seconds"],
        size=len(data),
        sha256=hashlib.sha256(data).hexdigest(),
        srt=srt(takes),
    )


def order_of(
    takes: Sequence[Take], folder: Path, path: Path, *, seed: str, overlay: tuple[str, ...] = ()
) -> dict[str, Any]:
    """Return what the film's child is asked for; clips of vendors are written to the folder."""
    return {
        "takes": [_order(take, index, folder) for index, take in enumerate(takes)],
        "path": str(path),
        "accent": ids.pick(_ACCENTS, seed, "accent"),
        "overlay": list(overlay),
        "seed": seed,
    }


def _order(take: Take, index: int, folder: Path) -> dict[str, Any]:
    speech = take.speech
    order: dict[str, Any] = {
        "place": f"{take.shot.scene}/{take.shot.light}",
        "cut": take.cut,
        "seconds": take.shot.seconds,
        "pcm": base64.b64encode(speech.pcm).decode() if speech else "",
        "rate": speech.rate if speech else 0,
        "words": [[word.text, word.start, word.end] for word in speech.words] if speech else _shown(take.shot),
    }
    if isinstance(take.footage, Clip):
        clip = folder / f"{index}.mp4"
        clip.write_bytes(take.footage.data)
        return {**order, "clip": str(clip)}
    return {**order, "drawn": take.footage.model_dump(mode="json")}


def _shown(shot: Shot) -> list[list[Any]]:
    """Return a line that nobody speaks, its words spread over the shot."""
    words = words_of(shot.line)
    each = shot.seconds / max(1, len(words))
    return [[word, each * index, each * (index + 1)] for index, word in enumerate(words)]
