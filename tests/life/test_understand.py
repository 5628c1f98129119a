from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from sorcerer import life
from sorcerer.errors import Invalid
from sorcerer.life.interventions.grammar import FORMS, understand
from sorcerer.life.interventions.model import (
    Change,
    Event,
    Habit,
    Illness,
    Injury,
    Job,
    Move,
    Person,
    Story,
    Thing,
    Trip,
)

MONDAY = date(2026, 11, 23)
TOMORROW = date(2026, 11, 24)


def day(number: int, month: int = 12, year: int = 2026) -> date:
    return date(year, month, number)


SAID: list[tuple[str, list[Change]]] = [
    (
        "she moves to Lisbon on the 15th for ten days and breaks her ankle on the 20th",
        [
            Trip(city="lisbon", leave=day(15), back=day(25)),
            Injury(what="ankle", day=day(20), until=day(31, 1, 2027)),
        ],
    ),
    ("Mara moves to Lisbon on 3 December", [Move(city="lisbon", day=day(3))]),
    ("She moves to New York on December 3rd for good.", [Move(city="new york", day=day(3))]),
    ("she flies to Tokyo next Friday until the 12th of December", [Trip(city="tokyo", leave=day(4), back=day(12))]),
    (
        "she flies to Tokyo on Friday and comes back on 10 December",
        [Trip(city="tokyo", leave=day(27, 11), back=day(10))],
    ),
    ("she sprains her left wrist tomorrow", [Injury(what="wrist", day=TOMORROW, until=day(8))]),
    ("in two weeks she gets sick for a week", [Illness(what="sick", day=day(7), until=day(14))]),
    ("she has the flu from 2026-12-01 for five days", [Illness(what="the flu", day=day(1), until=day(6))]),
    ("she becomes a baker on 1 December", [Job(job="baker", day=day(1))]),
    ("she starts working as a nurse next week", [Job(job="nurse", day=day(30, 11))]),
    ("she quits her job on Friday", [Job(job="", day=day(27, 11))]),
    ("she meets Rosa on Saturday", [Person(name="Rosa", day=day(28, 11))]),
    ("she breaks up with Jonas tomorrow", [Person(name="Jonas", there=False, day=TOMORROW)]),
    (
        "less gym, more cooking",
        [Habit(kind="gym", level="less", day=TOMORROW), Habit(kind="cook", level="more", day=TOMORROW)],
    ),
    ("no more drinks", [Habit(kind="drinks", level="never", day=TOMORROW)]),
    ("she takes up climbing next week", [Habit(kind="climb", level="more", day=day(30, 11))]),
    ("dinner out on Friday at 8pm", [Event(kind="friend_dinner", day=day(27, 11), start=1200)]),
    ("she begins the story A supper for eight tomorrow", [Story(story="supper", day=TOMORROW)]),
    ("she ends the story The first ten kilometres tomorrow", [Story(story="ten_k", begins=False, day=TOMORROW)]),
    ("she buys a new camera on Friday", [Thing(name="camera", day=day(27, 11))]),
]


@pytest.mark.parametrize(("text", "changes"), SAID, ids=[text for text, _ in SAID])
def test_a_sentence_becomes_changes(text: str, changes: list[Change]) -> None:
    understood = life.interventions.understand(text, MONDAY, "Mara")

    assert understood.puzzles == ()
    assert list(understood.changes) == changes


@pytest.mark.parametrize("form", FORMS)
def test_every_form_that_is_offered_is_understood(form: str) -> None:
    understood = life.interventions.understand(form, MONDAY)

    assert understood.puzzles == ()
    assert understood.changes != ()


@pytest.mark.parametrize(
    ("text", "why", "form"),
    [
        ("she goes to Atlantis on the 15th for ten days", "no city called 'atlantis' is known.", "Lisbon"),
        ("she goes to Lisbon on the 15th", "a trip needs its end.", "for a week"),
        ("she turns into a pumpkin", "no form fits it.", "she"),
        ("more zorbing", "no activity called 'zorbing' is known.", "she"),
        ("she begins the story Moby Dick", "no story called 'moby dick' is known.", "she begins the story"),
    ],
)
def test_what_is_not_understood_is_said_with_the_nearest_forms(text: str, why: str, form: str) -> None:
    understood = life.interventions.understand(f"she breaks her ankle on the 20th. {text}", MONDAY)

    assert [one.why for one in understood.puzzles] == [why]
    assert any(form in one for one in understood.puzzles[0].forms)
    assert len(understood.changes) == 1


@pytest.mark.parametrize(
    ("text", "form"),
    [
        ("she bumps into Rosa at the station", "she meets Rosa on Saturday"),
        ("the flu for five days", "she has the flu from tomorrow for five days"),
        ("her camera is stolen on Friday", "she loses her camera on Friday"),
        ("a nurse she will be", "she starts working as a nurse next week"),
    ],
)
def test_the_nearest_forms_share_words_and_not_letters(text: str, form: str) -> None:
    puzzle = life.interventions.understand(text, MONDAY).puzzles[0]

    assert form in puzzle.forms[:2]


@pytest.mark.parametrize("text", ["", "   ", "x" * 10_000])
def test_a_text_of_no_size_is_refused(text: str) -> None:
    with pytest.raises(Invalid) as refusal:
        life.interventions.understand(text, MONDAY)

    assert refusal.value.field == "text"


WORDS = st.lists(
    st.sampled_from(
        [
            "she",
            "breaks",
            "her",
            "ankle",
            "goes",
            "to",
            "lisbon",
            "paris",
            "on",
            "the",
            "15th",
            "31st",
            "for",
            "ten",
            "days",
            "weeks",
            "and",
            "then",
            "more",
            "less",
            "gym",
            "at",
            "8pm",
            "2026-02-30",
            "february",
            "30",
            "until",
            "back",
            ",",
            ".",
            ";",
            "meets",
            "rosa",
            "no",
            "never",
            "'",
            "(",
            "[",
            "tomorrow",
            "in",
            "two",
            "as",
            "a",
            "nurse",
            "ماريا",
            "🏋️",
        ]
    ),
    min_size=1,
    max_size=25,
)


@settings(max_examples=300, deadline=None)
@given(words=WORDS)
def test_any_words_are_either_changes_or_puzzles(words: list[str]) -> None:
    understood = life.interventions.understand(" ".join(words), MONDAY)

    assert understood.changes or understood.puzzles or set(words) <= set(",.;")


@pytest.mark.parametrize(
    "text",
    [
        "she gets pregnant in March",
        "she gets married in June",
        "she gets up at 6 every day",
        "she gets a raise",
        "she finds love",
        "she finds a job",
        "she loses her grandmother",
        "she becomes a mother",
        "she becomes vegetarian",
        "she starts working out",
        "she gets a new job at a bakery",
        "she leaves Berlin",
        "she leaves early on Friday",
        "she meets friends",
        "she stops going to the gym for two weeks",
    ],
)
def test_what_is_no_thing_no_work_and_no_name_is_not_taken_for_one(text: str) -> None:
    found = understand(text, date(2026, 11, 28))

    assert (found.changes, [one.text for one in found.puzzles]) == ((), [text])


def test_whom_she_takes_along_is_not_left_out() -> None:
    found = understand("she goes to the cinema on Friday with Aylin", date(2026, 11, 28))

    assert found.changes == (Event(kind="cinema", day=date(2026, 12, 4), who=("Aylin",)),)


def test_a_hurt_back_is_no_way_back() -> None:
    found = understand("she hurts her back on Monday for a week", date(2026, 11, 28))

    assert found.changes == (Injury(what="back", day=date(2026, 11, 30), until=date(2026, 12, 7)),)


def test_whoever_is_fired_has_no_work() -> None:
    assert understand("she gets fired", date(2026, 11, 28)).changes == (Job(job="", day=date(2026, 11, 29)),)


WEDNESDAY = date(2026, 11, 25)


@pytest.mark.parametrize(
    ("text", "changes"),
    [
        ("she has a fever for three days", [Illness(what="fever", day=day(26, 11), until=day(29, 11))]),
        ("she goes to Lisbon for a fortnight", [Trip(city="lisbon", leave=day(26, 11), back=day(10))]),
        ("she goes to Lisbon from Friday until Christmas", [Trip(city="lisbon", leave=day(27, 11), back=day(25))]),
        ("she goes to Lisbon from the 3rd to the 9th", [Trip(city="lisbon", leave=day(3), back=day(9))]),
        ("she goes to Lisbon from 3 to 9 January", [Trip(city="lisbon", leave=day(3, 1, 2027), back=day(9, 1, 2027))]),
        ("she goes to Paris on the fifteenth for fourteen days", [Trip(city="paris", leave=day(15), back=day(29))]),
        ("she goes to Lisbon over Christmas for a week", [Trip(city="lisbon", leave=day(25), back=day(1, 1, 2027))]),
        ("she goes to Lisbon for a weekend", [Trip(city="lisbon", leave=day(28, 11), back=day(30, 11))]),
        ("she goes to Lisbon on the 15th for a weekend", [Trip(city="lisbon", leave=day(15), back=day(17))]),
        ("she is ill until New Year's Eve", [Illness(what="ill", day=day(26, 11), until=day(31))]),
        ("she flies to Lisbon tommorow for three days", [Trip(city="lisbon", leave=day(26, 11), back=day(29, 11))]),
        (
            "she goes to Lisbon on the 15th for ten days and breaks her ankle for a week",
            [Trip(city="lisbon", leave=day(15), back=day(25)), Injury(what="ankle", day=day(15), until=day(22))],
        ),
    ],
)
def test_a_stretch_of_days_is_as_long_as_it_is_said_to_be(text: str, changes: list[Change]) -> None:
    found = understand(text, WEDNESDAY)

    assert (list(found.changes), found.puzzles) == (changes, ())


@pytest.mark.parametrize("text", ["she breaks her leg last Friday", "she loses a camera two days ago"])
def test_what_is_said_of_a_day_that_is_over_is_asked_back(text: str) -> None:
    found = understand(text, WEDNESDAY)

    assert (found.changes, [one.why for one in found.puzzles]) == (
        (),
        ["it says something of a day that is over, and what was is never touched."],
    )


def test_a_child_on_the_way_is_answered_with_what_it_changes_for_her() -> None:
    found = understand("she is pregnant", WEDNESDAY)

    assert [one.forms for one in found.puzzles] == [
        ("she gives up running", "less gym, more yoga", "she quits her job on Friday")
    ]
    assert all(understand(form, WEDNESDAY).changes for form in found.puzzles[0].forms)


@pytest.mark.parametrize(
    ("text", "has"),
    [
        ("the glow serum arrives on Friday", True),
        ("she receives the glow serum on Friday", True),
        ("she runs out of the glow serum on Friday", False),
        ("she gives her glow serum away on Friday", False),
    ],
)
def test_a_product_comes_and_goes_in_the_words_of_whoever_sends_it(text: str, *, has: bool) -> None:
    assert understand(text, WEDNESDAY).changes == (Thing(name="glow serum", has=has, day=day(27, 11)),)


@pytest.mark.parametrize(
    ("text", "form"),
    [
        ("she becomes a teacher in January", "she becomes a teacher on 1 January"),
        ("she moves to Rome in mid-January", "she moves to Rome on 1 January"),
        ("she breaks her ankle in March", "she breaks her ankle on 1 March"),
        ("she moves to Rome at the end of the month", "she moves to Rome on the 1st"),
    ],
)
def test_a_month_without_a_day_is_asked_back_in_a_form_that_is_read(text: str, form: str) -> None:
    found = understand(text, WEDNESDAY)

    assert (found.changes, [one.why for one in found.puzzles]) == ((), ["it names a month and no day of it."])
    assert [one.casefold() for one in found.puzzles[0].forms] == [form.casefold()]
    assert understand(form, WEDNESDAY).changes != ()


def test_a_visit_to_her_family_is_no_call() -> None:
    found = understand("she visits her parents over Christmas", WEDNESDAY)

    assert (found.changes, [one.forms for one in found.puzzles]) == (
        (),
        [("she goes to Hamburg on Saturday for three days",)],
    )
