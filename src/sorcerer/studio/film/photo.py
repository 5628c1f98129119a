"""Read a picture from a stranger and write it anew. Runs only in a child."""

import base64
import io
import warnings
from collections.abc import Callable
from typing import Any

from PIL import Image, ImageOps, UnidentifiedImageError

_KINDS = {b"\xff\xd8\xff": "JPEG", b"\x89PNG\r\n\x1a\n": "PNG"}
_MOST_PIXELS = 40_000_000
_LEAST_SIDE = 64
_LONGEST_SIDE = 2048
_LEAST_LOGO, _LONGEST_LOGO = 16, 1024


class _OutsideError(Exception):
    """What is to be kept lies outside of the picture."""


def take_photo(order: dict[str, Any]) -> dict[str, str]:
    """Read {"photo"}, base64, and {"crop"}, if any; answers {"photo": base64 of a PNG} or {"refused": why}."""
    return read(order["photo"], _LEAST_SIDE, lambda picture: _png(_photo(picture, order.get("crop"))))


def take_logo(order: dict[str, Any]) -> dict[str, str]:
    """Read {"photo"}, base64; answers {"photo": base64 of a PNG with its transparency} or {"refused": why}."""
    return read(order["photo"], _LEAST_LOGO, lambda picture: _png(_logo(picture)))


def read(photo: str, least: int, answer: Callable[[Image.Image], dict[str, Any]]) -> dict[str, Any]:
    """Return what is answered to a picture, upright and in RGBA, or {"refused": why} when it is none.

    Args:
        photo: the file, base64.
        least: pixels that each of its sides must have.
    """
    data = base64.b64decode(photo)
    kind = kind_of(data)
    if kind is None:
        return {"refused": "The file is no JPEG, PNG or WebP picture, whatever its name says."}
    Image.MAX_IMAGE_PIXELS = None  # counted below, before anything is decoded
    try:
        with warnings.catch_warnings(), Image.open(io.BytesIO(data), formats=[kind]) as picture:
            warnings.simplefilter("ignore")
            refused = _refused(picture, least)
            if refused:
                return {"refused": refused}
            return answer(_upright(picture))
    except _OutsideError as outside:
        return {"refused": str(outside)}
    except (OSError, UnidentifiedImageError, ValueError, SyntaxError, EOFError):
        return {"refused": "The picture is broken and cannot be read to its end."}


def _png(picture: Image.Image) -> dict[str, str]:
    out = io.BytesIO()
    picture.save(out, "PNG", compress_level=4)
    return {"photo": base64.b64encode(out.getvalue()).decode()}


def kind_of(data: bytes) -> str | None:
    """Return "JPEG", "PNG" or "WEBP" by the first bytes, or None."""
    if data[:4] == b"RIFF" and data[8:12] == b"WEBP":
        return "WEBP"
    return next((kind for start, kind in _KINDS.items() if data.startswith(start)), None)


def _refused(picture: Image.Image, least: int) -> str | None:
    wide, high = picture.size
    if wide * high > _MOST_PIXELS:
        return f"The picture has {wide} by {high} pixels; at most 40 megapixels are taken."
    if min(wide, high) < least:
        return f"The picture has {wide} by {high} pixels; it needs at least {least} each way."
    if getattr(picture, "is_animated", False):
        return "The picture is animated; a still one is needed."
    return None


def _upright(picture: Image.Image) -> Image.Image:
    """Return the picture as it is meant to be seen, with its transparency, in eight bits."""
    upright = ImageOps.exif_transpose(picture)
    if upright.mode == "CMYK":
        upright = upright.convert("RGB")
    elif upright.mode.startswith(("I", "F")):
        # Sixteen bits: the conversion would cut off what is brighter than 255.
        upright = upright.point(lambda value: value / 257).convert("L")
    return upright.convert("RGBA")


def _photo(clear: Image.Image, crop: list[int] | None) -> Image.Image:
    if crop is not None:
        left, top, right, bottom = crop
        if right > clear.width or bottom > clear.height:
            size = f"{clear.width} by {clear.height}"
            raise _OutsideError(f"The square ends at {right}, {bottom}; the picture has {size} pixels.")
        clear = clear.crop((left, top, right, bottom))
    clear.thumbnail((_LONGEST_SIDE, _LONGEST_SIDE), Image.Resampling.LANCZOS)
    ground = Image.new("RGB", clear.size, "#ffffff")
    ground.paste(clear, mask=clear.getchannel("A"))
    return ground


def _logo(clear: Image.Image) -> Image.Image:
    clear.thumbnail((_LONGEST_LOGO, _LONGEST_LOGO), Image.Resampling.LANCZOS)
    return clear
