from collections.abc import Callable
from datetime import UTC, date, datetime, timedelta

import pytest
from hypothesis import HealthCheck, assume, given, settings
from hypothesis import strategies as st

from sorcerer import influencers, journal, life
from sorcerer.accounts import User
from sorcerer.database import Database
from sorcerer.errors import Conflict, Invalid, NotAllowed, SorcererError
from sorcerer.influencers import Influencer, New, Persona
from sorcerer.life import Plan
from sorcerer.life.interventions.model import (
    Change,
    Drop,
    Event,
    Habit,
    Illness,
    Injury,
    Intervention,
    Job,
    Move,
    Person,
    Pin,
    Present,
    Preview,
    Story,
    Thing,
    Trip,
)
from sorcerer.testing import FrozenClock

MONDAY = date(2026, 11, 23)
NOW = datetime(2026, 11, 25, 11, 0, tzinfo=UTC)
PERSONA = Persona(
    age=29, habits=("gym", "running", "cooking"), people=("Jonas", "Aylin"), work="software engineer", city="berlin"
)
MARA = Influencer(
    id="mara",
    owner_id="owner",
    name="Mara Okonjo",
    handle="maralifts",
    mode="lifestyle",
    persona=PERSONA,
    created_at=datetime(2026, 1, 1, tzinfo=UTC),
)
BEFORE = life.plan(MARA, first_day=MONDAY)
LISBON = Trip(city="lisbon", leave=date(2026, 12, 5), back=date(2026, 12, 12))
ANKLE = Injury(what="ankle", day=date(2026, 12, 8), until=date(2027, 1, 19))


def seen(*changes: Change, plan: Plan = BEFORE, now: datetime = NOW, held: frozenset[str] = frozenset()) -> Preview:
    return life.interventions.preview(Present(base=1, plan=plan, held=held), Intervention(changes=changes), now)


def items_of(plan: Plan, kind: str) -> list[date]:
    return [item.day for item in plan.items if item.kind == kind]


def test_a_trip_and_a_broken_ankle_leave_a_life_without_contradictions() -> None:
    preview = seen(LISBON, ANKLE)

    assert preview.clashes == ()
    assert life.check(preview.plan, frozen=[item for item in BEFORE.items if item.day < NOW.date()]) == []
    away = [item for item in preview.plan.items if LISBON.leave <= item.day < LISBON.back]
    assert {item.city for item in away} == {"lisbon"}
    assert {item.city for item in preview.plan.items if item.day >= LISBON.back} == {"berlin"}
    assert [item for item in away if item.category == "work" and item.kind.startswith("work_")] == []
    assert {"run", "gym"} & {item.kind for item in preview.plan.items if item.day >= ANKLE.day} == set()
    assert {post.zone for post in preview.plan.posts if post.item_id.endswith("2026-12-07")} <= {"Europe/Lisbon"}


def test_days_that_the_checker_finds_in_order_stay_as_they_are() -> None:
    preview = seen(LISBON)

    outside = [item for item in BEFORE.items if not LISBON.leave <= item.day <= LISBON.back]
    gone = {item.id for item in set(outside) - set(preview.plan.items)}
    assert all(one.cause.startswith("It makes room for") for one in preview.differences if one.id in gone)
    assert len(gone) <= 1
    same = [item for item in BEFORE.items if item.day >= NOW.date() and item in preview.plan.items]
    assert preview.items.kept == len(same)


def test_every_difference_names_its_cause() -> None:
    preview = seen(ANKLE)

    broken = [one for one in preview.differences if one.verb == "dropped" and one.layer == "item"]
    assert broken != []
    assert all("able" in one.cause for one in broken if one.id.startswith(("run", "gym")))
    assert all(one.cause.endswith(".") for one in preview.differences)
    assert preview.items.dropped == len(broken)
    assert {one.day for one in preview.differences if one.day < ANKLE.day} == set()


def test_the_reason_of_what_is_new_names_nothing_else_and_cities_are_written_as_people_do() -> None:
    preview = seen(LISBON, ANKLE)

    added = [one for one in preview.differences if one.verb == "added"]
    others = {repr(item.title) for item in BEFORE.items}
    assert added != []
    assert [one for one in added if one.cause.startswith(tuple(others - {repr(one.title)}))] == []
    assert [one.cause for one in preview.differences if "lisbon" in one.cause or "berlin" in one.cause] == []
    assert any("Lisbon" in one.cause for one in preview.differences)


def test_on_a_trip_nothing_says_that_she_is_at_home() -> None:
    shown = [one.after for one in seen(LISBON).differences if one.after is not None and "Lisbon" in one.after]

    assert any("the rented flat in Lisbon" in one for one in shown)
    assert [one for one in shown if "home in Lisbon" in one] == []


def test_whoever_moves_is_at_home_there() -> None:
    shown = [one.after or "" for one in seen(Move(city="lisbon", day=date(2026, 12, 5))).differences]

    assert any("home in Lisbon" in one for one in shown)
    assert not any("rented flat" in one for one in shown)


def test_every_post_tells_of_something_that_happens() -> None:
    preview = seen(LISBON, ANKLE)

    there = {item.id for item in preview.plan.items}
    assert {post.item_id for post in preview.plan.posts} <= there
    reels = [sum(post.medium == "reel" for post in plan.posts) for plan in (BEFORE, preview.plan)]
    assert reels[0] == reels[1]


def test_the_same_question_shows_the_same_answer() -> None:
    assert seen(LISBON, ANKLE) == seen(LISBON, ANKLE)
    assert seen(LISBON).digest != seen(ANKLE).digest


def test_the_same_change_twice_is_once() -> None:
    once = seen(ANKLE)

    again = seen(ANKLE, plan=once.plan)

    assert again.plan.items == once.plan.items
    assert again.plan.posts == once.plan.posts
    assert again.differences == ()


def test_a_story_takes_its_other_branch_when_she_cannot() -> None:
    runs = [item for item in BEFORE.items if item.beat and item.kind in {"run", "gym"} and item.day > ANKLE.day]
    assert runs != []

    plan = seen(ANKLE).plan

    told = {item.beat: item for item in plan.items if item.beat}
    assert {told[item.beat or ""].alternative for item in runs} == {True}


def test_a_new_job_changes_where_she_works() -> None:
    preview = seen(Job(job="baker", day=date(2026, 12, 1)))

    after = [item for item in preview.plan.items if item.kind == "work_morning" and item.day >= date(2026, 12, 1)]
    assert len(after) >= 10
    assert {item.start < 8 * 60 for item in after} == {True, False} or {item.start < 9 * 60 for item in after} == {True}
    assert preview.clashes == ()


def test_without_a_job_there_is_no_work() -> None:
    plan = seen(Job(job="", day=date(2026, 12, 1))).plan

    assert [day for day in items_of(plan, "work_morning") if day >= date(2026, 12, 1)] == []


def test_more_and_less_of_something_is_that() -> None:
    day = date(2026, 11, 30)
    preview = seen(Habit(kind="gym", level="less", day=day), Habit(kind="cook", level="more", day=day))

    gym = [sum(one >= day for one in items_of(plan, "gym")) for plan in (BEFORE, preview.plan)]
    cook = [sum(one >= day for one in items_of(plan, "cook")) for plan in (BEFORE, preview.plan)]
    assert gym[1] < gym[0]
    assert cook[1] > cook[0]


def test_a_habit_that_is_given_up_does_not_come_back() -> None:
    plan = seen(Habit(kind="run", level="never", day=date(2026, 12, 1))).plan

    beats = {item.day for item in plan.items if item.beat and item.kind == "run"}
    assert [day for day in items_of(plan, "run") if day >= date(2026, 12, 1) and day not in beats] == []


def test_somebody_new_is_met_and_somebody_gone_is_not() -> None:
    day = date(2026, 12, 1)

    met = seen(Person(name="Rosa", day=day)).plan
    gone = seen(Person(name="Jonas", there=False, day=day)).plan

    assert {name for item in gone.items if item.day >= day for name in item.who} <= {"Aylin"}
    assert {name for item in met.items for name in item.who} <= {"Jonas", "Aylin", "Rosa"}


def test_people_stay_where_they_live() -> None:
    plan = seen(Move(city="lisbon", day=date(2026, 12, 3))).plan

    there = [item for item in plan.items if item.day >= date(2026, 12, 3)]
    assert {item.city for item in there} == {"lisbon"}
    assert {name for item in there for name in item.who} == set()


def test_what_somebody_asked_for_is_pinned_on_its_day() -> None:
    concert = Event(kind="concert", day=date(2026, 12, 4), start=20 * 60)

    plan = seen(concert).plan

    item = next(item for item in plan.items if item.id == "concert@2026-12-04")
    assert (item.start, item.pinned) == (20 * 60, True)
    assert life.check(plan) == []


def test_a_story_that_begins_is_told_to_its_end_or_as_far_as_the_days_go() -> None:
    idle = life.plan(MARA.model_copy(update={"id": "other"}), first_day=MONDAY, days=40)
    arc = next(
        name for name in ("letters", "balcony", "thirty") if not any(fact.name == f"arc:{name}" for fact in idle.facts)
    )

    preview = seen(Story(story=arc, day=date(2026, 11, 28)), plan=idle)

    assert preview.clashes == ()
    assert len([item for item in preview.plan.items if (item.beat or "").startswith(f"{arc}@2026-11-28")]) >= 3


def test_a_story_that_ends_is_told_no_further() -> None:
    running = next(fact.name.removeprefix("arc:") for fact in BEFORE.facts if fact.name.startswith("arc:"))
    day = date(2026, 12, 1)

    plan = seen(Story(story=running, begins=False, day=day)).plan

    assert [item for item in plan.items if (item.beat or "").startswith(f"{running}@") and item.day >= day] == []


def test_a_pin_that_contradicts_a_trip_stops_it_with_the_choices() -> None:
    item = next(
        item for item in BEFORE.items if item.day == date(2026, 12, 7) and item.kind not in {"sleep", "routine"}
    )
    pinned = seen(Pin(item_id=item.id)).plan

    preview = seen(LISBON, plan=pinned)

    assert (preview.clashes[0].item_id, preview.clashes[0].code) == (item.id, "S3")
    assert preview.clashes[0].choices == ("move the pin", "let the pin go", "change the intervention")
    assert seen(Pin(item_id=item.id, pinned=False), LISBON, plan=pinned).clashes == ()


def test_a_film_that_is_made_already_stops_what_contradicts_it() -> None:
    post = next(post for post in BEFORE.posts if post.item_id.endswith("2026-12-07"))

    preview = seen(LISBON, held=frozenset({post.id}))

    assert preview.clashes[0].item_id == post.item_id
    assert preview.clashes[0].choices == ("withdraw the video", "change the intervention")


def test_an_item_that_is_taken_out_is_gone() -> None:
    item = next(item for item in BEFORE.items if item.day == date(2026, 12, 7) and item.category == "leisure")

    plan = seen(Drop(item_id=item.id)).plan

    assert item not in plan.items
    assert life.check(plan) == []


WRONG: list[tuple[str, Callable[[], Preview], type[SorcererError], str]] = [
    ("a day that is past", lambda: seen(Move(city="lisbon", day=date(2026, 11, 24))), Invalid, "is past"),
    ("a day not planned yet", lambda: seen(Move(city="lisbon", day=date(2027, 11, 24))), Invalid, "not planned yet"),
    (
        "a trip that never ends",
        lambda: seen(Trip(city="lisbon", leave=date(2026, 12, 5), back=date(2029, 1, 1))),
        Invalid,
        "none of 1 to 180 days",
    ),
    (
        "a trip that ends before it begins",
        lambda: seen(Trip(city="lisbon", leave=date(2026, 12, 5), back=date(2026, 12, 1))),
        Invalid,
        "none of 1 to 180 days",
    ),
    (
        "a trip too short for its way",
        lambda: seen(Trip(city="sydney", leave=date(2026, 12, 5), back=date(2026, 12, 6))),
        Invalid,
        "needs 4 days",
    ),
    ("a place nobody knows", lambda: seen(Move(city="atlantis", day=date(2026, 12, 5))), Invalid, "atlantis"),
    ("two places at once", lambda: seen(LISBON, Move(city="paris", day=date(2026, 12, 7))), Conflict, "trip"),
    ("a move to where she is", lambda: seen(Move(city="berlin", day=date(2026, 12, 7))), Conflict, "already"),
    ("meals given up", lambda: seen(Habit(kind="dinner", level="never", day=date(2026, 12, 7))), Invalid, "every day"),
    ("an item that is not there", lambda: seen(Drop(item_id="nap@2026-12-07x")), Invalid, "There is no"),
    ("nothing at all", seen, Invalid, "nothing to change"),
    ("an event that is past", lambda: seen(Event(kind="concert", day=date(2026, 11, 24))), Invalid, "is past"),
    (
        "an event at an hour that is past",
        lambda: seen(Event(kind="coffee", day=date(2026, 11, 25), start=480)),
        Invalid,
        "it is 12:00 where she is",
    ),
    ("a pin on what has begun", lambda: seen(Pin(item_id="sleep@2026-11-24")), Invalid, "what was is never touched"),
    ("what has begun, taken out", lambda: seen(Drop(item_id="sleep@2026-11-24")), Invalid, "what was is never touched"),
    (
        "something to come, moved into the past",
        lambda: seen(Pin(item_id="sleep@2026-11-25", start=600)),
        Invalid,
        "cannot move to 10:00",
    ),
]


@pytest.mark.parametrize(("what", "ask", "kind", "words"), WRONG, ids=[what for what, *_ in WRONG])
def test_what_cannot_be_is_refused_in_words(
    what: str, ask: Callable[[], Preview], kind: type[SorcererError], words: str
) -> None:
    with pytest.raises(kind) as refusal:
        ask()

    assert words in refusal.value.message, what


def test_in_company_mode_nobody_steps_in() -> None:
    company = life.plan(MARA.model_copy(update={"mode": "company"}), first_day=MONDAY)

    with pytest.raises(NotAllowed):
        seen(LISBON, plan=company)


DAYS = st.dates(date(2026, 11, 27), date(2026, 12, 14))
CHANGES = st.one_of(
    st.builds(
        lambda city, leave, days: Trip(city=city, leave=leave, back=leave + timedelta(days=days)),
        st.sampled_from(("lisbon", "tokyo", "new york", "sydney", "lagos")),
        DAYS,
        st.integers(1, 9),
    ),
    st.builds(Move, city=st.sampled_from(("paris", "los angeles")), day=DAYS),
    st.builds(lambda day, days: Injury(what="ankle", day=day, until=day + timedelta(days=days)), DAYS, st.integers(1, 40)),  # noqa: E501 - one row of a table
    st.builds(lambda day, days: Illness(what="flu", day=day, until=day + timedelta(days=days)), DAYS, st.integers(1, 8)),  # noqa: E501 - one row of a table
    st.builds(Job, job=st.sampled_from(("", "baker", "chef", "nurse", "student")), day=DAYS),
    st.builds(Person, name=st.sampled_from(("Rosa", "Jonas")), there=st.booleans(), day=DAYS),
    st.builds(Habit, kind=st.sampled_from(("gym", "cook", "read")), level=st.sampled_from(("more", "less", "never")), day=DAYS),  # noqa: E501 - one row of a table
)  # fmt: skip


@settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(changes=st.lists(CHANGES, min_size=1, max_size=4), seed=st.text(max_size=4))
def test_whatever_happens_to_her_the_past_stays_and_nothing_contradicts(changes: list[Change], seed: str) -> None:
    plan = life.plan(MARA, first_day=MONDAY, seed=seed or None)
    now = NOW
    done = 0
    for change in changes:
        try:
            preview = seen(change, plan=plan, now=now)
        except (Conflict, Invalid):
            continue
        assert preview.clashes == ()
        assert life.check(preview.plan, frozen=[item for item in plan.items if item.day < now.date()]) == []
        assert [post for post in plan.posts if post.at < now] == [post for post in preview.plan.posts if post.at < now]
        plan, now, done = preview.plan, now + timedelta(hours=7), done + 1
    assume(done)


def test_the_way_to_a_new_job_is_the_way_to_its_new_place() -> None:
    assert seen(Job(job="baker", day=date(2026, 11, 27))).clashes == ()


# --- kept


@pytest.fixture
def mara(database: Database, owner: User, clock: FrozenClock) -> Influencer:
    new = New(name="Mara Okonjo", handle="maralifts", mode="lifestyle", persona=PERSONA)
    with database.begin() as session:
        made = influencers.create(session, owner.id, new, clock.now())
        life.adopt(session, owner.id, life.plan(made, first_day=MONDAY), base=0, now=clock.now())
    return made


def look(database: Database, owner: User, who: Influencer) -> Present:
    with database.read() as session:
        return life.interventions.present(session, owner.id, who.id)


def step_in(database: Database, owner: User, preview: Preview, now: datetime) -> int:
    with database.begin() as session:
        return life.interventions.apply(session, owner.id, preview, digest=preview.digest, now=now).head


def test_what_was_previewed_is_what_is_kept(database: Database, owner: User, mara: Influencer) -> None:
    preview = life.interventions.preview(look(database, owner, mara), Intervention(changes=(LISBON, ANKLE)), NOW)

    head = step_in(database, owner, preview, NOW)

    assert head == 2
    assert look(database, owner, mara).plan.items == preview.plan.items
    assert look(database, owner, mara).plan.posts == preview.plan.posts
    with database.read() as session:
        lines = life.interventions.history(session, owner.id, mara.id)
        assert next(line.verb for line in journal.page(session, owner.id)) == "life.intervened"
    assert [(one.rev, one.kind, one.changes) for one in lines] == [
        (2, "intervention", (LISBON, ANKLE)),
        (1, "plan", ()),
    ]


def test_undo_is_a_new_revision_with_the_life_of_before(database: Database, owner: User, mara: Influencer) -> None:
    before = look(database, owner, mara)
    step_in(database, owner, life.interventions.preview(before, Intervention(changes=(LISBON,)), NOW), NOW)
    present = look(database, owner, mara)

    with database.begin() as session:
        life.interventions.undo(session, owner.id, present, base=2, now=NOW + timedelta(hours=2))

    after = look(database, owner, mara)
    assert (after.base, after.plan.items, after.plan.posts) == (3, before.plan.items, before.plan.posts)
    with database.begin() as session:
        life.interventions.undo(session, owner.id, after, base=3, now=NOW + timedelta(hours=3))
    assert look(database, owner, mara).plan.items == present.plan.items


def test_what_has_begun_cannot_be_undone(database: Database, owner: User, mara: Influencer) -> None:
    preview = life.interventions.preview(look(database, owner, mara), Intervention(changes=(LISBON,)), NOW)
    step_in(database, owner, preview, NOW)
    present = look(database, owner, mara)

    with pytest.raises(Conflict), database.begin() as session:
        life.interventions.undo(session, owner.id, present, base=2, now=datetime(2026, 12, 8, 12, tzinfo=UTC))

    assert look(database, owner, mara) == present


def test_a_first_plan_cannot_be_undone(database: Database, owner: User, mara: Influencer) -> None:
    present = look(database, owner, mara)

    with pytest.raises(Conflict), database.begin() as session:
        life.interventions.undo(session, owner.id, present, base=1, now=NOW)


def test_of_two_who_step_in_at_once_one_gets_a_conflict(database: Database, owner: User, mara: Influencer) -> None:
    both = look(database, owner, mara)
    first = life.interventions.preview(both, Intervention(changes=(LISBON,)), NOW)
    second = life.interventions.preview(both, Intervention(changes=(ANKLE,)), NOW)
    step_in(database, owner, first, NOW)

    with pytest.raises(Conflict):
        step_in(database, owner, second, NOW)

    assert look(database, owner, mara).plan.items == first.plan.items


def test_another_digest_than_the_one_that_was_seen_is_refused(
    database: Database, owner: User, mara: Influencer
) -> None:
    preview = life.interventions.preview(look(database, owner, mara), Intervention(changes=(LISBON,)), NOW)

    with pytest.raises(Conflict), database.begin() as session:
        life.interventions.apply(session, owner.id, preview, digest="another", now=NOW)


def test_a_wish_that_changes_nothing_is_not_applied(database: Database, owner: User, mara: Influencer) -> None:
    pin = next(item for item in look(database, owner, mara).plan.items if item.day == date(2026, 12, 7))
    wish = Intervention(changes=(Pin(item_id=pin.id, pinned=False),))
    preview = life.interventions.preview(look(database, owner, mara), wish, NOW)

    with pytest.raises(Conflict, match="Nothing would change"):
        step_in(database, owner, preview, NOW)

    assert look(database, owner, mara).base == 1


def test_a_fact_without_a_difference_today_is_kept_for_the_days_to_come(
    database: Database, owner: User, mara: Influencer
) -> None:
    thing = Thing(name="kayak", day=date(2026, 12, 7))
    preview = life.interventions.preview(look(database, owner, mara), Intervention(changes=(thing,)), NOW)

    step_in(database, owner, preview, NOW)

    assert preview.differences == ()
    assert "has:kayak" in {fact.name for fact in look(database, owner, mara).plan.facts}
