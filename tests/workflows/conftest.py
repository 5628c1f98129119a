"""A toolbox without an engine that runs, and somebody with a video."""

from collections.abc import Iterator
from datetime import timedelta
from pathlib import Path

import pytest

from sorcerer import accounts, app, influencers, schedule
from sorcerer.app import House
from sorcerer.influencers import New, Persona
from sorcerer.schedule import Booking, Video
from sorcerer.settings import Settings
from sorcerer.testing import FrozenClock


@pytest.fixture
def house(database_url: str, tmp_path: Path, clock: FrozenClock) -> Iterator[House]:
    opened = app.open_house(Settings(home=tmp_path / "home", port=0, database_url=database_url), clock)
    yield opened
    opened.close()


@pytest.fixture
def video(house: House, clock: FrozenClock) -> Video:
    """A story whose making has begun."""
    with house.tools.database.begin() as session:
        owner = accounts.first_owner(session, clock.now())
        new = New(name="Mara", handle="mara", mode="lifestyle", persona=Persona(age=29))
        mara = influencers.create(session, owner.id, new, clock.now())
        wanted = Booking(
            influencer_id=mara.id, kind="story", direction="Soup", scheduled_time=clock.now() + timedelta(hours=1)
        )
        booked = schedule.book(session, owner.id, wanted, clock.now(), house.tools.lead)[1]
        begun = schedule.production.begin(session, booked.id, booked.rev, clock.now())
        assert begun is not None
        return begun
