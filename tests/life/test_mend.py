"""How little is moved when a life is changed."""

from datetime import UTC, date, datetime, timedelta

import pytest

from sorcerer import life
from sorcerer.influencers import GrowthPhase, Influencer, Pace, Persona
from sorcerer.life import Plan
from sorcerer.life.interventions import Change, Drop, Intervention, Pin, Present, Preview
from sorcerer.life.interventions.model import Event, Illness, Job, Trip
from sorcerer.life.planning.mend import Mend

MONDAY = date(2026, 11, 23)
NOW = datetime(2026, 11, 24, 9, tzinfo=UTC)
MARA = Influencer(
    id="mara",
    owner_id="owner",
    name="Mara",
    handle="mara",
    mode="lifestyle",
    persona=Persona(age=29, habits=("gym", "cooking"), people=("Jonas", "Aylin"), work="physiotherapist"),
    pace=Pace(posts_per_week=7, stories_per_day=2),
    growth=GrowthPhase(on=False),
    created_at=datetime(2026, 1, 1, tzinfo=UTC),
)
BEFORE = life.plan(MARA, first_day=MONDAY)
WORK = ("work_morning", "work_afternoon", "work_evening")


def seen(change: Change, plan: Plan = BEFORE) -> Preview:
    return life.interventions.preview(Present(base=1, plan=plan), Intervention(changes=(change,)), NOW)


def test_what_was_dropped_does_not_come_back_on_its_day() -> None:
    ahead = [item for item in BEFORE.items if item.day > NOW.date() and item.beat is None and item.kind == "read"]

    for item in ahead[:3]:
        assert item.id not in {one.id for one in seen(Drop(item_id=item.id)).plan.items}
    assert ahead != []


def test_a_beat_that_is_told_on_another_day_stays_told_when_its_old_one_is_taken_out() -> None:
    mend = Mend(BEFORE, frozenset())
    old = next(item for item in BEFORE.items if item.beat is not None)
    day = old.day + timedelta(days=1)
    fresh = old.model_copy(update={"day": day, "id": f"{old.kind}@{day}"})

    mend.put_back(fresh)
    mend.take_out(old)

    assert mend.beats[old.beat or ""] == fresh


def test_an_illness_leaves_the_mornings_it_does_not_contradict() -> None:
    ill = Illness(what="the flu", day=date(2026, 12, 7), until=date(2026, 12, 10))

    plan = seen(ill).plan

    mornings = [item for item in BEFORE.items if item.kind == "routine" and item.day >= ill.day]
    assert [item for item in mornings if item not in plan.items] == []


def test_a_new_job_moves_only_what_is_in_the_way_of_its_hours() -> None:
    job = Job(job="nurse", day=date(2026, 12, 7))

    preview = seen(job)

    gone = [item for item in BEFORE.items if item not in preview.plan.items]
    added = [item for item in preview.plan.items if item not in BEFORE.items]
    worked = {item.day for item in [*gone, *added] if item.kind.startswith("work_")}
    assert preview.clashes == ()
    assert life.check(preview.plan) == []
    assert {item.day for item in added if item.kind == "work_morning"} != set()
    assert [item.id for item in gone if item.day not in worked] == []


@pytest.mark.parametrize(
    ("who", "change"),
    [
        ("mara0", Trip(city="sydney", leave=date(2026, 12, 7), back=date(2026, 12, 13))),
        ("mara2", Job(job="chef", day=date(2026, 12, 4))),
        ("mara9", Trip(city="sydney", leave=date(2026, 12, 7), back=date(2026, 12, 13))),
    ],
)
def test_nothing_goes_that_could_have_stayed(who: str, change: Change) -> None:
    before = life.plan(MARA.model_copy(update={"id": who}), first_day=MONDAY)

    plan = seen(change, before).plan

    here = {item.id: item for item in plan.items}
    gone = [item for item in before.items if item.day > NOW.date() + timedelta(days=1) and here.get(item.id) != item]
    assert gone != []
    assert [item.id for item in gone if item.kind not in {"sleep", *WORK} and stands(item, plan)] == []


def stands(item: life.Item, plan: Plan) -> bool:
    """Ask the checker whether an item could be in a life as it was, in place of what it is there now."""
    others = [one for one in plan.items if one.id != item.id and (item.beat is None or one.beat != item.beat)]
    return not life.check(plan.model_copy(update={"items": (*others, item), "posts": ()}))


def test_a_late_concert_lets_the_night_begin_later() -> None:
    nights = {item.day: item for item in BEFORE.items if item.kind == "sleep"}
    early = min((night for day, night in nights.items() if day > NOW.date() and day.weekday() in {2, 3, 4}), key=begin)
    concert = Event(kind="concert", day=early.day, start=21 * 60)

    preview = seen(concert)

    night = next(item for item in preview.plan.items if item.id == early.id)
    placed = next(item for item in preview.plan.items if item.kind == "concert" and item.day == early.day)
    assert early.start < placed.end
    assert night.start >= placed.end
    assert preview.clashes == ()
    assert life.check(preview.plan) == []


def test_nothing_is_put_beside_a_pin_under_its_name() -> None:
    lunch = next(item for item in BEFORE.items if item.kind == "dinner" and item.day == date(2026, 12, 9))
    pinned = seen(Pin(item_id=lunch.id)).plan
    trip = Trip(city="lisbon", leave=date(2026, 12, 7), back=date(2026, 12, 12))

    preview = seen(trip, pinned)

    ids = [item.id for item in preview.plan.items]
    assert sorted(ids) == sorted(set(ids))
    assert {clash.item_id for clash in preview.clashes} == {lunch.id}
    assert "let the pin go" in preview.clashes[0].choices


def test_no_words_come_back_within_a_fortnight_when_posts_are_laid_anew() -> None:
    trip = Trip(city="lisbon", leave=date(2026, 12, 5), back=date(2026, 12, 12))

    posts = seen(trip).plan.posts

    last: dict[str, datetime] = {}
    again = []
    for post in posts:
        if post.title in last and post.at - last[post.title] < timedelta(days=14):
            again.append(post.id)
        last[post.title] = post.at
    assert posts != BEFORE.posts
    assert again == []


def begin(item: life.Item) -> int:
    return item.start


def test_a_post_of_a_day_that_stays_is_told_anew_where_her_work_has_another_name() -> None:
    before = life.plan(MARA.model_copy(update={"id": "mara0"}), first_day=MONDAY)

    preview = seen(Job(job="nurse", day=date(2026, 12, 9)), before)

    lunch = next(post for post in preview.plan.posts if post.id == "story:lunch@2026-12-09")
    assert (lunch.moment["place"], preview.clashes) == ("the workshop", ())
    assert lunch.item_id in {item.id for item in preview.plan.items if item in before.items}
    assert life.check(preview.plan) == []
