"""Stories and thumbnails, opened and looked at."""

import io

import numpy as np
from PIL import Image as Pillow

from sorcerer import studio
from sorcerer.providers import Moment, Picture, Provider
from sorcerer.studio.film.lettering import runs, width, wrapped
from sorcerer.studio.model import Storyboard
from sorcerer.studio.stickers import stickers_of


def seen(picture: Picture) -> np.ndarray:
    return np.asarray(Pillow.open(io.BytesIO(picture.data)).convert("RGB")).astype(int)


def changed(before: Picture, after: Picture) -> tuple[int, int]:
    rows = np.where((np.abs(seen(before) - seen(after)).max(2) > 60).sum(1) > 4)[0]
    return int(rows.min()), int(rows.max())


def test_a_story_is_a_jpeg_of_a_phones_screen_with_its_words_in_the_safe_zone(
    embedded: Provider, face: Picture, board: Storyboard
) -> None:
    assert embedded.image is not None
    frame = studio.first_frame(embedded.image, face, board)
    moment = Moment(local_time="2026-11-23T07:40", place="Café Luma")
    story = studio.story(frame, line="Slow mornings win. " * 4, moment=moment, overlay=("AI-generated",))
    assert (story.media_type, seen(story).shape) == ("image/jpeg", (1920, 1080, 3))
    top, bottom = changed(studio.story(frame), story)
    assert top >= 1920 * 0.14
    assert bottom <= 1920 * 0.8


def test_a_thumbnail_keeps_its_title_inside_what_a_grid_shows_and_above_what_networks_write(
    embedded: Provider, face: Picture, board: Storyboard
) -> None:
    assert embedded.image is not None
    frame = studio.first_frame(embedded.image, face, board)
    cover = studio.thumbnail(frame, "Nobody warned me about my run.")
    assert seen(cover).shape == (1920, 1080, 3)
    bright = np.where((seen(cover).min(2) > 250).sum(1) > 30)[0]
    assert bright.min() >= 240
    assert bright.max() <= 1920 * 0.79


def test_the_same_story_is_the_same_file(photograph: bytes) -> None:
    photo = studio.photo_in(photograph)
    assert studio.story(photo, line="One.").data == studio.story(photo, line="One.").data


def test_letters_of_many_tongues_and_emoji_are_drawn_and_nothing_is_a_box() -> None:
    assert "".join(run.text for run in runs("Łódź ğış Ωμέγα Привет Tiếng", 40)) == "Łódź ğış Ωμέγα Привет Tiếng"
    assert "".join(run.text for run in runs("fine 👩🏽‍🚀❤️🇩🇪 ไทย", 40)).strip() == "fine 👩❤"
    assert all(
        run.font.getTypeface().unicharToGlyph(ord(letter))
        for run in runs("Łódź Привет → ☕ 🥐", 40)
        for letter in run.text
    )


def test_lines_are_broken_between_words_and_none_is_too_wide() -> None:
    lines = wrapped("one two three four five six seven ไทย eight", 60, 400)
    assert " ".join(lines) == "one two three four five six seven eight"
    assert max(width(runs(line, 60)) for line in lines) <= 400


def test_a_story_wears_the_hour_and_the_place_and_a_question_of_hers() -> None:
    moment = Moment(local_time="2026-11-23T07:40", place="Café Luma")
    worn = [stickers_of(moment, line, str(seed)) for seed in range(12) for line in ("Good.", "Tea or coffee?")]
    assert {sticker.kind for stickers in worn[::2] for sticker in stickers} == {"time", "place"}
    assert all(stickers[-1].kind == "question" for stickers in worn[1::2])
    assert {len(stickers) for stickers in worn[::2]} == {1, 2}
    assert stickers_of(Moment(local_time=""), "Good.", "one") == ()


def test_a_question_is_drawn_as_a_sticker_and_not_a_second_time_as_a_line(photograph: bytes) -> None:
    photo, moment = studio.photo_in(photograph), Moment(local_time="2026-11-23T07:40", place="Café Luma")
    told, asked = (studio.story(photo, line=line, moment=moment, seed="a") for line in ("Tea first.", "Tea first?"))
    assert changed(told, asked)[1] <= 1920 * 0.8
    assert told.data != asked.data
