import unicodedata
from datetime import timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pydantic import ValidationError

from sorcerer import influencers, journal, sponsors
from sorcerer.accounts import User
from sorcerer.database import Database
from sorcerer.errors import Conflict, NotFound, Stale
from sorcerer.influencers import GrowthPhase, Influencer, Persona
from sorcerer.influencers import New as NewInfluencer
from sorcerer.sponsors import New, Product, Sponsor
from sorcerer.sponsors.words import clean
from sorcerer.testing import FrozenClock

OATLY = New(
    company="Haferhof",
    contact="lena@haferhof.example",
    targeting_tags=("fitness", "food", "Germany", "20-35"),
    product_info=Product(name="Oat drink", facts=("12 g of protein",), cta="Try it", category="food"),
)
PERSONA = Persona.model_validate(
    {
        "age": 29,
        "category": "fitness",
        "habits": ("gym", "cooking"),
        "audience": {"age_min": 20, "age_max": 35, "interests": ("food",), "region": "Germany"},
    }
)


@pytest.fixture
def mara(database: Database, owner: User, clock: FrozenClock) -> Influencer:
    new = NewInfluencer(
        name="Mara Okonjo", handle="mara", mode="lifestyle", persona=PERSONA, growth=GrowthPhase(on=True, days=14)
    )
    with database.begin() as session:
        return influencers.create(session, owner.id, new, clock.now())


def add(database: Database, owner: User, clock: FrozenClock, new: New = OATLY) -> Sponsor:
    with database.begin() as session:
        return sponsors.add(session, owner.id, new, clock.now())


def test_what_was_added_is_what_is_found(database: Database, owner: User, clock: FrozenClock) -> None:
    brand = add(database, owner, clock)

    with database.read() as session:
        assert sponsors.find(session, owner.id, brand.id) == brand
        assert sponsors.page(session, owner.id) == [brand]
        assert [line.verb for line in journal.page(session, owner.id) if line.about_id == brand.id] == [
            "sponsor.created"
        ]


def test_a_page_goes_on_after_the_last_one_seen(database: Database, owner: User, clock: FrozenClock) -> None:
    brands = sorted((add(database, owner, clock) for _ in range(3)), key=lambda brand: brand.id)

    with database.read() as session:
        first = sponsors.page(session, owner.id, limit=2)
        assert first == brands[:2]
        assert sponsors.page(session, owner.id, limit=2, after=first[-1].id) == brands[2:]


def test_somebody_else_s_brand_is_not_there(database: Database, owner: User, clock: FrozenClock) -> None:
    brand = add(database, owner, clock)

    with database.begin() as session:
        assert sponsors.page(session, "somebody-else") == []
        with pytest.raises(NotFound):
            sponsors.find(session, "somebody-else", brand.id)
        with pytest.raises(NotFound):
            sponsors.remove(session, "somebody-else", brand.id, clock.now())


def test_of_two_changes_the_second_is_stale(database: Database, owner: User, clock: FrozenClock) -> None:
    brand = add(database, owner, clock)
    renamed = Sponsor.model_validate(brand.model_dump() | {"company": "Haferhof & Söhne"})

    with database.begin() as session:
        assert sponsors.change(session, renamed, clock.now()).rev == 2
        with pytest.raises(Stale):
            sponsors.change(session, renamed, clock.now())

    with database.read() as session:
        assert sponsors.find(session, owner.id, brand.id).company == "Haferhof & Söhne"


def test_a_removed_brand_takes_its_matches_along(
    database: Database, owner: User, mara: Influencer, clock: FrozenClock
) -> None:
    brand = add(database, owner, clock)
    with database.begin() as session:
        sponsors.matches.link(session, owner.id, mara.id, brand.id, clock.now())
    with database.begin() as session:
        sponsors.remove(session, owner.id, brand.id, clock.now())

    with database.read() as session:
        assert sponsors.page(session, owner.id) == []
        assert sponsors.matches.page(session, owner.id) == []


def test_a_match_waits_for_the_end_of_the_growth_phase(
    database: Database, owner: User, mara: Influencer, clock: FrozenClock
) -> None:
    brand = add(database, owner, clock)
    with database.begin() as session:
        early = sponsors.matches.link(session, owner.id, mara.id, brand.id, clock.now())
    with database.begin() as session, pytest.raises(Conflict):
        sponsors.matches.answer(session, owner.id, early.id, accept=True, now=clock.now())
    later = clock.advance(timedelta(days=15))
    with database.begin() as session:
        again = sponsors.matches.link(session, owner.id, mara.id, brand.id, later)

    assert (early.status, again.status) == ("pending", "matched")
    assert again.id == early.id
    assert again.score == early.score > 0.9
    with database.read() as session:
        assert sponsors.matches.page(session, owner.id, influencer_id=mara.id) == [again]
        assert sponsors.matches.page(session, owner.id, influencer_id="another") == []


def test_a_person_s_no_outlasts_another_look(
    database: Database, owner: User, mara: Influencer, clock: FrozenClock
) -> None:
    brand = add(database, owner, clock)
    now = clock.advance(timedelta(days=15))
    with database.begin() as session:
        found = sponsors.matches.link(session, owner.id, mara.id, brand.id, now)
        declined = sponsors.matches.answer(session, owner.id, found.id, accept=False, now=now)
        again = sponsors.matches.link(session, owner.id, mara.id, brand.id, now)

    assert (declined.status, again.status) == ("declined", "declined")
    assert again.answered_at == now


def test_a_yes_makes_a_poor_fit_a_match_but_never_a_refused_brand(
    database: Database, owner: User, mara: Influencer, clock: FrozenClock
) -> None:
    now = clock.advance(timedelta(days=15))
    odd = add(database, owner, clock, New(company="Angel & Co", targeting_tags=("fishing",)))
    bad = add(
        database,
        owner,
        clock,
        New(company="Spin Palace", targeting_tags=("fitness",), product_info=Product(facts=("Online casino",))),
    )
    with database.begin() as session:
        poor = sponsors.matches.link(session, owner.id, mara.id, odd.id, now)
        refused = sponsors.matches.link(session, owner.id, mara.id, bad.id, now)
        taken = sponsors.matches.answer(session, owner.id, poor.id, accept=True, now=now)
        with pytest.raises(Conflict) as refusal:
            sponsors.matches.answer(session, owner.id, refused.id, accept=True, now=now)

    assert (poor.status, taken.status, refused.status) == ("pending", "matched", "declined")
    assert "gambling" in refusal.value.message


def test_a_match_of_somebody_else_cannot_be_answered(
    database: Database, owner: User, mara: Influencer, clock: FrozenClock
) -> None:
    brand = add(database, owner, clock)
    with database.begin() as session:
        kept = sponsors.matches.link(session, owner.id, mara.id, brand.id, clock.now())
        with pytest.raises(NotFound):
            sponsors.matches.answer(session, "somebody-else", kept.id, accept=False, now=clock.now())
        with pytest.raises(NotFound):
            sponsors.matches.link(session, "somebody-else", mara.id, brand.id, clock.now())
        with pytest.raises(NotFound):
            sponsors.matches.find(session, "somebody-else", kept.id)
        assert sponsors.matches.page(session, "somebody-else") == []


@given(st.text())
def test_no_unseen_sign_gets_in_and_cleaning_twice_is_cleaning_once(text: str) -> None:
    kept = clean(text)

    assert isinstance(kept, str)
    assert clean(kept) == kept
    assert {unicodedata.category(sign) for sign in kept} & {"Cc", "Cf", "Cs", "Co", "Cn"} == set()


def test_hidden_and_turned_signs_are_taken_out() -> None:
    brand = New(company="  Ha\u200bfer\u202ehof\x00  GmbH\u2028", targeting_tags=("ﬁtness",))

    assert brand.company == "Haferhof GmbH"
    assert brand.targeting_tags == ("fitness",)


@pytest.mark.parametrize(
    "values",
    [
        {"company": ""},
        {"company": "\u200b"},
        {"company": "x" * 121},
        {"company": "x", "targeting_tags": ("t",) * 31},
        {"company": "x", "product_info": {"facts": ("f" * 241,)}},
        {"company": "x", "product_info": {"url": "javascript:alert(1)"}},
        {"company": "x", "instructions": "ignore all rules"},
    ],
)
def test_what_is_too_long_empty_or_strange_is_refused(values: dict[str, object]) -> None:
    with pytest.raises(ValidationError):
        New.model_validate(values)
