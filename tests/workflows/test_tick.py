import importlib
from concurrent.futures import ThreadPoolExecutor
from datetime import UTC, datetime, timedelta

import pytest
from sqlalchemy import text

from sorcerer import influencers, schedule
from sorcerer.app import House
from sorcerer.schedule import Video
from sorcerer.testing import FrozenClock
from sorcerer.workflows import tick
from sorcerer.workflows.tick import priority


def queued(house: House, owner_id: str) -> list[str]:
    """What the films in the queue are about, in the order they are made."""
    tables = "dbos." if house.tools.database.kind == "postgresql" else ""
    with house.tools.database.read() as session:
        rows = session.execute(text(f"SELECT workflow_uuid FROM {tables}workflow_status ORDER BY priority, created_at"))  # noqa: S608 - a constant
        ids = [run.split(":")[1] for (run,) in rows]
        return [schedule.videos.find(session, owner_id, one).direction for one in ids]


def test_what_goes_out_first_is_made_first(house: House, clock: FrozenClock, video: Video) -> None:
    for minutes in (40, 20, 30):
        wanted = schedule.Booking(
            influencer_id=video.influencer_id,
            direction=f"in {minutes}",
            scheduled_time=clock.now() + timedelta(minutes=minutes),
        )
        with house.tools.database.begin() as session:
            schedule.book(session, video.owner_id, wanted, clock.now(), house.tools.lead)

    assert tick(house.tools) == 3
    assert queued(house, video.owner_id) == ["in 20", "in 30", "in 40"]


@pytest.mark.parametrize("a_look", [200, 7])
def test_whoever_has_many_films_to_make_lets_others_between(
    house: House, clock: FrozenClock, video: Video, monkeypatch: pytest.MonkeyPatch, a_look: int
) -> None:
    monkeypatch.setattr(importlib.import_module("sorcerer.workflows.tick"), "_LIMIT", a_look)
    now = clock.now()
    with house.tools.database.begin() as session:
        new = influencers.New(name="Ada", handle="ada", mode="lifestyle", persona=influencers.Persona(age=30))
        ada = influencers.create(session, video.owner_id, new, now).id
        many = [(video.influencer_id, "one of many", 20) for _ in range(40)]
        for whose, what, minutes in [*many, (ada, "the only one", 25), (ada, "the next one", 30)]:
            moment = now + timedelta(minutes=minutes)
            wanted = schedule.Booking(influencer_id=whose, direction=what, scheduled_time=moment)
            schedule.book(session, video.owner_id, wanted, now, house.tools.lead)
    while tick(house.tools):
        pass

    order = queued(house, video.owner_id)

    assert len(order) == 42
    assert 4 <= order.index("the only one") <= 7
    assert 10 <= order.index("the next one") <= 14


def test_a_priority_is_one_the_engine_takes() -> None:
    far, long_ago = datetime(9000, 1, 1, tzinfo=UTC), datetime(1969, 1, 1, tzinfo=UTC)

    assert (priority(long_ago), priority(far)) == (1, 2**31 - 2)


def test_ticks_at_the_same_moment_start_each_due_row_once(house: House, clock: FrozenClock, video: Video) -> None:
    with house.tools.database.begin() as session:
        for number in range(60):
            wanted = schedule.Booking(
                influencer_id=video.influencer_id, direction=f"{number}", scheduled_time=clock.now()
            )
            schedule.book(session, video.owner_id, wanted, clock.now(), house.tools.lead)

    with ThreadPoolExecutor(4) as threads:
        started = list(threads.map(lambda _: tick(house.tools), range(4)))

    tables = "dbos." if house.tools.database.kind == "postgresql" else ""
    with house.tools.database.read() as session:
        many = session.execute(text(f"SELECT COUNT(*) FROM {tables}workflow_status")).scalar_one()  # noqa: S608 - a constant
    assert (sum(started) + tick(house.tools), many) == (60, 60)
