"""Words are written in the fonts that ship, or refused before anybody speaks them."""

import string
from pathlib import Path
from typing import Any

import numpy as np
import pytest
import skia

from sorcerer import studio
from sorcerer.errors import Invalid
from sorcerer.providers import Picture, Shot, joined, words_of
from sorcerer.providers.embedded.footage import EmbeddedVideo
from sorcerer.providers.embedded.voice import EmbeddedVoice
from sorcerer.studio.cut import order_of
from sorcerer.studio.film import lettering
from sorcerer.studio.film.captions import Spoken, grouped, in_sight
from sorcerer.studio.film.lettering import runs, width, write
from sorcerer.studio.film.shaped import is_right_to_left
from sorcerer.studio.letters import unwritable, written
from sorcerer.studio.model import Storyboard, Take

ALPHABETS = string.ascii_letters + "".join(map(chr, (*range(0xC0, 0x180), *range(0x391, 0x3CF), *range(0x400, 0x460))))


def test_every_letter_of_europe_has_its_picture() -> None:
    letters = [letter for letter in ALPHABETS if letter.isalpha()]
    assert "".join(run.text for run in runs("".join(letters), 40)) == "".join(letters)
    assert unwritable("".join(letters)) == ()


def test_signs_figures_and_emoji_are_not_taken_for_letters_of_another_script() -> None:
    assert unwritable("50 % off, 3 €… «yes» 👩🏽‍🚀 ☕ → ½ µm 2ª") == ()


@pytest.mark.parametrize(
    ("line", "scripts"),
    [("สวัสดี", "Thai"), ("שלום", "Hebrew"), ("龘字", "龘"), ("Good 早上 שלום, สวัสดี", "Hebrew or Thai")],
)
def test_other_letters_are_refused_by_name_before_anything_is_spoken(line: str, scripts: str) -> None:
    shots = tuple(Shot(scene="home", line=words, seconds=2.0) for words in (line, "", ""))
    board = Storyboard(title="t", shots=shots)
    face = Picture(data=b"a face", media_type="image/png")
    with pytest.raises(Invalid, match=f"no font that ships has {scripts} letters") as refused:
        studio.shoot(EmbeddedVoice(), EmbeddedVideo(), face, board, {})
    assert refused.value.field == "own_script"


def test_the_list_of_letters_is_that_of_the_fonts() -> None:
    every = map(chr, range(0x11000))
    fonts = typefaces()
    has = {one for one in every if one.isalpha() and any(font.unicharToGlyph(ord(one)) for font in fonts)}
    assert {one for one in written() if ord(one) < 0x11000} == has, "run scripts/letters.py"


@pytest.mark.parametrize(("first", "last", "script"), [(0x620, 0x64B, "Arabic"), (0x904, 0x93A, "Devanagari")])
def test_every_letter_of_a_script_is_there(first: int, last: int, script: str) -> None:
    letters = [letter for letter in map(chr, range(first, last)) if letter.isalpha()]
    assert unwritable("".join(letters)) == (), script


@pytest.mark.parametrize(
    "line",
    [
        "صباح الخير يا أصدقائي، كيف حالكم؟",
        "می\u200cخواهم بروم",
        "सुप्रभात दोस्तों, आज मैं बाज़ार गई।",
        "क्\u200dष क्ष र्कि",
        "早上好，我们今天去市场吧。",
    ],
)
def test_words_of_other_scripts_are_shaped_without_a_single_missing_glyph(line: str) -> None:
    assert "".join(run.text for run in runs(line, 60)) == line
    for run in runs(line, 60):
        fonts = [run.font] if run.shaper is None else [skia.Font(face, 60) for face in typefaces()]
        for word in run.text.replace(",", " ").split():
            assert any(0 not in glyphs(word, font) for font in fonts), word


def test_arabic_is_joined_and_hindi_forms_its_conjuncts() -> None:
    arabic, hindi = (skia.Font(font, 60) for font in typefaces()[2:4])
    assert len({*glyphs("ههه", arabic), *glyphs("ه", arabic)}) == 4, "at the beginning, amid, at the end, alone"
    assert len(glyphs("क्ष", hindi)) == 1
    assert width(runs("صباح", 60)) < sum(width(runs(letter, 60)) for letter in "صباح")


@pytest.mark.parametrize(
    ("line", "at_the_left"), [("مرحبا New York", "New York"), ("أنا في Berlin اليوم", "اليوم"), ("New صباح", "New")]
)
def test_a_text_of_two_directions_begins_where_its_first_letter_says(line: str, at_the_left: str) -> None:
    wide = round(width(runs(at_the_left, 40)))
    assert (
        np.abs(drawn(line)[:, :wide] - drawn(at_the_left)[:, :wide]).mean() < 0.2 * drawn(at_the_left)[:, :wide].mean()
    )


def test_captions_of_arabic_stand_from_right_to_left_and_latin_words_in_them_keep_their_order() -> None:
    group = [Spoken(text, 0, 1) for text in ("أنا", "في", "New", "York", "اليوم")]
    assert in_sight(group, backwards=True) == [4, 2, 3, 1, 0]
    assert in_sight(group[1:], backwards=False) == [0, 1, 2, 3]
    assert in_sight([Spoken(text, 0, 1) for text in ("say", "صباح", "الخير", "now")], backwards=False) == [0, 2, 1, 3]


def test_chinese_is_timed_and_shown_sign_by_sign_and_nothing_is_lost() -> None:
    line = "早上好，我们去“Berlin”的 ☕ 市场吧。"
    words = words_of(line)
    assert words[:4] == ["早", "上", "好，", "我"]
    assert "".join(words) == line.replace(" ", "")
    assert joined(words_of("我们去市场 OK 吧。")) == "我们去市场 OK 吧。"
    groups = grouped([Spoken(word, at, at + 1) for at, word in enumerate(words_of("我们今天去市场买一些水果和面包吧"))])
    assert [len(group) for group in groups] == [7, 7, 2]


@pytest.mark.parametrize(
    ("line", "words"),
    [("صباح الخير يا أصدقائي.", 4), ("सुप्रभात दोस्तों, आज मैं गई।", 5), ("早上好，我们去市场吧。", 9)],
)
def test_words_of_other_scripts_are_spoken_and_timed(line: str, words: int) -> None:
    speech = EmbeddedVoice().speak(line, {"name": "Maya"})
    starts = [word.start for word in speech.words]
    assert [word.text for word in speech.words] == words_of(line)
    assert len(set(starts)) == words
    assert starts == sorted(starts)
    assert speech.seconds / words > 0.1


def glyphs(text: str, font: Any) -> list[int]:
    """Return the glyphs a font shapes a word into, 0 for one it does not have."""
    blob = skia.TextBlob.MakeFromShapedText(text, font, not is_right_to_left(text))
    return [glyph for run in blob for glyph in run.fGlyphIndices]


def drawn(text: str) -> Any:
    """Return the ink of a text written at 40 pixels."""
    picture = np.zeros((80, 600, 4), np.uint8)
    surface = skia.Surface(picture, skia.kRGBA_8888_ColorType, skia.kPremul_AlphaType)
    write(surface.getCanvas(), runs(text, 40), 0, 50, skia.Paint(Color=skia.ColorWHITE))
    del surface
    return picture[..., 3].astype(float)


def typefaces() -> list[Any]:
    """Return the fonts that ship."""
    folder = Path(lettering.__file__).parent / "fonts"
    return [
        skia.Typeface.MakeFromData(skia.Data.MakeWithCopy(path.read_bytes())) for path in sorted(folder.glob("*.ttf"))
    ]


def test_a_line_that_nobody_speaks_is_shown_word_by_word(tmp_path: Path) -> None:
    face = Picture(data=b"a face", media_type="image/png")
    shot = Shot(scene="home", line="☕ 🥐", seconds=2.0)
    take = Take(shot=shot, speech=None, footage=EmbeddedVideo().shoot(face, shot, None))
    order = order_of([take], tmp_path, tmp_path, seed="one")
    assert order["takes"][0]["words"] == [["☕", 0.0, 1.0], ["🥐", 1.0, 2.0]]
