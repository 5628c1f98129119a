"""Instagram over Facebook Login: reels go by resumable upload, image stories by address."""

from sorcerer.platforms.instagram.connector import Instagram, connector

__all__ = ["Instagram", "connector"]
