import re
from collections.abc import Callable
from datetime import UTC, date, datetime, timedelta
from pathlib import Path

import pytest

from sorcerer import life
from sorcerer.influencers import GrowthPhase, Influencer, Persona
from sorcerer.life import Fact, Item, Plan, Post
from sorcerer.life import checking as checker

MONDAY = date(2026, 11, 23)
TUESDAY, SATURDAY = MONDAY + timedelta(days=1), MONDAY + timedelta(days=5)
RUTH = Influencer(
    id="ruth",
    owner_id="owner",
    name="Ruth Adler",
    handle="ruth",
    mode="lifestyle",
    persona=Persona(age=68, work="retired", habits=("running", "gym"), people=("Jonas", "Aylin")),
    created_at=datetime(2026, 1, 1, tzinfo=UTC),
)


def at(text: str) -> int:
    hours, minutes = text.split(":")
    return int(hours) * 60 + int(minutes)


def thing(kind: str, begin: str, end: str, *, day: date = MONDAY, place: str = "home", **more: object) -> Item:
    values = {
        "id": f"{kind}@{day}",
        "day": day,
        "kind": kind,
        "category": "sleep" if kind == "sleep" else "leisure",
        "place": f"berlin/{place}",
        "city": "berlin",
        "start": at(begin),
        "end": at(end),
        "title": kind,
        "line": f"At home, Ruth does {kind}.",
    }
    return Item.model_validate(values | more)


def quiet(days: int = 1) -> Plan:
    """A life with wide gaps: she gets up, eats three times and sleeps."""
    items = []
    for day in (MONDAY + timedelta(days=number) for number in range(days)):
        items += [
            thing("routine", "07:30", "08:00", day=day),
            thing("breakfast", "08:00", "08:30", day=day),
            thing("lunch", "12:30", "13:00", day=day),
            thing("dinner", "18:30", "19:00", day=day),
            thing("winddown", "22:00", "23:00", day=day),
            thing("sleep", "23:30", "31:30", day=day),
        ]
    premise = life.plan(RUTH, first_day=MONDAY, days=1).premise
    here = Fact(day=MONDAY, name="city", value="berlin")
    return Plan(
        influencer_id="ruth",
        seed="ruth",
        premise=premise,
        first_day=MONDAY,
        days=days,
        facts=(here,),
        items=tuple(items),
    )


def plus(plan: Plan, *items: Item) -> Plan:
    return plan.model_copy(update={"items": (*plan.items, *items)})


def without(plan: Plan, *kinds: str) -> Plan:
    return plan.model_copy(update={"items": tuple(item for item in plan.items if item.kind not in kinds)})


def told(plan: Plan, *facts: Fact) -> Plan:
    return plan.model_copy(update={"facts": (*plan.facts, *facts)})


def post(local: str = "2026-11-23T16:30", **more: object) -> Post:
    moment = datetime.fromisoformat(local).replace(tzinfo=UTC) - timedelta(hours=1)
    values = {
        "id": f"reel:{local}",
        "item_id": f"read@{MONDAY}",
        "medium": "reel",
        "at": moment,
        "local_time": local,
        "title": "Forty pages",
        "direction": "At home, Ruth reads.",
        "scene": "home",
        "light": "day",
        "moment": {},
    }
    return Post.model_validate(values | more)


def posted(*posts: Post) -> Plan:
    return plus(quiet(), thing("read", "15:00", "16:00")).model_copy(update={"posts": posts})


READ = thing("read", "15:00", "16:00")
RUN = thing("run", "14:00", "14:45", place="park")
ABOARD = thing("sleep", "23:30", "31:30", place="transit")
RISEN = thing("stretch", "07:40", "08:15", day=TUESDAY)
STORY = Fact(day=MONDAY, name="arc:hundred", value=MONDAY.isoformat())
TEST = f"hundred@{MONDAY}:test"


def gym(day: date, beat: str | None = TEST) -> Item:
    return thing("gym", "14:00", "15:00", day=day, place="gym", beat=beat)


def sponsored(*posts: tuple[int, str], shows: str = "Glow Serum 30 ml") -> Plan:
    """A life of five days that is past its growth phase, with a post of some of them that a sponsor pays for."""
    plan = plus(quiet(5), *(READ.model_copy(update=on(number)) for number in (0, 2, 4)))
    paid = [
        post(
            f"{MONDAY + timedelta(days=number)}T16:30",
            item_id=f"read@{MONDAY + timedelta(days=number)}",
            sponsor_id=sponsor,
            shows=shows,
        )
        for number, sponsor in posts
    ]
    off = plan.premise.model_copy(update={"growth": GrowthPhase(on=False)})
    return plan.model_copy(update={"posts": tuple(paid), "premise": off})


def serum(number: int, *, has: bool, name: str = "glow serum") -> Fact:
    return Fact(day=MONDAY + timedelta(days=number), name=f"has:{name}", value=has)


def two_sponsors_in_a_day() -> Plan:
    """Two brands pay for two posts of one day, two hours and more apart."""
    plan = sponsored((0, "lumen"), shows="")
    return plan.model_copy(update={"posts": (*plan.posts, post("2026-11-23T18:45", sponsor_id="halden"))})


def two_lunches_on_saturday() -> Plan:
    """A second lunch on Saturday, in company that has time then."""
    return plus(quiet(6), thing("brunch", "11:05", "12:05", day=SATURDAY, place="cafe", who=("Jonas",)))


def race_without_shoes() -> Plan:
    """A story that needs running shoes goes on, and nobody ever said that she has them."""
    tales = (
        ("journal", "sign_up", 0, False),
        ("journal", "shoes", 4, True),
        ("run", "five", 9, False),
    )
    items = (
        thing(
            kind,
            "14:00",
            "14:35",
            day=MONDAY + timedelta(days=days),
            place="park" if kind == "run" else "home",
            beat=f"ten_k@{MONDAY}:{beat}",
            alternative=other,
        )
        for kind, beat, days, other in tales
    )
    return told(plus(quiet(10), *items), Fact(day=MONDAY, name="arc:ten_k", value=MONDAY.isoformat()))


PLANTED: list[tuple[str, str, Callable[[], Plan]]] = [
    ("T1", "no time at all", lambda: plus(quiet(), thing("read", "15:00", "15:00"))),
    ("T2", "two at once", lambda: plus(quiet(), READ, thing("stretch", "15:30", "16:00"))),
    ("T3", "off the grid", lambda: plus(quiet(), thing("read", "15:01", "15:46"))),
    ("T4", "too early for it", lambda: plus(quiet(), thing("call_home", "09:00", "09:20"))),
    ("T5", "too long for it", lambda: plus(quiet(), thing("read", "15:00", "17:30"))),
    ("T6", "not on that weekday", lambda: plus(quiet(), thing("nap", "14:00", "14:30"))),
    ("S1", "no time for the way", lambda: plus(quiet(), thing("groceries", "08:30", "09:00", place="supermarket"))),
    ("S1", "before she has landed", lambda: plus(without(quiet(), "sleep"), ABOARD, RISEN)),
    ("S2", "closed on Mondays", lambda: plus(quiet(), thing("museum", "15:00", "16:00", place="museum"))),
    (
        "S2",
        "after closing",
        lambda: plus(without(quiet(2), "dinner"), thing("museum", "17:30", "18:30", day=TUESDAY, place="museum")),
    ),
    ("S3", "another city", lambda: plus(quiet(), READ.model_copy(update={"city": "tokyo"}))),
    ("S4", "not a place for it", lambda: plus(quiet(), thing("read", "15:00", "16:00", place="gym"))),
    ("S4", "no place of hers", lambda: plus(quiet(), thing("read", "15:00", "16:00", place="moon"))),
    ("E1", "after sunset", lambda: plus(quiet(), thing("run", "20:00", "20:45", place="park"))),
    ("F1", "with a broken ankle", lambda: told(plus(quiet(), RUN), Fact(day=MONDAY, name="able", value=False))),
    ("F1", "without the shoes it takes", race_without_shoes),
    ("F2", "nothing of hers", lambda: plus(quiet(), thing("climb", "14:00", "15:30", place="climbing"))),
    ("W1", "with a stranger", lambda: plus(quiet(), thing("catch_up", "15:00", "16:00", place="cafe", who=("Otto",)))),
    ("W1", "alone", lambda: plus(quiet(), thing("catch_up", "15:00", "16:00", place="cafe"))),
    ("B1", "four hours of sleep", lambda: plus(without(quiet(), "sleep"), thing("sleep", "23:30", "27:30"))),
    ("B2", "one meal", lambda: without(quiet(), "lunch", "dinner")),
    ("B3", "two lunches", two_lunches_on_saturday),
    ("H1", "two days running", lambda: plus(quiet(2), RUN, thing("run", "14:00", "14:45", day=TUESDAY, place="park"))),
    ("H2", "twice a day", lambda: plus(quiet(), READ, thing("read", "17:00", "18:00", id="again"))),
    ("H3", "six times a week", lambda: plus(quiet(7), *(READ.model_copy(update=on(number)) for number in range(6)))),
    ("O1", "cooking after dinner", lambda: plus(quiet(), thing("cook", "20:00", "20:40"))),
    ("A1", "the same beat twice", lambda: told(plus(quiet(4), gym(MONDAY), gym(MONDAY + timedelta(days=3))), STORY)),
    ("A2", "a beat left open", lambda: told(quiet(4), STORY)),
    (
        "A2",
        "a beat before its days",
        lambda: told(plus(quiet(4), gym(MONDAY), gym(TUESDAY + timedelta(days=1), f"hundred@{MONDAY}:plateau")), STORY),
    ),
    ("A3", "a beat of no story", lambda: plus(quiet(), gym(MONDAY))),
    (
        "A4",
        "a beat of a story that has ended",
        lambda: told(
            plus(quiet(4), gym(MONDAY + timedelta(days=2))), STORY, Fact(day=TUESDAY, name="arc:hundred", value=False)
        ),
    ),
    ("P1", "of nothing", lambda: posted(post(item_id="nothing"))),
    ("P2", "before it is over", lambda: posted(post("2026-11-23T15:30"))),
    ("P3", "an hour apart", lambda: posted(post(), post("2026-11-23T17:30"))),
    ("P4", "paid in the growth phase", lambda: posted(post(sponsor_id="brand"))),
    ("P5", "one sponsor twice in two days", lambda: sponsored((0, "lumen"), (2, "lumen"))),
    ("P5", "two sponsors in a day", two_sponsors_in_a_day),
    ("P6", "before it comes", lambda: told(sponsored((0, "lumen")), serum(1, has=True))),
    ("P6", "after she has lost it", lambda: told(sponsored((2, "lumen")), serum(1, has=False))),
    ("P7", "with whom she was not", lambda: posted(post(moment={"with_whom": ["Aylin"]}))),
    ("P7", "where she was not", lambda: posted(post(moment={"place": "the beach", "kind": "read", "with_whom": []}))),
    ("P8", "in the night", lambda: posted(post("2026-11-24T02:30"))),
    ("P9", "another clock", lambda: posted(post(at=datetime(2026, 11, 23, 16, 30, tzinfo=UTC)))),
]


def on(number: int) -> dict[str, object]:
    day = MONDAY + timedelta(days=number)
    return {"day": day, "id": f"read@{day}"}


def test_a_quiet_life_is_clean() -> None:
    assert life.check(quiet(7)) == []
    assert life.check(posted(post(), post("2026-11-23T18:30"))) == []
    assert life.check(told(plus(quiet(4), gym(MONDAY)), STORY)) == []


@pytest.mark.parametrize(("code", "what", "build"), PLANTED, ids=[f"{code} {what}" for code, what, _ in PLANTED])
def test_a_planted_fault_is_named_and_nothing_else(code: str, what: str, build: Callable[[], Plan]) -> None:
    found = life.check(build())

    assert [one.code for one in found] == [code], what
    assert found[0].message.endswith(".")


def test_paid_posts_that_keep_their_distance_and_show_what_she_has_are_clean() -> None:
    assert life.check(sponsored((0, "lumen"), (2, "halden"))) == []
    assert life.check(sponsored((0, "lumen"), (4, "lumen"))) == []
    assert life.check(told(sponsored((2, "lumen")), serum(0, has=False), serum(1, has=True))) == []
    assert life.check(told(sponsored((0, "lumen")), serum(1, has=False))) == []
    assert life.check(told(sponsored((2, "lumen")), serum(1, has=False, name="serum"))) == []


def test_a_paid_post_that_contradicts_says_which_one_it_is_and_what_to_do() -> None:
    near = life.check(sponsored((0, "lumen"), (2, "lumen")))
    lost = life.check(told(sponsored((2, "lumen")), serum(1, has=False)))

    assert {one.item_id for one in (*near, *lost)} == {"reel:2026-11-25T16:30"}
    assert [one.message.partition(": ")[2].partition(". ") for one in near] == [
        (
            "sponsored reels of one sponsor keep 4 days between them",
            ". ",
            "Take the sponsor off one of them, or choose another post.",
        )
    ]
    assert [one.message.partition(". ") for one in lost] == [
        (
            "'Forty pages' shows 'Glow Serum 30 ml', which she does not have at 15:00 on 2026-11-25",
            ". ",
            "Choose a post of a day when she has it, take the sponsor off, or tell her life that she gets it before.",
        )
    ]


def test_what_has_happened_may_not_change() -> None:
    before = plus(quiet(), READ)
    moved = plus(quiet(), READ.model_copy(update={"start": at("15:05")}))

    assert [(one.code, one.item_id) for one in life.check(moved, frozen=before.items)] == [("Z1", READ.id)]
    assert [one.code for one in life.check(quiet(), frozen=[READ])] == ["Z1"]


def test_what_is_pinned_may_not_change() -> None:
    pinned = READ.model_copy(update={"pinned": True})

    assert [one.code for one in life.check(quiet(), frozen=[pinned])] == ["Z2"]
    assert life.check(plus(quiet(), pinned), frozen=[pinned]) == []


def test_a_night_is_measured_in_real_hours() -> None:
    spring = date(2027, 3, 27)
    short = quiet().model_copy(update={"first_day": spring, "facts": (Fact(day=spring, name="city", value="berlin"),)})
    items = [item.model_copy(update={"day": spring}) for item in without(quiet(), "sleep").items]

    def asleep(until: str) -> list[str]:
        night = thing("sleep", "23:30", until, day=spring)
        return [one.code for one in life.check(short.model_copy(update={"items": (*items, night)}))]

    assert asleep("28:55") == ["B1"]
    assert asleep("29:30") == []


def test_nobody_is_up_while_the_clocks_change() -> None:
    saturday = date(2026, 9, 5)
    persona = Persona(age=68, city="", timezone="America/Santiago", work="retired", chronotype="late")
    plan = life.plan(RUTH.model_copy(update={"persona": persona}), first_day=saturday, days=1)
    night = plan.items[-1]
    early = [item for item in plan.items if item.end <= at("22:30") and item.kind != "winddown"]
    where = {"place": night.place, "city": night.city}
    late = thing("winddown", "23:00", "24:30", day=saturday).model_copy(update=where)
    items = (*early, late, night.model_copy(update={"start": at("26:00"), "end": at("33:00")}))

    assert life.check(plan) == []
    assert plan.items[-1].start <= at("24:00")
    assert [one.code for one in life.check(plan.model_copy(update={"items": items, "posts": ()}))] == ["T3"]


def test_every_code_has_its_fault() -> None:
    source = "".join(path.read_text(encoding="utf-8") for path in Path(checker.__file__).parent.glob("*.py"))
    codes = set(re.findall(r'"([A-Z][0-9])"', source))

    assert codes == {code for code, _, _ in PLANTED} | {"Z1", "Z2"}
