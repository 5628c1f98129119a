"""All routes of the Instagram part, the more particular before the more general."""

from fastapi import APIRouter

from sorcerer.sandbox.instagram import containers, nodes, oauth, publish, rupload


def routers() -> tuple[APIRouter, ...]:
    """Return the routers in the order in which they are asked."""
    return oauth.router, rupload.router, containers.router, publish.router, nodes.router
