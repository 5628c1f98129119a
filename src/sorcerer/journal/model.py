"""Lines, signals and first answers. Pure."""

from datetime import datetime
from typing import Any

from pydantic import BaseModel, ConfigDict


class Value(BaseModel):
    """A frozen value that refuses fields it does not know."""

    model_config = ConfigDict(frozen=True, extra="forbid")


class Line(Value):
    """One thing that happened.

    Args:
        seq: counts the lines of this home; later ones are larger.
        actor: who did it: a user's id, or the name of a part of Sorcerer ("worker").
        verb: one of `VERBS`.
        about_type: what it is about, as a word ("video").
        about_id: which one.
        text: one sentence for people.
    """

    seq: int
    id: str
    at: datetime
    actor: str
    verb: str
    about_type: str
    about_id: str
    influencer_id: str | None = None
    text: str
    detail: dict[str, Any] | None = None


class Signal(Value):
    """Something changed its state; whoever shows it should look again. Kept for minutes only."""

    seq: int
    at: datetime
    about_type: str
    about_id: str
    detail: dict[str, Any] | None = None


class Asked(Value):
    """A request that wants to happen once.

    Args:
        key: the client's word for it.
        route: method and path.
        request_hash: of its query and body; the same key may not mean another thing.
    """

    owner_id: str
    key: str
    route: str
    request_hash: str


class Answer(Value):
    """What was answered the first time."""

    status: int
    headers: dict[str, str]
    body: bytes


class Kept(Value):
    """What the journal holds for a key; no answer yet while the first request is being worked on."""

    request_hash: str
    created_at: datetime
    answer: Answer | None
