"""Another pace, another growth phase: overlays move, and nothing that she does."""

from datetime import UTC, date, datetime, timedelta

import pytest

from sorcerer import life
from sorcerer.influencers import GrowthPhase, Influencer, Pace, Persona
from sorcerer.life import Plan, Post
from sorcerer.life.interventions import Intervention, Present
from sorcerer.life.interventions.model import Change, Injury

MONDAY = date(2026, 11, 23)
NOW = datetime(2026, 11, 25, 11, 0, tzinfo=UTC)
START = datetime(2026, 11, 23, 8, tzinfo=UTC)
PHASE = GrowthPhase(on=True, started_at=START, days=14)
LONGER = PHASE.model_copy(update={"days": 28})
ENDED = PHASE.model_copy(update={"ended_at": NOW})
MARA = Influencer(
    id="mara",
    owner_id="owner",
    name="Mara Okonjo",
    handle="maralifts",
    mode="lifestyle",
    persona=Persona(age=29, habits=("gym", "running", "cooking"), people=("Jonas",), city="berlin"),
    growth=PHASE,
    created_at=datetime(2026, 1, 1, tzinfo=UTC),
)
BEFORE = life.plan(MARA, first_day=MONDAY)


def paced(growth: GrowthPhase = PHASE, pace: Pace = MARA.pace, plan: Plan = BEFORE, held: str = "") -> Plan:
    present = Present(base=1, plan=plan, held=frozenset({held} - {""}))
    return life.interventions.repace(present, pace, growth, NOW)


def reels(plan: Plan, since: date = MONDAY) -> int:
    return sum(post.medium == "reel" for post in plan.posts if date.fromisoformat(post.item_id[-10:]) >= since)


def coming(plan: Plan) -> list[Post]:
    return [post for post in plan.posts if post.item_id[-10:] > "2026-11-25"]


@pytest.mark.parametrize(
    ("growth", "pace"),
    [
        (LONGER, MARA.pace),
        (ENDED, MARA.pace),
        (PHASE, Pace(posts_per_week=14, stories_per_day=2)),
        (GrowthPhase(on=False), MARA.pace),
    ],
    ids=["extended", "intercepted", "another pace", "none"],
)
def test_no_item_and_no_fact_moves_when_the_pace_does(growth: GrowthPhase, pace: Pace) -> None:
    plan = paced(growth, pace)

    assert (plan.items, plan.facts) == (BEFORE.items, BEFORE.facts)
    assert plan.posts != BEFORE.posts
    assert life.check(plan) == []
    assert [post for post in plan.posts if post not in coming(plan)] == [
        post for post in BEFORE.posts if post not in coming(BEFORE)
    ]


def test_at_the_pace_she_has_not_one_post_moves() -> None:
    assert paced() == BEFORE


def test_a_longer_phase_posts_less_and_an_ended_one_more() -> None:
    assert reels(paced(LONGER)) < reels(BEFORE) < reels(paced(ENDED))


def test_the_new_pace_is_kept_to_within_a_post() -> None:
    since = date(2026, 12, 8)
    days = (MONDAY + timedelta(days=30) - since).days

    told = reels(paced(ENDED, Pace(posts_per_week=14)), since)

    assert abs(told - 2 * days) <= 1


def test_a_change_that_was_made_to_her_life_stays_in_it() -> None:
    ankle: Change = Injury(what="ankle", day=date(2026, 12, 1), until=date(2027, 1, 10))
    hurt = life.interventions.preview(Present(base=1, plan=BEFORE), Intervention(changes=(ankle,)), NOW).plan

    plan = paced(LONGER, plan=hurt)

    assert plan.items == hurt.items
    assert life.check(plan) == []


def with_sponsor(post: Post) -> Plan:
    posts = [one.model_copy(update={"sponsor_id": "halden"}) if one.id == post.id else one for one in BEFORE.posts]
    return BEFORE.model_copy(update={"posts": tuple(posts)})


def test_a_sponsored_post_stays_where_it_is_and_never_inside_the_phase() -> None:
    paid = next(post for post in BEFORE.posts if post.medium == "reel" and post.at > START + timedelta(days=16))

    stays = paced(ENDED, Pace(posts_per_week=1), with_sponsor(paid))
    inside = paced(LONGER, plan=with_sponsor(paid))

    assert [(one.id, one.at) for one in stays.posts if one.sponsor_id] == [(paid.id, paid.at)]
    assert [one for one in inside.posts if one.sponsor_id] == []
    assert life.check(stays) == life.check(inside) == []


def test_what_is_being_filmed_stays_at_any_pace() -> None:
    held = coming(BEFORE)[-1]

    plan = paced(pace=Pace(posts_per_week=0.5, stories_per_day=0), held=held.id)

    assert held in plan.posts
    assert len(coming(plan)) < 5


def test_a_post_in_place_of_a_sponsored_one_keeps_the_sponsor_when_it_is_of_the_same_sort() -> None:
    late = [post for post in BEFORE.posts if post.medium == "reel" and post.at > START + timedelta(days=14)]
    kept: list[tuple[str, str]] = []
    for post in late:
        wish = Intervention(changes=(life.interventions.Drop(item_id=post.item_id),))
        present = Present(base=1, plan=with_sponsor(post))
        after = life.interventions.preview(present, wish, NOW).plan
        kept += [(str(post.moment["category"]), str(one.moment["category"])) for one in after.posts if one.sponsor_id]

    assert kept != []
    assert [one for one in kept if one[0] != one[1]] == []
    assert len(kept) <= len(late)
