"""Words are written in the fonts that ship, or refused before anybody speaks them."""

import string
from pathlib import Path

import pytest

from sorcerer import studio
from sorcerer.errors import Invalid
from sorcerer.providers import Picture, Shot
from sorcerer.providers.embedded.footage import EmbeddedVideo
from sorcerer.providers.embedded.voice import EmbeddedVoice
from sorcerer.studio.cut import order_of
from sorcerer.studio.film.lettering import runs
from sorcerer.studio.letters import unwritable
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
    [("صباح الخير", "Arabic"), ("सुप्रभात", "Devanagari"), ("早上好", "Cjk"), ("Good 早上 صباح", "Cjk or Arabic")],
)
def test_other_letters_are_refused_by_name_before_anything_is_spoken(line: str, scripts: str) -> None:
    shots = tuple(Shot(scene="home", line=words, seconds=2.0) for words in (line, "", ""))
    board = Storyboard(title="t", shots=shots)
    face = Picture(data=b"a face", media_type="image/png")
    with pytest.raises(Invalid, match=f"no font that ships has {scripts} letters") as refused:
        studio.shoot(EmbeddedVoice(), EmbeddedVideo(), face, board, {})
    assert refused.value.field == "own_script"


def test_a_line_that_nobody_speaks_is_shown_word_by_word(tmp_path: Path) -> None:
    face = Picture(data=b"a face", media_type="image/png")
    shot = Shot(scene="home", line="☕ 🥐", seconds=2.0)
    take = Take(shot=shot, speech=None, footage=EmbeddedVideo().shoot(face, shot, None))
    order = order_of([take], tmp_path, tmp_path, seed="one")
    assert order["takes"][0]["words"] == [["☕", 0.0, 1.0], ["🥐", 1.0, 2.0]]
