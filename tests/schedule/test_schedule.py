from datetime import timedelta

import pytest
from sqlalchemy import event

from sorcerer import influencers, schedule
from sorcerer.accounts import User
from sorcerer.database import Database
from sorcerer.errors import Conflict, Invalid, NotFound, Stale
from sorcerer.influencers import New, Persona
from sorcerer.schedule import Booking, Failure, Schedule, Video
from sorcerer.schedule.booked import Changes
from sorcerer.testing import FrozenClock

LEAD = timedelta(hours=1)


@pytest.fixture
def mara(database: Database, owner: User, clock: FrozenClock) -> str:
    new = New(name="Mara", handle="mara", mode="lifestyle", persona=Persona(age=29))
    with database.begin() as session:
        return influencers.create(session, owner.id, new, clock.now()).id


def booking(mara: str, clock: FrozenClock, **more: object) -> Booking:
    fields = {"influencer_id": mara, "scheduled_time": clock.now() + timedelta(days=1), "direction": "Batch soup"}
    return Booking.model_validate(fields | more)


def book(database: Database, owner: User, clock: FrozenClock, wanted: Booking) -> tuple[Schedule, Video]:
    with database.begin() as session:
        return schedule.book(session, owner.id, wanted, clock.now(), LEAD)


def test_a_booked_video_waits_until_its_lead_time(
    database: Database, owner: User, clock: FrozenClock, mara: str
) -> None:
    plan, video = book(database, owner, clock, booking(mara, clock))

    assert plan.next_trigger == video.scheduled_time - LEAD
    with database.begin() as session:
        assert schedule.due(session, video.scheduled_time - LEAD - timedelta(seconds=1), LEAD) == []
        assert [due.video_id for due in schedule.due(session, video.scheduled_time - LEAD, LEAD)] == [video.id]
        assert schedule.due(session, video.scheduled_time, LEAD) == []


def test_a_past_time_is_refused_by_its_field(database: Database, owner: User, clock: FrozenClock, mara: str) -> None:
    with pytest.raises(Invalid) as refusal:
        book(database, owner, clock, booking(mara, clock, scheduled_time=clock.now() - timedelta(hours=1)))

    assert refusal.value.field == "scheduled_time"


def test_a_series_makes_a_video_for_each_occurrence_five_weeks_ahead(
    database: Database, owner: User, clock: FrozenClock, mara: str
) -> None:
    weekly = booking(mara, clock, recurrence_rule="FREQ=WEEKLY", timezone="Europe/Berlin")
    series, first = book(database, owner, clock, weekly)

    with database.read() as session:
        videos = schedule.videos.page(session, owner.id)
    assert [video.scheduled_time for video in videos] == [first.scheduled_time + timedelta(weeks=n) for n in range(5)]
    assert {video.series_id for video in videos} == {series.id}


def test_topping_a_series_up_twice_adds_nothing(database: Database, owner: User, clock: FrozenClock, mara: str) -> None:
    book(database, owner, clock, booking(mara, clock, recurrence_rule="FREQ=DAILY"))
    with database.read() as session:
        before = schedule.videos.page(session, owner.id, limit=200)

    for _ in range(2):
        clock.advance(timedelta(days=1, minutes=1))
        with database.begin() as session:
            schedule.due(session, clock.now(), LEAD)

    with database.read() as session:
        after = schedule.videos.page(session, owner.id, limit=200)
    times = [video.scheduled_time for video in after]
    assert len(times) == len(set(times)) == len(before) + 2


def test_pausing_a_series_withdraws_what_nobody_has_begun_and_resuming_brings_it_back(
    database: Database, owner: User, clock: FrozenClock, mara: str
) -> None:
    series, _ = book(database, owner, clock, booking(mara, clock, recurrence_rule="FREQ=WEEKLY"))

    with database.begin() as session:
        paused = schedule.series.change(
            session, owner.id, series.id, schedule.series.Changes(active=False), clock.now(), LEAD
        )
    with database.read() as session:
        assert {video.status for video in schedule.videos.page(session, owner.id)} == {"withdrawn"}
    assert not paused.active


def test_moving_a_ready_video_keeps_its_film(database: Database, owner: User, clock: FrozenClock, mara: str) -> None:
    _, video = book(database, owner, clock, booking(mara, clock))
    with database.begin() as session:
        schedule.production.begin(session, video.id, video.rev, clock.now())
        schedule.production.finish(session, video.id, video.rev, {"title": "Soup"}, "Soup.", clock.now())
        moved = schedule.videos.change(
            session, owner.id, video.id, Changes(scheduled_time=clock.now() + timedelta(days=3)), clock.now(), LEAD
        )

    assert (moved.status, moved.caption) == ("ready", "Soup.")


def test_new_words_for_a_ready_video_make_it_anew(
    database: Database, owner: User, clock: FrozenClock, mara: str
) -> None:
    _, video = book(database, owner, clock, booking(mara, clock))
    with database.begin() as session:
        schedule.due(session, video.scheduled_time, LEAD)
        schedule.production.begin(session, video.id, video.rev, clock.now())
        schedule.production.finish(session, video.id, video.rev, {"title": "Soup"}, "Soup.", clock.now())
        changed = schedule.videos.change(session, owner.id, video.id, Changes(direction="Stew"), clock.now(), LEAD)
        again = schedule.due(session, video.scheduled_time, LEAD)

    assert (changed.status, changed.rev) == ("pending", video.rev + 1)
    assert [(due.video_id, due.rev) for due in again] == [(video.id, changed.rev)]


def test_a_video_that_is_being_made_cannot_change(
    database: Database, owner: User, clock: FrozenClock, mara: str
) -> None:
    _, video = book(database, owner, clock, booking(mara, clock))
    with database.begin() as session:
        schedule.production.begin(session, video.id, video.rev, clock.now())

    with database.begin() as session, pytest.raises(Conflict, match="processing"):
        schedule.videos.change(session, owner.id, video.id, Changes(title="Stew"), clock.now(), LEAD)


def test_a_withdrawn_video_stops_the_making_at_its_next_step(
    database: Database, owner: User, clock: FrozenClock, mara: str
) -> None:
    _, video = book(database, owner, clock, booking(mara, clock))
    with database.begin() as session:
        assert schedule.production.begin(session, video.id, video.rev, clock.now())
        schedule.videos.withdraw(session, owner.id, video.id, clock.now())

        assert not schedule.production.advance(session, video.id, video.rev, "film", 0.5, clock.now())
        assert not schedule.production.finish(session, video.id, video.rev, {}, "", clock.now())


def test_a_change_of_an_old_revision_is_refused(database: Database, owner: User, clock: FrozenClock, mara: str) -> None:
    _, video = book(database, owner, clock, booking(mara, clock))

    with database.begin() as session, pytest.raises(Stale):
        schedule.videos.change(session, owner.id, video.id, Changes(title="Stew"), clock.now(), LEAD, rev=video.rev + 1)


def test_a_failed_video_is_made_again_on_request_with_a_new_revision(
    database: Database, owner: User, clock: FrozenClock, mara: str
) -> None:
    _, video = book(database, owner, clock, booking(mara, clock))
    with database.begin() as session:
        schedule.due(session, video.scheduled_time, LEAD)
        schedule.production.fail(session, video.id, Failure(stage="film", cause="The encoder died."), clock.now())
        again = schedule.videos.make_now(session, owner.id, video.id, clock.now())

        assert [(due.video_id, due.rev) for due in schedule.due(session, clock.now(), LEAD)] == [(video.id, again.rev)]
    assert (again.status, again.failure, again.rev) == ("pending", None, video.rev + 1)


def test_a_new_life_replaces_only_the_planned_videos_of_the_old_one(
    database: Database, owner: User, clock: FrozenClock, mara: str
) -> None:
    _, by_hand = book(database, owner, clock, booking(mara, clock, title="By hand"))
    old = [booking(mara, clock, title=f"Old {n}", life_post_id=f"old{n}") for n in range(3)]
    new = [booking(mara, clock, title="New", life_post_id="new")]
    with database.begin() as session:
        schedule.replace_future(session, owner.id, mara, old, since=clock.now(), now=clock.now(), lead=LEAD)
        begun = schedule.videos.page(session, owner.id)[1]
        schedule.production.begin(session, begun.id, begun.rev, clock.now())

        again = schedule.replace_future(session, owner.id, mara, new, since=clock.now(), now=clock.now(), lead=LEAD)

    with database.read() as session:
        titles = sorted(video.title for video in schedule.videos.page(session, owner.id))
    assert titles == sorted(["By hand", begun.title, "New"])
    assert again == 1
    assert by_hand.title == "By hand"


def test_somebody_else_s_video_is_not_there(database: Database, owner: User, clock: FrozenClock, mara: str) -> None:
    _, video = book(database, owner, clock, booking(mara, clock))

    with database.begin() as session:
        with pytest.raises(NotFound):
            schedule.videos.find(session, "somebody-else", video.id)
        with pytest.raises(NotFound):
            schedule.videos.withdraw(session, "somebody-else", video.id, clock.now())
        assert schedule.videos.page(session, "somebody-else") == []


def test_a_post_whose_minute_is_hours_back_is_missed(
    database: Database, owner: User, clock: FrozenClock, mara: str
) -> None:
    _, video = book(database, owner, clock, booking(mara, clock))

    with database.begin() as session:
        assert not schedule.production.miss(session, video.id, video.scheduled_time + timedelta(hours=2))
        assert schedule.production.miss(session, video.id, video.scheduled_time + timedelta(hours=2, seconds=1))


def test_a_video_that_is_out_is_not_begun_again(database: Database, owner: User, clock: FrozenClock, mara: str) -> None:
    _, video = book(database, owner, clock, booking(mara, clock))

    with database.begin() as session:
        schedule.production.begin(session, video.id, video.rev, clock.now())
        schedule.production.finish(session, video.id, video.rev, {"title": "Soup"}, "", clock.now())
        out = schedule.production.posted(session, video.id, clock.now())

        assert schedule.production.begin(session, video.id, out.rev, clock.now()) is None
        assert schedule.production.load(session, video.id).status == "posted"


def test_a_look_for_what_is_due_reads_an_index_and_not_every_row(database: Database, clock: FrozenClock) -> None:
    asked: list[str] = []

    def note(_connection: object, _cursor: object, statement: str, *_rest: object) -> None:
        asked.append(statement)

    event.listen(database.engine, "before_cursor_execute", note)
    with database.begin() as session:
        schedule.due(session, clock.now(), LEAD)
        schedule.next_due(session)
        schedule.production.overdue(session, clock.now())
    looks = [statement for statement in asked if "FROM schedule" in statement]

    assert len(looks) == 3
    assert all("schedule.active AND schedule.next_trigger IS NOT NULL" in statement for statement in looks)
    if database.kind == "sqlite":
        with database.engine.connect() as connection:
            plans = [
                str(connection.exec_driver_sql(f"EXPLAIN QUERY PLAN {look}", ("2026-11-23",) * look.count("?")).all())
                for look in looks
            ]
        assert all("ix_schedule_due" in plan for plan in plans), plans
