"""Open a film as a network would and measure all that a rule may ask about. Runs only in a child."""

import struct
from collections.abc import Iterator
from fractions import Fraction
from importlib.metadata import version
from itertools import pairwise
from pathlib import Path
from typing import Any

import av

from sorcerer.studio.film.boxes import walk
from sorcerer.studio.film.footage import plane_of
from sorcerer.studio.film.meter import Meter


def check(order: dict[str, Any]) -> dict[str, Any]:
    """Return the facts of the film at {"path"}, or {"broken": why it cannot be opened}."""
    path = Path(order["path"])
    try:
        with av.open(str(path)) as film:
            if not film.streams.video or not film.streams.audio:
                return {"broken": "it needs one stream of pictures and one of sound"}
            facts = _boxes(path) | _streams(film) | {"bytes": path.stat().st_size}
        with av.open(str(path)) as film:
            facts |= _packets(film, facts["seconds"])
        with av.open(str(path)) as film:
            return facts | _watched(film)
    except (av.error.FFmpegError, OSError, struct.error, ValueError) as error:
        return {"broken": str(error)}


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


def _boxes(path: Path) -> dict[str, Any]:
    names = list(walk(path.read_bytes(), 0, path.stat().st_size))
    there = b"moov" in names and b"mdat" in names
    return {
        "complete": there,
        "index_first": there and names.index(b"moov") < names.index(b"mdat"),
        "edit_lists": names.count(b"elst"),
    }


def _streams(film: Any) -> dict[str, Any]:  # noqa: ANN401 - av is untyped here
    video, audio = film.streams.video[0], film.streams.audio[0]
    codec = video.codec_context
    return {
        "video_codec": codec.name,
        "pixel_format": video.pix_fmt,
        "width": video.width,
        "height": video.height,
        "fps": round(float(video.average_rate or 0), 3),
        "colours": [int(codec.color_primaries), int(codec.color_trc), int(codec.colorspace)],
        "full_range": int(codec.color_range) == 2,  # noqa: PLR2004 - AVCOL_RANGE_JPEG
        "audio_codec": audio.codec_context.name,
        "audio_rate": audio.rate,
        "audio_channels": audio.channels,
        "seconds": round(film.duration / av.time_base, 3) if film.duration else 0.0,
        "video_start": _seconds(video.start_time, video.time_base),
        "audio_start": _seconds(audio.start_time, audio.time_base),
    }


def _seconds(ticks: int | None, base: Fraction) -> float:
    return round(float((ticks or 0) * base), 4)


def _packets(film: Any, seconds: float) -> dict[str, Any]:  # noqa: ANN401 - av is untyped here
    """Read how the film is packed, without decoding: groups of pictures, spacing of frames, rates."""
    sizes, times, opened, key = {"video": 0, "audio": 0}, [], False, None
    keys: list[int] = []
    for packet in film.demux(film.streams.video[0], film.streams.audio[0]):
        sizes[packet.stream.type] += packet.size
        if packet.stream.type != "video" or packet.pts is None:
            continue
        key = packet.pts if packet.is_keyframe else key
        opened = opened or key is None or packet.pts < key
        keys += [packet.pts] if packet.is_keyframe else []
        times.append(packet.pts)
    times.sort()
    base = film.streams.video[0].time_base
    longest = max((later - sooner for sooner, later in pairwise([*keys, times[-1]])), default=0) if times else 0
    return {
        "closed_groups": bool(keys) and not opened,
        "longest_group": round(float(longest * base), 3),
        "even_frames": len({later - sooner for sooner, later in pairwise(times)}) <= 1,
        "video_kbps": round(sizes["video"] / 125 / max(seconds, 0.001)),
        "audio_kbps": round(sizes["audio"] / 125 / max(seconds, 0.001)),
    }


def _watched(film: Any) -> dict[str, Any]:  # noqa: ANN401 - av is untyped here
    """Watch and hear it to the end."""
    audio = film.streams.audio[0]
    meter = Meter(rate=audio.rate, layout=audio.layout.name, form=audio.format.name)
    darkest, interlaced = 255.0, False
    for frame in _decoded(film):
        if isinstance(frame, av.AudioFrame):
            meter.push(frame)
        else:
            darkest = min(darkest, float(plane_of(frame.planes[0])[::8, ::8].mean()))
            interlaced = interlaced or bool(frame.interlaced_frame)
    loudness, peak = meter.finish()
    return {
        "darkest": round(darkest, 1),
        "interlaced": interlaced,
        "loudness": round(loudness, 2),
        "true_peak": round(peak, 2),
    }


def _decoded(film: Any) -> Iterator[Any]:  # noqa: ANN401 - av is untyped here
    video = film.streams.video[0]
    video.thread_type = "AUTO"
    yield from film.decode(video, film.streams.audio[0])
