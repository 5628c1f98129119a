"""Commands that keep going: the web with its worker, a worker alone, the sandbox alone; and one tick."""

import signal
import threading
from collections.abc import Callable
from typing import Annotated, TypeVar

import typer

from sorcerer import accounts, app, workflows
from sorcerer.cli import options
from sorcerer.errors import SorcererError

Host = Annotated[str | None, typer.Option("--host", help="Address to listen on; default 127.0.0.1.")]
Port = Annotated[int | None, typer.Option("--port", help="Port to listen on; default 8000.")]


def run(home: options.Home = None, host: Host = None, port: Port = None) -> None:
    """Serve the pages, the API and the sandbox, and run a worker, until stopped."""
    house = _open(app.guard, _open(app.open_house, options.settings(home, host=host, port=port)))
    with house.tools.database.begin() as session:
        now = house.tools.clock.now()
        link = accounts.links.issue(session, accounts.first_owner(session, now).id, now)
    options.answer(
        {}, f"Sorcerer runs at {house.address}\nSign in once with {house.address}/sign-in/{link}", as_json=False
    )
    app.serve(house)


def worker(home: options.Home = None) -> None:
    """Make and publish, without serving anything, until stopped."""
    house = _open(app.open_house, options.settings(home))
    stopped = threading.Event()
    for name in (signal.SIGTERM, signal.SIGINT):
        signal.signal(name, lambda *_: stopped.set())
    house.worker.start()
    options.answer({}, f"Worker {house.tools.executor_id} is up.", as_json=False)
    stopped.wait()
    house.worker.stop()


def tick(home: options.Home = None, *, as_json: options.AsJson = False) -> None:
    """Start what is due now, once."""
    house = _open(app.open_house, options.settings(home))
    started = workflows.tick(house.tools)
    house.close()
    options.answer({"started": started}, f"Started {started}.", as_json=as_json)


def migrate(home: options.Home = None, *, as_json: options.AsJson = False) -> None:
    """Bring the database's tables up to date."""
    house = _open(app.open_house, options.settings(home))
    kind = house.tools.database.kind
    house.close()
    options.answer({"database": kind, "migrated": True}, f"The {kind} database is up to date.", as_json=as_json)


def sandbox(home: options.Home = None, host: Host = None, port: Port = None) -> None:
    """Serve the pretend network alone."""
    settings = options.settings(home, host=host, port=port)
    options.answer({}, f"The sandbox runs at http://{settings.host}:{settings.port}", as_json=False)
    _open(app.serve_sandbox, settings)


G = TypeVar("G")
T = TypeVar("T")


def _open(opener: Callable[[G], T], given: G) -> T:
    try:
        return opener(given)
    except SorcererError as refusal:
        typer.echo(f"{refusal.message} {refusal.fix or ''}".strip(), err=True)
        raise typer.Exit(2) from refusal
