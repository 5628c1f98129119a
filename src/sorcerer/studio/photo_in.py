"""Take an uploaded picture in: what it is is decided by its content, and only fresh pixels come out."""

import base64
from typing import Any

from pydantic import Field

from sorcerer import children
from sorcerer.errors import Invalid, TooLarge
from sorcerer.providers import Picture
from sorcerer.studio.model import Value

_LARGEST = 25 * 1024 * 1024
_MOST_SIDE = 40_000
_FIX = "Upload a JPEG, PNG or WebP picture."


class Crop(Value):
    """The square of a photograph that her face is in, in pixels of the upright picture.

    Args:
        x, y: its upper left corner.
        size: its side.
    """

    x: int = Field(ge=0, le=_MOST_SIDE)
    y: int = Field(ge=0, le=_MOST_SIDE)
    size: int = Field(ge=64, le=_MOST_SIDE)


def photo_in(data: bytes, crop: Crop | None = None) -> Picture:
    """Return an uploaded photograph as a PNG of at most 2048 pixels a side, upright and without its metadata.

    Args:
        crop: keep this square alone.

    Raises:
        Invalid: it is no photograph, is animated, has more than 40 megapixels, or the crop lies outside of it.
        TooLarge: it has more than 25 MB.
    """
    order = {} if crop is None else {"crop": [crop.x, crop.y, crop.x + crop.size, crop.y + crop.size]}
    return _picture(_answered("photo:take_photo", data, order))


def find_face(data: bytes) -> Crop | None:
    """Return the square about the face in an uploaded photograph, or None when none is surely seen.

    Raises:
        Invalid: it is no photograph, is animated, or has more than 40 megapixels.
        TooLarge: it has more than 25 MB.
    """
    square = _answered("face:find_face", data, {})["square"]
    return None if square is None else Crop(x=square[0], y=square[1], size=square[2])


def logo_in(data: bytes) -> Picture:
    """Return an uploaded logo as a PNG of at most 1024 pixels a side; what shines through it still does.

    Raises:
        Invalid: it is no picture, is animated, or has more than 40 megapixels.
        TooLarge: it has more than 25 MB.
    """
    return _picture(_answered("photo:take_logo", data, {}))


def _answered(what: str, data: bytes, order: dict[str, list[int]]) -> dict[str, Any]:
    if not data:
        raise Invalid("The file is empty.", field="file", fix=_FIX)
    if len(data) > _LARGEST:
        raise TooLarge(f"The file has {len(data)} bytes; at most {_LARGEST} are taken.", field="file")
    payload = order | {"photo": base64.b64encode(data).decode()}
    try:
        answer: dict[str, Any] = children.call(f"sorcerer.studio.film.{what}", payload, seconds=30, megabytes=900)
    except children.ChildFailed as failure:
        raise Invalid("The picture cannot be read.", field="file", fix=_FIX) from failure
    if "refused" in answer:
        raise Invalid(answer["refused"], field="file", fix=_FIX)
    return answer


def _picture(answer: dict[str, Any]) -> Picture:
    return Picture(data=base64.b64decode(answer["photo"]), media_type="image/png")
