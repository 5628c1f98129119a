"""Films that break one rule each are caught by that rule."""

from fractions import Fraction
from pathlib import Path
from typing import TypedDict

import av
import numpy as np
import pytest

from sorcerer.studio import preflight


class Knobs(TypedDict, total=False):
    """What may be wrong about a film."""

    rate: int
    fps: int
    wide: int
    luma: int
    seconds: float
    options: dict[str, str]
    level: float


RIGHT: Knobs = {
    "rate": 48_000,
    "fps": 30,
    "wide": 1080,
    "luma": 120,
    "seconds": 3.2,
    "options": {"movflags": "+faststart+negative_cts_offsets", "use_editlist": "0"},
    "level": 0.217,
}

DARK = "Its darkest frame is luma 5; it must be luma 12 or brighter. Cut the black frames out, or light the scene."
BEHIND = (
    "Its index is behind the data; it must be first. "
    "Write it anew with the index in front (ffmpeg: -movflags +faststart)."
)


def make(path: Path, wrong: Knobs) -> Path:
    """A small correct film, or one that is wrong in one way."""
    knobs: Knobs = {**RIGHT, **wrong}
    rate, fps, wide, seconds = knobs["rate"], knobs["fps"], knobs["wide"], knobs["seconds"]
    with av.open(str(path), "w", format="mp4", options=knobs["options"]) as film:
        video = film.add_stream("libx264", rate=fps, options={"preset": "ultrafast"})
        video.width, video.height, video.pix_fmt = wide, 1920, "yuv420p"
        context = video.codec_context
        context.color_primaries = context.color_trc = context.colorspace = 1
        audio = film.add_stream("aac", rate=rate, layout="stereo")
        for index in range(round(fps * seconds)):
            frame = av.VideoFrame(wide, 1920, "yuv420p")
            for plane, value in zip(frame.planes, (knobs["luma"], 128, 128), strict=True):
                plane.update(np.full(plane.buffer_size, value, np.uint8))
            frame.pts, frame.time_base = index, Fraction(1, fps)
            film.mux(video.encode(frame))
        at = np.arange(round(rate * seconds)) / rate
        tone = np.stack([np.sin(2 * np.pi * 440 * at)] * 2).astype(np.float32) * np.float32(knobs["level"])
        for start in range(0, tone.shape[1], 1024):
            chunk = av.AudioFrame.from_ndarray(np.ascontiguousarray(tone[:, start : start + 1024]), "fltp", "stereo")
            chunk.sample_rate, chunk.pts, chunk.time_base = rate, start, Fraction(1, rate)
            film.mux(audio.encode(chunk))
        film.mux(video.encode(None))
        film.mux(audio.encode(None))
    return path


def test_a_correct_film_breaks_no_rule(tmp_path: Path) -> None:
    assert preflight(make(tmp_path / "good.mp4", {})) == []


@pytest.mark.parametrize(
    ("wrong", "rule"),
    [
        ({"rate": 44_100}, "Its sampling rate is 44100 Hz; it must be 48000 Hz. Resample its sound to 48 kHz."),
        ({"fps": 25}, "Its frame rate is 25 a second; it must be 30 a second. Encode it at 30 frames a second."),
        (
            {"wide": 720},
            "Its size is 720 by 1920 pixels; it must be 1080 by 1920 pixels. Scale and crop it to a phone's screen.",
        ),
        ({"luma": 17}, None),
        (
            {"luma": 5},
            DARK,
        ),
        ({"seconds": 1.0}, "Its length is 1.0 s; it must be 3 to 90 s. Cut it, or let it breathe."),
        (
            {"options": {"use_editlist": "0", "movflags": "+negative_cts_offsets"}},
            BEHIND,
        ),
    ],
)
def test_one_wrong_is_found_and_named(wrong: Knobs, rule: str | None, tmp_path: Path) -> None:
    broken = preflight(make(tmp_path / "wrong.mp4", wrong))
    assert broken == ([] if rule is None else [rule])


def test_an_edit_list_and_a_late_start_are_found(tmp_path: Path) -> None:
    broken = preflight(make(tmp_path / "edit.mp4", {"options": {"movflags": "+faststart"}}))
    assert broken == [
        "Its number of edit lists is 2; it must be 0. Write it anew without edit lists (ffmpeg: -use_editlist 0)."
    ]


def test_too_loud_is_found(tmp_path: Path) -> None:
    broken = preflight(make(tmp_path / "loud.mp4", {"level": 0.99}))
    assert [rule.split(" is ")[0] for rule in broken] == ["Its loudness", "Its true peak"]


@pytest.mark.parametrize("content", [b"", b"not a film at all", b"\x00\x00\x00\x18ftypmp42" + bytes(100)])
def test_what_is_no_film_is_said_to_be_none(content: bytes, tmp_path: Path) -> None:
    path = tmp_path / "none.mp4"
    path.write_bytes(content)
    assert preflight(path)[-1].startswith("Its file is no film that opens")
