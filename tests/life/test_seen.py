"""A checker that remembers finds what one that begins anew finds, whatever was done to the life meanwhile."""

# ruff: noqa: S311 - a test draws, it hides nothing
import random
from collections.abc import Iterator
from datetime import UTC, date, datetime, timedelta

import pytest

from sorcerer import life
from sorcerer.influencers import Influencer, Persona
from sorcerer.life import Fact, Item, Plan
from sorcerer.life.checking import Seen, check

MONDAY = date(2026, 10, 19)
DAYS = 21


def somebody(number: int) -> Influencer:
    persona = Persona(
        age=30, work=("nurse", "engineer", "chef")[number % 3], habits=("gym",), people=("Jonas", "Aylin")
    )
    return Influencer(
        id=f"seen{number}",
        owner_id="owner",
        name="Mara",
        handle="mara",
        mode="lifestyle",
        persona=persona,
        created_at=datetime(2026, 1, 1, tzinfo=UTC),
    )


def otherwise(dice: random.Random, item: Item) -> Item:
    """Return an item as it should hardly be."""
    hours = dice.choice((-600, -35, -5, 5, 7, 90, 400, 1500))
    day = item.day + timedelta(days=dice.choice((-1, 1, 7)))
    changes: tuple[dict[str, object], ...] = (
        {"start": item.start + hours, "end": item.end + hours},
        {"end": item.end + hours},
        {"day": day},
        {"day": day, "id": f"{item.kind}@{day}"},
        {"place": "berlin/gym"},
        {"place": "berlin/transit"},
        {"city": "paris"},
        {"kind": "gym"},
        {"kind": "sleep"},
        {"who": ("Jonas",)},
        {"who": ("Nobody",)},
        {"beat": "letters@2026-10-20:find"},
        {"pinned": True},
    )
    return item.model_copy(update=dice.choice(changes))


def told(dice: random.Random) -> Fact:
    """Return something that makes the days after it others."""
    day = MONDAY + timedelta(days=dice.randint(2, DAYS - 2))
    name, value = dice.choice(
        (("city", "tokyo"), ("city", "los angeles"), ("able", False), ("ill", True), ("habit:gym", "less"))
    )
    return Fact(day=day, name=name, value=value)


def drafts(plan: Plan, dice: random.Random, many: int) -> Iterator[Plan]:
    """Yield one draft after the other, each made of one before it by a few changes."""
    before = [plan]
    for _ in range(many):
        draft = dice.choice(before[-3:])
        items = list(draft.items)
        for _ in range(dice.randint(1, 3)):
            index = dice.randrange(len(items))
            action = dice.choice(("change", "change", "drop", "twice"))
            if action == "change":
                items[index] = otherwise(dice, items[index])
            elif action == "twice":
                items.insert(index, otherwise(dice, items[index]))
            else:
                del items[index]
        facts = (told(dice), *draft.facts) if dice.random() < 0.1 else draft.facts
        before.append(draft.model_copy(update={"items": tuple(items), "facts": facts}))
        yield before[-1]
        if dice.random() < 0.1:
            before.append(plan)


@pytest.mark.parametrize("number", range(6))
def test_a_look_at_what_changed_names_what_a_look_at_everything_names(number: int) -> None:
    plan = life.plan(somebody(number), first_day=MONDAY, days=DAYS)
    seen, codes = Seen(), set()
    assert check(plan, seen=seen) == []
    for draft in drafts(plan, random.Random(number), 60):
        anew = check(draft)
        assert check(draft, seen=seen) == anew
        codes |= {one.code for one in anew}
    assert codes >= {"T2", "S1", "S3", "S4", "W1", "B1", "B2", "H1", "H2", "P2"}


def test_a_look_at_a_window_of_her_life_leaves_a_later_look_at_all_of_it_as_it_is() -> None:
    plan = life.plan(somebody(1), first_day=MONDAY, days=DAYS)
    some = tuple(one for one in plan.items if MONDAY + timedelta(days=4) <= one.day <= MONDAY + timedelta(days=9))
    window = plan.model_copy(update={"items": some, "posts": (), "first_day": some[0].day, "days": 6})
    seen = Seen()
    assert check(window, seen=seen) == check(window)
    assert check(plan, seen=seen) == []
    assert check(window, seen=seen) == check(window)


def test_what_was_found_under_one_premise_is_not_believed_under_another() -> None:
    plan = life.plan(somebody(1), first_day=MONDAY, days=DAYS)
    alone = plan.model_copy(update={"premise": plan.premise.model_copy(update={"people": ()})})
    seen = Seen()
    assert check(plan, seen=seen) == []
    assert check(alone, seen=seen) == check(alone) != []
