"""Forms of working life: which of the working blocks a person has, when, and where."""

import re
from dataclasses import dataclass, replace

from sorcerer.life.model import WorkForm
from sorcerer.life.world.kind import WORKDAYS, Kind, between


@dataclass(frozen=True, slots=True)
class Block:
    """When one of the working blocks of a form lies, and how long it is, in minutes."""

    window: tuple[int, int]
    minutes: tuple[int, int]
    days: frozenset[int] = WORKDAYS


@dataclass(frozen=True, slots=True)
class Form:
    """A form of working life.

    Args:
        place: the sort of workplace; None at home.
        blocks: kind of block → when.
        up_by: minute by which she is awake on her working days.
        words: words of a job that tell this form.
    """

    place: str | None
    blocks: dict[str, Block]
    up_by: int
    words: tuple[str, ...] = ()


_TUE_SAT = frozenset({1, 2, 3, 4, 5})
_THREE = frozenset({0, 1, 3})

FORMS: dict[WorkForm, Form] = {
    "late": Form(
        "backstage",
        {
            "work_afternoon": Block(between("13:30", "18:30"), (120, 200), _TUE_SAT),
            "work_evening": Block(between("18:00", "23:30"), (150, 220), _TUE_SAT),
        },
        10 * 60 + 30,
        (
            "chef",
            "bartender",
            "actor",
            "actress",
            "musician",
            "dj",
            "theatre",
            "stage",
            "sommelier",
            "waiter",
            "waitress",
            "night",
        ),
    ),
    "early": Form(
        "workshop",
        {
            "work_morning": Block(between("06:30", "12:30"), (180, 270)),
            "work_afternoon": Block(between("11:45", "16:30"), (100, 180)),
        },
        5 * 60 + 45,
        (
            "baker",
            "barista",
            "carpenter",
            "gardener",
            "florist",
            "mechanic",
            "postwoman",
            "postman",
            "nurse",
            "midwife",
            "paramedic",
        ),
    ),
    "part": Form(
        "office",
        {"work_morning": Block(between("08:00", "13:30"), (180, 270), _THREE)},
        7 * 60 + 30,
        ("part-time", "part time", "student", "semi-retired", "tutor"),
    ),
    "none": Form(None, {}, 11 * 60, ("retired", "pensioner", "between jobs", "no job")),
    "office": Form(
        "office",
        {
            "work_morning": Block(between("08:00", "13:30"), (150, 240)),
            "work_afternoon": Block(between("12:15", "19:00"), (150, 240)),
        },
        7 * 60 + 20,
        (
            "engineer",
            "lawyer",
            "accountant",
            "manager",
            "teacher",
            "doctor",
            "physio",
            "physiotherapist",
            "consultant",
            "analyst",
            "architect",
            "librarian",
            "vet",
            "dentist",
            "pharmacist",
            "scientist",
            "office",
            "banker",
            "therapist",
            "curator",
            "nutritionist",
            "marketing",
            "professor",
        ),
    ),
    "home": Form(
        None,
        {
            "work_morning": Block(between("08:15", "13:45"), (120, 210)),
            "work_afternoon": Block(between("12:15", "19:30"), (120, 220)),
        },
        8 * 60 + 45,
    ),
}


def form_of(job: str) -> WorkForm:
    """Return the form of working life that a job's words tell; work at home when they tell nothing."""
    text = job.casefold()
    for form, facts in FORMS.items():
        if any(re.search(rf"\b{re.escape(word)}", text) for word in facts.words):
            return form
    return "home"


def fitted(kind: Kind, form: Form) -> Kind | None:
    """Return a working block as this form of life has it, or None when it has none."""
    block = form.blocks.get(kind.id)
    if block is None:
        return None
    times = len(block.days)
    places = ("work",) if form.place else ("home",)
    return replace(
        kind,
        window=block.window,
        minutes=block.minutes,
        days=block.days,
        places=places,
        scene="" if form.place else "desk",
        at="" if form.place else "at {their} desk",
        weekly=(0, times, times),
    )
