"""What every route finds out from a request: the world behind the app, and where the app stands."""

from fastapi import Request

from sorcerer.sandbox.world import World


def world_of(request: Request) -> World:
    """Return the world behind the app."""
    found: World = request.app.state.world
    return found


def root_of(request: Request) -> str:
    """Return where the sandbox stands, under whatever prefix it is mounted."""
    return f"{request.url.scheme}://{request.url.netloc}{request.scope.get('root_path', '')}"
