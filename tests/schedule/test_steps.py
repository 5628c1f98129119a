from datetime import timedelta

from sorcerer import influencers, journal, schedule
from sorcerer.accounts import User
from sorcerer.database import Database
from sorcerer.influencers import New, Persona
from sorcerer.schedule import Booking
from sorcerer.testing import FrozenClock


def test_an_attempt_that_was_cut_off_is_closed_when_the_next_begins(
    database: Database, owner: User, clock: FrozenClock
) -> None:
    with database.begin() as session:
        new = New(name="Mara", handle="mara", mode="lifestyle", persona=Persona(age=29))
        mara = influencers.create(session, owner.id, new, clock.now())
        wanted = Booking(influencer_id=mara.id, direction="Soup", scheduled_time=clock.now() + timedelta(days=1))
        video = schedule.book(session, owner.id, wanted, clock.now(), timedelta())[1]
        schedule.production.step_began(session, video, "film", "one", clock.now())
        later = clock.now() + timedelta(seconds=9)
        second = schedule.production.step_began(session, video, "film", "two", later)
        schedule.production.step_ended(session, second, later + timedelta(seconds=3), None, 70)

    with database.read() as session:
        steps = schedule.videos.steps(session, video.id)
        cost = schedule.videos.find(session, owner.id, video.id).cost_micros
    assert [(step.attempt, step.executor, step.ended_at, step.error, step.cost_micros) for step in steps] == [
        (1, "one", later, "The process that made it ended in the middle; another one took over.", 0),
        (2, "two", later + timedelta(seconds=3), None, 70),
    ]
    assert cost == 70


def test_every_attempt_is_told_live_as_it_begins_and_as_it_ends(
    database: Database, owner: User, clock: FrozenClock
) -> None:
    with database.begin() as session:
        new = New(name="Mara", handle="mara", mode="lifestyle", persona=Persona(age=29))
        mara = influencers.create(session, owner.id, new, clock.now())
        wanted = Booking(influencer_id=mara.id, direction="Soup", scheduled_time=clock.now() + timedelta(days=1))
        video = schedule.book(session, owner.id, wanted, clock.now(), timedelta())[1]
        before = journal.ends(session, owner.id)
        step = schedule.production.step_began(session, video, "film", "one", clock.now())
        schedule.production.step_ended(session, step, clock.advance(timedelta(seconds=3)), "The encoder died.", 70)

        _, signals = journal.since(session, owner.id, *before, limit=10)

    told = [(one.about_id, one.detail) for one in signals if one.about_type == "step"]
    began = {"rev": 1, "stage": "film", "attempt": 1, "started_at": "2026-11-23T12:00:00Z"}
    assert told == [
        (video.id, began | {"ended_at": None, "error": None, "cost_micros": 0}),
        (video.id, began | {"ended_at": "2026-11-23T12:00:03Z", "error": "The encoder died.", "cost_micros": 70}),
    ]
