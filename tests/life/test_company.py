"""Company mode: a fixed frequency, themes in turn, no stories of her own, and nobody steps in."""

from datetime import UTC, date, datetime
from itertools import pairwise

from sorcerer import life
from sorcerer.influencers import GrowthPhase, Influencer, Pace, Persona
from sorcerer.life import Plan
from sorcerer.life.interventions import Present

MONDAY = date(2026, 11, 23)
NOW = datetime(2026, 11, 25, 11, 0, tzinfo=UTC)
PILLARS = ("how it is made", "what customers ask", "the people behind it")
RULE = Pace(rrule="FREQ=WEEKLY;BYDAY=MO,WE,FR;BYHOUR=18", stories_per_day=0)
ADA = Influencer(
    id="ada",
    owner_id="owner",
    name="Ada Lind",
    handle="adalind",
    mode="company",
    persona=Persona(age=41, city="berlin", pillars=PILLARS),
    pace=RULE,
    growth=GrowthPhase(on=False),
    created_at=datetime(2026, 1, 1, tzinfo=UTC),
)
BEFORE = life.plan(ADA, first_day=MONDAY)


def themes(plan: Plan) -> list[str]:
    return [post.direction.partition("It is about ")[2].rstrip(".") for post in plan.posts]


def test_reels_go_out_by_the_rule_and_take_the_pillars_in_turn() -> None:
    days = {date.fromisoformat(post.local_time[:10]).weekday() for post in BEFORE.posts}
    told = themes(BEFORE)

    assert (days, len(told)) == ({0, 2, 4}, 13)
    assert set(told) == set(PILLARS)
    assert [one for one, other in zip(told, told[3:], strict=False) if one != other] == []


def test_a_longer_plan_keeps_the_themes_of_the_first_days() -> None:
    assert themes(life.plan(ADA, first_day=MONDAY, days=60))[:13] == themes(BEFORE)


def test_she_has_no_story_of_her_own_and_a_lifestyle_persona_has_no_pillars() -> None:
    hers = life.plan(ADA.model_copy(update={"mode": "lifestyle"}), first_day=MONDAY)

    assert [item for item in BEFORE.items if item.beat] == []
    assert hers.premise.pillars == ()
    assert set(themes(hers)) == {""}


def test_another_frequency_moves_posts_alone_and_the_turn_goes_on() -> None:
    daily = RULE.model_copy(update={"rrule": "FREQ=DAILY;BYHOUR=19"})
    plan = life.interventions.repace(Present(base=1, plan=BEFORE), daily, ADA.growth, NOW)

    told = themes(plan)
    assert (plan.items, life.check(plan)) == (BEFORE.items, [])
    assert len(plan.posts) > len(BEFORE.posts)
    assert [one for one, other in pairwise(told) if one == other] == []
