"""Find the face in a picture from a stranger, with BlazeFace. Runs only in a child."""

from importlib import resources
from typing import Any

import cv2
import numpy as np
from PIL import Image

from sorcerer.studio.film.photo import read

_MODEL = "blazeface-short-range.tflite"
_SIDE = 128  # pixels of the square the network looks at
_GRIDS = ((16, 2), (8, 6))  # cells a side, and guesses for each cell, in the order of its answers
_SURE = 0.75
_AROUND, _HIGHER = 2.3, 0.12  # of the face's own size: the square about it, and how far it goes up for the hair
_LEAST_SIDE = 64


def find_face(order: dict[str, Any]) -> dict[str, Any]:
    """Read {"photo"}, base64; answers {"square": [x, y, size] or None} in upright pixels, or {"refused": why}."""
    return read(order["photo"], _LEAST_SIDE, lambda picture: {"square": _square(picture.convert("RGB"))})


def _square(picture: Image.Image) -> list[int] | None:
    """Return the square about the surest face, as large as fits about it, or None when none is sure."""
    wide, high = picture.size
    longest = max(wide, high)
    box = _surest(picture, longest)
    if box is None:
        return None
    x, y, face = (box[0] - (longest - wide) / 2, box[1] - (longest - high) / 2, box[2])
    size = int(min(wide, high, max(_LEAST_SIDE, face * _AROUND)))
    left, top = x - size / 2, y - face * _HIGHER - size / 2
    return [int(min(max(left, 0), wide - size)), int(min(max(top, 0), high - size)), size]


def _surest(picture: Image.Image, longest: int) -> tuple[float, float, float] | None:
    """Return middle and size of the surest face in the picture, padded to a square of `longest` pixels."""
    near = _SIDE / longest
    small = picture.resize([max(1, round(side * near)) for side in picture.size], Image.Resampling.BOX)
    ground = Image.new("RGB", (_SIDE, _SIDE))
    ground.paste(small, ((_SIDE - small.width) // 2, (_SIDE - small.height) // 2))
    model = np.frombuffer((resources.files("sorcerer.studio.film") / "models" / _MODEL).read_bytes(), np.uint8)
    network = cv2.dnn.readNetFromTFLite(model)
    network.setInput(cv2.dnn.blobFromImage(np.asarray(ground), 2 / 255, (_SIDE, _SIDE), (127.5, 127.5, 127.5)))
    boxes, scores = (network.forward(name) for name in ("regressors", "classificators"))  # one output at a time
    surest = int(scores.argmax())
    if 1 / (1 + np.exp(-float(scores.flat[surest]))) < _SURE:
        return None
    off_x, off_y, size = (float(part) * longest / _SIDE for part in boxes[0, surest, :3])
    x, y = _cells()[surest]
    return x * longest + off_x, y * longest + off_y, size


def _cells() -> Any:  # noqa: ANN401 - an array of n by 2
    """Return the middles of the cells that the guesses belong to, as shares of the square."""
    found = []
    for cells, guesses in _GRIDS:
        middles = (np.arange(cells) + 0.5) / cells
        y, x = np.meshgrid(middles, middles, indexing="ij")
        found.append(np.repeat(np.stack([x.ravel(), y.ravel()], 1), guesses, 0))
    return np.concatenate(found)
