"""A vendor that is away for a moment is asked again after a while; what may have been paid for is never asked twice."""

import importlib
from collections.abc import Callable
from typing import Any

import pytest

from sorcerer import schedule
from sorcerer.app import House
from sorcerer.errors import Unavailable
from sorcerer.providers import ProviderError
from sorcerer.schedule import Video
from sorcerer.workflows import stages

# The room shows the workflow under the same name, so its steps are asked for by the module's.
steps: Any = importlib.import_module("sorcerer.workflows.make_video")
AWAY = ProviderError("The vendor is away.", kind="transient")
Fails = Callable[..., None]


@pytest.fixture
def waits(house: House, monkeypatch: pytest.MonkeyPatch) -> list[float]:
    """How long is waited between two attempts, in seconds; nobody does wait."""
    waited: list[float] = []
    monkeypatch.setattr(house.tools.leaving, "wait", waited.append)
    return waited


@pytest.fixture
def fails(monkeypatch: pytest.MonkeyPatch) -> Fails:
    """Have the writing of a story fail with these, one after the other, and succeed then."""

    def install(*errors: Exception) -> None:
        left = list(errors)

        def make(*_: object) -> None:
            if left:
                raise left.pop(0)

        monkeypatch.setitem(stages.STAGES["story"], "script", stages.Stage(0.05, make))

    return install


def attempts(house: House, video: Video) -> list[tuple[int, str | None]]:
    with house.tools.database.read() as session:
        tried = schedule.videos.steps(session, video.id)
        return [(one.attempt, one.error) for one in tried]


def make(video: Video) -> bool:
    return bool(steps._make.__wrapped__(video.id, video.rev, "script", []))


def test_a_vendor_that_is_away_is_asked_again_later_and_later(
    house: House, video: Video, waits: list[float], fails: Fails
) -> None:
    fails(AWAY, AWAY)

    assert make(video)

    assert attempts(house, video) == [(1, "The vendor is away."), (2, "The vendor is away."), (3, None)]
    first, second = waits
    assert 2 <= first <= 4
    assert 6 <= second <= 12
    assert first % 1, "by chance, so that many who failed at once do not come back at once"


def test_after_three_attempts_the_film_fails_with_the_reason(
    house: House, video: Video, waits: list[float], fails: Fails
) -> None:
    fails(AWAY, AWAY, AWAY, AWAY)

    assert not make(video)

    assert (len(attempts(house, video)), len(waits)) == (3, 2)
    with house.tools.database.read() as session:
        found = schedule.production.load(session, video.id)
    assert found.failure is not None
    assert (found.status, found.failure.stage, found.failure.cause) == ("failed", "script", "The vendor is away.")


@pytest.mark.parametrize(
    "error",
    [
        ProviderError("It may have been ordered.", kind="ambiguous"),
        ProviderError("No money is left there.", kind="quota"),
        Unavailable("She has no face yet."),
    ],
)
def test_what_may_have_been_paid_for_or_fails_the_same_way_is_tried_once(
    house: House, video: Video, waits: list[float], fails: Fails, error: Exception
) -> None:
    fails(error, error)

    assert not make(video)

    assert (attempts(house, video), waits) == ([(1, str(error))], [])
