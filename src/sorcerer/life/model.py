"""The nouns of a life: facts, items, posts over items, the plan that holds them, and what a checker finds. Pure."""

from datetime import date, datetime
from typing import Any, Literal

from pydantic import BaseModel, ConfigDict, Field

from sorcerer.influencers import GrowthPhase, Pace

Category = Literal["sleep", "care", "eat", "work", "home", "sport", "social", "leisure", "shop"]
Medium = Literal["reel", "story"]
WorkForm = Literal["office", "home", "early", "late", "part", "none"]


class Value(BaseModel):
    """A frozen value that refuses fields it does not know."""

    model_config = ConfigDict(frozen=True, extra="forbid")


class City(Value):
    """A city as far as a life depends on it.

    Args:
        id: its name in small letters, the key of places in it.
        label: its name as people write it.
        zone: IANA time zone.
        latitude, longitude: degrees, north and east.
        coast: whether a beach is in reach of an afternoon.
        sunday: whether shops open on Sundays.
    """

    id: str
    label: str
    zone: str
    latitude: float = Field(ge=-90, le=90)
    longitude: float = Field(ge=-180, le=180)
    coast: bool = False
    sunday: bool = True


class Premise(Value):
    """All that a life is planned from. Two equal premises give equal lives.

    Args:
        seed: what every draw is keyed by.
        work: the form of her working days; `job` is what she calls it.
        habits: words for what comes back in her weeks.
        people: first names of those close to her.
        pillars: what her posts are about, in turn; only in company mode.
        away: whether she is on a trip: no work, no household, nobody she knows.
        ill: whether she is too ill for work and company.
        levels: kinds of activity that somebody changed, each with "more", "less" or "never".
    """

    influencer_id: str
    seed: str
    name: str
    pronouns: Literal["she", "he", "they"] = "she"
    mode: Literal["lifestyle", "company"] = "lifestyle"
    category: str = "lifestyle"
    city: City
    work: WorkForm = "home"
    job: str = ""
    chronotype: Literal["early", "middle", "late"] = "middle"
    sleep_hours: float = Field(7.5, ge=5, le=10)
    habits: tuple[str, ...] = ()
    people: tuple[str, ...] = ()
    pillars: tuple[str, ...] = ()
    away: bool = False
    ill: bool = False
    levels: tuple[tuple[str, str], ...] = ()
    pace: Pace = Pace()
    growth: GrowthPhase = GrowthPhase()


class Fact(Value):
    """Something that is so from a minute of a life day on, until a later fact of the same name.

    Args:
        day: the life day.
        minute: wall minute of that day, 240 to 1680.
        name: "able", "has:…", "arc:…"; and what makes another world of a day: "city", "away", "ill", "job",
            "person:…" (the city they are in) and "habit:…".
        value: what it is from then on.
    """

    day: date
    minute: int = Field(240, ge=240, le=1680)
    name: str = Field(min_length=1, max_length=60)
    value: bool | str


class Item(Value):
    """One thing she does, without the way there: the gaps between items are travel and slack.

    Args:
        id: kind and life day; the same act on the same day keeps its id through every new plan.
        day: the life day, which runs from 04:00 to 04:00.
        place: id of the place.
        start, end: wall minutes since midnight of `day` in the zone of `city`, on a five-minute grid.
        who: first names of the people beside her.
        beat: "arc@start:beat" when it belongs to a running story.
        alternative: whether it is the other branch of that beat.
        title: a few words for a calendar.
        line: one sentence: what she does and where.
    """

    id: str
    day: date
    kind: str
    category: Category
    place: str
    city: str
    start: int
    end: int
    who: tuple[str, ...] = ()
    beat: str | None = None
    alternative: bool = False
    pinned: bool = False
    title: str = ""
    line: str = ""


class Post(Value):
    """A post laid over an item: it tells of it and moves nothing.

    Args:
        id: medium and item.
        at: when it goes out, aware, in UTC.
        local_time: the same on her wall clock, ISO 8601 without a zone.
        title: an idea for the opening.
        direction: one sentence for the writer: what she does and where.
        scene: one of the providers' scene names.
        light: the light of the moment it shows.
        moment: the fields of the writers' `Moment`.
        sponsor_id: who pays for it, when somebody does.
        shows: the product of the sponsor that is in the picture, as the brand calls it; none without a sponsor.
        zone: IANA zone of her clock then; none in what was kept before there were trips.
    """

    id: str
    item_id: str
    medium: Medium
    at: datetime
    local_time: str
    title: str
    direction: str
    scene: str
    light: Literal["dawn", "day", "golden", "night"]
    moment: dict[str, Any]
    sponsor_id: str | None = None
    # What was kept before there was such a field must read and compare as it did.
    shows: str = Field("", exclude_if=lambda name: not name)
    zone: str = ""


class Plan(Value):
    """A stretch of a life: everything she does in it, and what is posted of it.

    Args:
        first_day: the first life day.
        days: how many life days.
        facts: what the world was told, and what her stories changed; in order of time.
        items: in order of time; nothing is left out but travel and slack.
    """

    influencer_id: str
    seed: str
    premise: Premise
    first_day: date
    days: int = Field(ge=1, le=3660)
    facts: tuple[Fact, ...] = ()
    items: tuple[Item, ...] = ()
    posts: tuple[Post, ...] = ()


class Violation(Value):
    """One contradiction.

    Args:
        code: its class, such as "T2" for two items at once.
        item_id: the item or post it is about, or the life day when something is missing.
        message: a sentence a person can act on.
    """

    code: str
    item_id: str
    message: str


class Life(Value):
    """The kept life of one influencer, without its days.

    Args:
        head: number of the newest revision; a change names it, so that nobody overwrites unseen.
        state: "stopped" lives keep their past and plan nothing.
        first_day, last_day: what is planned.
    """

    influencer_id: str
    head: int
    state: Literal["active", "stopped"]
    first_day: date
    last_day: date


class Stretch(Value):
    """What was read of a life between two moments."""

    life: Life | None
    items: tuple[Item, ...]
    posts: tuple[Post, ...]
