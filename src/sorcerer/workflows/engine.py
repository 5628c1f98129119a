"""Start and stop the workflow engine on the one database that holds everything else too."""

import logging

from dbos import DBOS, DBOSClient, DBOSConfig, EnqueueOptions

from sorcerer.database import Database
from sorcerer.toolbox import Toolbox
from sorcerer.workflows import lease

__all__ = [
    "MAKE",
    "PUBLISH",
    "QUEUES",
    "RELEASE",
    "VERSION",
    "DBOSClient",
    "EnqueueOptions",
    "Leaving",
    "client",
    "launch",
    "prepare",
    "shutdown",
    "stay",
]

MAKE = "make"
RELEASE = "release"
PUBLISH = "publish"
QUEUES = {MAKE: "make", RELEASE: "publish", PUBLISH: "publish"}
APPLICATION = "sorcerer"
VERSION = "1"  # constant: a newer build must go on with the runs of an older one

_RENDERS_AT_ONCE = 2
_PUBLISHES_AT_ONCE = 8
_POLL_S = 0.25
_clients: dict[int, DBOSClient] = {}


class Leaving(BaseException):
    """This process is asked to end: the run is not kept as failed and another process goes on with it.

    Not an Exception, because the engine writes those down as the run's end.
    """


def stay(toolbox: Toolbox) -> None:
    """Go on, unless this process is asked to end.

    Raises:
        Leaving: it is.
    """
    if toolbox.leaving.is_set():
        raise Leaving


def prepare(database: Database) -> None:
    """Create or bring up to date the engine's own tables."""
    _quiet()
    DBOS.migrate(database.url.render_as_string(hide_password=False))


def launch(toolbox: Toolbox) -> None:
    """Start the engine in this process; it takes work at once, so the lease comes first."""
    _quiet()
    lease.beat(toolbox)
    config: DBOSConfig = {
        "name": APPLICATION,
        "system_database_engine": toolbox.database.engine,
        "executor_id": toolbox.executor_id,
        "application_version": VERSION,
        "log_level": "ERROR",
        "run_migrations": False,
        "use_listen_notify": False,
    }
    DBOS(config=config)
    DBOS.launch()
    for name, at_once in (("make", _RENDERS_AT_ONCE), ("publish", _PUBLISHES_AT_ONCE)):
        DBOS.register_queue(name, worker_concurrency=at_once, polling_interval_sec=_POLL_S, on_conflict="always_update")


def shutdown(toolbox: Toolbox, *, patience_s: int = 8) -> None:
    """Stop the engine: runs get so long to reach their next checkpoint, then another process goes on with them."""
    DBOS.destroy(workflow_completion_timeout_sec=patience_s)
    client = _clients.pop(id(toolbox.database.engine), None)
    if client is not None:
        client.destroy()
    lease.leave(toolbox)


def client(toolbox: Toolbox) -> DBOSClient:
    """Return this process's client, which enqueues inside our own transactions."""
    key = id(toolbox.database.engine)
    if key not in _clients:
        _clients[key] = DBOSClient(system_database_engine=toolbox.database.engine)
    return _clients[key]


def _quiet() -> None:
    logging.getLogger("dbos").setLevel(logging.ERROR)  # noqa: TID251 - the engine's own logger, not ours
