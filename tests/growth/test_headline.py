from datetime import UTC, date, datetime, timedelta

from hypothesis import given
from hypothesis import strategies as st

from sorcerer import growth, life
from sorcerer.influencers import Influencer, Persona
from sorcerer.life import Item

MONDAY = date(2026, 11, 23)
MARA = Influencer(
    id="mara",
    owner_id="owner",
    name="Mara Okonjo",
    handle="mara",
    mode="lifestyle",
    persona=Persona(age=29, habits=("gym",), people=("Jonas",)),
    created_at=datetime(2026, 1, 1, tzinfo=UTC),
)
PLAN = life.plan(MARA, first_day=MONDAY)


def item(kind: str, start: int, line: str, *, beat: str | None = None, day: date = MONDAY) -> Item:
    return Item.model_validate(
        {
            "id": f"{kind}@{day}",
            "day": day,
            "kind": kind,
            "category": "sport" if kind == "gym" else "eat",
            "place": "berlin/gym",
            "city": "berlin",
            "start": start,
            "end": start + 60,
            "beat": beat,
            "title": kind,
            "line": line,
        }
    )


LIFT = item("gym", 19 * 60, "At the gym, Mara lifts 100 kg for the first time.", beat="hundred@2026-11-02:hundred")
LUNCH = item("lunch", 12 * 60, "At home, Mara has soup and looks at nothing in particular.")


def berlin(hour: int, minute: int = 0, day: int = 23) -> datetime:
    return datetime(2026, 11, day, hour, minute, tzinfo=UTC) - timedelta(hours=1)


def test_what_matters_most_today_is_said() -> None:
    assert growth.headline(MARA, [LUNCH, LIFT], [], berlin(9)) == "Tonight Mara lifts 100 kg for the first time."


def test_what_happens_now_is_said_as_now() -> None:
    assert growth.headline(MARA, [LIFT], [], berlin(19, 30)) == "Right now Mara lifts 100 kg for the first time."


def test_what_is_over_is_not_announced() -> None:
    assert growth.headline(MARA, [LUNCH, LIFT], [], berlin(23)) == "Mara sleeps; the best of today was “gym”."


def test_after_midnight_it_is_still_her_evening() -> None:
    late = item("gym", 24 * 60 + 30, "At the gym, Mara lifts once more.")

    assert growth.headline(MARA, [late], [], berlin(0, 10, day=24)) == "Tonight Mara lifts once more."


def test_another_day_s_plans_are_not_today_s() -> None:
    said = growth.headline(MARA, [LIFT], [], berlin(9, day=24))

    assert said == "Mara's days are still unwritten; plan the next thirty and see who she becomes."


def test_a_break_is_called_a_break() -> None:
    paused = MARA.model_copy(update={"paused": True})

    assert growth.headline(paused, [LIFT], [], berlin(9)).startswith("Mara is taking a break")


@given(st.datetimes(datetime(2026, 11, 23, 6), datetime(2026, 12, 22, 12)))
def test_every_moment_of_a_life_has_its_sentence(at: datetime) -> None:
    said = growth.headline(MARA, PLAN.items, PLAN.posts, at.replace(tzinfo=UTC))

    assert "Mara" in said
    assert said.endswith(".")
    assert said.count(".") == 1 or "100" in said
    assert "ashboard" not in said
    assert 15 < len(said) < 160
