"""Measurements, and what a dashboard says of them. Pure."""

from datetime import datetime

from pydantic import BaseModel, ConfigDict, Field


class Value(BaseModel):
    """A frozen value that refuses fields it does not know."""

    model_config = ConfigDict(frozen=True, extra="forbid")


class Measurement(Value):
    """One number a network told, and when.

    Args:
        channel_id: the account it is of, when it is of one.
        video_id: the video it is of; a number without one is of the account as a whole.
        metric: the network's own name ("followers", "views", "reach").
    """

    influencer_id: str
    channel_id: str | None = None
    video_id: str | None = None
    at: datetime
    metric: str = Field(min_length=1, max_length=60)
    value: float


class Reading(Value):
    """When an account's or a post's numbers are read next, and what the network did not tell last.

    Args:
        kind: "account", or what kind of post it is.
        video_id, post_id: of a post: ours, and the network's.
        zone: where she lives; accounts are read in her small hours.
        began_at: when the post went out, or the account was connected.
        due_at: when it is read next; None when it never will be again.
        taken_at: when it was read last.
        gaps: what was not told then, each with the reason.
    """

    id: str
    owner_id: str
    influencer_id: str
    channel_id: str
    kind: str
    video_id: str | None = None
    post_id: str | None = None
    zone: str
    began_at: datetime
    due_at: datetime | None
    taken_at: datetime | None = None
    gaps: dict[str, str] = Field(default_factory=dict)


class Overview(Value):
    """The numbers of a dashboard. What nobody measured is None, never 0.

    Args:
        followers: of all accounts together, as last told.
        followers_gained: since a week ago; None until there is a number that old.
        views: of the videos measured in the last seven days, counted since then.
        likes, reach, watch_min: the same for likes, accounts reached and minutes watched.
        posts: videos that went out in the last seven days.
        measured_at: when the newest of these numbers was read.
    """

    followers: int | None
    followers_gained: int | None
    views: int | None
    likes: int | None
    reach: int | None
    watch_min: int | None
    posts: int
    measured_at: datetime | None
