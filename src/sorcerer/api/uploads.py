"""Uploads: counted, looked into, and written anew, so that what is kept is a picture and nothing else."""

import io
import warnings

from fastapi import UploadFile
from PIL import Image, ImageOps, UnidentifiedImageError

from sorcerer.errors import Invalid, TooLarge

IMAGE_LIMIT = 20_000_000
FORM_LIMIT = IMAGE_LIMIT + 64_000
_FORMATS = ("JPEG", "PNG", "WEBP")
_MOST_PIXELS = 50_000_000
_LEAST_SIDE = 16


def bounded(upload: UploadFile, limit: int = IMAGE_LIMIT, field: str = "file") -> bytes:
    """Return an upload's bytes.

    Raises:
        Invalid: there are none.
        TooLarge: there are more than the limit.
    """
    data = upload.file.read(limit + 1)
    if not data:
        raise Invalid("The file is empty.", field=field, fix="Choose another file.")
    if len(data) > limit:
        raise TooLarge(f"The file has more than {limit:,} bytes.", field=field, fix="Send a smaller one.")
    return data


def picture(data: bytes, field: str = "file", *, keep_alpha: bool = False) -> tuple[bytes, str]:
    """Return an image written anew, upright and without its metadata, and the suffix of its file.

    Args:
        keep_alpha: a PNG with its transparency, as for logos; else a JPEG.

    Raises:
        Invalid: these bytes are no image of a format that is taken, whatever the file is called.
    """
    image = _opened(data, field)
    out = io.BytesIO()
    if keep_alpha:
        image.convert("RGBA").save(out, "PNG", optimize=True)
        return out.getvalue(), ".png"
    image.convert("RGB").save(out, "JPEG", quality=92)
    return out.getvalue(), ".jpg"


def _opened(data: bytes, field: str) -> Image.Image:
    fix = "Send a JPEG, PNG or WebP image."
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore", Image.DecompressionBombWarning)
            image = Image.open(io.BytesIO(data), formats=_FORMATS)
            if image.width * image.height > _MOST_PIXELS or min(image.size) < _LEAST_SIDE:
                message = f"An image of {image.width} x {image.height} pixels is not taken."
                raise Invalid(
                    message, field=field, fix="Each side has 16 pixels or more, the whole 50 million or less."
                )
            return ImageOps.exif_transpose(image)
    except UnidentifiedImageError as reason:
        raise Invalid("This is no image we can read, whatever its name says.", field=field, fix=fix) from reason
    except (OSError, ValueError, SyntaxError, Image.DecompressionBombError) as reason:
        raise Invalid("The image is damaged.", field=field, fix=fix) from reason
