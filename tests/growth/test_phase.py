from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sorcerer import growth
from sorcerer.errors import Conflict, Invalid
from sorcerer.influencers import GrowthPhase

START = datetime(2026, 11, 1, 9, tzinfo=UTC)
PHASE = GrowthPhase(on=True, started_at=START, days=14)


@given(days=st.integers(1, 60), gone=st.integers(0, 13))
def test_an_extended_phase_ends_exactly_that_much_later(days: int, gone: int) -> None:
    longer = growth.phase.extend(PHASE, days, START + timedelta(days=gone))

    assert longer.ends_at() == START + timedelta(days=14 + days)


def test_a_phase_that_is_over_goes_on_from_now() -> None:
    now = START + timedelta(days=20)

    again = growth.phase.extend(PHASE, 5, now)

    assert again.ends_at() == now + timedelta(days=5)
    assert again.covers(now)


def test_an_ended_phase_can_be_taken_up_again() -> None:
    ended = growth.phase.intercept(PHASE, START + timedelta(days=3))

    assert growth.phase.extend(ended, 2, START + timedelta(days=4)).ends_at() == START + timedelta(days=6)


def test_an_intercepted_phase_is_over_at_once() -> None:
    now = START + timedelta(days=3)

    ended = growth.phase.intercept(PHASE, now)

    assert ended.ends_at() == now
    assert not ended.covers(now)
    assert PHASE.covers(now)


@pytest.mark.parametrize("phase", [GrowthPhase(on=False), GrowthPhase(on=True), PHASE])
def test_what_does_not_run_cannot_be_ended(phase: GrowthPhase) -> None:
    with pytest.raises(Conflict):
        growth.phase.intercept(phase, START + timedelta(days=30))


@pytest.mark.parametrize("phase", [GrowthPhase(on=False), GrowthPhase(on=True)])
def test_what_never_began_cannot_be_extended(phase: GrowthPhase) -> None:
    with pytest.raises(Conflict):
        growth.phase.extend(phase, 3, START)


@pytest.mark.parametrize("days", [0, -3, 107])
def test_a_phase_is_extended_by_a_day_or_more_and_to_120_at_most(days: int) -> None:
    with pytest.raises(Invalid) as refusal:
        growth.phase.extend(PHASE, days, START)

    assert refusal.value.field == "days"


def test_no_sponsor_stands_inside_the_phase_and_any_may_after_it() -> None:
    end = START + timedelta(days=14)

    with pytest.raises(Conflict, match="lasts until 15 November 2026"):
        growth.phase.admit(PHASE, end - timedelta(minutes=1))

    growth.phase.admit(PHASE, end)
    growth.phase.admit(growth.phase.intercept(PHASE, START + timedelta(days=2)), START + timedelta(days=3))
    growth.phase.admit(GrowthPhase(on=False), START)
