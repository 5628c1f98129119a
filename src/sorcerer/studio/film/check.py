"""Open a film as a network would and name what is wrong with it. Runs only in a child."""

import struct
from collections.abc import Iterator
from importlib.metadata import version
from pathlib import Path
from typing import Any

import av

from sorcerer.studio.film.encode import FPS
from sorcerer.studio.film.footage import plane_of
from sorcerer.studio.film.planes import HIGH, WIDE
from sorcerer.studio.film.sound import RATE, Meter

_SHORTEST, _LONGEST = 3.0, 90.0
_LARGEST = 100 * 1024 * 1024
_DARKEST = 12.0
_LOUDNESS, _OFF = -14.0, 1.0
_PEAK = -1.0
_HOLDERS = {b"moov", b"trak", b"mdia", b"edts"}


def check(order: dict[str, Any]) -> list[str]:
    """Return the rules that the film at {"path"} breaks."""
    path = Path(order["path"])
    try:
        broken = list(_boxes(path))
        with av.open(str(path)) as film:
            if not film.streams.video or not film.streams.audio:
                return [*broken, "It needs one stream of pictures and one of sound."]
            broken += [*_facts(film, path), *_watched(film)]
    except (av.error.FFmpegError, OSError, struct.error) as error:
        return [f"It cannot be opened as a film: {error}"]
    return broken


def versions(_order: dict[str, Any]) -> dict[str, str]:
    """Return the versions of what draws, composes, encodes and speaks, once each could be loaded."""
    import cv2  # noqa: PLC0415 - the check itself needs only av
    import espeakng_loader  # noqa: PLC0415 - the same
    import skia  # noqa: PLC0415 - the same

    espeakng_loader.get_library_path()
    return {
        "OpenCV": str(cv2.__version__),
        "PyAV": str(av.__version__),
        "Skia": str(skia.__version__),
        "espeak-ng": version("espeakng-loader"),
    }


def _boxes(path: Path) -> Iterator[str]:
    names = list(_walk(path.read_bytes(), 0, path.stat().st_size))
    if b"moov" not in names or b"mdat" not in names:
        yield "It is no complete MP4: its index or its data is missing."
    elif names.index(b"moov") > names.index(b"mdat"):
        yield "Its index (moov) lies after the data; it must come first."
    if b"elst" in names:
        yield "It has an edit list (elst); networks ignore or refuse those."


def _walk(data: bytes, start: int, end: int) -> Iterator[bytes]:
    while start + 8 <= end:
        size, name = struct.unpack(">I4s", data[start : start + 8])
        head = 8
        if size == 1:
            size, head = struct.unpack(">Q", data[start + 8 : start + 16])[0], 16
        if size < head:
            return
        yield name
        if name in _HOLDERS:
            yield from _walk(data, start + head, min(end, start + size))
        start += size


def _facts(film: Any, path: Path) -> Iterator[str]:  # noqa: ANN401 - av is untyped here
    video, audio = film.streams.video[0], film.streams.audio[0]
    wanted = {
        "picture codec": (video.codec_context.name, "h264"),
        "pixel format": (video.pix_fmt, "yuv420p"),
        "width": (video.width, WIDE),
        "height": (video.height, HIGH),
        "frames a second": (round(float(video.average_rate), 3), FPS),
        "colour space": (int(video.codec_context.colorspace), 1),
        "sound codec": (audio.codec_context.name, "aac"),
        "samples a second": (audio.rate, RATE),
    }
    for name, (found, right) in wanted.items():
        if found != right:
            yield f"Its {name} is {found}; it must be {right}."
    seconds = film.duration / av.time_base if film.duration else 0.0
    if not _SHORTEST <= seconds <= _LONGEST:
        yield f"It lasts {seconds:.1f} s; between {_SHORTEST:g} and {_LONGEST:g} s are taken."
    if path.stat().st_size > _LARGEST:
        yield f"It has {path.stat().st_size} bytes; at most {_LARGEST} are taken."
    for stream in (video, audio):
        if stream.start_time:
            yield f"Its {stream.type} starts {float(stream.start_time * stream.time_base):.3f} s late."


def _watched(film: Any) -> Iterator[str]:  # noqa: ANN401 - av is untyped here
    """Watch and hear it to the end."""
    audio = film.streams.audio[0]
    meter = Meter(rate=audio.rate, layout=audio.layout.name, form=audio.format.name)
    darkest, frames = 255.0, 0
    for frame in film.decode(film.streams.video[0], audio):
        if isinstance(frame, av.AudioFrame):
            meter.push(frame)
        else:
            darkest = min(darkest, float(plane_of(frame.planes[0])[::8, ::8].mean()))
            frames += 1
    if not frames or darkest < _DARKEST:
        yield f"A frame is almost black (luma {darkest:.0f}); none may be darker than {_DARKEST:g}."
    loudness, peak = meter.finish()
    if abs(loudness - _LOUDNESS) > _OFF:
        yield f"Its loudness is {loudness:.1f} LUFS; it must be within {_OFF:g} of {_LOUDNESS:g}."
    if peak > _PEAK:
        yield f"Its true peak is {peak:.1f} dBTP; it must stay at {_PEAK:g} or below."
