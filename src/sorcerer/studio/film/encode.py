"""Encode: H.264 and AAC in an MP4 every network takes: moov first, no edit list, closed groups, BT.709."""

import base64
from collections.abc import Iterator
from fractions import Fraction
from typing import Any

import av
import cv2
import numpy as np

from sorcerer.studio.film.footage import plane_of
from sorcerer.studio.film.planes import HIGH, WIDE, Frame
from sorcerer.studio.film.samples import RATE, Samples

FPS = 30
_BT709, _LIMITED = 1, 1
_THREADS = 4  # fixed: the bytes depend on it
SETTINGS = f"x264 veryfast, crf 20, no B-frames, {_THREADS} threads"
_AUDIO_CHUNK = 1024
_SOUND_BITS = 118_000  # a second: this encoder strays up to a tenth above, and the networks ask for 128,000
_CONTAINER = {"movflags": "+faststart+negative_cts_offsets", "use_editlist": "0", "fflags": "+bitexact"}
# With B-frames x264 plans their bits by memory it never wrote, and the same film has other bytes every time; without,
# a film is a fifth cheaper to encode and half as large again.
VIDEO = {"preset": "veryfast", "crf": "20", "flags": "+cgop+bitexact", "x264-params": "open-gop=0:bframes=0"}


class Reel:
    """A film being written."""

    def __init__(self, path: str, sound: Samples) -> None:
        self._container = av.open(path, "w", format="mp4", options=_CONTAINER)
        self._video = self._container.add_stream("libx264", rate=FPS, options=VIDEO)
        self._video.width, self._video.height, self._video.pix_fmt = WIDE, HIGH, "yuv420p"
        context = self._video.codec_context
        context.time_base = Fraction(1, FPS)
        context.gop_size = 2 * FPS
        context.thread_count = _THREADS
        context.color_primaries = context.color_trc = context.colorspace = _BT709
        context.color_range = _LIMITED
        self._audio = self._container.add_stream(
            "aac", rate=RATE, layout="stereo", bit_rate=_SOUND_BITS, options={"flags": "+bitexact"}
        )
        self._sound = _chunks(sound)
        self._heard = 0.0

    def add(self, picture: Any, index: int) -> None:  # noqa: ANN401 - av is untyped here
        """Add the next frame, and the sound that is heard with it."""
        picture.pts, picture.time_base = index, Fraction(1, FPS)
        self._container.mux(self._video.encode(picture))
        self._hear((index + 1) / FPS)

    def close(self) -> None:
        """Write what is left and put the index first."""
        self._container.mux(self._video.encode(None))
        self._hear(float("inf"))
        self._container.mux(self._audio.encode(None))
        self._container.close()

    def _hear(self, second: float) -> None:
        while self._heard < second:
            chunk = next(self._sound, None)
            if chunk is None:
                return
            self._container.mux(self._audio.encode(chunk))
            self._heard = (chunk.pts + chunk.samples) / RATE


def picture() -> Any:  # noqa: ANN401 - av is untyped here
    """Return a blank frame of the encoder; the encoder copies what it is given, so it may be filled again."""
    blank = av.VideoFrame(WIDE, HIGH, "yuv420p")
    for plane in blank.planes:  # between its rows too: x264 reads a little beyond a row, and films are to be the same
        np.frombuffer(plane, np.uint8)[:] = 0
    blank.colorspace, blank.color_range = _BT709, _LIMITED
    return blank


def preview(picture: Any) -> str:  # noqa: ANN401 - av is untyped here
    """Return a frame as a small JPEG, base64."""
    small = picture.reformat(width=270, height=480, format="bgr24", interpolation="AREA").to_ndarray()
    return base64.b64encode(cv2.imencode(".jpg", small, [cv2.IMWRITE_JPEG_QUALITY, 80])[1].tobytes()).decode()


def frame_of(picture: Any) -> Frame:  # noqa: ANN401 - av is untyped here
    """Return the planes of a frame of the encoder, to be filled where they are."""
    return Frame(*(plane_of(plane) for plane in picture.planes))


def _chunks(sound: Samples) -> Iterator[Any]:
    for start in range(0, sound.shape[1], _AUDIO_CHUNK):
        part = np.ascontiguousarray(sound[:, start : start + _AUDIO_CHUNK], np.float32)
        chunk = av.AudioFrame.from_ndarray(part, format="fltp", layout="stereo")
        chunk.sample_rate, chunk.pts, chunk.time_base = RATE, start, Fraction(1, RATE)
        yield chunk
