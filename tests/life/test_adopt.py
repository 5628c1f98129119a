from datetime import UTC, date, datetime, timedelta

import pytest

from sorcerer import influencers, journal, life
from sorcerer.accounts import User
from sorcerer.database import Database
from sorcerer.errors import Conflict, NotFound, Stale
from sorcerer.influencers import Influencer, New, Pace, Persona
from sorcerer.life import Life, Plan
from sorcerer.testing import FrozenClock

MONDAY = date(2026, 11, 23)
NEW = New(name="Mara Okonjo", handle="maralifts", mode="lifestyle", persona=Persona(age=29, habits=("gym",)))
ALWAYS = (datetime(2026, 1, 1, tzinfo=UTC), datetime(2028, 1, 1, tzinfo=UTC))


@pytest.fixture
def mara(database: Database, owner: User, clock: FrozenClock) -> Influencer:
    with database.begin() as session:
        return influencers.create(session, owner.id, NEW, clock.now())


def adopt(database: Database, owner: User, plan: Plan, base: int, now: datetime) -> Life:
    with database.begin() as session:
        return life.adopt(session, owner.id, plan, base=base, now=now, reason="a test")


def kept(database: Database, owner: User, who: Influencer) -> tuple[list[str], list[str]]:
    with database.read() as session:
        stretch = life.between(session, owner.id, who.id, *ALWAYS)
    return [item.id for item in stretch.items], [post.id for post in stretch.posts]


def test_what_was_adopted_is_what_is_read(
    database: Database, owner: User, mara: Influencer, clock: FrozenClock
) -> None:
    plan = life.plan(mara, first_day=MONDAY)

    head = adopt(database, owner, plan, 0, clock.now())

    with database.read() as session:
        stretch = life.between(session, owner.id, mara.id, *ALWAYS)
        assert life.current(session, owner.id, mara.id) == head
        assert next(line.verb for line in journal.page(session, owner.id)) == "life.planned"
    assert stretch.items == plan.items
    assert stretch.posts == plan.posts
    assert stretch.life == head
    assert (head.head, head.state, head.last_day) == (1, "active", date(2026, 12, 22))


def test_a_range_holds_what_touches_it(database: Database, owner: User, mara: Influencer, clock: FrozenClock) -> None:
    plan = life.plan(mara, first_day=MONDAY)
    adopt(database, owner, plan, 0, clock.now())
    midnight = datetime(2026, 11, 24, 23, 0, tzinfo=UTC)

    with database.read() as session:
        stretch = life.between(session, owner.id, mara.id, midnight, midnight + timedelta(hours=24))

    assert [item.id for item in stretch.items] == [
        item.id
        for item in plan.items
        if (item.day - MONDAY).days * 1440 + item.end > 2 * 1440
        and (item.day - MONDAY).days * 1440 + item.start < 3 * 1440
    ]
    assert {post.local_time[:10] for post in stretch.posts} <= {"2026-11-25"}


def test_a_longer_plan_only_adds(database: Database, owner: User, mara: Influencer, clock: FrozenClock) -> None:
    adopt(database, owner, life.plan(mara, first_day=MONDAY, days=30), 0, clock.now())
    before = kept(database, owner, mara)

    head = adopt(database, owner, life.plan(mara, first_day=MONDAY, days=60), 1, clock.now() + timedelta(days=10))

    items, posts = kept(database, owner, mara)
    assert head.head == 2
    assert items[: len(before[0])] == before[0]
    assert posts[: len(before[1])] == before[1]
    assert len(items) > len(before[0])


def test_a_plan_from_tomorrow_leaves_yesterday_alone(
    database: Database, owner: User, mara: Influencer, clock: FrozenClock
) -> None:
    first = life.plan(mara, first_day=MONDAY)
    adopt(database, owner, first, 0, clock.now())
    change = MONDAY + timedelta(days=10)
    moved = mara.model_copy(update={"persona": mara.persona.model_copy(update={"chronotype": "late"})})
    night = next(item for item in first.items if item.id == f"sleep@{change - timedelta(days=1)}")

    following = life.plan(moved, first_day=change, after=night)
    head = adopt(database, owner, following, 1, clock.now() + timedelta(days=9))

    with database.read() as session:
        items = life.between(session, owner.id, mara.id, *ALWAYS).items
    assert items == tuple(item for item in first.items if item.day < change) + following.items
    assert head.first_day == MONDAY


def test_another_pace_replaces_only_the_posts_to_come(
    database: Database, owner: User, mara: Influencer, clock: FrozenClock
) -> None:
    slow = life.plan(mara, first_day=MONDAY)
    adopt(database, owner, slow, 0, clock.now())
    now = clock.now() + timedelta(days=10)
    quick = life.plan(mara.model_copy(update={"pace": Pace(posts_per_week=14)}), first_day=MONDAY)

    adopt(database, owner, quick, 1, now)

    with database.read() as session:
        stretch = life.between(session, owner.id, mara.id, *ALWAYS)
    out = tuple(post for post in slow.posts if post.at < now)
    assert stretch.items == slow.items
    assert stretch.posts[: len(out)] == out
    assert stretch.posts[len(out) :] == tuple(
        post for post in quick.posts if post.at >= now and post.id not in {one.id for one in out}
    )


def test_a_plan_that_contradicts_itself_is_not_kept(
    database: Database, owner: User, mara: Influencer, clock: FrozenClock
) -> None:
    plan = life.plan(mara, first_day=MONDAY)
    nights = tuple(item for item in plan.items if item.id != f"sleep@{MONDAY}")

    with pytest.raises(Conflict) as refusal:
        adopt(database, owner, plan.model_copy(update={"items": nights}), 0, clock.now())

    assert "B1" in refusal.value.message
    assert kept(database, owner, mara) == ([], [])


def test_the_past_cannot_be_planned_again(
    database: Database, owner: User, mara: Influencer, clock: FrozenClock
) -> None:
    adopt(database, owner, life.plan(mara, first_day=MONDAY), 0, clock.now())

    with pytest.raises(Conflict) as refusal:
        adopt(database, owner, life.plan(mara, first_day=MONDAY, seed="another"), 1, clock.now() + timedelta(days=3))

    assert "Z1" in refusal.value.message


def test_of_two_writers_the_second_is_told(
    database: Database, owner: User, mara: Influencer, clock: FrozenClock
) -> None:
    plan = life.plan(mara, first_day=MONDAY)
    adopt(database, owner, plan, 0, clock.now())
    adopt(database, owner, plan, 1, clock.now())

    for base in (0, 1):
        with pytest.raises(Stale):
            adopt(database, owner, plan, base, clock.now())

    with database.read() as session:
        found = life.current(session, owner.id, mara.id)
    assert found is not None
    assert found.head == 2


def test_somebody_else_sees_and_stops_nothing(
    database: Database, owner: User, mara: Influencer, clock: FrozenClock
) -> None:
    adopt(database, owner, life.plan(mara, first_day=MONDAY), 0, clock.now())

    with database.begin() as session:
        stretch = life.between(session, "somebody-else", mara.id, *ALWAYS)
        assert (stretch.life, stretch.items, stretch.posts) == (None, (), ())
        assert life.current(session, "somebody-else", mara.id) is None
        with pytest.raises(NotFound):
            life.stop(session, "somebody-else", mara.id, base=1, now=clock.now())


def test_a_stopped_life_keeps_what_has_begun(
    database: Database, owner: User, mara: Influencer, clock: FrozenClock
) -> None:
    plan = life.plan(mara, first_day=MONDAY)
    adopt(database, owner, plan, 0, clock.now())
    now = datetime(2026, 11, 26, 12, 1, tzinfo=UTC)

    with database.begin() as session:
        stopped = life.stop(session, owner.id, mara.id, base=1, now=now)

    with database.read() as session:
        stretch = life.between(session, owner.id, mara.id, *ALWAYS)
    assert (stopped.state, stopped.head, stopped.last_day) == ("stopped", 2, date(2026, 11, 26))
    assert stretch.posts == tuple(post for post in plan.posts if post.at < now)
    assert stretch.items == plan.items[: len(stretch.items)]
    assert max(item.day for item in stretch.items) == date(2026, 11, 26)


def test_a_stopped_life_begins_again_with_a_new_plan(
    database: Database, owner: User, mara: Influencer, clock: FrozenClock
) -> None:
    plan = life.plan(mara, first_day=MONDAY)
    adopt(database, owner, plan, 0, clock.now())
    with database.begin() as session:
        life.stop(session, owner.id, mara.id, base=1, now=clock.now())

    head = adopt(database, owner, plan, 2, clock.now())

    assert head.state == "active"
    assert kept(database, owner, mara)[0] == [item.id for item in plan.items]
