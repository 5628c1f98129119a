"""The rules of the networks, held against facts: pure."""

from typing import Any

import pytest

from sorcerer.studio.rules import LIMITS, Network, judged

RIGHT: dict[str, Any] = {
    "complete": True, "index_first": True, "edit_lists": 0, "video_codec": "h264", "pixel_format": "yuv420p",
    "width": 1080, "height": 1920, "fps": 30.0, "even_frames": True, "interlaced": False, "closed_groups": True,
    "longest_group": 2.0, "colours": [1, 1, 1], "full_range": False, "audio_codec": "aac", "audio_rate": 48_000,
    "audio_channels": 2, "audio_kbps": 128, "video_start": 0.0, "audio_start": 0.0, "loudness": -14.0,
    "true_peak": -1.6, "darkest": 80.0, "seconds": 15.0, "bytes": 4_000_000, "video_kbps": 2_000,
}  # fmt: skip


def broken(network: Network, **wrong: object) -> list[str]:
    return [rule.name for rule in judged({**RIGHT, **wrong}, network) if not rule.holds]


@pytest.mark.parametrize("network", LIMITS)
def test_a_right_film_may_go_out_everywhere(network: Network) -> None:
    assert broken(network) == []


@pytest.mark.parametrize(
    ("fact", "value", "rule"),
    [
        ("index_first", False, "index"),
        ("edit_lists", 1, "number of edit lists"),
        ("video_codec", "vp9", "picture codec"),
        ("pixel_format", "yuv444p", "pixel format"),
        ("height", 1080, "size"),
        ("fps", 29.97, "frame rate"),
        ("even_frames", False, "spacing of frames"),
        ("interlaced", True, "scan"),
        ("closed_groups", False, "groups of pictures"),
        ("longest_group", 8.3, "longest group of pictures"),
        ("colours", [5, 6, 6], "colour tag"),
        ("full_range", True, "range of colours"),
        ("audio_codec", "mp3", "sound codec"),
        ("audio_rate", 44_100, "sampling rate"),
        ("audio_channels", 6, "number of channels"),
        ("audio_kbps", 192, "sound's rate"),
        ("audio_start", 0.2, "beginning"),
        ("loudness", -14.6, "loudness"),
        ("true_peak", -0.7, "true peak"),
        ("darkest", 3.0, "darkest frame"),
        ("seconds", 700.0, "length"),
        ("bytes", 5_000_000_000, "weight"),
        ("video_kbps", 26_000, "pictures' rate"),
    ],
)
def test_each_wrong_fact_breaks_its_own_rule_and_no_other(fact: str, value: object, rule: str) -> None:
    assert [broken(network, **{fact: value}) for network in LIMITS] == [[rule]] * 3


def test_every_rule_is_tried_above() -> None:
    assert len(judged(RIGHT, "instagram")) == 23


def test_two_minutes_are_a_tiktok_and_a_short_but_no_reel() -> None:
    assert {network: broken(network, seconds=120.0) for network in LIMITS} == {
        "instagram": ["length"],
        "tiktok": [],
        "youtube": [],
    }


def test_a_broken_rule_says_what_was_found_what_is_wanted_and_the_way_out() -> None:
    (rule,) = (rule for rule in judged({**RIGHT, "audio_rate": 44_100}, "tiktok") if not rule.holds)
    assert str(rule) == "Its sampling rate is 44100 Hz; it must be 48000 Hz. Resample its sound to 48 kHz."


def test_what_does_not_open_breaks_the_first_rule_alone() -> None:
    (rule,) = judged({"broken": "moov atom not found"}, "youtube")
    assert (rule.name, rule.holds) == ("file", False)
