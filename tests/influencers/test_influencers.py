from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pydantic import ValidationError

from sorcerer import influencers
from sorcerer.accounts import User
from sorcerer.database import Database
from sorcerer.errors import Conflict, Invalid, NotFound, Stale
from sorcerer.influencers import GrowthPhase, Influencer, New, Persona
from sorcerer.influencers.consent import Signature
from sorcerer.testing import FrozenClock

MARA = New(name="Mara Okonjo", handle="maralifts", mode="lifestyle", persona=Persona(age=29))


def make(database: Database, owner: User, clock: FrozenClock, new: New = MARA) -> Influencer:
    with database.begin() as session:
        return influencers.create(session, owner.id, new, clock.now())


def test_what_was_kept_is_what_was_given(database: Database, owner: User, clock: FrozenClock) -> None:
    mara = make(database, owner, clock)

    with database.read() as session:
        assert influencers.find(session, owner.id, mara.id) == mara
    assert mara.growth == GrowthPhase(on=True, started_at=clock.now(), days=14)


def test_names_in_any_script_are_kept_as_they_are(database: Database, owner: User, clock: FrozenClock) -> None:
    name = "مارا 🏋️\u200d♀️ Ökonjo"

    assert make(database, owner, clock, MARA.model_copy(update={"name": name})).name == name


def test_a_handle_belongs_to_one_influencer_of_an_owner(database: Database, owner: User, clock: FrozenClock) -> None:
    make(database, owner, clock)

    with pytest.raises(Conflict) as refusal:
        make(database, owner, clock)

    assert refusal.value.field == "handle"
    with database.read() as session:
        assert len(influencers.page(session, owner.id)) == 1


def test_somebody_else_s_influencer_is_not_there(database: Database, owner: User, clock: FrozenClock) -> None:
    mara = make(database, owner, clock)

    with database.begin() as session:
        with pytest.raises(NotFound):
            influencers.find(session, "somebody-else", mara.id)
        with pytest.raises(NotFound):
            influencers.remove(session, "somebody-else", mara.id, clock.now())
        assert influencers.page(session, "somebody-else") == []


def test_of_two_changes_to_the_same_revision_the_second_is_refused(
    database: Database, owner: User, clock: FrozenClock
) -> None:
    mara = make(database, owner, clock)

    with database.begin() as session:
        changed = influencers.change(session, mara.model_copy(update={"name": "Mara"}), clock.now())
    with database.begin() as session, pytest.raises(Stale):
        influencers.change(session, mara.model_copy(update={"name": "Mira"}), clock.now())

    with database.read() as session:
        assert influencers.find(session, owner.id, mara.id) == changed
    assert (changed.name, changed.rev) == ("Mara", 2)


@given(st.integers(max_value=17))
def test_nobody_under_eighteen_becomes_a_persona(age: int) -> None:
    with pytest.raises(ValidationError, match="a persona is an adult"):
        Persona(age=age)


def test_an_unknown_zone_is_refused_by_name() -> None:
    with pytest.raises(ValidationError, match="Europe/Atlantis"):
        Persona(age=30, timezone="Europe/Atlantis")


def test_the_growth_phase_ends_after_its_days_or_when_a_person_says_so() -> None:
    start = datetime(2026, 11, 1, tzinfo=UTC)
    phase = GrowthPhase(on=True, started_at=start, days=14)

    assert phase.covers(start + timedelta(days=13))
    assert not phase.covers(start + timedelta(days=14))
    assert not phase.model_copy(update={"ended_at": start + timedelta(days=3)}).covers(start + timedelta(days=3))


def test_a_real_face_works_only_while_a_consent_holds(database: Database, owner: User, clock: FrozenClock) -> None:
    mara = make(database, owner, clock, MARA.model_copy(update={"real_face": True, "face_key": "ab/abc.png"}))
    now = clock.now()
    signature = Signature(
        subject="Mara O.", scope="films", proof="signed paper", signed_at=now, expires_at=now + timedelta(days=365)
    )

    with database.begin() as session:
        assert not influencers.consents.allows(session, mara, now)
        consent = influencers.consents.sign(session, owner.id, mara.id, signature, now)
        assert influencers.consents.allows(session, mara, now)
        influencers.consents.revoke(session, owner.id, consent.id, now + timedelta(days=1))
        assert influencers.consents.allows(session, mara, now)
        assert not influencers.consents.allows(session, mara, now + timedelta(days=1))


def test_a_consent_longer_than_ten_years_is_refused(database: Database, owner: User, clock: FrozenClock) -> None:
    mara = make(database, owner, clock)
    now = clock.now()
    forever = Signature(subject="M", scope="all", proof="none", signed_at=now, expires_at=now + timedelta(days=4000))

    with database.begin() as session, pytest.raises(Invalid) as refusal:
        influencers.consents.sign(session, owner.id, mara.id, forever, now)

    assert refusal.value.field == "consent.expires_at"


def test_a_draft_keeps_what_was_typed_before(database: Database, owner: User, clock: FrozenClock) -> None:
    with database.begin() as session:
        draft = influencers.drafts.start(session, owner.id, 1, {"mode": "lifestyle"}, clock.now())
        influencers.drafts.write(session, owner.id, draft.id, step=2, fields={"name": "Mara"}, now=clock.now())

    with database.read() as session:
        kept = influencers.drafts.find(session, owner.id, draft.id)
    assert (kept.step, kept.fields) == (2, {"mode": "lifestyle", "name": "Mara"})
