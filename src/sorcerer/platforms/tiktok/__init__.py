"""TikTok's Content Posting API: films by file upload, into the creator's inbox or, with her standing consent, out."""

from sorcerer.platforms.tiktok.connector import TikTok, connector

__all__ = ["TikTok", "connector"]
