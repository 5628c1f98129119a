import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sorcerer.influencers import Persona
from sorcerer.life.world import find_city
from sorcerer.life.world.hers import same_word
from sorcerer.life.world.kinds import KINDS
from sorcerer.providers import Look, PersonaTask
from sorcerer.providers.embedded.cast import handle_of, members, persona
from sorcerer.providers.tasks import PersonaDraft

WRITTEN = len(members())
HANDLE = r"[a-z0-9._]{2,30}"


def drafts(count: int) -> list[PersonaDraft]:
    return [persona(PersonaTask(seed=str(number))) for number in range(count)]


def test_the_cast_is_large_and_unlike_itself() -> None:
    cast = drafts(WRITTEN)

    assert WRITTEN >= 12
    assert len({draft.name for draft in cast}) == WRITTEN
    assert len({draft.persona["city"] for draft in cast}) == WRITTEN
    assert len({draft.persona["voice"]["tone"] for draft in cast}) == WRITTEN
    assert {draft.persona["pronouns"] for draft in cast} == {"she", "he", "they"}
    assert len({draft.look["skin"] for draft in cast}) >= 9
    assert {draft.persona["chronotype"] for draft in cast} == {"early", "middle", "late"}
    assert len({draft.persona["category"] for draft in cast}) >= 12


@pytest.mark.parametrize("draft", drafts(WRITTEN * 8), ids=lambda draft: draft.handle)
def test_everybody_is_an_adult_and_complete(draft: PersonaDraft) -> None:
    who = Persona.model_validate(draft.persona)

    assert 20 <= who.age <= 70
    assert Look.model_validate(draft.look).model_dump() == draft.look
    assert re.fullmatch(HANDLE, draft.handle)
    assert 3 <= len(re.findall(r"[.!?](?:\s|$)", who.background)) <= 5
    assert len(who.habits) >= 3
    assert len(who.people) >= 1
    assert who.goals.endswith(".")
    assert who.audience.age_min < who.audience.age_max


def test_every_city_is_one_that_life_knows_in_the_zone_that_it_has() -> None:
    for draft in drafts(WRITTEN):
        assert find_city(draft.persona["city"], "UTC").zone == draft.persona["timezone"]


def test_every_habit_is_something_that_happens_in_a_life() -> None:
    likes = {word for kind in KINDS.values() for word in kind.likes}
    habits = {habit for member in members() for habit in member["persona"]["habits"]}

    unknown = {habit for habit in habits if not any(same_word(w, one) for w in habit.split() for one in likes)}
    assert unknown == set()


def test_each_field_says_that_an_ai_wrote_it() -> None:
    draft = persona(PersonaTask(seed="3"))

    assert {"background", "voice.tone", "audience.region"} <= set(draft.persona["ai_written"])
    assert "ai_written" not in draft.persona["ai_written"]


@given(seed=st.text(max_size=20), mode=st.sampled_from(("lifestyle", "company")))
def test_the_same_seed_is_the_same_person(seed: str, mode: str) -> None:
    task = PersonaTask(seed=seed, mode=mode)

    assert persona(task) == persona(task)


def test_seeds_beyond_the_cast_are_relatives_with_names_of_their_own() -> None:
    rounds = drafts(WRITTEN * 4)

    assert len({draft.name for draft in rounds}) == WRITTEN * 4
    assert len({draft.handle for draft in rounds}) == WRITTEN * 4


def test_no_text_names_the_person_so_that_a_relative_may_have_it() -> None:
    for member in members():
        text = f"{member['persona']['background']} {member['persona']['goals']}"
        assert [name for name in member["names"] if name.split()[0] in text] == []


def test_a_handle_is_made_of_letters_a_network_takes() -> None:
    assert handle_of("{first}.bakes", "Tomás Ferrão") == "tomas.bakes"
    assert handle_of("the.quiet.{first}", "Søren") == "the.quiet.soren"
    assert handle_of("{first}", "李明") == "hello"
