"""Read a photograph from a stranger and write it anew. Runs only in a child."""

import base64
import io
import warnings
from typing import Any

from PIL import Image, ImageOps, UnidentifiedImageError

_KINDS = {b"\xff\xd8\xff": "JPEG", b"\x89PNG\r\n\x1a\n": "PNG"}
_MOST_PIXELS = 40_000_000
_LEAST_SIDE = 64
_LONGEST_SIDE = 2048


def take_in(order: dict[str, Any]) -> dict[str, str]:
    """Read {"photo"}, base64; answers {"photo": base64 of a PNG} or {"refused": why}."""
    data = base64.b64decode(order["photo"])
    kind = kind_of(data)
    if kind is None:
        return {"refused": "The file is no JPEG, PNG or WebP photograph, whatever its name says."}
    Image.MAX_IMAGE_PIXELS = None  # counted below, before anything is decoded
    try:
        with warnings.catch_warnings(), Image.open(io.BytesIO(data), formats=[kind]) as photo:
            warnings.simplefilter("ignore")
            refused = _refused(photo)
            return {"refused": refused} if refused else {"photo": _written(photo)}
    except (OSError, UnidentifiedImageError, ValueError, SyntaxError, EOFError):
        return {"refused": "The photograph is broken and cannot be read to its end."}


def kind_of(data: bytes) -> str | None:
    """Return "JPEG", "PNG" or "WEBP" by the first bytes, or None."""
    if data[:4] == b"RIFF" and data[8:12] == b"WEBP":
        return "WEBP"
    return next((kind for start, kind in _KINDS.items() if data.startswith(start)), None)


def _refused(photo: Image.Image) -> str | None:
    wide, high = photo.size
    if wide * high > _MOST_PIXELS:
        return f"The photograph has {wide} by {high} pixels; at most 40 megapixels are taken."
    if min(wide, high) < _LEAST_SIDE:
        return f"The photograph has {wide} by {high} pixels; a face needs at least {_LEAST_SIDE} each way."
    if getattr(photo, "is_animated", False):
        return "The picture is animated; a still photograph is needed."
    return None


def _written(photo: Image.Image) -> str:
    upright = ImageOps.exif_transpose(photo)
    upright.thumbnail((_LONGEST_SIDE, _LONGEST_SIDE), Image.Resampling.LANCZOS)
    clear = upright.convert("RGBA")
    ground = Image.new("RGB", clear.size, "#ffffff")
    ground.paste(clear, mask=clear.getchannel("A"))
    out = io.BytesIO()
    ground.save(out, "PNG", compress_level=4)
    return base64.b64encode(out.getvalue()).decode()
