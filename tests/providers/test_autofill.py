import json
from importlib.resources import files
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sorcerer.errors import Invalid
from sorcerer.influencers import GrowthPhase, Pace, Persona
from sorcerer.life.world.cities import KNOWN
from sorcerer.providers import AutofillTask
from sorcerer.providers.embedded.autofill import FIELDS, autofill

MARA = {"name": "Mara", "pronouns": "she", "age": 29, "city": "Berlin", "category": "fitness", "habits": ["gym"]}


def fill(field: str, seed: str = "", **known: Any) -> Any:
    return autofill(AutofillTask(field=field, known=known, seed=seed)).value


def whole(seed: str) -> dict[str, Any]:
    """Fill a whole persona, one field after the other, each knowing the ones before."""
    known: dict[str, Any] = {}
    for field in FIELDS:
        value = fill(field, seed, **known)
        parent, _, leaf = field.rpartition(".")
        (known.setdefault(parent, {}) if parent else known)[leaf] = value
    return known


@given(seed=st.text(max_size=12))
def test_a_persona_filled_field_by_field_is_valid(seed: str) -> None:
    known = whole(seed)
    growth, pace = known.pop("growth"), known.pop("pace")
    other = {field: known.pop(field) for field in ("name", "handle", "direction")}

    who = Persona.model_validate(known)

    assert 20 <= who.age <= 70
    assert who.audience.age_min < who.audience.age_max
    assert GrowthPhase.model_validate(growth).days >= 14
    assert Pace.model_validate(pace).posts_per_week >= 3
    assert all(other.values())
    assert "{" not in f"{who.background}{who.goals}{''.join(other.values())}"


@pytest.mark.parametrize("field", sorted(FIELDS))
def test_the_same_seed_gets_the_same_value(field: str) -> None:
    assert fill(field, "seed", **MARA) == fill(field, "seed", **MARA)


def test_another_seed_gets_another_background() -> None:
    assert len({fill("background", str(number), **MARA) for number in range(20)}) > 15


def test_a_background_uses_what_is_known() -> None:
    text = fill("background", "a", **MARA, work="librarian")

    assert "Berlin" in text
    assert "a librarian" in text
    assert "Gym" in text
    assert 3 <= text.count(". ") + 1 <= 5


@pytest.mark.parametrize(("pronouns", "words"), [("she", "She is a "), ("he", "He is a "), ("they", "They are a ")])
def test_a_background_speaks_of_her_as_she_wants(pronouns: str, words: str) -> None:
    assert words in fill("background", "b", **{**MARA, "pronouns": pronouns}, work="librarian")


def test_what_somebody_typed_is_never_a_template() -> None:
    text = fill("background", "c", city="{city}{They}", work="{0} of %s", pronouns="she", habits=["{x}"])

    assert "{city}{They}" in text
    assert "{0} of %s" in text


def test_the_city_decides_the_zone_and_the_zone_the_city() -> None:
    assert fill("timezone", city="tokyo") == "Asia/Tokyo"
    assert fill("city", timezone="America/Mexico_City") == "Mexico City"
    assert fill("audience.region", city="Lisbon") == "Portugal"


def test_work_decides_when_she_is_up_and_how_old_she_may_be() -> None:
    assert fill("chronotype", work="baker") == "early"
    assert fill("chronotype", work="chef in a bistro") == "late"
    assert fill("age", work="retired pilot") >= 62
    assert fill("age", work="student of law") <= 28


def test_a_name_decides_the_handle_and_known_people_the_pronouns() -> None:
    assert "mara" in fill("handle", name="Mara Okonjo")
    assert fill("pronouns", name="Tomás Ferrão") == "he"


def test_the_persona_may_stand_inside_what_is_known() -> None:
    assert fill("timezone", persona={"city": "Seoul"}) == "Asia/Seoul"
    assert autofill(AutofillTask(field="persona.timezone", known={"city": "Seoul"})).value == "Asia/Seoul"


def test_an_audience_s_ages_never_cross() -> None:
    assert fill("audience.age_max", audience={"age_min": 60}, age=30) >= 64
    assert fill("audience.age_min", audience={"age_max": 24}, age=50) <= 20


def test_an_unknown_field_is_refused_with_those_that_are_known() -> None:
    with pytest.raises(Invalid) as refusal:
        fill("shoe_size")

    assert refusal.value.field == "field"
    assert "audience.interests" in refusal.value.message


def test_writer_and_life_know_the_same_cities() -> None:
    text = files("sorcerer.providers.embedded").joinpath("autofill.json").read_text(encoding="utf-8")
    cities = {name: zone for name, (zone, _) in json.loads(text)["cities"].items()}

    assert cities == {city.label: city.zone for city in KNOWN.values()}


def test_who_speaks_german_is_filled_in_in_german() -> None:
    german = {**MARA, "work": "Bibliothekarin", "voice": {"language": "de"}}
    said = [str(fill(field, "a", **german)) for field in ("background", "goals", "direction", "voice.tone")]
    words = set(" ".join(said).casefold().replace(".", " ").replace(",", " ").split())

    assert "Berlin" in said[0]
    assert "Bibliothekarin" in said[0]
    assert words & {"the", "and", "with", "of", "she", "her"} == set()


def test_a_german_tone_brings_its_own_words() -> None:
    tone = fill("voice.tone", "a", voice={"language": "de"})
    assert fill("voice.vocabulary", "b", voice={"language": "de", "tone": tone}) == fill(
        "voice.vocabulary", "c", voice={"language": "de", "tone": tone}
    )


def test_the_language_follows_the_city() -> None:
    assert (fill("voice.language", city="Vienna"), fill("voice.language", city="Tokyo")) == ("de", "en")
