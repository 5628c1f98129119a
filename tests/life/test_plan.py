from collections import Counter
from datetime import UTC, date, datetime, timedelta
from typing import Any, get_args
from zoneinfo import ZoneInfo

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from sorcerer import life
from sorcerer.errors import Invalid
from sorcerer.influencers import GrowthPhase, Influencer, Pace, Persona
from sorcerer.life import Fact
from sorcerer.life.planning.cadence import Cadence
from sorcerer.life.planning.overlay import Overlay, Today
from sorcerer.life.planning.plan import premise_of
from sorcerer.life.world import world_of
from sorcerer.providers.tasks import Moment
from sorcerer.providers.values import Light, SceneName

MONDAY = date(2026, 11, 23)
CITIES = (
    ("Berlin", "Europe/Berlin"),
    ("Lisbon", "Europe/Lisbon"),
    ("New York", "America/New_York"),
    ("Tokyo", "Asia/Tokyo"),
    ("Mexico City", "America/Mexico_City"),
    ("Sydney", "Australia/Sydney"),
    ("Reykjavik", "Atlantic/Reykjavik"),
    ("Longyearbyen", "Arctic/Longyearbyen"),
    ("Lord Howe", "Australia/Lord_Howe"),
    ("nowhere we know", "America/Santiago"),
)
JOBS = ("", "software engineer", "chef", "baker", "student", "retired", "freelance illustrator", "nurse")
HABITS = ("gym", "running", "cooking", "pottery", "books", "photography", "music", "climbing", "gardening", "zorbing")
NAMES = ("Jonas", "Aylin", "Ruth", "Kofi", "Mina")


def somebody(
    *, mode: str = "lifestyle", pace: Pace | None = None, growth: GrowthPhase | None = None, **persona: Any
) -> Influencer:
    given_persona = {"age": 29, "habits": ("gym", "cooking"), "people": ("Jonas", "Aylin"), "work": "physiotherapist"}
    return Influencer(
        id="mara",
        owner_id="owner",
        name="Mara Okonjo",
        handle="maralifts",
        mode="company" if mode == "company" else "lifestyle",
        persona=Persona.model_validate(given_persona | persona),
        pace=pace or Pace(),
        growth=growth or GrowthPhase(),
        created_at=datetime(2026, 1, 1, tzinfo=UTC),
    )


@st.composite
def anybody(draw: st.DrawFn) -> Influencer:
    city, zone = draw(st.sampled_from(CITIES))
    return somebody(
        mode=draw(st.sampled_from(("lifestyle", "lifestyle", "company"))),
        pace=Pace(
            posts_per_week=draw(st.floats(0.5, 21)),
            stories_per_day=draw(st.floats(0, 5)),
            rrule=draw(st.sampled_from((None, "FREQ=WEEKLY;BYDAY=MO,TH", "FREQ=DAILY;BYHOUR=9,15,21"))),
        ),
        growth=GrowthPhase(on=draw(st.booleans()), days=draw(st.integers(1, 60))),
        city=city,
        timezone=zone,
        work=draw(st.sampled_from(JOBS)),
        chronotype=draw(st.sampled_from(("early", "middle", "late"))),
        sleep_hours=draw(st.floats(5, 10)),
        habits=tuple(draw(st.sets(st.sampled_from(HABITS), max_size=6))),
        people=tuple(draw(st.sets(st.sampled_from(NAMES), max_size=4))),
        pronouns=draw(st.sampled_from(("she", "he", "they"))),
    )


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(who=anybody(), seed=st.text(max_size=8), first_day=st.dates(date(2025, 1, 1), date(2030, 12, 31)))
def test_no_life_contradicts_itself(who: Influencer, seed: str, first_day: date) -> None:
    plan = life.plan(who, first_day=first_day, days=30, seed=seed or None)

    assert life.check(plan) == []
    assert len({item.day for item in plan.items}) == 30


@settings(max_examples=10, deadline=None)
@given(who=anybody(), first_day=st.dates(date(2026, 1, 1), date(2027, 12, 31)))
def test_more_days_leave_the_first_ones_as_they_are(who: Influencer, first_day: date) -> None:
    short = life.plan(who, first_day=first_day, days=30)
    long = life.plan(who, first_day=first_day, days=60)

    assert long.items[: len(short.items)] == short.items
    assert long.posts[: len(short.posts)] == short.posts
    assert set(short.facts) <= set(long.facts)


def test_the_same_question_gets_the_same_bytes() -> None:
    mara = somebody()

    again = life.plan(mara, first_day=MONDAY).model_dump_json()

    assert life.plan(mara, first_day=MONDAY).model_dump_json() == again
    assert life.plan(mara, first_day=MONDAY, seed="another").model_dump_json() != again


@pytest.mark.parametrize(
    ("city", "zone", "first_day"),
    [
        ("Berlin", "Europe/Berlin", date(2027, 3, 22)),
        ("Berlin", "Europe/Berlin", date(2026, 10, 19)),
        ("New York", "America/New_York", date(2027, 3, 8)),
        ("New York", "America/New_York", date(2026, 10, 26)),
        ("", "America/Santiago", date(2026, 8, 31)),
        ("", "Africa/Cairo", date(2027, 4, 26)),
    ],
)
def test_weeks_in_which_the_clocks_change_hold_together(city: str, zone: str, first_day: date) -> None:
    late = somebody(city=city, timezone=zone, chronotype="late", work="bartender", sleep_hours=6)

    plan = life.plan(late, first_day=first_day, days=14)

    offsets = {post.at.astimezone(ZoneInfo(zone)).utcoffset() for post in plan.posts}
    assert len(offsets) == 2
    assert life.check(plan) == []


def test_a_post_shows_the_wall_clock_of_her_city() -> None:
    plan = life.plan(somebody(city="Tokyo", timezone="Asia/Tokyo"), first_day=MONDAY)

    shown = [post.at.astimezone(ZoneInfo("Asia/Tokyo")).strftime("%Y-%m-%dT%H:%M") for post in plan.posts]
    assert [post.local_time for post in plan.posts] == shown


def test_a_post_has_everything_a_video_asks_for() -> None:
    plan = life.plan(somebody(), first_day=MONDAY)

    assert len(plan.posts) > 20
    for post in plan.posts:
        assert Moment.model_validate(post.moment).scene == post.scene
        assert post.scene in get_args(SceneName)
        assert post.light in get_args(Light)
        assert post.direction.endswith(".")
        assert "Mara" in post.direction
        assert "{" not in f"{post.title}{post.direction}{post.moment['story']}"
        assert 0 < len(post.title) <= 120


def test_the_growth_phase_climbs_to_the_full_pace_and_stays_there() -> None:
    growing = somebody(pace=Pace(posts_per_week=7, stories_per_day=0), growth=GrowthPhase(on=True, days=28))

    weeks = reels_by_week(growing, days=56)

    assert weeks == sorted(weeks)
    assert weeks[0] == 3
    assert weeks[-1] == 7


def test_a_phase_that_was_ended_runs_at_full_pace_from_then_on() -> None:
    begun = datetime(2026, 11, 23, tzinfo=UTC)
    phase = GrowthPhase(on=True, started_at=begun, days=60, ended_at=begun + timedelta(days=14))

    weeks = reels_by_week(somebody(pace=Pace(posts_per_week=7, stories_per_day=0), growth=phase), days=28)

    assert weeks[2:] == [7, 7]
    assert weeks[0] < 5


def test_without_a_growth_phase_the_pace_is_what_was_asked() -> None:
    steady = somebody(pace=Pace(posts_per_week=5, stories_per_day=2), growth=GrowthPhase(on=False))

    posts = Counter(post.medium for post in life.plan(steady, first_day=MONDAY, days=28).posts)

    assert posts == {"reel": 20, "story": 56}


def test_a_company_s_rule_decides_the_hours_and_no_story_runs() -> None:
    rule = Pace(rrule="FREQ=WEEKLY;BYDAY=MO,WE,FR;BYHOUR=12", stories_per_day=0)

    plan = life.plan(somebody(mode="company", pace=rule), first_day=MONDAY, days=14)

    assert [post.local_time[:16] for post in plan.posts] == [
        f"2026-{day}T12:00" for day in ("11-23", "11-25", "11-27", "11-30", "12-02", "12-04")
    ]
    assert [item for item in plan.items if item.beat] == []
    assert life.check(plan) == []


def test_a_rule_that_fires_while_she_sleeps_posts_later_that_day() -> None:
    rule = Pace(rrule="FREQ=DAILY;BYHOUR=5", stories_per_day=0)

    plan = life.plan(somebody(mode="company", pace=rule), first_day=MONDAY, days=7)

    assert [post.local_time[:10] for post in plan.posts] == [f"2026-11-{day}" for day in range(23, 30)]
    assert life.check(plan) == []


@pytest.mark.parametrize("rule", ["every other tuesday", "FREQ=MINUTELY", "FREQ=HOURLY;INTERVAL=2"])
def test_a_rule_that_is_none_or_asks_for_too_much_is_refused_by_name(rule: str) -> None:
    with pytest.raises(Invalid) as refusal:
        life.plan(somebody(mode="company", pace=Pace(rrule=rule)), first_day=MONDAY)

    assert refusal.value.field == "pace.rrule"


def test_a_life_of_no_days_is_refused() -> None:
    with pytest.raises(Invalid) as refusal:
        life.plan(somebody(), first_day=MONDAY, days=0)

    assert refusal.value.field == "days"


def test_a_trip_to_a_place_nobody_knows_is_refused() -> None:
    away = Fact(day=MONDAY + timedelta(days=5), name="city", value="atlantis")

    with pytest.raises(Invalid) as refusal:
        life.plan(somebody(), first_day=MONDAY, facts=[away])

    assert refusal.value.field == "facts"


@pytest.mark.parametrize(("home", "zone"), [("Berlin", "Europe/Berlin"), ("Los Angeles", "America/Los_Angeles")])
@pytest.mark.parametrize("there", ["lisbon", "tokyo", "sydney", "new york"])
def test_a_trip_round_the_world_holds_together(home: str, zone: str, there: str) -> None:
    leave, back = MONDAY + timedelta(days=6), MONDAY + timedelta(days=16)
    facts = [
        Fact(day=leave, name="city", value=there),
        Fact(day=leave, name="away", value=True),
        Fact(day=back, name="city", value=home.casefold()),
        Fact(day=back, name="away", value=False),
    ]

    plan = life.plan(somebody(city=home, timezone=zone), first_day=MONDAY, facts=facts)

    assert life.check(plan) == []
    assert {item.city for item in plan.items if leave < item.day < back} == {there}
    assert {item.city for item in plan.items if item.day > back} == {home.casefold()}


def test_habits_come_back_more_often() -> None:
    def climbs(*habits: str) -> int:
        plan = life.plan(somebody(habits=habits), first_day=date(2026, 6, 1), days=56)
        return sum(item.kind == "climb" for item in plan.items)

    assert climbs("gym") == 0
    assert climbs("climbing") >= 6


def test_a_broken_ankle_ends_every_run_and_begins_the_exercises() -> None:
    broken = Fact(day=date(2026, 12, 1), name="able", value=False)

    plan = life.plan(somebody(habits=("running", "gym")), first_day=MONDAY, facts=[broken])

    after = {item.kind for item in plan.items if item.day >= broken.day}
    assert life.check(plan) == []
    assert after & {"run", "gym", "hike", "swim"} == set()
    assert "rehab" in after


@settings(max_examples=15, deadline=None)
@given(
    told=st.lists(
        st.tuples(st.integers(0, 29), st.integers(48, 335), st.booleans()), max_size=5, unique_by=lambda one: one[:2]
    )
)
def test_facts_hold_in_whatever_order_they_are_told(told: list[tuple[int, int, bool]]) -> None:
    facts = [Fact(day=MONDAY + timedelta(days=day), minute=5 * step, name="able", value=so) for day, step, so in told]

    plan = life.plan(somebody(habits=("running", "gym", "climbing")), first_day=MONDAY, facts=facts)

    assert life.check(plan) == []
    assert life.plan(somebody(habits=("running", "gym", "climbing")), first_day=MONDAY, facts=facts[::-1]) == plan


def test_every_story_that_fell_due_was_told_to_its_end() -> None:
    plan = life.plan(somebody(), first_day=MONDAY, days=120)

    begun = [fact for fact in plan.facts if fact.name.startswith("arc:")]
    assert len(begun) >= 4
    assert [found for found in life.check(plan) if found.code.startswith("A")] == []


def test_her_people_are_the_only_ones_she_meets() -> None:
    plan = life.plan(somebody(people=()), first_day=MONDAY, days=60)

    assert [item for item in plan.items if item.who] == []


def test_a_new_plan_begins_where_the_last_night_ended() -> None:
    mara = somebody(chronotype="early")
    last_night = life.plan(somebody(chronotype="late"), first_day=MONDAY, days=1).items[-1]

    following = life.plan(mara, first_day=MONDAY + timedelta(days=1), days=3, after=last_night)

    assert following.items[0].start >= last_night.end - 24 * 60
    assert life.check(following) == []


def test_the_same_words_wait_a_fortnight_and_a_day_rather_posts_nothing() -> None:
    premise = premise_of(somebody(growth=GrowthPhase(on=False)))
    overlay = Overlay(world_of(premise), Cadence(premise, MONDAY))
    soup = life.plan(somebody(), first_day=MONDAY, days=1).items[1].model_copy(update={"title": "Soup"})

    for number in range(16):
        day = MONDAY + timedelta(days=number)
        again = soup.model_copy(update={"id": f"lunch@{day}", "day": day})
        overlay.cadence = Cadence(premise, day)
        overlay.tell(Today(day, [again], 23 * 60, []))

    assert [post.item_id for post in overlay.posts] == [f"lunch@{MONDAY}", f"lunch@{MONDAY + timedelta(days=15)}"]


def test_her_days_are_not_all_alike() -> None:
    plan = life.plan(somebody(work="software engineer"), first_day=MONDAY, days=84)

    worked = dict.fromkeys(sorted({item.day for item in plan.items if item.day.weekday() < 5}), 0)
    for item in plan.items:
        if item.kind in {"work_morning", "work_afternoon"} and item.day in worked:
            worked[item.day] += item.end - item.start
    nights = [item.end - item.start for item in plan.items if item.kind == "sleep"]
    assert 1 <= sum(minutes == 0 for minutes in worked.values()) <= 18
    assert max(worked.values()) - min(minutes for minutes in worked.values() if minutes) >= 180
    assert max(nights) - min(nights) >= 120


def test_who_needs_more_sleep_sleeps_longer() -> None:
    def hours(need: float) -> float:
        plan = life.plan(somebody(sleep_hours=need), first_day=MONDAY, days=60)
        nights = [item.end - item.start for item in plan.items if item.kind == "sleep"]
        return sum(nights) / len(nights) / 60

    assert hours(6) + 1 < hours(7.5) < hours(9) - 0.7


def test_nobody_works_at_an_office_that_is_closed() -> None:
    plan = life.plan(somebody(work="lawyer"), first_day=MONDAY, days=60)

    assert [item for item in plan.items if item.kind.startswith("work_") and item.day.weekday() >= 5] == []


def test_stories_begin_all_through_the_year() -> None:
    plan = life.plan(somebody(), first_day=MONDAY, days=365)

    begun = Counter((fact.day - MONDAY).days // 91 for fact in plan.facts if fact.name.startswith("arc:"))
    assert min(begun[quarter] for quarter in range(4)) >= 2
    assert [found for found in life.check(plan) if found.code.startswith("A")] == []


def reels_by_week(who: Influencer, days: int) -> list[int]:
    plan = life.plan(who, first_day=MONDAY, days=days)
    days_of = {item.id: item.day for item in plan.items}
    weeks = Counter((days_of[post.item_id] - MONDAY).days // 7 for post in plan.posts if post.medium == "reel")
    return [weeks[week] for week in range(days // 7)]


def test_a_story_has_its_last_chance_before_her_work() -> None:
    cook = Influencer(
        id="persona341",
        owner_id="owner",
        name="Mara",
        handle="mara",
        mode="lifestyle",
        persona=Persona(
            age=37,
            city="sydney",
            timezone="Australia/Sydney",
            work="chef",
            chronotype="early",
            sleep_hours=6.570994404675288,
            habits=("gardening", "books", "photography"),
            people=("Jonas", "Ruth", "Kofi"),
        ),
        created_at=datetime(2026, 1, 1, tzinfo=UTC),
    )

    plan = life.plan(cook, first_day=date(2027, 10, 30), days=120)

    assert life.check(plan) == []
