"""Tales: what every hand-written story must keep to, in each language."""

import re

import pytest

from sorcerer import disclosure
from sorcerer.life.world.kinds import KINDS
from sorcerer.providers.embedded.writing.language import LANGUAGES, language_of
from sorcerer.providers.embedded.writing.manner import Manner
from sorcerer.providers.embedded.writing.tales import Tale, shelf_of
from sorcerer.providers.embedded.writing.tone import alone, joined, voiced

GAPS = {"who", "day", "tomorrow", "month", "city", "hour"}
MOODS = {"dry", "warm", "bright", "exact"}


def tales(code: str) -> list[Tale]:
    shelf = shelf_of(code)
    return [tale for each in (*shelf.kinds.values(), *shelf.categories.values()) for tale in each]


@pytest.mark.parametrize("code", LANGUAGES)
def test_everything_she_can_do_has_three_tales_or_more(code: str) -> None:
    assert {kind for kind in KINDS if len(shelf_of(code).kinds.get(kind, ())) < 3} == set()
    assert set(shelf_of(code).categories) == set(language_of(code).table["categories"])


@pytest.mark.parametrize("code", LANGUAGES)
def test_a_tale_begins_with_a_statement_or_a_promise_and_ends_with_a_question(code: str) -> None:
    assert [
        tale.ask for tale in tales(code) if not tale.ask.endswith("?") and not tale.ask.startswith(("Guess", "Rate"))
    ] == []
    assert [tale.hook for tale in tales(code) if not re.search(r"[.!?…]\W*$", tale.hook)] == []


@pytest.mark.parametrize("code", LANGUAGES)
def test_a_tale_asks_only_for_what_a_moment_knows_and_names_its_moods(code: str) -> None:
    assert {gap for tale in tales(code) for gap in tale.gaps} <= GAPS
    assert {mood for tale in tales(code) for mood in tale.moods} == MOODS


@pytest.mark.parametrize("code", LANGUAGES)
def test_no_tale_says_what_nobody_made_by_ai_can_say(code: str) -> None:
    said = [" ".join(tale.worded(number)) for tale in tales(code) for number in range(tale.wordings)]
    assert [claim.quote for text in said for claim in disclosure.claims(text)] == []


@pytest.mark.parametrize("code", LANGUAGES)
def test_no_opening_is_written_twice(code: str) -> None:
    hooks = [
        tale.worded(number)[0] for tale in tales(code) for number in range(len(set(re.findall(r"\[", tale.hook))) + 1)
    ]
    assert len(hooks) == len(set(hooks))


@pytest.mark.parametrize("code", LANGUAGES)
def test_a_tale_names_only_acts_of_her_life(code: str) -> None:
    acts = {name for kind in KINDS.values() for name, _ in kind.acts}
    assert {name for tale in tales(code) for name in tale.acts} <= acts


def test_a_choice_takes_the_same_word_in_every_line() -> None:
    tale = Tale(
        ("dry",), (), "A [cat/dog] came.", "=It was a [cat/dog].", "I fed the [cat/dog].", "~so it stayed.", "You?"
    )
    assert tale.worded(1) == ("A dog came.", "It was a dog.", "I fed the dog.", "~so it stayed.", "You?")
    assert (tale.wordings, tale.roomy) == (2, True)


def manner(mood: str, sentences: str) -> Manner:
    return Manner(moods=(mood,), sentences=sentences, emoji="none", vocabulary=())


def test_who_talks_at_length_says_two_lines_in_one_breath_and_who_talks_shortly_says_each_alone() -> None:
    language = language_of("en")
    assert joined("I lost.", "~and it rained.", manner("exact", "long"), language) == ("I lost, and it rained.",)
    assert joined("I lost.", "~and it rained.", manner("dry", "short"), language) == ("I lost.", "It rained.")
    assert alone("~so it stayed.") == "So it stayed."


def test_the_same_line_is_whole_in_one_mouth_short_in_another_and_loud_in_a_third() -> None:
    language = language_of("en")
    line = "It is late, and I am here."
    assert voiced(line, manner("exact", "long"), language, mood="dry") == "It is late, and I am here."
    assert voiced(line, manner("dry", "short"), language, mood="dry") == "It's late, and I'm here."
    assert voiced(line, manner("bright", "short"), language, mood="dry") == "It's late, and I'm here!"
    assert voiced("More! Now!", manner("dry", "short"), language, mood="bright") == "More. Now."
