"""The sandbox as one ASGI app: mounted under any prefix, or served alone."""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager

from fastapi import FastAPI, Request
from fastapi.exceptions import RequestValidationError
from fastapi.responses import JSONResponse, Response

from sorcerer.clock import Clock
from sorcerer.errors import NotFound, SorcererError
from sorcerer.sandbox import admin, instagram, tiktok, youtube
from sorcerer.sandbox.gate import Gate
from sorcerer.sandbox.instagram.refusals import GraphError, UploadError
from sorcerer.sandbox.pages import feed
from sorcerer.sandbox.tiktok.refusals import TikTokError
from sorcerer.sandbox.world import World
from sorcerer.sandbox.youtube.refusals import GoogleError


def create(url: str, clock: Clock) -> FastAPI:
    """Return the pretend network as an app that answers loopback clients only.

    Args:
        url: SQLAlchemy address of its own SQLite file; media lie in a folder beside it.
        clock: the machine's clock.
    """
    world = World(url, clock)

    @asynccontextmanager
    async def lifespan(_app: FastAPI) -> AsyncIterator[None]:
        yield
        world.close()

    app = FastAPI(title="Sorcerer sandbox", docs_url=None, redoc_url=None, openapi_url=None, lifespan=lifespan)
    app.state.world = world
    app.add_middleware(Gate, world=world)
    for router in (admin.router, *instagram.routers(), *tiktok.routers(), *youtube.routers(), feed.router):
        app.include_router(router)
    app.add_exception_handler(GraphError, _graph)
    app.add_exception_handler(UploadError, _upload)
    app.add_exception_handler(TikTokError, _other)
    app.add_exception_handler(GoogleError, _other)
    app.add_exception_handler(SorcererError, _refusal)
    app.add_exception_handler(RequestValidationError, _unreadable)
    return app


def _graph(_request: Request, error: Exception) -> Response:
    known = error if isinstance(error, GraphError) else GraphError(1, None, "An unknown error occurred")
    return JSONResponse(known.envelope(), known.status)


def _upload(_request: Request, error: Exception) -> Response:
    known = error if isinstance(error, UploadError) else UploadError("UnknownError", "An unknown error occurred")
    return JSONResponse(known.envelope(), known.status)


def _other(_request: Request, error: Exception) -> Response:
    known = error if isinstance(error, TikTokError | GoogleError) else TikTokError("internal_error", status=500)
    return JSONResponse(known.envelope(), known.status)


def _refusal(_request: Request, error: Exception) -> Response:
    return JSONResponse({"error": str(error)}, 404 if isinstance(error, NotFound) else 422)


def _unreadable(request: Request, error: Exception) -> Response:
    reasons = error.errors() if isinstance(error, RequestValidationError) else []
    said = "; ".join(f"{'.'.join(str(part) for part in one['loc'])}: {one['msg']}" for one in reasons)
    if "/_sandbox" in request.url.path:
        return JSONResponse({"error": said}, 422)
    return JSONResponse(GraphError(100, None, f"Invalid parameter ({said})").envelope(), 400)
