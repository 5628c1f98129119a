"""What is so on a day, read from the facts, the places and the sky."""

from datetime import date

import pytest

from sorcerer.life import Fact
from sorcerer.life.model import City
from sorcerer.life.world import daylight
from sorcerer.life.world.state import value_at

MONDAY = date(2026, 10, 19)
TUESDAY = date(2026, 10, 20)


def city(day: date, minute: int, value: str) -> Fact:
    return Fact(day=day, minute=minute, name="city", value=value)


@pytest.mark.parametrize(
    ("day", "minute", "value"),
    [(MONDAY, 599, False), (MONDAY, 600, "berlin"), (TUESDAY, 599, "berlin"), (TUESDAY, 600, "paris")],
)
def test_the_newest_fact_that_was_told_by_then_holds_in_whatever_order_they_are_kept(
    day: date, minute: int, value: object
) -> None:
    told = (city(TUESDAY, 600, "paris"), Fact(day=MONDAY, name="ill", value=True), city(MONDAY, 600, "berlin"))
    assert value_at(told, "city", day, minute) == value
    assert value_at(told[::-1], "city", day, minute) == value


def test_of_two_facts_of_the_same_minute_the_first_one_holds() -> None:
    assert value_at((city(MONDAY, 600, "berlin"), city(MONDAY, 600, "paris")), "city", TUESDAY, 0) == "berlin"


def test_she_is_able_until_somebody_says_that_she_is_not() -> None:
    told = (Fact(day=TUESDAY, minute=600, name="able", value=False),)
    assert value_at(told, "able", MONDAY, 600) is True
    assert value_at(told, "able", TUESDAY, 600) is False


def test_where_the_sun_does_not_set_it_is_light_all_day_and_where_it_does_not_rise_never() -> None:
    north = City(id="tromsø", label="Tromsø", zone="Europe/Oslo", latitude=69.65, longitude=18.96)
    assert daylight(north, date(2026, 6, 21)) == (0, 1440)
    rise, fall = daylight(north, date(2026, 12, 21))
    assert rise == fall
