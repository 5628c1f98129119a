"""The finished reel, opened and looked at."""

import io
import time
from itertools import pairwise
from pathlib import Path
from typing import Any

import av
import numpy as np
import psutil
import pytest
from PIL import Image as Pillow

from sorcerer import children, studio
from sorcerer.providers import Clip, Picture, Provider, Shot
from sorcerer.studio.film.boxes import walk
from sorcerer.studio.film.captions import LOWEST, Spoken, grouped
from sorcerer.studio.film.planes import HIGH
from sorcerer.studio.model import Film, Storyboard, Take

pytestmark = pytest.mark.slow


def frames(path: Path, every: int = 15) -> list[Any]:
    with av.open(str(path)) as film:
        return [frame.to_ndarray(format="rgb24") for i, frame in enumerate(film.decode(video=0)) if i % every == 0]


def test_a_reel_breaks_no_rule_of_the_networks(film_path: Path) -> None:
    assert studio.preflight(film_path) == []


def test_a_reel_is_what_it_says(film: Film, film_path: Path) -> None:
    with av.open(str(film_path)) as opened:
        video, audio = opened.streams.video[0], opened.streams.audio[0]
        facts = (video.codec_context.name, video.width, video.height, video.average_rate, video.frames)
        heard = (audio.codec_context.name, audio.rate, audio.channels, video.start_time, audio.start_time)
        tags = (video.codec_context.colorspace, video.codec_context.color_primaries, video.codec_context.color_trc)
    assert facts == ("h264", 1080, 1920, 30, round(film.seconds * 30))
    assert heard == ("aac", 48000, 2, 0, 0)
    assert tags == (1, 1, 1)
    assert 8 <= film.seconds <= 15
    assert film.size == film_path.stat().st_size


def test_its_index_comes_first_and_it_has_no_edit_list(film_path: Path) -> None:
    data = film_path.read_bytes()
    names = list(walk(data, 0, len(data)))
    assert names.index(b"moov") < names.index(b"mdat")
    assert b"elst" not in names


def test_no_frame_is_dark_and_the_picture_moves(film_path: Path) -> None:
    seen = frames(film_path)
    assert min(float(frame.mean()) for frame in seen) > 25
    moved = [float(np.abs(a.astype(int) - b.astype(int)).mean()) for a, b in pairwise(seen)]
    assert min(moved) > 0.3


def test_her_skin_is_not_grey_at_night(film_path: Path) -> None:
    """Her forehead, in the middle of the picture, is warmer than it is blue."""
    for frame in frames(film_path, every=60):
        red, _, blue = frame[820:860, 500:580].reshape(-1, 3).mean(0)
        assert red > blue * 1.25


def test_progress_grows_to_the_end(film: Film, shares: list[float]) -> None:
    assert film.seconds > 0
    assert shares == sorted(shares)
    assert (shares[0], shares[-1]) == (0.0, 1.0)


def test_what_is_being_filmed_is_shown_meanwhile_small_and_as_it_will_be(
    film: Film, previews: list[bytes], film_path: Path
) -> None:
    assert len(previews) == round(film.seconds * 30 + 45) // 90
    with Pillow.open(io.BytesIO(previews[0])) as seen:
        assert (seen.format, seen.size) == ("JPEG", (270, 480))
        small = np.asarray(seen.convert("RGB")).astype(int)
    whole = Pillow.fromarray(frames(film_path, every=45)[1]).resize((270, 480), Pillow.Resampling.BOX)
    assert float(np.abs(small - np.asarray(whole).astype(int)).mean()) < 4


def test_captions_stay_in_the_safe_zone_and_labels_in_every_frame(
    film_path: Path, takes: tuple[Take, ...], tmp_path: Path
) -> None:
    """The same takes without words and labels differ from the film only where those may stand."""
    silent = [take.model_copy(update={"speech": _mute(take)}) for take in takes[:1]]
    bare = studio.cut(silent, tmp_path / "bare.mp4", seed="reel")
    last = round(bare.seconds * 30) - 4
    with_words, without = (frames(path, every=1)[8:last:6] for path in (film_path, Path(bare.path)))
    for full, empty in zip(with_words[: len(without)], without, strict=True):
        rows = np.where((np.abs(full.astype(int) - empty.astype(int)).max(2) > 90).sum(1) > 8)[0]
        assert rows.min() >= HIGH * 0.14
        assert rows.max() <= LOWEST <= HIGH * 0.8
        assert np.abs(full[280:330, 56:300].astype(int) - empty[280:330, 56:300].astype(int)).mean() > 15


def _mute(take: Take) -> Any:
    assert take.speech is not None
    return take.speech.model_copy(update={"words": ()})


def test_the_same_takes_make_the_same_film(takes: tuple[Take, ...], tmp_path: Path) -> None:
    made = [studio.cut(takes[:1], tmp_path / f"{name}.mp4", seed="one") for name in ("first", "second")]
    assert made[0].sha256 == made[1].sha256
    other = studio.cut(takes[:1], tmp_path / "other.mp4", seed="two")
    assert other.sha256 != made[0].sha256


def test_a_cancelled_film_stops_within_a_second_and_leaves_nothing_behind(
    takes: tuple[Take, ...], tmp_path: Path
) -> None:
    told: list[float] = []
    begun = {child.pid for child in psutil.Process().children(recursive=True)}
    with pytest.raises(children.ChildFailed) as stopped:
        studio.cut(
            takes,
            tmp_path / "reel.mp4",
            seed="one",
            progress=lambda _: told.append(time.monotonic()),
            cancelled=lambda: bool(told),
        )
    assert time.monotonic() - told[0] < 1
    assert {child.pid for child in psutil.Process().children(recursive=True)} <= begun
    assert stopped.value.reason == "cancelled"
    assert list(tmp_path.iterdir()) == []


def test_an_uploaded_photograph_makes_a_reel_too(
    embedded: Provider, photograph: bytes, board: Storyboard, tmp_path: Path
) -> None:
    assert embedded.voice is not None
    assert embedded.video is not None
    face = studio.photo_in(photograph)
    takes = studio.shoot(embedded.voice, embedded.video, face, board, {"name": "Real"})
    film = studio.cut(takes, tmp_path / "photo.mp4", seed="photo")
    assert studio.preflight(tmp_path / "photo.mp4") == []
    assert 8 <= film.seconds <= 15


def test_a_vendors_clip_is_cut_to_the_screen_and_its_last_frame_stays(takes: tuple[Take, ...], tmp_path: Path) -> None:
    clip = Path(studio.cut(takes[:1], tmp_path / "clip.mp4", seed="clip").path)
    theirs = frames(clip, every=1)
    shot = Shot(scene="home", seconds=len(theirs) / 30 + 1)
    film = studio.cut(
        [Take(shot=shot, speech=None, footage=Clip(data=clip.read_bytes()))], tmp_path / "c.mp4", seed="c"
    )
    ours = frames(Path(film.path), every=1)
    assert len(ours) == len(theirs) + 30
    for index, same in ((20, 20), (len(theirs) - 1, len(theirs) - 1), (len(ours) - 1, len(theirs) - 1)):
        assert float(np.abs(ours[index].astype(int) - theirs[same].astype(int)).mean()) < 6
    assert float(np.abs(ours[0].astype(int) - theirs[-1].astype(int)).mean()) > 1


def test_caption_groups_are_short_and_never_cross_the_end_of_a_phrase() -> None:
    words = [
        Spoken(text, index, index + 1)
        for index, text in enumerate(["So", "I", "walked,", "and", "honestly", "it", "was", "fine"])
    ]
    groups = [[word.text for word in group] for group in grouped(words)]
    assert groups == [["So", "I", "walked,"], ["and", "honestly", "it"], ["was", "fine"]]


def test_a_face_that_cannot_be_read_is_told_as_a_failure(embedded: Provider, board: Storyboard, tmp_path: Path) -> None:
    assert embedded.voice is not None
    assert embedded.video is not None
    broken = Picture(data=b"no picture", media_type="image/png")
    takes = studio.shoot(embedded.voice, embedded.video, broken, board, {"name": "Maya"})
    with pytest.raises(children.ChildFailed) as failed:
        studio.cut(takes, tmp_path / "reel.mp4", seed="one")
    assert failed.value.reason == "raised"
