from datetime import UTC, datetime, timedelta

import pytest

from sorcerer import growth, influencers, schedule
from sorcerer.accounts import User
from sorcerer.database import Database
from sorcerer.errors import NotFound
from sorcerer.growth import Measurement
from sorcerer.influencers import Influencer, New, Persona
from sorcerer.schedule import Booking, Video
from sorcerer.testing import FrozenClock

NEW = New(name="Mara Okonjo", handle="mara", mode="lifestyle", persona=Persona(age=29))


@pytest.fixture
def mara(database: Database, owner: User, clock: FrozenClock) -> Influencer:
    with database.begin() as session:
        return influencers.create(session, owner.id, NEW, clock.now())


def booked(database: Database, owner: User, mara: Influencer, clock: FrozenClock) -> Video:
    booking = Booking(
        influencer_id=mara.id, scheduled_time=clock.now() + timedelta(hours=2), title="Ten", direction="Runs."
    )
    with database.begin() as session:
        return schedule.book(session, owner.id, booking, clock.now(), timedelta(hours=1))[1]


def number(mara: Influencer, at: datetime, metric: str, value: float, video: Video | None = None) -> Measurement:
    return Measurement(influencer_id=mara.id, video_id=video.id if video else None, at=at, metric=metric, value=value)


def measure(database: Database, owner: User, mara: Influencer, *numbers: Measurement) -> int:
    with database.begin() as session:
        return growth.measure(session, owner.id, mara.id, numbers, numbers[-1].at)


def test_nobody_measured_is_a_gap_and_not_a_nought(
    database: Database, owner: User, mara: Influencer, clock: FrozenClock
) -> None:
    with database.read() as session:
        seen = growth.overview(session, owner.id, mara.id, clock.now())

    assert (seen.followers, seen.followers_gained, seen.views, seen.likes, seen.measured_at) == (None,) * 5
    assert seen.posts == 0


def test_a_series_is_read_back_in_order_and_in_its_range(
    database: Database, owner: User, mara: Influencer, clock: FrozenClock
) -> None:
    days = [clock.now() + timedelta(days=day) for day in range(4)]
    told = [number(mara, day, "followers", 100.0 + place) for place, day in enumerate(days)]
    measure(database, owner, mara, *reversed(told), number(mara, days[1], "reach", 7))

    with database.read() as session:
        assert growth.series(session, owner.id, mara.id, "followers", days[1], days[3]) == told[1:3]


def test_a_number_told_again_takes_the_place_of_the_first(
    database: Database, owner: User, mara: Influencer, clock: FrozenClock
) -> None:
    for value in (10.0, 12.0):
        measure(database, owner, mara, number(mara, clock.now(), "followers", value))

    with database.read() as session:
        found = growth.series(session, owner.id, mara.id, "followers", clock.now(), clock.now() + timedelta(1))
    assert [one.value for one in found] == [12.0]


def test_followers_gained_need_a_number_of_a_week_ago(
    database: Database, owner: User, mara: Influencer, clock: FrozenClock
) -> None:
    now = clock.now()
    measure(database, owner, mara, number(mara, now - timedelta(days=3), "followers", 100))
    with database.read() as session:
        young = growth.overview(session, owner.id, mara.id, now)
        later = growth.overview(session, owner.id, mara.id, now + timedelta(days=5))

    assert (young.followers, young.followers_gained) == (100, None)
    assert (later.followers, later.followers_gained) == (100, 0)


def test_views_are_counted_from_a_week_ago_and_each_video_once(
    database: Database, owner: User, mara: Influencer, clock: FrozenClock
) -> None:
    old, new = booked(database, owner, mara, clock), booked(database, owner, mara, clock)
    now = clock.now() + timedelta(days=30)
    measure(
        database,
        owner,
        mara,
        number(mara, now - timedelta(days=9), "views", 1000, old),
        number(mara, now - timedelta(days=2), "views", 1200, old),
        number(mara, now - timedelta(days=3), "views", 50, new),
        number(mara, now - timedelta(days=1), "views", 80, new),
        number(mara, now - timedelta(days=1), "views", 99999),
    )

    with database.read() as session:
        seen = growth.overview(session, owner.id, mara.id, now)

    assert seen.views == 200 + 80
    assert seen.measured_at == now - timedelta(days=1)


def test_only_her_owner_measures_and_reads(
    database: Database, owner: User, mara: Influencer, clock: FrozenClock
) -> None:
    one = number(mara, clock.now(), "followers", 10)
    measure(database, owner, mara, one)

    with database.begin() as session:
        with pytest.raises(NotFound):
            growth.measure(session, "somebody-else", mara.id, [one], clock.now())
        with pytest.raises(NotFound):
            growth.series(session, "somebody-else", mara.id, "followers", clock.now(), clock.now())
        with pytest.raises(NotFound):
            growth.overview(session, "somebody-else", mara.id, clock.now())


def test_a_number_of_another_is_not_kept(database: Database, owner: User, mara: Influencer, clock: FrozenClock) -> None:
    strange = Measurement(influencer_id="another", at=datetime(2026, 11, 23, tzinfo=UTC), metric="views", value=1)

    with database.begin() as session, pytest.raises(ValueError, match="another"):
        growth.measure(session, owner.id, mara.id, [strange], clock.now())


def test_only_what_went_out_in_the_last_week_is_counted_as_posted(
    database: Database, owner: User, mara: Influencer, clock: FrozenClock
) -> None:
    out, _waiting = booked(database, owner, mara, clock), booked(database, owner, mara, clock)
    with database.begin() as session:
        schedule.production.posted(session, out.id, clock.now())

    with database.read() as session:
        counted = [
            growth.overview(session, owner.id, mara.id, out.scheduled_time + timedelta(days=days)).posts
            for days in (1, 6, 8)
        ]
    assert counted == [1, 1, 0]
