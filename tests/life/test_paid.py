"""What a change of her life does to posts that somebody pays for."""

from datetime import UTC, date, datetime, timedelta

import pytest

from sorcerer import life
from sorcerer.influencers import GrowthPhase, Influencer, Persona
from sorcerer.life import Fact, Plan, Post
from sorcerer.life.interventions.model import Intervention, Present, Preview, Thing, Trip
from sorcerer.life.planning.paid import unpaid
from sorcerer.life.world.paid import in_hand, same_thing

MONDAY = date(2026, 11, 23)
NOW = datetime(2026, 11, 25, 11, 0, tzinfo=UTC)
MARA = Influencer(
    id="mara",
    owner_id="owner",
    name="Mara Okonjo",
    handle="maralifts",
    mode="lifestyle",
    persona=Persona(age=29, habits=("gym", "cooking"), people=("Jonas",), work="software engineer", city="berlin"),
    growth=GrowthPhase(on=False),
    created_at=datetime(2026, 1, 1, tzinfo=UTC),
)
PLAN = life.plan(MARA, first_day=MONDAY)
REELS = [post for post in PLAN.posts if post.medium == "reel" and post.at > NOW + timedelta(days=2)]
LOSES = Thing(name="glow serum", has=False, day=MONDAY + timedelta(days=4))


def paid(*posts: Post, sponsor: str = "lumen", shows: str = "Glow Serum 30 ml") -> Plan:
    ids = {one.id for one in posts}
    with_it = {"sponsor_id": sponsor, "shows": shows}
    after = tuple(one.model_copy(update=with_it) if one.id in ids else one for one in PLAN.posts)
    return PLAN.model_copy(update={"posts": after})


def seen(plan: Plan, *changes: life.interventions.Change, held: frozenset[str] = frozenset()) -> Preview:
    return life.interventions.preview(Present(base=1, plan=plan, held=held), Intervention(changes=changes), NOW)


def sponsored(plan: Plan) -> list[str]:
    return [one.id for one in plan.posts if one.sponsor_id is not None]


def test_whoever_loses_the_product_keeps_her_posts_and_loses_who_pays_for_them() -> None:
    preview = seen(paid(REELS[3]), LOSES)

    assert preview.clashes == ()
    assert preview.plan.posts == PLAN.posts
    assert [(one.verb, one.id) for one in preview.differences] == [("rewritten", REELS[3].id)]
    told = preview.differences[0]
    assert told.cause == (
        "It loses its sponsor: she does not have 'Glow Serum 30 ml' then. Tell her life when she gets it."
    )
    assert ((told.before or "").endswith(", sponsored"), (told.after or "").endswith(", sponsored")) == (True, False)
    assert life.check(preview.plan) == []


def test_whoever_gets_it_back_in_time_shows_it() -> None:
    back = Thing(name="glow serum", has=True, day=LOSES.day + timedelta(days=1))
    late = next(one for one in REELS if date.fromisoformat(one.item_id[-10:]) > back.day)

    assert sponsored(seen(paid(late), LOSES, back).plan) == [late.id]


def test_a_thing_of_another_name_takes_no_sponsor_away() -> None:
    camera = Thing(name="camera", has=False, day=LOSES.day)

    assert sponsored(seen(paid(REELS[3]), camera).plan) == [REELS[3].id]


def test_a_film_in_the_making_that_would_show_what_she_has_lost_stops_the_change() -> None:
    preview = seen(paid(REELS[3]), LOSES, held=frozenset({REELS[3].id}))

    assert [(one.code, one.item_id, one.choices) for one in preview.clashes] == [
        ("P6", REELS[3].id, ("withdraw the video", "change the intervention"))
    ]


def test_what_stood_too_near_before_a_change_is_left_alone_and_stops_nothing() -> None:
    one, other = REELS[3], REELS[4]
    plan = paid(one, other)
    trip = Trip(city="lisbon", leave=MONDAY + timedelta(days=25), back=MONDAY + timedelta(days=28))

    preview = seen(plan, trip)

    assert [found.code for found in life.check(plan)] == ["P5"]
    assert preview.clashes == ()
    assert sponsored(preview.plan) == [one.id, other.id]


def test_a_sponsor_that_goes_on_to_another_post_leaves_it_when_that_is_too_near_to_a_paid_one() -> None:
    first, beside, firm = REELS[0], REELS[7], REELS[8]
    before, after = paid(first, firm), paid(beside, firm)

    posts, reasons = unpaid(before, after, frozenset())

    assert life.check(before) == []
    assert [one.code for one in life.check(after)] == ["P5"]
    assert posts == paid(firm).posts
    assert reasons == {
        beside.id: f"It loses its sponsor: it has come too near to {firm.title!r}, which is sponsored too."
    }


def has(number: int, *, so: bool, name: str = "has:glow serum") -> Fact:
    return Fact(day=MONDAY + timedelta(days=number), name=name, value=so)


@pytest.mark.parametrize(
    ("facts", "days"),
    [
        ((), [0, 1, 2, 3]),
        ((has(2, so=True),), [2, 3]),
        ((has(2, so=False),), [0, 1]),
        ((has(1, so=False), has(3, so=True)), [0, 3]),
        ((has(1, so=True), has(2, so=False)), [1]),
        ((has(1, so=False, name="has:camera"),), [0, 1, 2, 3]),
    ],
)
def test_the_product_is_hers_until_something_is_told_of_it(facts: tuple[Fact, ...], days: list[int]) -> None:
    assert [number for number in range(4) if in_hand(facts, "Glow Serum", MONDAY + timedelta(days=number), 600)] == days


def test_one_word_of_a_product_is_not_the_product() -> None:
    called = [same_thing(thing, "Glow Serum 30 ml") for thing in ("glow serum", "GLOW SERUM 30 ML", "serum", "glow 30")]

    assert called == [True, True, False, False]
    assert same_thing("camera", "Camera")
