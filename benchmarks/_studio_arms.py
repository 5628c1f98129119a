"""What the studio's benchmark lets children do: keep the frames and the layers of a film, and encode frames alone."""

import json
import resource
import time
from pathlib import Path
from typing import Any

import av
import numpy as np

from sorcerer.studio.film import encode as encode_module
from sorcerer.studio.film import reel
from sorcerer.studio.film.captions import Spoken, caption_picture, grouped
from sorcerer.studio.film.encode import FPS, Reel, frame_of, picture
from sorcerer.studio.film.footage import DrawnFootage
from sorcerer.studio.film.overlay import LEFT, TOP, overlay_picture
from sorcerer.studio.film.planes import HIGH, WIDE
from sorcerer.studio.film.samples import RATE


def frames(order: dict[str, Any]) -> int:
    """Write every frame of a film, raw, to "raw"; answers how many there are."""
    with Path(order["raw"]).open("wb") as raw:

        def keep(_self: Reel, picture: Any, _index: int) -> None:  # noqa: ANN401 - av is untyped
            raw.writelines(np.ascontiguousarray(plane).tobytes() for plane in frame_of(picture).planes())

        Reel.add = keep  # type: ignore[method-assign, assignment] # this child ends after it
        Reel.close = lambda _self: None  # type: ignore[method-assign, assignment] # the same
        return int(reel.cut(order["film"])["frames"])


def encode(order: dict[str, Any]) -> dict[str, float]:
    """Encode the frames of "raw", in memory before the clock starts, to "path"; answers wall and CPU seconds."""
    size = WIDE * HIGH * 3 // 2
    ready = []
    with Path(order["raw"]).open("rb") as raw:
        while data := raw.read(size):
            blank, begin = picture(), 0
            for plane in frame_of(blank).planes():
                plane[:] = np.frombuffer(data, np.uint8, plane.size, begin).reshape(plane.shape)
                begin += plane.size
            ready.append(blank)
    if order["plain"]:  # the preset as it is, with its B-frames
        encode_module.VIDEO["x264-params"] = "open-gop=0"
    wall, used = time.perf_counter(), _cpu()
    film = Reel(order["path"], np.zeros((2, 0), np.float32))
    for index, one in enumerate(ready):
        film.add(one, index)
    film.close()
    return {"wall": time.perf_counter() - wall, "cpu": _cpu() - used}


def layers(order: dict[str, Any]) -> None:
    """Write what a film is composed of to "folder": pictures as straight RGBA, where each lies, the sound."""
    folder, film = Path(order["folder"]), order["film"]
    starts, count = reel._times([float(take["seconds"]) for take in film["takes"]])  # noqa: SLF001 - the film's own grid
    np.save(folder / "sound.npy", reel._sound(film, starts, count))  # noqa: SLF001 - the same
    edges = [*starts, count]
    takes = [_take(folder, n, take, edges[n + 1] - edges[n]) for n, take in enumerate(film["takes"])]
    words = [
        Spoken(text, first / FPS + start, first / FPS + end)
        for take, first in zip(film["takes"], starts, strict=True)
        for text, start, end in take["words"]
    ]
    still: list[list[Any]] = []
    for group in grouped(words):
        for index, word in enumerate(group):
            name = f"word{len(still)}.npy"
            drawn, top = caption_picture(group, index, film["accent"])
            np.save(folder / name, _straight(drawn))
            until = group[index + 1].start if index + 1 < len(group) else word.end + 0.3
            still.append([name, 0, top, word.start, until])
    labels = overlay_picture(tuple(film["overlay"]))
    if labels is not None:
        np.save(folder / "labels.npy", _straight(labels))
        still.append(["labels.npy", LEFT, TOP, 0.0, count / FPS])
    told = {"fps": FPS, "rate": RATE, "seconds": count / FPS, "starts": starts, "takes": takes, "still": still}
    (folder / "layers.json").write_text(json.dumps(told))


def _take(folder: Path, number: int, take: dict[str, Any], count: int) -> list[list[list[Any]]]:
    """Return for every frame its sprites as [file, x, y, scale]."""
    stage = DrawnFootage(take["drawn"])._stage  # noqa: SLF001 - the very stage the film shows
    names: dict[str, str] = {}
    shown = []
    for index in range(count):
        placed = stage.frame(index / FPS)
        for name, _ in placed:
            if name not in names:
                names[name] = f"take{number}-{len(names)}.npy"
                np.save(folder / names[name], _straight(stage.sprite(name)))
        shown.append([[names[name], matrix[2], matrix[5], matrix[0]] for name, matrix in placed])
    return shown


def _straight(picture: Any) -> Any:  # noqa: ANN401 - arrays
    alpha = np.maximum(picture[..., 3:].astype(np.float32), 1) / 255
    colours = np.clip(picture[..., :3] / alpha, 0, 255).astype(np.uint8)
    return np.dstack([colours, picture[..., 3]])


def _cpu() -> float:
    used = resource.getrusage(resource.RUSAGE_SELF)
    return used.ru_utime + used.ru_stime


av.logging.set_level(av.logging.ERROR)
