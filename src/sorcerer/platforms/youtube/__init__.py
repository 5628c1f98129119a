"""YouTube Shorts: a film is uploaded private, and made public at its minute by a call that may be repeated freely."""

from sorcerer.platforms.youtube.connector import YouTube, connector

__all__ = ["YouTube", "connector"]
