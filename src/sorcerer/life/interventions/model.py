"""What somebody may change in a life, and what a change would do. Pure."""

from datetime import datetime
from typing import Annotated, Literal

from pydantic import BaseModel, ConfigDict, Field

from sorcerer.clock import Day
from sorcerer.life.model import Plan, Violation

Level = Literal["more", "less", "never", "usual"]
Verb = Literal["kept", "moved", "rewritten", "dropped", "added"]


class Value(BaseModel):
    """A frozen value that refuses fields it does not know."""

    model_config = ConfigDict(frozen=True, extra="forbid")


class Trip(Value):
    """She goes to another city and comes back."""

    op: Literal["trip"] = "trip"
    city: str = Field(min_length=1, max_length=60, examples=["lisbon"])
    leave: Day
    back: Day


class Move(Value):
    """She lives in another city from a day on."""

    op: Literal["move"] = "move"
    city: str = Field(min_length=1, max_length=60, examples=["lisbon"])
    day: Day


class Injury(Value):
    """Something of hers is hurt: no sport until it is well."""

    op: Literal["injury"] = "injury"
    what: str = Field(min_length=1, max_length=60, examples=["ankle"])
    day: Day
    until: Day


class Illness(Value):
    """She is ill: at home, without work, sport and company."""

    op: Literal["illness"] = "illness"
    what: str = Field(min_length=1, max_length=60, examples=["the flu"])
    day: Day
    until: Day


class Job(Value):
    """She works as something else from a day on; no words for no work."""

    op: Literal["job"] = "job"
    job: str = Field(max_length=80, examples=["nurse"])
    day: Day


class Person(Value):
    """Somebody comes into her life, where she is then, or leaves it."""

    op: Literal["person"] = "person"
    name: str = Field(min_length=1, max_length=40, examples=["Rosa"])
    there: bool = True
    day: Day


class Habit(Value):
    """She does something more, less, never again, or as usual."""

    op: Literal["habit"] = "habit"
    kind: str = Field(min_length=1, max_length=40, examples=["cook"])
    level: Level
    day: Day


class Story(Value):
    """A story begins or ends on a day."""

    op: Literal["story"] = "story"
    story: str = Field(min_length=1, max_length=40, examples=["supper"])
    begins: bool = True
    day: Day


class Thing(Value):
    """She has a thing from a day on, or has it no more."""

    op: Literal["thing"] = "thing"
    name: str = Field(min_length=1, max_length=40, examples=["camera"])
    has: bool = True
    day: Day


class Event(Value):
    """Something that must be on a day: it is pinned.

    Args:
        minutes: how long it lasts; None leaves it open.
        title: somebody's own words for it; none leaves them to the planner.
        who: first names of the people who must be beside her; none leaves them to the planner.
    """

    op: Literal["event"] = "event"
    kind: str = Field(min_length=1, max_length=40, examples=["concert"])
    day: Day
    start: int | None = Field(None, ge=240, le=1680, description="Wall minute of the life day; None leaves it open.")
    minutes: int | None = Field(None, ge=5, le=1440, multiple_of=5)
    title: str = Field("", max_length=120)
    who: tuple[str, ...] = Field((), max_length=6)


class Pin(Value):
    """An item stays as it is, or at another minute; or it is let go."""

    op: Literal["pin"] = "pin"
    item_id: str = Field(min_length=1, max_length=80)
    pinned: bool = True
    start: int | None = Field(None, ge=240, le=1680)


class Drop(Value):
    """An item is not wanted."""

    op: Literal["drop"] = "drop"
    item_id: str = Field(min_length=1, max_length=80)


Change = Annotated[
    Trip | Move | Injury | Illness | Job | Person | Habit | Story | Thing | Event | Pin | Drop,
    Field(discriminator="op"),
]


class Puzzle(Value):
    """A part of a sentence that was not understood, and the nearest forms that would be."""

    text: str
    why: str
    forms: tuple[str, ...] = ()


class Intervention(Value):
    """What somebody asks for, as a closed list of changes.

    Args:
        puzzles: what was not understood; nothing is applied while there are any.
    """

    text: str = Field("", max_length=2000)
    changes: tuple[Change, ...] = Field((), max_length=200)
    puzzles: tuple[Puzzle, ...] = ()


class Difference(Value):
    """One item or post that would not be as it was.

    Args:
        cause: the broken fact, or what the new one is for, in a sentence.
        before, after: when and what it was and would be; None when it is not there.
    """

    layer: Literal["item", "post"]
    verb: Verb
    id: str
    day: Day
    title: str
    cause: str
    before: str | None = None
    after: str | None = None


class Clash(Value):
    """Something that may not change and contradicts the new facts; a person must choose.

    Args:
        choices: the ways out, in words.
    """

    item_id: str
    title: str
    code: str
    message: str
    choices: tuple[str, ...]


class Counts(Value):
    """How many of the future items and posts there are of each sort."""

    kept: int = 0
    moved: int = 0
    rewritten: int = 0
    dropped: int = 0
    added: int = 0


class Paid(Value):
    """Who pays for a post, and the product that is in it."""

    post_id: str
    sponsor_id: str
    shows: str = ""


class Preview(Value):
    """What an intervention would do, before it happens.

    Args:
        base: the revision it was reckoned from; applying names it.
        digest: of everything that would change; applying names it too, so that only what was seen is done.
        plan: the life that would be.
        clashes: what stops it.
        stood: what the checker found of sponsored posts before it.
        paid: the sponsored posts before it, for whoever takes it back.
    """

    base: int
    digest: str
    intervention: Intervention
    items: Counts
    posts: Counts
    differences: tuple[Difference, ...]
    clashes: tuple[Clash, ...]
    plan: Plan
    stood: frozenset[Violation] = frozenset()
    paid: tuple[Paid, ...] = ()


class Present(Value):
    """A life as it is kept, ready to be changed.

    Args:
        base: its newest revision.
        held: ids of items and posts that are being filmed, or are out: nobody may change them.
    """

    base: int
    plan: Plan
    held: frozenset[str] = frozenset()


class Revision(Value):
    """One line of a life's history."""

    rev: int
    kind: str
    reason: str
    changes: tuple[Change, ...] = ()
    created_at: datetime
