"""When numbers are read, what is kept of an answer, and what is said of what was not told."""

from datetime import UTC, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest

from sorcerer import growth, ids, influencers, publishing
from sorcerer.accounts import User
from sorcerer.database import Database
from sorcerer.growth import Reading, readings
from sorcerer.influencers import Influencer, New, Persona
from sorcerer.keys import KeyRing
from sorcerer.platforms import Grant, Identity
from sorcerer.publishing import Link
from sorcerer.testing import FrozenClock

OUT = datetime(2026, 11, 23, 12, 0, tzinfo=UTC)
HOUR, DAY = timedelta(hours=1), timedelta(days=1)
NIGHTS = [OUT, datetime(2026, 3, 28, 23, 30, tzinfo=UTC), datetime(2026, 3, 29, 1, 30, tzinfo=UTC)]


def reading(kind: str, zone: str = "Europe/Berlin") -> Reading:
    who = {"owner_id": "o", "influencer_id": "i", "channel_id": "c", "zone": zone}
    return Reading.model_validate(who | {"id": ids.digest(kind), "kind": kind, "began_at": OUT, "due_at": OUT})


def moments(kind: str) -> list[timedelta]:
    found, at = [], readings.next_moment(reading(kind), OUT)
    while at is not None:
        found.append(at - OUT)
        at = readings.next_moment(reading(kind), at)
    return found


def test_a_post_is_read_six_times_in_four_weeks() -> None:
    assert moments("reel") == [HOUR, 6 * HOUR, DAY, 3 * DAY, 7 * DAY, 28 * DAY]


def test_a_story_is_read_for_the_last_time_before_it_vanishes() -> None:
    assert moments("story_video") == [HOUR, 6 * HOUR, 20 * HOUR]


def test_moments_that_nobody_was_there_for_are_one_reading() -> None:
    assert readings.next_moment(reading("reel"), OUT + 5 * DAY) == OUT + 7 * DAY


@pytest.mark.parametrize("now", NIGHTS)
@pytest.mark.parametrize("zone", ["Europe/Berlin", "America/New_York", "Asia/Tokyo"])
def test_an_account_is_read_once_a_night_where_she_lives(zone: str, now: datetime) -> None:
    first = readings.next_moment(reading("account", zone), now)
    assert first is not None
    second = readings.next_moment(reading("account", zone), first)
    assert second is not None
    nights = [moment.astimezone(ZoneInfo(zone)) for moment in (first, second)]
    assert now < first <= now + timedelta(hours=26)
    assert [night.hour for night in nights] == [3, 3]
    assert nights[1].date() - nights[0].date() == DAY


@pytest.fixture
def mara(database: Database, owner: User, clock: FrozenClock) -> Influencer:
    with database.begin() as session:
        new = New(name="Mara", handle="mara", mode="lifestyle", persona=Persona(age=29, timezone="Europe/Berlin"))
        return influencers.create(session, owner.id, new, clock.now())


@pytest.fixture
def channel_id(database: Database, owner: User, mara: Influencer, clock: FrozenClock) -> str:
    link = Link(
        owner_id=owner.id,
        influencer_id=mara.id,
        platform="tiktok",
        realm="sandbox",
        identity=Identity(account_id="1", handle="mara"),
        grant=Grant(access_token="t"),
    )
    with database.begin() as session:
        return publishing.channels.connect(session, KeyRing([("k", bytes(32))]), link, clock.now()).id


def test_what_one_worker_takes_no_other_takes_for_a_while(
    database: Database, mara: Influencer, channel_id: str, clock: FrozenClock
) -> None:
    def take() -> int:
        with database.begin() as session:
            readings.expect_account(session, mara, channel_id, clock.now())
            return len(readings.take(session, clock.now()))

    first, second = take(), take()
    clock.advance(timedelta(minutes=16))

    assert (first, second, take()) == (1, 0, 1)


def test_what_was_told_is_a_number_and_what_was_not_is_a_reason(
    database: Database, owner: User, mara: Influencer, channel_id: str, clock: FrozenClock
) -> None:
    why = {"new_followers": "From 100 followers on."}
    with database.begin() as session:
        readings.expect_account(session, mara, channel_id, clock.now())
        (due,) = readings.take(session, clock.now())
        kept = readings.keep(session, [(due, {"followers": 31}, why)], clock.now())

    with database.read() as session:
        points = growth.curve(session, owner.id, mara.id, "followers", clock.now(), clock.now() + HOUR)
        gaps = readings.gaps(session, owner.id, mara.id, "new_followers")
        (after,) = readings.page(session, owner.id)
    assert (kept, points, gaps) == (1, [(clock.now(), 31.0)], ("From 100 followers on.",))
    assert after.due_at == readings.next_moment(after, clock.now())


def test_a_curve_adds_up_what_every_account_told_last(
    database: Database, owner: User, mara: Influencer, channel_id: str, clock: FrozenClock
) -> None:
    now = clock.now()
    with database.begin() as session:
        readings.expect_account(session, mara, channel_id, now)
        (one,) = readings.take(session, now)
        for hours, followers in ((0, 10.0), (2, 30.0)):
            readings.keep(session, [(one, {"followers": followers}, {})], now + hours * HOUR)
        elsewhere = growth.Measurement(influencer_id=mara.id, at=now + HOUR, metric="followers", value=5)
        growth.measure(session, owner.id, mara.id, [elsewhere], now)

    with database.read() as session:
        curve = growth.curve(session, owner.id, mara.id, "followers", now + HOUR, now + DAY)
    assert curve == [(now + HOUR, 15.0), (now + 2 * HOUR, 35.0)]
