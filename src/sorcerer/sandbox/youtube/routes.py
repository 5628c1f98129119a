"""All routes of the YouTube part."""

from fastapi import APIRouter

from sorcerer.sandbox.youtube import analytics, oauth, sessions, videos


def routers() -> tuple[APIRouter, ...]:
    """Return the routers."""
    return oauth.router, sessions.router, videos.router, analytics.router
