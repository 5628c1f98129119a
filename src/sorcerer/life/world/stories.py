"""Small stories that run through weeks: beats in an order, each with its days and another branch."""

from dataclasses import dataclass, replace
from datetime import date

from sorcerer.life.world.kind import Kind
from sorcerer.life.world.kinds import KINDS


@dataclass(frozen=True, slots=True)
class Branch:
    """One way a beat can go: the kind of activity it is, its title and what she does."""

    kind: str
    title: str
    act: str


@dataclass(frozen=True, slots=True)
class Beat:
    """One step of a story.

    Args:
        within: first and last day, counted from the story's start.
        main, other: what happens, and what happens when that cannot.
        line: where the story stands after it, for the posts that follow.
        needs: facts that the main branch asks for.
        gives: a fact that holds once the beat is done.
    """

    id: str
    within: tuple[int, int]
    main: Branch
    other: Branch
    line: str
    needs: tuple[str, ...] = ()
    gives: str | None = None


@dataclass(frozen=True, slots=True)
class Arc:
    """A story: its beats in order.

    Args:
        likes: words of the habits it belongs to.
        asked: whether it is told only of people with such a habit.
    """

    id: str
    title: str
    likes: tuple[str, ...]
    beats: tuple[Beat, ...]
    asked: bool = False

    @property
    def days(self) -> int:
        """Return the day after the last one that a beat may fall on, counted from the start."""
        return self.beats[-1].within[1] + 1


def branch_kind(beat: Beat, branch: Branch) -> Kind:
    """Return the kind of activity a branch is, freed from the weekly counts of the everyday one."""
    kind = KINDS[branch.kind]
    needs = tuple(dict.fromkeys((*kind.needs, *beat.needs))) if branch is beat.main else kind.needs
    return replace(kind, needs=needs, weekly=(0, 0, 99), gap=0, weight=kind.weight + 3, asked=False)


@dataclass(frozen=True, slots=True)
class Named:
    """A beat as an item names it: "arc@start:beat"."""

    arc: str
    start: date
    beat: str


def read_name(name: str) -> Named | None:
    """Return the parts of a beat's name, or None when it is not one."""
    arc, at, rest = name.partition("@")
    start, colon, beat = rest.partition(":")
    if not at or not colon:
        return None
    try:
        return Named(arc, date.fromisoformat(start), beat)
    except ValueError:
        return None


def write_name(arc: str, start: date, beat: str) -> str:
    """Return the name that an item gives its beat."""
    return f"{arc}@{start.isoformat()}:{beat}"
