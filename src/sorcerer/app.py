"""Wire the rooms together: settings in; a toolbox, a web application and a worker out.

The only file that chooses adapters.
"""

import gc
import os
import signal
import socket
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from functools import cache, partial
from importlib.resources import files as package_files
from pathlib import Path
from threading import Event
from types import FrameType
from typing import Any

import uvicorn
from alembic import command
from alembic.config import Config
from fastapi import FastAPI
from pydantic import BaseModel
from sqlalchemy.orm import Session
from starlette.routing import Mount

from sorcerer import (
    accounts,
    api,
    growth,
    ids,
    influencers,
    journal,
    keys,
    life,
    plugins,
    publishing,
    sandbox,
    schedule,
    sponsors,
    studio,
    toolbox,
    workflows,
)
from sorcerer.clock import Clock, SystemClock
from sorcerer.database import Database
from sorcerer.errors import NotAllowed, NotFound
from sorcerer.platforms import Platform
from sorcerer.settings import Settings
from sorcerer.storage import Files
from sorcerer.toolbox import Toolbox

_LOOPBACK = frozenset({"127.0.0.1", "localhost", "::1"})
_MEDIA_LIFE = timedelta(hours=1)
_GRACE_S = 7  # after up to two seconds of the web server, ten in all
_STALE_S = 15.0


@dataclass(frozen=True)
class House:
    """Everything of one process, wired.

    Args:
        web: pages, API and sandbox.
        closers: what is to be closed at the end, the last opened first.
    """

    settings: Settings
    tools: Toolbox
    worker: workflows.Worker
    web: FastAPI
    closers: list[Callable[[], None]]

    @property
    def address(self) -> str:
        """Return the address people open."""
        return f"http://localhost:{self.settings.port}"

    def close(self) -> None:
        """Close the databases and the connections to networks."""
        while self.closers:
            self.closers.pop()()


def migrate(database: Database) -> None:
    """Bring every table up to date: ours by Alembic, the engine's by itself. Running it again changes nothing.

    Raises:
        Unavailable: the database cannot be reached or read.
    """
    config = Config()
    config.set_main_option("script_location", str(package_files("sorcerer") / "migrations"))
    with database.opening() as connection:
        config.attributes["connection"] = connection
        command.upgrade(config, "head")
    workflows.prepare(database)


def open_house(settings: Settings, clock: Clock | None = None) -> House:
    """Open the home: bring its tables up to date and wire every room, without serving or making anything yet."""
    home = settings.resolved_home()
    home.mkdir(parents=True, exist_ok=True)
    if settings.port == 0:
        settings = settings.model_copy(update={"port": free_port(settings.host)})
    time = clock or SystemClock()
    database = Database(settings.resolved_database_url())
    migrate(database)
    pretend = Database(_pretend_url(home))
    closers: list[Callable[[], None]] = [database.close, pretend.close]
    tools = _tools(settings, database, pretend, time, closers)
    toolbox.install(tools)
    worker = workflows.Worker(tools)
    return House(settings, tools, worker, _web(settings, tools, worker, time, closers), closers)


def serve(house: House) -> None:
    """Serve the house and run its worker until SIGTERM or SIGINT; unfinished films are handed over."""
    signal.signal(signal.SIGTERM, _leave)
    try:
        house.worker.start()
        server(house).run()
    finally:
        signal.signal(signal.SIGTERM, signal.SIG_IGN)
        house.worker.stop(patience_s=_GRACE_S)
        house.close()


def _leave(_sig: int, _frame: FrameType | None) -> None:
    """End by way of what is to be closed: the web server sends itself the signal again once it has closed."""
    raise SystemExit(0)


def server(house: House) -> uvicorn.Server:
    """Return the web server of a house, not running yet."""
    gc.freeze()  # what is loaded by now stays for good: looking through it again held single answers up by 0.2 s
    config = uvicorn.Config(
        house.web,
        host=house.settings.host,
        port=house.settings.port,
        log_level="warning",
        access_log=False,
        server_header=False,
        timeout_graceful_shutdown=2,
    )
    return _Server(config, house.web.state.door, house.tools.leaving)


class _Server(uvicorn.Server):
    """A server that lets go of its live streams, and has the worker put its films down, when it is asked to end."""

    def __init__(self, config: uvicorn.Config, door: api.Door, leaving: Event) -> None:
        super().__init__(config)
        self._door, self._leaving = door, leaving

    def handle_exit(self, sig: int, frame: FrameType | None) -> None:
        """Close the streams, then end."""
        self._door.closing.set()
        self._leaving.set()
        super().handle_exit(sig, frame)


def serve_sandbox(settings: Settings) -> None:
    """Serve the pretend network alone, on loopback, until stopped."""
    home = settings.resolved_home()
    home.mkdir(parents=True, exist_ok=True)
    if settings.host not in _LOOPBACK:
        raise NotAllowed("The sandbox answers loopback clients only.", field="host", fix="Leave --host away.")
    pretend = sandbox.create(_pretend_url(home), SystemClock())
    uvicorn.run(pretend, host=settings.host, port=settings.port, log_level="warning", access_log=False)


def free_port(host: str) -> int:
    """Return a port of this machine that nobody listens on."""
    with socket.socket() as probe:
        probe.bind((host, 0))
        port: int = probe.getsockname()[1]
        return port


def guard(house: House) -> House:
    """Return the house if it may be served.

    Raises:
        NotAllowed: it would be reached from outside and its owner has no password.
    """
    if house.settings.host in _LOOPBACK:
        return house
    with house.tools.database.begin() as session:
        owner = accounts.first_owner(session, house.tools.clock.now())
    if not owner.has_password:
        message = f"Listening on {house.settings.host!r} lets others in, and the owner has no password."
        raise NotAllowed(message, fix="Sign in on 127.0.0.1 first and set one under Account.")
    return house


def _pretend_url(home: Path) -> str:
    return f"sqlite:///{home / 'sandbox' / 'sandbox.sqlite'}"


def _tools(
    settings: Settings, database: Database, pretend: Database, clock: Clock, closers: list[Callable[[], None]]
) -> Toolbox:
    ring = keys.load(settings)
    keys.signing_key(settings)  # made now, so that no first film finds that the home cannot be written
    store: Files = plugins.load("sorcerer.storage", "s3" if settings.storage_url else "local")(settings)
    here = f"http://127.0.0.1:{settings.port}"
    base = settings.sandbox_url or f"{here}/sandbox"

    @cache
    def platform(name: str, realm: str) -> Platform:
        made: Platform = plugins.load("sorcerer.platforms", name)(settings, realm, base, clock)
        closers.append(made.close)
        return made

    def media_url(key: str, realm: str) -> str | None:
        reached = here if realm == "sandbox" else settings.public_url
        if reached:
            return f"{reached}/media/{ring.sign_media(key, clock.now() + _MEDIA_LIFE)}"
        return store.presign(key, int(_MEDIA_LIFE.total_seconds()))

    return Toolbox(
        settings=settings,
        database=database,
        clock=clock,
        files=store,
        keys=ring,
        provider=plugins.load("sorcerer.providers", "embedded")(settings),
        platform=platform,
        media_url=media_url,
        invite=lambda network, handle, name: sandbox.open_account(pretend, handle, name, clock.now(), network),
        executor_id=f"{socket.gethostname()}-{os.getpid()}-{ids.new()}",
    )


def _web(
    settings: Settings, tools: Toolbox, worker: workflows.Worker, clock: Clock, closers: list[Callable[[], None]]
) -> FastAPI:
    site = Path(str(package_files("sorcerer") / "site"))
    door = api.Door(
        tools=tools,
        heartbeat=partial(_heartbeat, tools),
        tick=partial(workflows.tick, tools),
        wake=worker.wake,
        owns=_OWNS,
        exports=_EXPORTS,
        landing=_landing,
        site=site if site.is_dir() else None,
    )
    web = api.create(door)
    pretend = sandbox.create(_pretend_url(settings.resolved_home()), clock)
    closers.append(pretend.state.world.close)
    web.router.routes.insert(0, Mount("/sandbox", pretend))
    return web


def _heartbeat(tools: Toolbox) -> api.HeartBeat:
    age = workflows.beat_age_s(tools)
    return api.HeartBeat(alive=age is not None and age <= _STALE_S, age_s=age)


def _landing(session: Session, owner_id: str) -> str:
    return "/dashboard" if influencers.page(session, owner_id, limit=1) else "/onboarding"


def _owned(find: Callable[[Session, str, str], object]) -> Callable[[Session, str, str], bool]:
    def check(session: Session, owner_id: str, thing_id: str) -> bool:
        try:
            find(session, owner_id, thing_id)
        except NotFound:
            return False
        return True

    return check


_OWNS = {
    "token_id": accounts.tokens.owned,
    "influencer_id": _owned(influencers.find),
    "draft_id": _owned(influencers.drafts.find),
    "consent_id": _owned(influencers.consents.find),
    "video_id": _owned(schedule.videos.find),
    "schedule_id": _owned(schedule.series.find),
    "sponsor_id": _owned(sponsors.find),
    "match_id": _owned(sponsors.matches.find),
    "channel_id": _owned(publishing.channels.find),
    "publication_id": _owned(publishing.publications.find),
}

_MANY = 100_000


def _all(page: Callable[..., Sequence[BaseModel]]) -> Callable[[Session, str], list[dict[str, Any]]]:
    def everything(session: Session, owner_id: str) -> list[dict[str, Any]]:
        return [value.model_dump(mode="json") for value in page(session, owner_id, limit=_MANY)]

    return everything


def _of_each(recorded: Callable[[Session, str, str], Sequence[BaseModel]]) -> api.Export:
    def everything(session: Session, owner_id: str) -> list[dict[str, Any]]:
        return [
            value.model_dump(mode="json")
            for influencer in influencers.page(session, owner_id, limit=_MANY)
            for value in recorded(session, owner_id, influencer.id)
        ]

    return everything


def _lives(session: Session, owner_id: str) -> dict[str, Any]:
    ever = (datetime.min.replace(tzinfo=UTC, year=2000), datetime.max.replace(tzinfo=UTC, year=2200))
    return {
        influencer.id: life.between(session, owner_id, influencer.id, *ever).model_dump(mode="json")
        for influencer in influencers.page(session, owner_id, limit=_MANY)
    }


def _receipts(session: Session, owner_id: str, influencer_id: str) -> list[BaseModel]:
    channels = publishing.channels.page(session, owner_id, influencer_id)
    return [one for channel in channels for one in publishing.receipts.page(session, owner_id, channel.id)]


_EXPORTS = {
    "influencers": _all(influencers.page),
    "drafts": _all(influencers.drafts.page),
    "videos": _all(schedule.videos.page),
    "schedules": _all(schedule.series.page),
    "sponsors": _all(sponsors.page),
    "matches": _all(sponsors.matches.page),
    "publications": _all(publishing.publications.page),
    "channels": lambda session, owner_id: [
        channel.model_dump(mode="json") for channel in publishing.channels.page(session, owner_id)
    ],
    "photographs": _all(influencers.consents.photographs),
    "receipts": _of_each(_receipts),
    "measurements": _all(growth.measured),
    "consents": _of_each(influencers.consents.recorded),
    "lives": _lives,
    "provenance": _all(studio.provenance.page),
    "journal": _all(journal.page),
}
