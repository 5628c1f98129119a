"""The door: HTTP in, values of the rooms out. It decides who may come in and in which words a refusal is told.

Knows every room's face and no room's tables; never the engine. Work that lasts is left to rows that the worker finds.
"""

from collections import Counter
from collections.abc import Sequence

from fastapi import APIRouter, FastAPI
from fastapi.routing import APIRoute, iter_route_contexts

from sorcerer.api import (
    accounts,
    approvals,
    calendar_feed,
    channels,
    claims,
    cron,
    events,
    health,
    idempotency,
    influencers,
    interventions,
    killswitch,
    lives,
    media,
    metrics,
    needs,
    oauth,
    openapi,
    overview,
    own_scripts,
    problems,
    receipts,
    schedules,
    scripts,
    sign_in_page,
    spending,
    sponsors,
    table,
    verify,
    videos,
    wizard,
)
from sorcerer.api.begin import Begun, Wizard, begin, live_on
from sorcerer.api.deps import Door, Export, HeartBeat
from sorcerer.api.frame import Frame
from sorcerer.api.gate import Guarded, facts_of
from sorcerer.api.packing import Packing
from sorcerer.api.pages import Pages

__all__ = ["FRAME", "ROUTERS", "Begun", "Door", "Export", "HeartBeat", "Wizard", "begin", "create", "live_on"]

FRAME: tuple[APIRouter, ...] = (health.router, accounts.router, accounts.tokens, events.router)
ROUTERS: tuple[APIRouter, ...] = (
    *FRAME,
    wizard.drafts,
    wizard.asking,
    influencers.router,
    influencers.consents,
    lives.router,
    lives.generating,
    interventions.router,
    own_scripts.router,
    overview.router,
    needs.router,
    scripts.router,
    claims.router,
    schedules.router,
    calendar_feed.router,
    spending.router,
    table.router,
    videos.router,
    videos.making,
    approvals.router,
    sponsors.router,
    sponsors.matches,
    channels.router,
    channels.publications,
    receipts.router,
    verify.router,
    oauth.router,
    killswitch.router,
    cron.router,
)


def create(door: Door, routers: Sequence[APIRouter] = ROUTERS) -> FastAPI:
    """Return the ASGI app of the API, the media, the sign-in links and the pages.

    Raises:
        ValueError: a route is not behind the gate, names a thing without an owner's check, or shares its name.
    """
    app = FastAPI(
        openapi_url="/api/openapi.json",
        docs_url=None,
        redoc_url=None,
        redirect_slashes=False,
        generate_unique_id_function=lambda route: route.name,
    )
    app.state.door = door
    app.state.streams = Counter[str]()
    problems.install(app)
    idempotency.install(app)
    for router in (*routers, sign_in_page.router, media.router, metrics.router):
        app.include_router(router)
    _check(app, door)
    app.router.routes.append(Pages(door.site))
    app.add_middleware(Packing)
    app.add_middleware(Frame)
    openapi.install(app)
    return app


def _check(app: FastAPI, door: Door) -> None:
    """Refuse to start with a route that somebody forgot to guard."""
    names: Counter[str] = Counter()
    for context in iter_route_contexts(app.routes):
        route = context.original_route
        if not isinstance(route, APIRoute) or not (context.path or "").startswith("/api/"):
            continue
        names[route.name] += 1
        if not isinstance(route, Guarded):
            raise ValueError(f"{context.path} is not behind the gate; build its router with Routes")  # noqa: TRY004 - a route's kind is our mistake, not a caller's type
        missing = set() if facts_of(route).is_open else set(route.param_convertors) - set(door.owns)
        if missing:
            raise ValueError(f"{context.path}: no check whose {', '.join(sorted(missing))} it is; add it to Door.owns")
    shared = [name for name, count in names.items() if count > 1]
    if shared:
        raise ValueError(f"two routes share the name {shared[0]!r}; operation ids must differ")
