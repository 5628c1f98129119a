from datetime import UTC, date, datetime, time, timedelta
from zoneinfo import ZoneInfo

import pytest

from sorcerer import influencers, schedule
from sorcerer.accounts import User
from sorcerer.database import Database
from sorcerer.errors import Invalid
from sorcerer.influencers import New, Persona
from sorcerer.recurrence import oddities, split
from sorcerer.schedule import Booking, Schedule, Video
from sorcerer.schedule.booked import Changes as VideoChanges
from sorcerer.testing import FrozenClock

LEAD = timedelta(hours=1)
BERLIN = ZoneInfo("Europe/Berlin")
Changes = schedule.series.Changes


@pytest.fixture
def mara(database: Database, owner: User, clock: FrozenClock) -> str:
    new = New(name="Mara", handle="mara", mode="lifestyle", persona=Persona(age=29))
    with database.begin() as session:
        return influencers.create(session, owner.id, new, clock.now()).id


@pytest.fixture
def series(database: Database, owner: User, clock: FrozenClock, mara: str) -> Schedule:
    """Every week from tomorrow on, for ever."""
    wanted = Booking(
        influencer_id=mara,
        scheduled_time=clock.now() + timedelta(days=1),
        direction="Soup",
        recurrence_rule="FREQ=WEEKLY",
        timezone="Europe/Berlin",
    )
    with database.begin() as session:
        return schedule.book(session, owner.id, wanted, clock.now(), LEAD)[0]


def planned(database: Database, owner: User) -> list[Video]:
    with database.read() as session:
        return schedule.videos.page(session, owner.id, status="pending", limit=200)


def test_a_series_that_begins_in_an_hour_the_clock_skips_keeps_its_wall_clock_and_says_so(
    database: Database, owner: User, clock: FrozenClock, mara: str
) -> None:
    now = clock.advance(datetime(2027, 3, 20, tzinfo=UTC) - clock.now())
    asked = datetime(2027, 3, 28, 2, 30)
    wanted = Booking(
        influencer_id=mara,
        scheduled_time=schedule.series.localise(asked, "Europe/Berlin"),
        local_time=asked,
        direction="Soup",
        timezone="Europe/Berlin",
    )
    weekly = wanted.model_copy(update={"recurrence_rule": "FREQ=WEEKLY;COUNT=3"})
    with database.begin() as session:
        once, _ = schedule.book(session, owner.id, wanted, now, LEAD)
        series, _ = schedule.book(session, owner.id, weekly, now, LEAD)

    there = [video.scheduled_time.astimezone(BERLIN) for video in planned(database, owner) if video.series_id]
    assert [f"{at:%d %H:%M}" for at in there] == ["28 03:00", "04 02:30", "11 02:30"]
    told = ["02:30 does not exist on 28 March 2027 in Europe/Berlin: it happens at 03:00."]
    assert (schedule.series.notes(once), schedule.series.notes(series)) == (told, told)


def test_one_occurrence_is_skipped_and_stays_so_when_the_series_changes(
    database: Database, owner: User, clock: FrozenClock, series: Schedule
) -> None:
    before = planned(database, owner)
    with database.begin() as session:
        schedule.videos.withdraw(session, owner.id, before[2].id, clock.now())
        after_skip = schedule.series.find(session, owner.id, series.id)
        schedule.series.change(session, owner.id, series.id, Changes(title="Stew"), clock.now(), LEAD)

    after = planned(database, owner)
    assert after_skip.exdates == (before[2].occurrence_at,)
    assert [video.scheduled_time for video in after] == [
        video.scheduled_time for video in before if video.id != before[2].id
    ]
    assert {video.title for video in after} == {"Stew"}


def test_a_paused_series_comes_back_when_it_is_resumed(
    database: Database, owner: User, clock: FrozenClock, series: Schedule
) -> None:
    before = [video.scheduled_time for video in planned(database, owner)]
    with database.begin() as session:
        schedule.series.change(session, owner.id, series.id, Changes(active=False), clock.now(), LEAD)
    between = planned(database, owner)
    with database.begin() as session:
        schedule.series.change(session, owner.id, series.id, Changes(active=True), clock.now(), LEAD)

    assert between == []
    assert [video.scheduled_time for video in planned(database, owner)] == before


def test_a_new_time_of_day_moves_the_whole_series(
    database: Database, owner: User, clock: FrozenClock, series: Schedule
) -> None:
    with database.begin() as session:
        schedule.series.change(session, owner.id, series.id, Changes(local_time=time(18, 30)), clock.now(), LEAD)

    walls = {video.scheduled_time.astimezone(BERLIN).time() for video in planned(database, owner)}
    assert walls == {time(18, 30)}


def test_this_and_the_following_become_a_series_of_their_own(
    database: Database, owner: User, clock: FrozenClock, series: Schedule
) -> None:
    before = planned(database, owner)
    since = before[2].occurrence_at
    with database.begin() as session:
        branch = schedule.series.change(
            session, owner.id, series.id, Changes(title="Stew"), clock.now(), LEAD, since=since
        )

    after = planned(database, owner)
    assert [video.title for video in after] == [before[0].title] * 2 + ["Stew"] * (len(before) - 2)
    assert [video.scheduled_time for video in after] == [video.scheduled_time for video in before]
    assert [video.series_id for video in after] == [series.id] * 2 + [branch.id] * (len(before) - 2)


def test_a_moment_that_is_no_occurrence_cannot_split_a_series(
    database: Database, owner: User, clock: FrozenClock, series: Schedule
) -> None:
    with database.begin() as session, pytest.raises(Invalid, match="no occurrence"):
        schedule.series.change(
            session, owner.id, series.id, Changes(title="x"), clock.now(), LEAD, since=clock.now() + timedelta(days=2)
        )


def test_a_count_is_shared_between_the_halves_of_a_split_series() -> None:
    start = datetime(2026, 11, 23, 9, 0)

    halves = split("FREQ=DAILY;COUNT=10", start, "UTC", datetime(2026, 11, 26, 9, 0, tzinfo=UTC))

    assert halves == ("FREQ=DAILY;UNTIL=20261126T085959", "FREQ=DAILY;COUNT=7")


def test_another_day_keeps_the_time_of_day_over_a_clock_change(
    database: Database, owner: User, clock: FrozenClock, mara: str
) -> None:
    nine = datetime(2027, 3, 26, 9, 0, tzinfo=BERLIN)
    wanted = Booking(influencer_id=mara, scheduled_time=nine, direction="Soup", timezone="Europe/Berlin")
    with database.begin() as session:
        video = schedule.book(session, owner.id, wanted, clock.now(), LEAD)[1]
        moved = schedule.videos.change(
            session, owner.id, video.id, VideoChanges(local_date=date(2027, 3, 29)), clock.now(), LEAD
        )

    assert moved.scheduled_time == datetime(2027, 3, 29, 7, 0, tzinfo=UTC)


def test_times_that_the_clock_skips_or_has_twice_are_told() -> None:
    walls = [datetime(2027, 3, 14, 2, 30), datetime(2027, 3, 15, 2, 30), datetime(2026, 11, 1, 1, 30)]

    assert oddities(walls, "America/New_York") == [
        "02:30 does not exist on 14 March 2027 in America/New_York: it happens at 03:00.",
        "01:30 comes twice on 01 November 2026 in America/New_York: it happens the first time.",
    ]
