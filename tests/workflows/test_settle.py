"""A persona's city and clock follow her life on the day she moves, and not on a trip."""

from datetime import date, timedelta

import pytest

from sorcerer import accounts, api, influencers, life
from sorcerer.app import House
from sorcerer.influencers import Influencer, New, Persona
from sorcerer.life.interventions import Intervention
from sorcerer.testing import FrozenClock
from sorcerer.workflows.settle import Settler


@pytest.fixture
def mara(house: House, clock: FrozenClock) -> Influencer:
    persona = Persona(age=29, city="berlin", people=("Jonas",), habits=("coffee",))
    with house.tools.database.begin() as session:
        owner = accounts.first_owner(session, clock.now())
        made = influencers.create(
            session, owner.id, New(name="Mara", handle="mara", mode="lifestyle", persona=persona), clock.now()
        )
        return api.live_on(session, made, 30, clock.now(), house.tools.lead)[0]


def told(house: House, mara: Influencer, text: str) -> None:
    now = house.tools.clock.now()
    with house.tools.database.begin() as session:
        present = life.interventions.present(session, mara.owner_id, mara.id)
        wish: Intervention = life.interventions.understand(text, now.date())
        seen = life.interventions.preview(present, wish, now)
        life.interventions.apply(session, mara.owner_id, seen, digest=seen.digest, now=now)


def lives(house: House, mara: Influencer) -> tuple[str, str]:
    with house.tools.database.read() as session:
        persona = influencers.find(session, mara.owner_id, mara.id).persona
    return persona.city.casefold(), persona.timezone


def day(clock: FrozenClock, days: int) -> date:
    return (clock.now() + timedelta(days=days)).date()


def test_she_lives_in_the_new_city_from_the_day_she_moves(house: House, clock: FrozenClock, mara: Influencer) -> None:
    settler = Settler(house.tools)
    told(house, mara, f"she moves to Lisbon on {day(clock, 5)}")

    clock.advance(timedelta(days=4))
    early = (settler.settle(), lives(house, mara))
    clock.advance(timedelta(days=1))
    arrived = (settler.settle(), lives(house, mara))
    clock.advance(timedelta(minutes=20))

    assert early == (0, ("berlin", "Europe/Berlin"))
    assert arrived == (1, ("lisbon", "Europe/Lisbon"))
    assert settler.settle() == 0


def test_on_a_trip_she_still_lives_at_home(house: House, clock: FrozenClock, mara: Influencer) -> None:
    told(house, mara, f"she goes to Lisbon on {day(clock, 3)} for six days")
    clock.advance(timedelta(days=5))

    assert Settler(house.tools).settle() == 0
    assert lives(house, mara) == ("berlin", "Europe/Berlin")


def test_a_new_plan_after_a_move_begins_in_the_new_city_and_leaves_her_people_behind(
    house: House, clock: FrozenClock, mara: Influencer
) -> None:
    told(house, mara, f"she moves to Lisbon on {day(clock, 2)}")
    clock.advance(timedelta(days=4))
    Settler(house.tools).settle()

    with house.tools.database.begin() as session:
        moved = influencers.find(session, mara.owner_id, mara.id)
        _, planned = api.live_on(session, moved, 20, clock.now(), house.tools.lead)
        plan = life.interventions.present(session, mara.owner_id, mara.id).plan

    assert planned.violations == 0
    assert (plan.premise.city.id, {item.city for item in plan.items}) == ("lisbon", {"lisbon"})
    assert {name for item in plan.items for name in item.who} == set()
