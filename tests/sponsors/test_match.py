from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sorcerer import sponsors
from sorcerer.influencers import GrowthPhase, Influencer, Persona
from sorcerer.sponsors import Product, Sponsor

NOW = datetime(2026, 11, 23, 12, tzinfo=UTC)
PERSONA = Persona.model_validate(
    {
        "age": 29,
        "category": "fitness",
        "habits": ("running", "cooking"),
        "city": "Berlin",
        "audience": {"age_min": 20, "age_max": 35, "interests": ("food",), "region": "Germany"},
    }
)
MARA = Influencer(
    id="mara",
    owner_id="owner",
    name="Mara Okonjo",
    handle="mara",
    mode="lifestyle",
    persona=PERSONA,
    growth=GrowthPhase(on=False),
    created_at=NOW,
)


def brand(*tags: str, company: str = "Haferhof", **product: object) -> Sponsor:
    return Sponsor(
        id="brand",
        owner_id="owner",
        created_at=NOW,
        company=company,
        targeting_tags=tags,
        product_info=Product.model_validate(product),
    )


def test_what_is_shared_is_named() -> None:
    verdict = sponsors.match(MARA, brand("run", "food", "Germany", "20-35", category="fitness"), NOW)

    assert (verdict.status, verdict.score) == ("matched", 1.0)
    assert verdict.reasons == (
        "Shared interests: run, food.",
        "Fitness fits her account.",
        "Her audience is in Germany.",
        "Her audience is 20 to 35; wanted is 20 to 35.",
    )


def test_a_stranger_waits_for_a_person() -> None:
    verdict = sponsors.match(MARA, brand("fishing", category="boats"), NOW)

    assert (verdict.status, verdict.score) == ("pending", 0.0)
    assert verdict.reasons == ("None of fishing is a theme of hers.", "Boats is not what she is about.")


def test_a_brand_that_says_nothing_is_told_so() -> None:
    assert sponsors.match(MARA, brand(), NOW).reasons == (
        "Haferhof says nothing of whom it looks for; add tags or a category.",
    )


def test_the_growth_phase_puts_everybody_off() -> None:
    growing = MARA.model_copy(update={"growth": GrowthPhase(on=True, started_at=NOW, days=14)})

    during, after = (sponsors.match(growing, brand("food"), NOW + timedelta(days=days)) for days in (13, 14))

    assert (during.status, after.status) == ("pending", "matched")
    assert during.reasons[0] == "The growth phase has no sponsors until 07 December 2026."


@pytest.mark.parametrize(
    ("text", "word"),
    [
        ("Online Casino", "gambling"),
        ("sports BETTING tips", "gambling"),
        ("hunting rifles", "weapons"),
        ("fine cigars", "tobacco"),
        ("the new vape", "vapes"),
        ("e-cigarettes", "tobacco"),
        ("adult content", "adult content"),
        ("vote for Otto", "politics"),
        ("cures diabetes", "health cures"),
        ("guaranteed monthly returns", "guaranteed money"),
        ("ca\u200bsino", "gambling"),
        ("\uff43\uff41\uff53\uff49\uff4e\uff4f", "gambling"),
    ],
)
def test_what_harms_is_refused_wherever_it_is_said(text: str, word: str) -> None:
    for refused in (brand(text), brand("food", facts=(text,)), brand("food", company=text), brand("food", cta=text)):
        verdict = sponsors.match(MARA, refused, NOW)
        assert (verdict.status, verdict.score) == ("declined", 0.0)
        assert verdict.reasons[0].endswith(f"is refused: no {word} here.")


@pytest.mark.parametrize(
    "text", ["pedicure", "secure cloud", "cured ham", "gunmetal lamp", "the better bread", "vaporetto tours"]
)
def test_innocent_words_are_let_through(text: str) -> None:
    assert sponsors.match(MARA, brand("food", facts=(text,)), NOW).status == "matched"


@given(st.lists(st.text(alphabet="abcdefghijklmnop -", min_size=1, max_size=12).filter(str.strip), max_size=8))
def test_a_score_is_a_share_and_the_same_twice(tags: list[str]) -> None:
    verdict = sponsors.match(MARA, brand(*tags), NOW)

    assert 0 <= verdict.score <= 1
    assert verdict == sponsors.match(MARA, brand(*tags), NOW)
