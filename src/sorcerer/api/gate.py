"""The order of checks, the same on every route: 401 who, 404 whose, 403 may they, and only then the body.

FastAPI parses the body before it solves dependencies, so a dependency comes too late: an anonymous caller with broken
JSON would be told about the JSON. The gate is therefore the route's own handler.
"""

from collections.abc import Callable, Coroutine
from dataclasses import dataclass
from typing import Any

from fastapi import APIRouter, Request, Response, params
from fastapi.dependencies.models import Dependant
from fastapi.routing import APIRoute
from sqlalchemy.orm import Session

from sorcerer import accounts, journal
from sorcerer.api import bodies, cookie, idempotency
from sorcerer.api.deps import Door, door_of, in_session, keep, look
from sorcerer.errors import NotAllowed, NotFound, NotSignedIn

_SAFE = frozenset({"GET", "HEAD", "OPTIONS"})

OPEN: dict[str, Any] = {"security": []}


def only(*roles: str) -> dict[str, Any]:
    """Mark a route for these roles alone: `openapi_extra=only("business")`."""
    return {"x-roles": list(roles)}


def scoped(scope: str) -> dict[str, Any]:
    """Mark a route that needs this scope of a token instead of "read" or "write"."""
    return {"x-scope": scope}


def up_to(limit: int) -> dict[str, Any]:
    """Mark a route whose body may have so many bytes instead of a megabyte."""
    return {"x-max-bytes": limit}


@dataclass(frozen=True)
class Facts:
    """What the gate knows of a route beforehand.

    Args:
        creates: whether it takes an Idempotency-Key.
        atomic: whether all it does is in one session.
        once: fields of its answer that are shown only the first time.
    """

    is_open: bool
    scope: str | None
    roles: tuple[str, ...]
    limit: int
    kind: bodies.Kind | None
    creates: bool
    atomic: bool
    once: tuple[str, ...]


def facts_of(route: APIRoute) -> Facts:
    """Return what the gate needs to know of a route."""
    extra = route.openapi_extra or {}
    kind: bodies.Kind | None = None
    if route.body_field is not None:
        kind = "form" if isinstance(route.body_field.field_info, params.Form) else "json"
    is_open = extra.get("security") == []
    return Facts(
        is_open=is_open,
        scope=extra.get("x-scope"),
        roles=tuple(extra.get("x-roles", ())),
        limit=extra.get("x-max-bytes", bodies.JSON_LIMIT),
        kind=kind,
        creates=not is_open and "POST" in (route.methods or ()) and route.status_code in idempotency.CREATING,
        atomic=_asks_for_session(route.dependant),
        once=tuple(extra.get("x-shown-once", ())),
    )


def _asks_for_session(dependant: Dependant) -> bool:
    return any(inner.call is in_session or _asks_for_session(inner) for inner in dependant.dependencies)


class Guarded(APIRoute):
    """A route that knows who is asking before it reads what they ask."""

    def get_route_handler(self) -> Callable[[Request], Coroutine[Any, Any, Response]]:
        """Put the gate before FastAPI's own handler."""
        handle = super().get_route_handler()
        facts = facts_of(self)

        async def guarded(request: Request) -> Response:
            door = door_of(request)
            caller = None if facts.is_open else await _admit(door, request, facts)
            request.state.caller = caller
            if facts.is_open and comes_with_cookie(request) and cookie.is_ours(request, door.tools.settings) is False:
                raise _foreign()
            bodies.check_query(request)
            taken = bodies.BoundedRequest(request.scope, request.receive, facts.limit)
            if facts.kind is not None:
                await taken.take(facts.kind)
            if caller is None:
                return await handle(taken)
            refreshed = await _refresh(door, caller)
            asked = await _asked(taken, caller, facts)
            response = await (handle(taken) if asked is None else idempotency.once(door, taken, asked, facts, handle))
            if refreshed and caller.via == "cookie" and "set-cookie" not in response.headers:
                cookie.put(request, response, request.cookies[cookie.NAME])
            return response

        return guarded


class Routes(APIRouter):
    """The routes of one resource, all behind the gate and under `/api`."""

    def __init__(self, prefix: str, **more: Any) -> None:  # noqa: ANN401 - FastAPI's own arguments
        super().__init__(prefix=f"/api{prefix}", route_class=Guarded, redirect_slashes=False, **more)


def shown(request: Request) -> dict[str, str | None]:
    """Return the keys a request shows, as `accounts.who` takes them."""
    kind, _, secret = request.headers.get("authorization", "").partition(" ")
    bearer = secret.strip() if kind.lower() == "bearer" else None
    return {"bearer": bearer, "cookie": request.cookies.get(cookie.NAME)}


def comes_with_cookie(request: Request) -> bool:
    """Tell whether a change relies on the cookie alone, which a foreign page can make a browser send."""
    keys = shown(request)
    return request.method not in _SAFE and keys["bearer"] is None and keys["cookie"] is not None


async def _admit(door: Door, request: Request, facts: Facts) -> accounts.Caller:
    now = door.clock.now()

    def check(session: Session) -> accounts.Caller:
        caller = accounts.who(session, now, **shown(request))
        if caller is None:
            fix = "Sign in, or send `Authorization: Bearer` with a token from `sorcerer token`."
            raise NotSignedIn("Nobody is signed in.", fix=fix)
        for name, value in request.path_params.items():
            if not bodies.is_clean(value) or not door.owns[name](session, caller.id, value):
                raise NotFound(f"There is no such {name.removesuffix('_id')}.", field=name)
        return caller

    caller = await look(door, check)
    _may(door, request, facts, caller)
    return caller


def _may(door: Door, request: Request, facts: Facts, caller: accounts.Caller) -> None:
    if caller.via == "cookie" and comes_with_cookie(request) and not cookie.is_ours(request, door.tools.settings):
        raise _foreign()
    scope = facts.scope or ("read" if request.method in _SAFE else "write")
    if scope not in caller.scopes:
        raise NotAllowed(f"This token lacks the scope {scope!r}.", fix="Make a token with that scope.")
    if facts.roles and caller.role not in facts.roles:
        message = f"This is for {' and '.join(facts.roles)} accounts; yours is a {caller.role} account."
        raise NotAllowed(message, fix="Change the role of your account.")


def _foreign() -> NotAllowed:
    message = "This request came with a session cookie, but not from our own pages."
    return NotAllowed(message, fix="Programs use an API token; pages send Origin, as browsers do.")


async def _refresh(door: Door, caller: accounts.Caller) -> bool:
    """Write the use of the key down, before the route opens a session of its own and holds the lock."""
    now = door.clock.now()
    if not caller.wants_refresh(now):
        return False
    await keep(door, lambda session: accounts.sessions.seen(session, caller, now))
    return True


async def _asked(request: bodies.BoundedRequest, caller: accounts.Caller, facts: Facts) -> journal.Asked | None:
    key = request.headers.get(idempotency.HEADER) if facts.creates else None
    if key is None:
        return None
    route = f"{request.method} {request.url.path}"
    digest = await request.digest(facts.kind)
    return journal.Asked(owner_id=caller.id, key=idempotency.checked(key), route=route, request_hash=digest)
