"""What a kind of activity is: when, where, how long, how often, with whom, and what it looks like."""

from dataclasses import dataclass

from sorcerer.life.model import Category
from sorcerer.life.world.minutes import hm

EVERY_DAY = frozenset(range(7))
WORKDAYS = frozenset(range(5))
WEEKEND = frozenset({5, 6})

# Within one life day, whatever carries the first word comes before whatever carries the second.
ORDER = (
    ("rise", "breakfast"),
    ("rise", "lunch"),
    ("breakfast", "lunch"),
    ("breakfast", "dinner"),
    ("lunch", "dinner"),
    ("cook", "dinner"),
    ("dinner", "close"),
    ("rise", "close"),
    ("morning", "afternoon"),
    ("afternoon", "evening"),
)
MEALS = ("breakfast", "lunch", "dinner")


@dataclass(frozen=True, slots=True)
class Kind:
    """One kind of activity.

    Args:
        noun: what it is called in a sentence ("a run").
        acts: pairs of a title and what she does, said in the third person, with "{their}" and "{friend}" to fill in.
        places: kinds of place it may happen at.
        minutes: shortest and longest.
        window: earliest start and latest end, wall minutes of the life day.
        weekly: least, usual and most times in a calendar week; anchors of the day have none.
        gap: days from one to the next, at least.
        needs: facts that must hold; "!" before one that must not.
        daylight: only while the sun is up.
        company: whether somebody is with her.
        stage: its word in `ORDER`.
        scene: which picture it is, where the place alone does not say.
        at: where it is, in words, where the place alone does not say.
        weight: how much it is worth a post.
        likes: words of habits and categories that raise it.
        asked: whether it happens only to people whose habits name it.
        lean: where in its window she likes to begin, 0 its opening and 1 its end; None is her own habit.
        anchor: whether every day that can have it has it.
    """

    id: str
    category: Category
    noun: str
    acts: tuple[tuple[str, str], ...]
    places: tuple[str, ...] = ("home",)
    minutes: tuple[int, int] = (30, 60)
    window: tuple[int, int] = (hm("08:00"), hm("22:00"))
    days: frozenset[int] = EVERY_DAY
    weekly: tuple[int, float, int] = (0, 1, 2)
    gap: int = 1
    needs: tuple[str, ...] = ()
    daylight: bool = False
    company: bool = False
    stage: str = ""
    scene: str = ""
    at: str = ""
    weight: float = 1.0
    likes: tuple[str, ...] = ()
    asked: bool = False
    lean: float | None = None
    anchor: bool = False


def between(earliest: str, latest: str) -> tuple[int, int]:
    """Return a window from two clock times."""
    return hm(earliest), hm(latest)
