from datetime import timedelta

from sorcerer import influencers, schedule
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
