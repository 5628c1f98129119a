"""What a film is made of, and what is left when it is made. Pure."""

from datetime import datetime
from typing import Any, Literal, get_args

from pydantic import BaseModel, ConfigDict, Field

from sorcerer.providers import Clip, Drawn, Family, Product, Shot, Speech
from sorcerer.studio.families import signature

Transition = Literal["cut", "whip-left", "whip-right", "whip-up", "zoom", "light"]
TRANSITIONS: tuple[Transition, ...] = get_args(Transition)
Kind = Literal["script", "storyboard", "face", "frame", "film", "thumbnail", "story", "srt", "preview"]


class Value(BaseModel):
    """A frozen value that refuses fields it does not know."""

    model_config = ConfigDict(frozen=True, extra="forbid")


class Storyboard(Value):
    """A script as shots.

    Args:
        title: the script's.
        shots: at least three, together 8 s or more; the words of the lines are the script's, in order.
        seed: what every small motion, the music and the colour of the captions are drawn from.
        family: what sort of film it is.
        cuts: how each shot but the first is come to; those that are missing are plain cuts.
    """

    title: str
    shots: tuple[Shot, ...] = Field(min_length=3)
    seed: str = ""
    family: Family = "talk"
    cuts: tuple[Transition, ...] = ()

    @property
    def signature(self) -> str:
        """Return what a viewer knows the film again by, and behind a bar how it is cut."""
        seen = signature(self.family, [shot.scene for shot in self.shots], self.shots[0].framing)
        return f"{seen}|{'>'.join(self.cuts)}"

    @property
    def seconds(self) -> float:
        """Return how long all shots last together, in seconds."""
        return sum(shot.seconds for shot in self.shots)

    def showing(self, product: Product | None) -> "Storyboard":
        """Return it with a sponsor's product in every shot. It is never kept so: a logo is no part of the words."""
        if product is None:
            return self
        shots = tuple(shot.model_copy(update={"product": product}) for shot in self.shots)
        return self.model_copy(update={"shots": shots})


class Sticker(Value):
    """Something stuck on a story: the hour, where it is, or a question to be answered by a reply."""

    kind: Literal["time", "place", "question"]
    text: str = Field(min_length=1, max_length=300)


class Take(Value):
    """A shot that was taken: what is heard and what is seen. The times of the speech start with the shot.

    Args:
        cut: how it is come to from the shot before it.
    """

    shot: Shot
    speech: Speech | None
    footage: Drawn | Clip
    cut: Transition = "cut"


class Film(Value):
    """A finished film on this machine.

    Args:
        path: of the MP4.
        size: bytes.
        srt: its subtitles as SubRip text.
    """

    path: str
    seconds: float
    size: int
    sha256: str
    srt: str


class Artifact(Value):
    """One thing that was made for one revision of a video.

    Args:
        key: where its file is kept, when it has one.
        body: what it says when it is no file (the script, the storyboard), else facts about the file.
    """

    kind: Kind
    rev: int = Field(ge=1)
    key: str | None = None
    media_type: str = "application/json"
    seconds: float | None = None
    size: int | None = None
    sha256: str | None = None
    body: dict[str, Any] = Field(default_factory=dict)
    created_at: datetime | None = None
