"""The four ports and the provider that holds them."""

from collections.abc import Mapping
from typing import Any, Protocol, runtime_checkable

from sorcerer.providers.tasks import (
    AutofillTask,
    ChangesTask,
    Filled,
    PersonaDraft,
    PersonaTask,
    Proposal,
    ScriptTask,
)
from sorcerer.providers.values import Footage, Look, Picture, Script, Shot, Speech


@runtime_checkable
class Text(Protocol):
    """Write words."""

    def script(self, task: ScriptTask) -> Script:
        """Return the words of one post.

        Raises:
            ProviderError: the vendor did not answer or refused.
        """
        ...

    def autofill(self, task: AutofillTask) -> Filled:
        """Return a value for one field of the wizard that fits what is known."""
        ...

    def persona(self, task: PersonaTask) -> PersonaDraft:
        """Return a whole persona, an adult of 18 or more."""
        ...


@runtime_checkable
class Proposer(Protocol):
    """Read what a sentence changes in a life. A text port may be one too; the embedded writer is none."""

    def propose(self, task: ChangesTask) -> Proposal:
        """Return what the sentence would change; the engine checks it and asks again with its complaints.

        Raises:
            ProviderError: the vendor did not answer or refused.
        """
        ...


@runtime_checkable
class Image(Protocol):
    """Make pictures of her."""

    def face(self, persona: Mapping[str, Any], seed: str, look: Look | None = None) -> Picture:
        """Return a portrait, 1024 by 1024 pixels, PNG: that very person with a look, else one that fits the persona."""
        ...

    def frame(self, face: Picture, shot: Shot) -> Picture:
        """Return her in a shot's place, light, pose and clothes, 1080 by 1920 pixels, JPEG, without text."""
        ...


@runtime_checkable
class Voice(Protocol):
    """Speak lines."""

    def speak(self, line: str, persona: Mapping[str, Any]) -> Speech:
        """Return the line spoken in the voice that belongs to this persona, with the time of each word."""
        ...


@runtime_checkable
class Video(Protocol):
    """Make moving pictures of her."""

    def shoot(self, face: Picture, shot: Shot, speech: Speech | None) -> Footage:
        """Return the footage of one shot: drawn where it is encoded, or encoded by a vendor."""
        ...


class Provider(Protocol):
    """One vendor: which ports it fills, and what each call costs before it is made.

    `text`, `image`, `voice` and `video` are None where the vendor has nothing to offer.
    """

    name: str
    text: Text | None
    image: Image | None
    voice: Voice | None
    video: Video | None

    def estimate(self, port: str, task: str) -> int | None:
        """Return the price of a call in millionths of a US dollar, or None if unknown: then it is not made."""
        ...


def is_trained(port: Image | Video) -> bool:
    """Tell whether a trained model makes the pictures; an adapter whose own code draws them says `trained = False`."""
    return bool(getattr(port, "trained", True))
