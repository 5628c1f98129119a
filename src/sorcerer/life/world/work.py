"""Forms of working life: which of the working blocks a person has, when, and where."""

import re
from dataclasses import dataclass, replace

from sorcerer.life.model import WorkForm
from sorcerer.life.world.kind import EVERY_DAY, WORKDAYS, Kind, between


@dataclass(frozen=True, slots=True)
class Block:
    """When one of the working blocks of a form lies, how long it is, in minutes, and on how many days of a week."""

    window: tuple[int, int]
    minutes: tuple[int, int]
    days: frozenset[int] = WORKDAYS
    most: int = 5


@dataclass(frozen=True, slots=True)
class Form:
    """A form of working life.

    Args:
        place: the sort of workplace; None at home.
        blocks: kind of block → when.
        up_by: minute by which she is awake on her working days.
        chance: how likely she works on a day she could, on weekdays and at weekends: there are days off.
        part: how much of a full working day hers are.
        words: words of a job that tell this form.
    """

    place: str | None
    blocks: dict[str, Block]
    up_by: int
    words: tuple[str, ...] = ()
    chance: tuple[float, float] = (0.9, 0.0)
    part: float = 1.0


_TUE_SUN = frozenset({1, 2, 3, 4, 5, 6})

FORMS: dict[WorkForm, Form] = {
    "late": Form(
        "backstage",
        {
            "work_afternoon": Block(between("13:00", "18:30"), (60, 270), _TUE_SUN, 6),
            "work_evening": Block(between("17:30", "24:00"), (90, 330), _TUE_SUN, 6),
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
        chance=(0.9, 0.75),
    ),
    "early": Form(
        "workshop",
        {
            "work_morning": Block(between("06:30", "12:30"), (60, 330), EVERY_DAY, 6),
            "work_afternoon": Block(between("11:45", "18:30"), (60, 300), EVERY_DAY, 6),
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
        chance=(0.85, 0.6),
    ),
    "part": Form(
        "office",
        {
            "work_morning": Block(between("08:00", "13:30"), (60, 300)),
            "work_afternoon": Block(between("12:30", "20:00"), (60, 300)),
        },
        7 * 60 + 30,
        ("part-time", "part time", "student", "semi-retired", "tutor"),
        chance=(0.85, 0.0),
        part=0.75,
    ),
    "none": Form(None, {}, 11 * 60, ("retired", "pensioner", "between jobs", "no job")),
    "office": Form(
        "office",
        {
            "work_morning": Block(between("08:00", "13:30"), (60, 300)),
            "work_afternoon": Block(between("12:15", "20:30"), (60, 360)),
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
            "work_morning": Block(between("08:15", "13:45"), (60, 300), EVERY_DAY, 6),
            "work_afternoon": Block(between("12:15", "21:00"), (60, 360), EVERY_DAY, 6),
        },
        8 * 60 + 45,
        chance=(0.88, 0.4),
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
    places = ("work",) if form.place else ("home",)
    return replace(
        kind,
        window=block.window,
        minutes=block.minutes,
        days=block.days,
        places=places,
        scene="" if form.place else "desk",
        at="" if form.place else "at {their} desk",
        weekly=(0, block.most, block.most),
    )
