"""All routes of the YouTube part."""

from fastapi import APIRouter

from sorcerer.sandbox.youtube import oauth, sessions, videos


def routers() -> tuple[APIRouter, ...]:
    """Return the routers."""
    return oauth.router, sessions.router, videos.router
