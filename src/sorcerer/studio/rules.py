"""What the networks ask of a film, and how to mend one that breaks a rule. Pure.

Where networks differ, their own limits stand in `LIMITS`; the rest is what all three take. Read in November 2026 in
Instagram's guide to publishing, TikTok's to media transfer and YouTube's help on Shorts; where pages disagree, the
stricter holds. Loudness, darkness and the group of pictures are ours: networks take more, viewers do not.
"""

from collections.abc import Callable, Mapping
from typing import Any, Literal, NamedTuple

from sorcerer.studio.model import Value

Network = Literal["instagram", "tiktok", "youtube"]
Facts = Mapping[str, Any]
_FPS, _RATE = 30, 48_000
_WIDE, _HIGH = 1080, 1920
_LOUDNESS, _OFF, _PEAK = -14.0, 0.5, -1.0
_DARKEST = 12.0
_GROUP = 5.0
_BT709 = [1, 1, 1]
_LATE = 0.05
_MB = 1_000_000
_SOUND_KBPS = 136  # 128, and what an encoder strays from it


class Rule(Value):
    """A rule, held against one film.

    Args:
        found, wanted: in words, with their units.
        mend: what to do about it when it does not hold.
    """

    name: str
    found: str
    wanted: str
    holds: bool
    mend: str

    def __str__(self) -> str:
        """Return what is wrong and the way out as two sentences."""
        return f"Its {self.name} is {self.found}; it must be {self.wanted}. {self.mend}"


class _Limits(NamedTuple):
    shortest_s: float
    longest_s: float
    largest_mb: float
    video_kbps: int


LIMITS: dict[Network, _Limits] = {
    "instagram": _Limits(3, 90, 300, 25_000),  # longer reels are taken, but not shown in the reels tab
    "tiktok": _Limits(3, 600, 4_000, 25_000),
    "youtube": _Limits(1, 180, 4_000, 25_000),  # a longer one is no Short
}

_Asked = tuple[str, Callable[[Facts], object], str, Callable[[Facts], bool], str]
_OF_ALL: tuple[_Asked, ...] = (
    ("index", lambda f: "first" if f["index_first"] else "behind the data" if f["complete"] else "missing",
     "first", lambda f: f["index_first"], "Write it anew with the index in front (ffmpeg: -movflags +faststart)."),
    ("number of edit lists", lambda f: f["edit_lists"], "0", lambda f: not f["edit_lists"],
     "Write it anew without edit lists (ffmpeg: -use_editlist 0)."),
    ("picture codec", lambda f: f["video_codec"], "h264", lambda f: f["video_codec"] == "h264", "Encode it as H.264."),
    ("pixel format", lambda f: f["pixel_format"], "yuv420p", lambda f: f["pixel_format"] == "yuv420p",
     "Encode it as 4:2:0 with 8 bits (ffmpeg: -pix_fmt yuv420p)."),
    ("size", lambda f: f"{f['width']} by {f['height']} pixels", f"{_WIDE} by {_HIGH} pixels",
     lambda f: (f["width"], f["height"]) == (_WIDE, _HIGH), "Scale and crop it to a phone's screen."),
    ("frame rate", lambda f: f"{f['fps']:g} a second", f"{_FPS} a second", lambda f: f["fps"] == _FPS,
     "Encode it at 30 frames a second."),
    ("spacing of frames", lambda f: "even" if f["even_frames"] else "uneven", "even", lambda f: f["even_frames"],
     "Encode it at a constant frame rate (ffmpeg: -fps_mode cfr)."),
    ("scan", lambda f: "interlaced" if f["interlaced"] else "progressive", "progressive",
     lambda f: not f["interlaced"], "Deinterlace it."),
    ("groups of pictures", lambda f: "closed" if f["closed_groups"] else "open", "closed",
     lambda f: f["closed_groups"], "Encode it with closed groups (ffmpeg: -flags +cgop)."),
    ("longest group of pictures", lambda f: f"{f['longest_group']:g} s", f"{_GROUP:g} s or shorter",
     lambda f: f["longest_group"] <= _GROUP, "Encode it with a key frame every two seconds (ffmpeg: -g 60)."),
    ("colour tag", lambda f: "BT.709" if f["colours"] == _BT709 else "another or none", "BT.709",
     lambda f: f["colours"] == _BT709, "Convert its colours to BT.709 and tag them so."),
    ("range of colours", lambda f: "full" if f["full_range"] else "limited", "limited",
     lambda f: not f["full_range"], "Convert its colours to limited range."),
    ("sound codec", lambda f: f["audio_codec"], "aac", lambda f: f["audio_codec"] == "aac", "Encode its sound as AAC."),
    ("sampling rate", lambda f: f"{f['audio_rate']} Hz", f"{_RATE} Hz", lambda f: f["audio_rate"] == _RATE,
     "Resample its sound to 48 kHz."),
    ("number of channels", lambda f: f["audio_channels"], "1 or 2", lambda f: f["audio_channels"] in (1, 2),
     "Mix its sound down to stereo."),
    ("sound's rate", lambda f: f"{f['audio_kbps']} kbit/s", f"{_SOUND_KBPS} kbit/s or less",
     lambda f: f["audio_kbps"] <= _SOUND_KBPS,
     "Encode its sound with 128 kbit/s."),
    ("beginning", lambda f: f"{max(f['video_start'], f['audio_start']):.3f} s late", "on time",
     lambda f: max(abs(f["video_start"]), abs(f["audio_start"])) < _LATE, "Let pictures and sound both begin at 0."),
    ("loudness", lambda f: f"{f['loudness']:.1f} LUFS", f"within {_OFF:g} of {_LOUDNESS:g} LUFS",
     lambda f: abs(f["loudness"] - _LOUDNESS) <= _OFF, "Normalise its loudness (ffmpeg: loudnorm=I=-14:TP=-1.5)."),
    ("true peak", lambda f: f"{f['true_peak']:.1f} dBTP", f"{_PEAK:g} dBTP or lower",
     lambda f: f["true_peak"] <= _PEAK, "Limit its sound some two decibels lower, for the encoder overshoots."),
    ("darkest frame", lambda f: f"luma {f['darkest']:.0f}", f"luma {_DARKEST:g} or brighter",
     lambda f: f["darkest"] >= _DARKEST, "Cut the black frames out, or light the scene."),
)  # fmt: skip


def judged(facts: Facts, network: Network) -> tuple[Rule, ...]:
    """Return every rule of a network with what was found, in a fixed order."""
    if "broken" in facts:
        return (Rule(name="file", found=f"no film that opens ({facts['broken']})", wanted="a complete MP4", holds=False,
                     mend="Export it again as an MP4 with picture and sound."),)  # fmt: skip
    least = LIMITS[network]
    own: tuple[_Asked, ...] = (
        ("length", lambda f: f"{f['seconds']:.1f} s", f"{least.shortest_s:g} to {least.longest_s:g} s",
         lambda f: least.shortest_s <= f["seconds"] <= least.longest_s, "Cut it, or let it breathe."),
        ("weight", lambda f: f"{f['bytes'] / _MB:.1f} MB", f"{least.largest_mb:g} MB or less",
         lambda f: f["bytes"] <= least.largest_mb * _MB, "Encode it smaller (ffmpeg: a higher -crf)."),
        ("pictures' rate", lambda f: f"{f['video_kbps']} kbit/s", f"{least.video_kbps} kbit/s or less",
         lambda f: f["video_kbps"] <= least.video_kbps, "Encode it smaller (ffmpeg: a higher -crf)."),
    )  # fmt: skip
    return tuple(
        Rule(name=name, found=str(found(facts)), wanted=wanted, holds=bool(holds(facts)), mend=mend)
        for name, found, wanted, holds, mend in (*_OF_ALL, *own)
    )
