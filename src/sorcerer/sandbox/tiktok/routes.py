"""All routes of the TikTok part."""

from fastapi import APIRouter

from sorcerer.sandbox.tiktok import oauth, posting, reading, receive


def routers() -> tuple[APIRouter, ...]:
    """Return the routers."""
    return oauth.router, posting.router, receive.router, reading.router
