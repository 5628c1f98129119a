"""A POST that creates may carry an Idempotency-Key: however often it is sent, it happens once and is answered alike.

A route that works in one session is undone when its twin was faster, for its answer is kept in that same session.
A route without one (it calls a port) claims the key first; its twin is told to wait.
"""

import json
from collections.abc import Awaitable, Callable
from typing import Protocol

from anyio import to_thread
from fastapi import FastAPI, Request, Response
from sqlalchemy.orm import Session

from sorcerer import journal
from sorcerer.api.deps import Door, door_of, keep, look
from sorcerer.errors import Invalid

HEADER = "Idempotency-Key"
REPLAYED = "Idempotency-Replayed"
CREATING = frozenset({201, 202})
_LONGEST = 200
_KEPT_HEADERS = ("content-type", "etag", "location")
_OK = range(200, 300)

Handle = Callable[[Request], Awaitable[Response]]


class Work(Protocol):
    """What matters of a route here: whether all it does is in one session, and what it shows only once."""

    @property
    def atomic(self) -> bool:
        """Tell whether the route's work and its answer can be committed together."""
        ...

    @property
    def once(self) -> tuple[str, ...]:
        """Return the fields of the answer that are null when it is given again."""
        ...


def checked(key: str) -> str:
    """Return a key that can be kept.

    Raises:
        Invalid: it is empty, too long or not plain text.
    """
    if not 0 < len(key) <= _LONGEST or not (key.isascii() and key.isprintable()):
        message = f"An {HEADER} has 1 to {_LONGEST} plain characters."
        raise Invalid(message, field=HEADER, fix="Send a random id, such as a UUID.")
    return key


async def once(door: Door, request: Request, asked: journal.Asked, work: Work, handle: Handle) -> Response:
    """Do the work unless it was done before, and return its first answer."""
    now = door.clock.now()
    first = await look(door, lambda session: journal.answers.recall(session, asked, now))
    if first is not None:
        return _again(first)
    if work.atomic:
        return await _in_one_session(request, asked, work, handle)
    return await _claimed(door, request, asked, work, handle)


async def _in_one_session(request: Request, asked: journal.Asked, work: Work, handle: Handle) -> Response:
    response = await handle(request)
    answer = _answer(response, work.once)
    if answer is not None:
        session: Session = request.state.session
        now = door_of(request).clock.now()
        await to_thread.run_sync(journal.answers.remember, session, asked, answer, now)
    return response


async def _claimed(door: Door, request: Request, asked: journal.Asked, work: Work, handle: Handle) -> Response:
    now = door.clock.now()
    await keep(door, lambda session: journal.answers.reserve(session, asked, now))
    answer = None
    try:
        response = await handle(request)
        answer = _answer(response, work.once)
    finally:
        if answer is None:
            await keep(door, lambda session: journal.answers.withdraw(session, asked))
    if answer is not None:
        await keep(door, lambda session: journal.answers.fill(session, asked, answer))
    return response


def _answer(response: Response, once: tuple[str, ...]) -> journal.Answer | None:
    """Return what is kept of a response: nothing of a refusal, and secrets as null."""
    body = getattr(response, "body", None)
    if response.status_code not in _OK or not isinstance(body, bytes):
        return None
    if once:
        body = json.dumps(json.loads(body) | dict.fromkeys(once)).encode()
    headers = {name: response.headers[name] for name in _KEPT_HEADERS if name in response.headers}
    return journal.Answer(status=response.status_code, headers=headers, body=body)


def _again(first: journal.Answer) -> Response:
    return Response(first.body, first.status, first.headers | {REPLAYED: "true"})


def install(app: FastAPI) -> None:
    """Answer the slower of two twins with what the faster one was told; its own work is undone by then."""
    app.add_exception_handler(journal.answers.Twin, _faster)


async def _faster(request: Request, error: Exception) -> Response:
    if not isinstance(error, journal.answers.Twin):
        raise error
    door = door_of(request)
    now = door.clock.now()
    first = await look(door, lambda session: journal.answers.recall(session, error.asked, now))
    if first is None:
        raise error
    return _again(first)
