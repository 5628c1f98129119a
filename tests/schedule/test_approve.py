"""A yes is for the film that was seen and for no other."""

from datetime import timedelta

import pytest

from sorcerer import influencers, schedule
from sorcerer.accounts import User
from sorcerer.database import Database
from sorcerer.errors import Conflict, NotFound, Stale
from sorcerer.influencers import New, Persona
from sorcerer.schedule import Booking, Video
from sorcerer.schedule.booked import Changes
from sorcerer.testing import FrozenClock

LEAD = timedelta(hours=1)


@pytest.fixture
def planned(database: Database, owner: User, clock: FrozenClock) -> Video:
    new = New(name="Mara", handle="mara", mode="lifestyle", persona=Persona(age=29))
    with database.begin() as session:
        her = influencers.create(session, owner.id, new, clock.now()).id
        wanted = Booking(influencer_id=her, scheduled_time=clock.now() + timedelta(days=1), direction="Batch soup")
        return schedule.book(session, owner.id, wanted, clock.now(), LEAD)[1]


@pytest.fixture
def asked(database: Database, planned: Video, clock: FrozenClock) -> Video:
    """A film that is made and waits for a yes."""
    with database.begin() as session:
        schedule.production.begin(session, planned.id, planned.rev, clock.now())
        schedule.production.finish(session, planned.id, planned.rev, {"beats": []}, "", clock.now())
        schedule.production.ask(session, planned.id, clock.now())
        return schedule.production.load(session, planned.id)


def approve(database: Database, video: Video, clock: FrozenClock, rev: int | None = None) -> Video:
    with database.begin() as session:
        return schedule.videos.approve(session, video.owner_id, video.id, clock.now(), rev=rev)


def change(database: Database, video: Video, clock: FrozenClock, **more: object) -> Video:
    with database.begin() as session:
        changes = Changes.model_validate(more)
        return schedule.videos.change(session, video.owner_id, video.id, changes, clock.now(), LEAD)


def test_nobody_can_approve_a_film_that_nobody_can_have_seen(
    database: Database, planned: Video, clock: FrozenClock
) -> None:
    with pytest.raises(Conflict, match="there is no film to approve yet"):
        approve(database, planned, clock)


def test_a_yes_to_another_revision_than_the_one_looked_at_is_refused(
    database: Database, asked: Video, clock: FrozenClock
) -> None:
    with pytest.raises(Stale):
        approve(database, asked, clock, rev=asked.rev + 1)

    assert approve(database, asked, clock, rev=asked.rev).approval == "given"


def test_new_words_after_a_yes_are_asked_about_anew(database: Database, asked: Video, clock: FrozenClock) -> None:
    approve(database, asked, clock)

    assert change(database, asked, clock, direction="Nobody has seen this").approval == "none"


def test_a_new_time_alone_keeps_the_film_and_the_yes(database: Database, asked: Video, clock: FrozenClock) -> None:
    approve(database, asked, clock)

    later = asked.scheduled_time + timedelta(hours=1)
    assert change(database, asked, clock, scheduled_time=later).approval == "given"


def test_a_film_made_again_is_asked_about_anew(database: Database, asked: Video, clock: FrozenClock) -> None:
    approve(database, asked, clock)

    with database.begin() as session:
        again = schedule.videos.make_now(session, asked.owner_id, asked.id, clock.now(), made_again=True)
    assert (again.status, again.approval) == ("pending", "none")


def test_a_yes_taken_back_has_the_worker_look_again(database: Database, asked: Video, clock: FrozenClock) -> None:
    approve(database, asked, clock)
    with database.begin() as session:
        assert [due.made for due in schedule.due(session, clock.now(), LEAD)] == [True]

    with database.begin() as session:
        back = schedule.videos.take_back(session, asked.owner_id, asked.id, clock.now(), rev=asked.rev)
        assert back.approval == "asked"
        assert [due.made for due in schedule.due(session, clock.now(), LEAD)] == [True]


def test_a_yes_that_nobody_gave_cannot_be_taken_back(database: Database, planned: Video, clock: FrozenClock) -> None:
    with pytest.raises(Conflict, match="no approval to take back"), database.begin() as session:
        schedule.videos.take_back(session, planned.owner_id, planned.id, clock.now())


def test_what_waits_for_a_yes_is_found_soonest_first_and_by_its_owner_alone(
    database: Database, asked: Video, clock: FrozenClock
) -> None:
    with database.begin() as session:
        later = Booking(influencer_id=asked.influencer_id, scheduled_time=asked.scheduled_time + timedelta(hours=1))
        schedule.book(session, asked.owner_id, later, clock.now(), LEAD)

    with database.read() as session:
        found = schedule.videos.page(session, asked.owner_id, approval="asked")
        assert [one.id for one in found] == [asked.id]
        assert schedule.videos.page(session, "somebody else", approval="asked") == []
        with pytest.raises(NotFound):
            schedule.videos.approve(session, "somebody else", asked.id, clock.now())
