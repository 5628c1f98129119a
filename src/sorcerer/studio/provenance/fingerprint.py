"""What a picture looks like, in 256 bits that survive scaling and encoding anew. Runs only in a child.

The method is pHash (Zauner 2010): the low frequencies of a small grey picture's cosine transform, each above or below
their median. A film has eight of them, taken at fixed shares of its length, so that every copy has the same eight.
"""

import io
from collections.abc import Iterator

import av
import cv2
import numpy as np
import numpy.typing as npt
from PIL import Image

MOMENTS = 8
SIDE = 16
_SAMPLES = 64
_MOST_PIXELS = 40_000_000
_LONGEST_S = 600.0

Grey = npt.NDArray[np.uint8]


def of_image(data: bytes) -> str:
    """Return the fingerprint of a JPEG, PNG or WebP, 64 hexadecimal digits.

    Raises:
        ValueError: it cannot be decoded, or has more than 40 megapixels.
    """
    Image.MAX_IMAGE_PIXELS = None  # counted here, before anything is decoded
    try:
        with Image.open(io.BytesIO(data), formats=["JPEG", "PNG", "WEBP"]) as picture:
            if picture.width * picture.height > _MOST_PIXELS:
                raise ValueError(f"a picture of {picture.width} by {picture.height} pixels is not looked at")
            return _bits(np.asarray(picture.convert("L")))
    except (OSError, SyntaxError, EOFError) as reason:
        raise ValueError(str(reason)) from reason


def of_video(data: bytes) -> str:
    """Return the fingerprint of a film, 512 hexadecimal digits.

    Raises:
        ValueError: it cannot be decoded, or lasts more than ten minutes.
    """
    try:
        with av.open(io.BytesIO(data)) as film:
            prints = [_bits(frame) for frame in _moments(film)]
    except (av.error.FFmpegError, OSError) as reason:
        raise ValueError(str(reason)) from reason
    if len(prints) != MOMENTS:
        raise ValueError(f"only {len(prints)} of {MOMENTS} moments of the film could be seen")
    return "".join(prints)


def _moments(film: av.container.InputContainer) -> Iterator[Grey]:
    """Yield the picture that is seen at each of the moments."""
    if not film.streams.video or not film.duration:
        raise ValueError("there are no pictures in it, or it does not say how long it is")
    length = film.duration / av.time_base
    if length > _LONGEST_S:
        raise ValueError(f"a film of {length:.0f} s is not looked at")
    stream = film.streams.video[0]
    stream.thread_type = "AUTO"
    stream.codec_context.options = {"skip_loop_filter": "all"}  # a third faster, and no mark depends on it
    for number in range(MOMENTS):
        wanted = length * (number + 0.5) / MOMENTS
        film.seek(int(wanted / stream.time_base), stream=stream)
        for frame in film.decode(stream):
            if frame.time is not None and frame.time >= wanted - 0.5 / 30:
                if frame.width * frame.height > _MOST_PIXELS:
                    raise ValueError(f"a film of {frame.width} by {frame.height} pixels is not looked at")
                yield frame.to_ndarray(format="gray")
                break


def _bits(grey: Grey) -> str:
    small = cv2.resize(grey, (_SAMPLES, _SAMPLES), interpolation=cv2.INTER_AREA).astype(np.float32)
    waves = cv2.dct(small)[:SIDE, :SIDE].ravel()
    waves[0] = 0.0  # how bright it is altogether says nothing
    return np.packbits(waves > np.median(waves)).tobytes().hex()
