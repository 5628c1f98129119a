from datetime import timedelta
from time import monotonic

import pytest
from sqlalchemy import text

from sorcerer import schedule
from sorcerer.app import House
from sorcerer.schedule import Video
from sorcerer.testing import FrozenClock
from sorcerer.workflows import engine, lease, tick


def ended(house: House, video: Video, status: str, name: str = engine.MAKE) -> None:
    """Have the engine end the making, or another run, of a video."""
    tables = "dbos." if house.tools.database.kind == "postgresql" else ""
    with house.tools.database.begin() as session:
        options: engine.EnqueueOptions = {
            "workflow_name": name,
            "queue_name": engine.QUEUES[name],
            "workflow_id": f"{name}:{video.id}:{video.rev}",
        }
        engine.client(house.tools).enqueue_in_transaction(session, options, video.id, video.rev)
        session.execute(text(f"UPDATE {tables}workflow_status SET status = :status"), {"status": status})  # noqa: S608 - a constant


def look(house: House, video: Video) -> Video:
    with house.tools.database.read() as session:
        return schedule.videos.find(session, video.owner_id, video.id)


@pytest.mark.parametrize(
    ("status", "cause"),
    [
        (
            "MAX_RECOVERY_ATTEMPTS_EXCEEDED",
            "Its making was given up: the process that was at it ended in the middle, as did five that took it over.",
        ),
        ("ERROR", "Its making was given up: something unexpected happened in it, and the log says what."),
    ],
)
def test_a_making_that_was_given_up_says_so_on_its_video(house: House, video: Video, status: str, cause: str) -> None:
    ended(house, video, status)

    assert lease.give_up(house.tools) == [video.id]
    assert lease.give_up(house.tools) == []

    found = look(house, video)
    assert found.failure is not None
    assert (found.status, found.failure.cause) == ("failed", cause)


def test_a_film_that_could_not_be_let_out_says_so(house: House, video: Video, clock: FrozenClock) -> None:
    with house.tools.database.begin() as session:
        schedule.production.finish(session, video.id, video.rev, {"beats": []}, "", clock.now())
    ended(house, video, "ERROR", engine.RELEASE)

    assert lease.give_up(house.tools) == [video.id]

    failure = look(house, video).failure
    assert failure is not None
    assert failure.cause.startswith("Letting it out was given up: something unexpected")


def test_a_video_that_was_retried_meanwhile_is_left_alone(house: House, video: Video, clock: FrozenClock) -> None:
    ended(house, video, "ERROR")
    with house.tools.database.begin() as session:
        failure = schedule.Failure(stage="film", cause="x")
        schedule.production.fail(session, video.id, failure, clock.now())
        schedule.videos.make_now(session, video.owner_id, video.id, clock.now())

    assert lease.give_up(house.tools) == []
    assert look(house, video).status == "pending"


def test_a_process_that_cannot_say_that_it_lives_is_fenced(house: House, monkeypatch: pytest.MonkeyPatch) -> None:
    lease.beat(house.tools)
    fresh = lease.is_fenced(house.tools)
    later = monotonic() + house.tools.settings.lease_seconds * 0.5 + 1
    monkeypatch.setattr("time.monotonic", lambda: later)

    assert not fresh
    assert lease.is_fenced(house.tools)


def test_a_tick_starts_a_due_video_once(house: House, clock: FrozenClock, video: Video) -> None:
    with house.tools.database.begin() as session:
        again = schedule.Booking(
            influencer_id=video.influencer_id, direction="Stew", scheduled_time=clock.now() + timedelta(minutes=30)
        )
        schedule.book(session, video.owner_id, again, clock.now(), house.tools.lead)

    assert [tick(house.tools), tick(house.tools)] == [1, 0]
