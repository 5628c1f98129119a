"""Take an uploaded photograph in: what it is is decided by its content, and only fresh pixels come out."""

import base64

from sorcerer import children
from sorcerer.errors import Invalid, TooLarge
from sorcerer.providers import Picture

_LARGEST = 25 * 1024 * 1024
_FIX = "Upload a JPEG, PNG or WebP photograph."


def photo_in(data: bytes) -> Picture:
    """Return an uploaded photograph as a PNG of at most 2048 pixels a side, upright and without its metadata.

    Raises:
        Invalid: it is no photograph, is animated, or has more than 40 megapixels.
        TooLarge: it has more than 25 MB.
    """
    if not data:
        raise Invalid("The file is empty.", field="file", fix=_FIX)
    if len(data) > _LARGEST:
        raise TooLarge(f"The file has {len(data)} bytes; at most {_LARGEST} are taken.", field="file")
    payload = {"photo": base64.b64encode(data).decode()}
    try:
        answer = children.call("sorcerer.studio.film.photo:take_in", payload, seconds=30, megabytes=900)
    except children.ChildFailed as failure:
        raise Invalid("The photograph cannot be read.", field="file", fix=_FIX) from failure
    if "refused" in answer:
        raise Invalid(answer["refused"], field="file", fix=_FIX)
    return Picture(data=base64.b64decode(answer["photo"]), media_type="image/png")
