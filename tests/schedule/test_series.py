import json
from datetime import UTC, date, datetime, time, timedelta
from zoneinfo import ZoneInfo

import pytest
from sqlalchemy import bindparam, text

from sorcerer import influencers, schedule
from sorcerer.accounts import User
from sorcerer.database import Database, Utc
from sorcerer.errors import Conflict, Invalid
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
    assert (schedule.series.notes(once, now), schedule.series.notes(series, now)) == (told, told)


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


def test_a_series_that_was_ended_stays_so(
    database: Database, owner: User, clock: FrozenClock, series: Schedule
) -> None:
    with database.begin() as session:
        schedule.series.stop(session, owner.id, series.id, clock.now())
        with pytest.raises(Conflict, match="was ended"):
            schedule.series.change(session, owner.id, series.id, Changes(active=True), clock.now(), LEAD)

    assert planned(database, owner) == []


def test_a_series_without_an_end_goes_on_after_many_years(
    database: Database, owner: User, clock: FrozenClock, series: Schedule
) -> None:
    now = clock.advance(timedelta(days=8 * 366))
    with database.begin() as session:
        schedule.due(session, now, LEAD)
    later = [video for video in planned(database, owner) if video.scheduled_time > now]

    assert len(later) == 5
    assert {video.series_id for video in later} == {series.id}
    with database.begin() as session:
        since = later[2].occurrence_at
        branch = schedule.series.change(session, owner.id, series.id, Changes(title="Stew"), now, LEAD, since=since)
    assert branch.id != series.id


@pytest.mark.parametrize("fault", ["recurrence_rule = 'FREQ=NEVER'", "words = :words"])
def test_a_series_that_cannot_be_filled_holds_up_no_other(
    database: Database, owner: User, clock: FrozenClock, mara: str, series: Schedule, fault: str
) -> None:
    now = clock.now()
    soon = Booking(influencer_id=mara, scheduled_time=now + timedelta(minutes=1), direction="Soup")
    with database.begin() as session:
        video = schedule.book(session, owner.id, soon, now, LEAD)[1]
        session.execute(
            text("DELETE FROM video WHERE series_id = :id AND id <> :first"),
            {"id": series.id, "first": series.video_id},
        )
        broken = text(f"UPDATE schedule SET {fault}, next_trigger = :now WHERE id = :id")  # noqa: S608 - two constants
        words = {"words": json.dumps({"sponsor_id": "gone"})} if ":words" in fault else {}
        session.execute(broken.bindparams(bindparam("now", type_=Utc)), {"now": now, "id": series.id} | words)

    with database.begin() as session:
        started = schedule.due(session, now, LEAD)

    assert [one.video_id for one in started] == [video.id]
    with database.read() as session:
        assert schedule.series.find(session, owner.id, series.id).next_trigger == now + timedelta(hours=1)


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

    assert halves == ("FREQ=DAILY;UNTIL=20261126T085959", "FREQ=DAILY;COUNT=7", datetime(2026, 11, 26, 9, 0))


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


def booked(database: Database, owner: User, clock: FrozenClock, mara: str, **more: object) -> tuple[Schedule, Video]:
    fields = {"influencer_id": mara, "scheduled_time": clock.now() + timedelta(days=1), "direction": "Soup"}
    with database.begin() as session:
        return schedule.book(session, owner.id, Booking.model_validate(fields | more), clock.now(), LEAD)


def test_an_hourly_series_goes_over_an_hour_the_clock_skips_and_posts_once_after_it(
    database: Database, owner: User, clock: FrozenClock, mara: str
) -> None:
    clock.advance(datetime(2027, 3, 27, tzinfo=UTC) - clock.now())
    asked = datetime(2027, 3, 28, 0, 0, tzinfo=BERLIN)
    more = {"scheduled_time": asked, "timezone": "Europe/Berlin", "recurrence_rule": "FREQ=HOURLY;COUNT=5"}
    booked(database, owner, clock, mara, **more)

    there = [video.scheduled_time.astimezone(BERLIN) for video in planned(database, owner)]
    assert [f"{at:%H}" for at in there] == ["00", "01", "03", "04"]


def test_a_series_that_is_filled_to_its_end_keeps_its_posts_when_it_changes_or_is_split(
    database: Database, owner: User, clock: FrozenClock, mara: str
) -> None:
    series, _ = booked(database, owner, clock, mara, recurrence_rule="FREQ=DAILY;COUNT=4")
    before = planned(database, owner)
    since = before[2].occurrence_at
    with database.begin() as session:
        schedule.series.change(session, owner.id, series.id, Changes(title="Stew"), clock.now(), LEAD)
        schedule.series.change(session, owner.id, series.id, Changes(title="Pie"), clock.now(), LEAD, since=since)

    after = planned(database, owner)
    assert [video.title for video in after] == ["Stew", "Stew", "Pie", "Pie"]
    assert [video.scheduled_time for video in after] == [video.scheduled_time for video in before]


def test_what_one_occurrence_alone_was_given_is_not_passed_on(
    database: Database, owner: User, clock: FrozenClock, mara: str
) -> None:
    _, first = booked(database, owner, clock, mara, recurrence_rule="FREQ=DAILY")
    with database.begin() as session:
        only = VideoChanges(title="Only today", direction="Her birthday", tags=("cake",))
        kept = schedule.videos.change(session, owner.id, first.id, only, clock.now(), LEAD)
        schedule.production.begin(session, kept.id, kept.rev, clock.now())
        schedule.production.finish(session, kept.id, kept.rev, {"title": "Soup"}, "Soup.", clock.now())
        schedule.videos.approve(session, owner.id, kept.id, clock.now())
    clock.advance(timedelta(days=1, minutes=1))
    with database.begin() as session:
        schedule.due(session, clock.now(), LEAD)

    last = planned(database, owner)[-1]
    assert last.created_at == clock.now()
    assert (last.title, last.direction, last.tags, last.approval) == ("Soup", "Soup", (), "none")


def test_a_time_of_day_that_the_rule_itself_names_cannot_be_changed_beside_it(
    database: Database, owner: User, clock: FrozenClock, mara: str
) -> None:
    series, _ = booked(database, owner, clock, mara, recurrence_rule="FREQ=DAILY;BYHOUR=9,18")
    with database.begin() as session, pytest.raises(Invalid, match="BYHOUR"):
        schedule.series.change(session, owner.id, series.id, Changes(local_time=time(10)), clock.now(), LEAD)


def test_another_day_gives_back_the_time_of_day_that_a_clock_change_took(
    database: Database, owner: User, clock: FrozenClock, mara: str
) -> None:
    early = datetime(2027, 3, 27, 2, 30, tzinfo=BERLIN)
    video = booked(database, owner, clock, mara, scheduled_time=early, timezone="Europe/Berlin")[1]
    times = []
    for day in (28, 29):
        with database.begin() as session:
            moved = VideoChanges(local_date=date(2027, 3, day))
            there = schedule.videos.change(session, owner.id, video.id, moved, clock.now(), LEAD)
        times.append(f"{there.scheduled_time.astimezone(BERLIN):%d %H:%M}")

    assert times == ["28 03:00", "29 02:30"]


def test_a_series_split_on_the_day_whose_clock_skips_its_time_keeps_that_time(
    database: Database, owner: User, clock: FrozenClock, mara: str
) -> None:
    clock.advance(datetime(2027, 3, 25, tzinfo=UTC) - clock.now())
    early = datetime(2027, 3, 26, 2, 30, tzinfo=BERLIN)
    more = {"scheduled_time": early, "timezone": "Europe/Berlin", "recurrence_rule": "FREQ=DAILY;COUNT=5"}
    series, _ = booked(database, owner, clock, mara, **more)
    since = planned(database, owner)[2].occurrence_at
    with database.begin() as session:
        schedule.series.change(session, owner.id, series.id, Changes(title="Pie"), clock.now(), LEAD, since=since)

    after = [(f"{one.scheduled_time.astimezone(BERLIN):%d %H:%M}", one.title) for one in planned(database, owner)]
    assert after == [
        ("26 02:30", "Soup"),
        ("27 02:30", "Soup"),
        ("28 03:00", "Pie"),
        ("29 02:30", "Pie"),
        ("30 02:30", "Pie"),
    ]


def test_a_series_leaves_out_the_dates_that_an_exdate_names(
    database: Database, owner: User, clock: FrozenClock, mara: str
) -> None:
    nine = datetime(2026, 11, 25, 9, 0, tzinfo=BERLIN)
    rule = (
        "RRULE:FREQ=DAILY;COUNT=7\nEXDATE;TZID=Europe/Berlin:20261125T090000,20261127T090000\nEXDATE:20261129T080000Z"
    )
    more = {"scheduled_time": nine, "timezone": "Europe/Berlin", "recurrence_rule": rule}
    series, _ = booked(database, owner, clock, mara, **more)
    first = [video.scheduled_time.day for video in planned(database, owner)]
    with database.begin() as session:
        fewer = Changes(recurrence_rule="FREQ=DAILY;COUNT=7\nEXDATE;VALUE=DATE:20261126")
        schedule.series.change(session, owner.id, series.id, fewer, clock.now(), LEAD)

    assert first == [26, 28, 30, 1]
    assert [video.scheduled_time.day for video in planned(database, owner)] == [28, 30, 1]


@pytest.mark.parametrize("line", ["EXDATE:soon", "EXDATE:20261340", "EXDATE;TZID=Asia/Tokyo:20261125T090000", "EXDATE"])
def test_an_exdate_that_cannot_be_read_is_refused(
    database: Database, owner: User, clock: FrozenClock, mara: str, line: str
) -> None:
    with pytest.raises(Invalid, match="is no EXDATE of this series"):
        booked(database, owner, clock, mara, recurrence_rule=f"FREQ=DAILY\n{line}")
