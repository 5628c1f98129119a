"""What a route may ask for: the door's tools, a session, the caller, the moment, a page's place."""

from collections.abc import AsyncIterator, Callable, Iterator, Mapping
from contextlib import AbstractContextManager
from dataclasses import dataclass, field
from datetime import datetime
from functools import partial
from pathlib import Path
from threading import Event
from typing import Annotated, Any, TypeVar

from anyio import CancelScope, CapacityLimiter, to_thread
from anyio.lowlevel import RunVar
from fastapi import Depends, Request
from sqlalchemy.orm import Session

from sorcerer import accounts
from sorcerer.api.turnstile import Turnstile
from sorcerer.clock import Clock
from sorcerer.database import Database
from sorcerer.toolbox import Toolbox

T = TypeVar("T")

Owns = Callable[[Session, str, str], bool]
Export = Callable[[Session, str], Any]


@dataclass(frozen=True)
class HeartBeat:
    """How the worker is.

    Args:
        alive: whether it was heard of lately.
        age_s: seconds since it was last heard of; None when it never was.
    """

    alive: bool
    age_s: float | None


def _to_dashboard(_session: Session, _owner_id: str) -> str:
    return "/dashboard"


@dataclass(frozen=True)
class Door:
    """What the door works with; `app` fills it.

    Args:
        tools: the store, the clock, the files and the ports of this process.
        heartbeat: tells how the worker is.
        tick: starts what is due and returns how much that was.
        wake: tells the worker to look at once.
        owns: for each path parameter that names a thing, the check whether it is the owner's:
            `{"influencer_id": lambda session, owner_id, influencer_id: …}`.
        exports: what other rooms put into the export of an account, by name.
        landing: where a redeemed sign-in link leads.
        open_to_all: whether anybody may make an account; else only the first of a new home.
        site: folder of the built pages; None when they are not built.
        looks: bounds how often anybody may have a file looked at.
        closing: set it when the process is asked to end, so that the live streams end too.
    """

    tools: Toolbox
    heartbeat: Callable[[], HeartBeat]
    tick: Callable[[], int]
    wake: Callable[[], None]
    owns: Mapping[str, Owns] = field(default_factory=dict)
    exports: Mapping[str, Export] = field(default_factory=dict)
    landing: Callable[[Session, str], str] = _to_dashboard
    open_to_all: bool = False
    site: Path | None = None
    looks: Turnstile = field(default_factory=lambda: Turnstile(each=12, at_once=2, patience_s=20))
    closing: Event = field(default_factory=Event)

    @property
    def database(self) -> Database:
        """Return the store."""
        return self.tools.database

    @property
    def clock(self) -> Clock:
        """Return the clock."""
        return self.tools.clock


def door_of(request: Request) -> Door:
    """Return the door a request came through."""
    door: Door = request.app.state.door
    return door


_entrance: RunVar[CapacityLimiter] = RunVar("sorcerer_entrance")


def entrance() -> CapacityLimiter:
    """Return the queue in which threads wait for the database's write lock, one at a time.

    Forty waiting requests would otherwise hold all forty threads of the pool, and the one request that has the lock
    could not get a thread to finish with.
    """
    try:
        return _entrance.get()
    except LookupError:
        _entrance.set(CapacityLimiter(1))
        return _entrance.get()


async def keep(door: Door, write: Callable[[Session], T]) -> T:
    """Run a short piece of keeping in a transaction of its own, from the event loop."""

    def work() -> T:
        with door.database.begin() as session:
            return write(session)

    return await to_thread.run_sync(work, limiter=entrance())


async def look(door: Door, read: Callable[[Session], T]) -> T:
    """Run a short piece of reading, from the event loop."""

    def work() -> T:
        with door.database.read() as session:
            return read(session)

    return await to_thread.run_sync(work)


async def in_session(request: Request) -> AsyncIterator[Session]:
    """Open a session for a route; it commits after the answer is ready and before it leaves."""
    opening = door_of(request).database.begin()
    session = await to_thread.run_sync(opening.__enter__, limiter=entrance())
    request.state.session = session
    try:
        yield session
    except BaseException as error:
        await _leave(opening, error)
        raise
    await _leave(opening, None)


async def _leave(opening: AbstractContextManager[Session], error: BaseException | None) -> None:
    """Commit or roll back, even when the client has gone: a transaction left open would hold the lock."""
    kind, trace = (None, None) if error is None else (type(error), error.__traceback__)
    with CancelScope(shield=True):
        limiter = CapacityLimiter(1)  # never waits for the pool: others may be waiting there for this very commit
        await to_thread.run_sync(partial(opening.__exit__, kind, error, trace), limiter=limiter)


def _in_read(request: Request) -> Iterator[Session]:
    with door_of(request).database.read() as session:
        yield session


def _caller(request: Request) -> accounts.Caller:
    caller: accounts.Caller = request.state.caller
    return caller


def _now(request: Request) -> datetime:
    return door_of(request).clock.now()


TheDoor = Annotated[Door, Depends(door_of)]
InSession = Annotated[Session, Depends(in_session, scope="function")]
InRead = Annotated[Session, Depends(_in_read, scope="function")]
Caller = Annotated[accounts.Caller, Depends(_caller)]
Now = Annotated[datetime, Depends(_now)]
