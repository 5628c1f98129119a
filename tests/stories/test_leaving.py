"""A process that is asked to end in the middle of a film leaves it to the next one."""

from collections.abc import Callable
from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest

from sorcerer import accounts, api, app, schedule
from sorcerer.app import House
from sorcerer.providers import PersonaTask
from sorcerer.schedule import Video
from sorcerer.settings import Settings


def first_reel(house: House) -> Video:
    """The first reel of a new life, wanted in an hour, so that it is made at once and stays unpublished."""
    tools, now = house.tools, house.tools.clock.now()
    with tools.database.begin() as session:
        owner = accounts.first_owner(session, now)
        booking = {"direction": "Soup", "scheduled_time": now + timedelta(minutes=50)}
    assert tools.provider.text is not None
    draft = tools.provider.text.persona(PersonaTask(seed="leaving"))
    wizard = api.Wizard.model_validate(draft.model_dump() | {"channels": ()})
    begun = api.begin(tools, owner.id, wizard)
    with tools.database.begin() as session:
        wanted = schedule.Booking.model_validate(booking | {"influencer_id": begun.influencer.id})
        return schedule.book(session, owner.id, wanted, now, tools.lead)[1]


@pytest.mark.slow
def test_a_film_that_is_under_way_when_the_process_ends_is_finished_by_the_next(
    database_url: str, tmp_path: Path, wait: Callable[..., Any]
) -> None:
    settings = Settings(home=tmp_path / "home", port=0, database_url=database_url)
    first = app.open_house(settings)
    reel = first_reel(first)

    def look(house: House) -> Video:
        with house.tools.database.read() as session:
            return schedule.videos.find(session, reel.owner_id, reel.id)

    first.worker.start()
    wait(lambda: look(first).stage == "film" and look(first).progress > 0.22, "the film is under way")
    first.worker.stop()
    left = look(first)
    first.close()
    second = app.open_house(settings)
    second.worker.start()
    wait(lambda: look(second).status == "ready", "the next process finishes it")
    second.worker.stop()
    second.close()

    assert left.status == "processing"
