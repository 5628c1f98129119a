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


class Overview(Value):
    """The numbers of a dashboard. What nobody measured is None, never 0.

    Args:
        followers: of all accounts together, as last told.
        followers_gained: since a week ago; None until there is a number that old.
        views: of the videos measured in the last seven days, counted since then.
        likes: the same for likes.
        posts: videos that went out in the last seven days.
        measured_at: when the newest of these numbers was read.
    """

    followers: int | None
    followers_gained: int | None
    views: int | None
    likes: int | None
    posts: int
    measured_at: datetime | None
