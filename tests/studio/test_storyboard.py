"""Scripts become shots: rules that hold for every script."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sorcerer import studio
from sorcerer.errors import Invalid
from sorcerer.providers import Beat, Moment, PersonaFacts, Script, ScriptTask
from sorcerer.providers.embedded.text import EmbeddedText
from sorcerer.studio.families import FRAMINGS
from sorcerer.studio.pacing import LEAST, MOST, lines_of
from sorcerer.studio.storyboard import light_of, scene_of

MOMENT = Moment(local_time="2026-11-23T07:40", scene="cafe")
TASK = ScriptTask(who=PersonaFacts(name="Maya"), moment=MOMENT, seed="one")
own_words = (
    st.lists(st.text(alphabet=st.sampled_from("abcdefg ,.!?—'é😀ß\n"), min_size=1, max_size=60), min_size=1, max_size=8)
    .map(" ".join)
    .filter(lambda text: any(letter.isalnum() for letter in text))
)


def of(*lines: str) -> Script:
    return Script(title="t", beats=tuple(Beat(role="beat", line=line) for line in lines))


@given(own_words)
def test_somebodys_own_words_are_kept_word_for_word_from_paper_to_shots(words: str) -> None:
    script = studio.script(EmbeddedText(), TASK, words)
    board = studio.storyboard(script, MOMENT, seed="one")
    assert script.written_by == "user"
    assert " ".join(beat.line for beat in script.beats).split() == words.split()
    assert " ".join(shot.line for shot in board.shots).split() == words.split()


@given(own_words, st.text(max_size=6))
def test_a_storyboard_has_three_shots_and_lasts_eight_seconds_at_least(words: str, seed: str) -> None:
    board = studio.storyboard(of(*lines_of(words)), MOMENT, seed=seed)
    assert len(board.shots) >= 3
    assert LEAST - 0.01 <= board.seconds <= MOST
    assert {(shot.scene, shot.light) for shot in board.shots} == {("cafe", "dawn")}
    assert len({shot.seed for shot in board.shots}) == len(board.shots)


def test_own_words_open_their_caption_and_keep_the_writers_question_and_hashtags() -> None:
    written, own = studio.script(EmbeddedText(), TASK), studio.script(EmbeddedText(), TASK, "My own words.")
    assert own.caption == f"My own words.\n\n{written.beats[-1].line}"
    assert own.hashtags == written.hashtags
    assert [beat.line for beat in own.beats] == ["My own words."]


def test_own_words_without_a_word_are_refused() -> None:
    with pytest.raises(Invalid, match="no words that can be said") as refused:
        studio.script(EmbeddedText(), TASK, " 😀 … \n")
    assert refused.value.field == "own_script"


def test_a_script_longer_than_ninety_seconds_is_refused_with_its_length() -> None:
    with pytest.raises(Invalid, match=r"takes about 1\d\d s to say") as refused:
        studio.storyboard(of("word " * 400), MOMENT, seed="one")
    assert refused.value.field == "own_script"


def test_a_long_line_falls_at_its_sentences_then_at_its_clauses() -> None:
    line = (
        "I woke up late and missed the bus that I have never once missed before. "
        "So I walked along the canal the whole way to the studio, and honestly, it was the best hour of my week."
    )
    assert lines_of(line) == [
        "I woke up late and missed the bus that I have never once missed before.",
        "So I walked along the canal the whole way to the studio,",
        "and honestly, it was the best hour of my week.",
    ]


def test_a_single_word_makes_a_film_with_silent_shots() -> None:
    board = studio.storyboard(of("Hello."), MOMENT, seed="one")
    assert [shot.line for shot in board.shots] == ["Hello.", "", ""]


def test_light_follows_the_clock_and_gives_way_to_what_is_known() -> None:
    hours = {"03:00": "night", "06:30": "dawn", "12:00": "day", "18:15": "golden", "21:00": "night"}
    assert {clock: light_of(f"2026-11-23T{clock}") for clock in hours} == hours
    assert light_of("") == "day"
    board = studio.storyboard(of("One.", "Two.", "Three."), MOMENT, seed="one", light="night")
    assert {shot.light for shot in board.shots} == {"night"}


def test_a_place_nobody_can_draw_is_shown_as_home() -> None:
    assert (scene_of("beach"), scene_of("the moon")) == ("beach", "home")


def test_films_of_a_fortnight_never_open_the_same_way() -> None:
    words = of("One line.", "Two lines.", "Three lines.").model_copy(update={"family": "series"})
    recent: list[str] = []
    for number in range(18):
        recent.append(studio.storyboard(words, MOMENT, seed=str(number), recent=recent).signature)
    assert len(set(recent)) == 18
    assert [one.partition(":")[0] for one in recent[:3]] == ["series"] * 3


def test_every_family_has_three_openings_of_its_own() -> None:
    assert {family: {order[0] for order in orders} for family, orders in FRAMINGS.items()} == {
        family: {"close", "medium", "wide"} for family in FRAMINGS
    }


@pytest.mark.parametrize(
    "words",
    [
        "今天我在厨房做饭，先把洋葱切好，然后放进热锅里慢慢炒。接下来加一点盐，再等十分钟，最后把火关小！你们平时喜欢吃什么？",  # noqa: RUF001
        "اليوم أخبز الخبز في البيت. العجين يحتاج إلى وقت. ماذا تخبزون؟",
        "आज मैं घर पर रोटी बना रही हूँ। आटा थोड़ा आराम करेगा। आप क्या पकाते हैं?",
    ],
)
def test_own_words_of_any_script_are_kept_and_timed(words: str) -> None:
    script = studio.script(EmbeddedText(), TASK, words)
    board = studio.storyboard(script, MOMENT, seed="one")
    assert "".join(shot.line for shot in board.shots).replace(" ", "") == words.replace(" ", "")
    assert 8.0 <= board.seconds <= 30.0
    assert len(board.shots) >= 3


def test_five_thousand_words_are_refused_by_their_field() -> None:
    script = studio.script(EmbeddedText(), TASK, "four " * 4000)
    with pytest.raises(Invalid, match="a reel may last 90 s") as refused:
        studio.storyboard(script, MOMENT, seed="one")
    assert refused.value.field == "own_script"
    with pytest.raises(Invalid, match="30,000 letters; 20,000 are the most") as too_many:
        studio.script(EmbeddedText(), TASK, "words " * 5000)
    assert too_many.value.field == "own_script"
