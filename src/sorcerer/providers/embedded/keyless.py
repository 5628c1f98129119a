"""The embedded provider: all four ports, free of charge."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sorcerer.providers.embedded.footage import EmbeddedVideo
from sorcerer.providers.embedded.pictures import EmbeddedImage
from sorcerer.providers.embedded.text import EmbeddedText
from sorcerer.providers.embedded.voice import EmbeddedVoice
from sorcerer.providers.ports import Image, Provider, Text, Video, Voice

if TYPE_CHECKING:  # a child that draws reads no settings, and starts a tenth sooner without them
    from sorcerer.settings import Settings


class Embedded:
    """Words, pictures, a voice and moving pictures without a key."""

    name = "embedded"

    def __init__(self) -> None:
        self.text: Text | None = EmbeddedText()
        self.image: Image | None = EmbeddedImage()
        self.voice: Voice | None = EmbeddedVoice()
        self.video: Video | None = EmbeddedVideo()

    def estimate(self, port: str, task: str) -> int | None:  # noqa: ARG002 - every call costs the same: nothing
        """Return 0: nothing here is paid for."""
        return 0


def provider(settings: Settings, key: str | None = None) -> Provider:  # noqa: ARG001 - the factory's shape is every vendor's
    """Return the embedded provider; it needs neither settings nor a key."""
    return Embedded()
