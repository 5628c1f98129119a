"""Start and stop the workflow engine on the one database that holds everything else too."""

import logging
import threading
import time
from collections.abc import Callable, Iterable
from functools import wraps
from typing import ParamSpec, TextIO, TypeVar, cast

from dbos import DBOS, DBOSClient, DBOSConfig, EnqueueOptions
from dbos._queue import queue_worker_thread

from sorcerer import log
from sorcerer.database import Database
from sorcerer.errors import Passing
from sorcerer.providers import Jobs
from sorcerer.toolbox import Toolbox, current, renders_at_once
from sorcerer.workflows import lease, stray

__all__ = [
    "EARLY",
    "MAKE",
    "PUBLISH",
    "QUEUES",
    "RECOVERIES",
    "RELEASE",
    "VERSION",
    "DBOSClient",
    "EnqueueOptions",
    "Leaving",
    "client",
    "launch",
    "patiently",
    "prepare",
    "ring",
    "shutdown",
    "stay",
    "workflow",
]

P = ParamSpec("P")
T = TypeVar("T")

MAKE = "make"
RELEASE = "release"
PUBLISH = "publish"
EARLY = "publish_early"
QUEUES = {MAKE: "make", RELEASE: "publish", PUBLISH: "publish", EARLY: "early"}
RECOVERIES = 5  # a film that ends its process every time must not end them for ever
APPLICATION = "sorcerer"
VERSION = "1"  # constant: a newer build must go on with the runs of an older one

_PUBLISHES_AT_ONCE = 256
_EARLY_AT_ONCE = 16  # uploads of many minutes never take a place from a post whose minute is now
_MAKINGS_EACH = 2  # one draws while the other waits for a vendor; a process that dies takes no more with it
# A process looks at once when it starts a run, ends a making or takes over: these are for what others have started.
_POLL_S = 2.0
_EARLY_POLL_S = 5.0
_FENCED_S = 0.2
_PASSING_S = 2.0
_EAGER_S = 0.1
_EAGER_FOR_S = 5.0
_clients: dict[int, DBOSClient] = {}


class _Bell(threading.Event):
    """The event a queue's thread waits for between two looks.

    Set, it ends the thread; rung, it has the thread look at once, and often for as long as more may follow.
    """

    def __init__(self) -> None:
        super().__init__()
        self._rung = threading.Event()
        self._eager_until = 0.0

    def ring(self) -> None:
        self._eager_until = time.monotonic() + _EAGER_FOR_S
        self._rung.set()

    def linger(self) -> None:
        """Have it look within a tenth of a second: of hundreds of runs that end, each is no reason to look at once."""
        if self._is_eager():
            self._eager_until = time.monotonic() + _EAGER_FOR_S
        else:
            self.ring()

    def _is_eager(self) -> bool:
        return time.monotonic() < self._eager_until

    def set(self) -> None:
        super().set()
        self._rung.set()

    def wait(self, timeout: float | None = None) -> bool:
        self._rung.wait(_EAGER_S if self._is_eager() else timeout)
        self._rung.clear()
        return self.is_set()


_bells: dict[str, _Bell] = {}


class Leaving(BaseException):
    """This process must not go on: the run is not kept as failed and another process goes on with it.

    Not an Exception, because the engine writes those down as the run's end.
    """


def stay(toolbox: Toolbox) -> None:
    """Go on, unless this process is asked to end; wait while it cannot say that it is alive.

    Raises:
        Leaving: it is asked to end, or another process has taken the run over.
    """
    run = DBOS.workflow_id
    fenced = lease.is_fenced(toolbox)
    while not toolbox.leaving.is_set() and lease.is_fenced(toolbox):
        toolbox.leaving.wait(_FENCED_S)
    lost = fenced and run is not None and not lease.holds(toolbox, run)
    if toolbox.leaving.is_set() or lost:
        raise Leaving


def patiently(step: Callable[P, T]) -> Callable[P, T]:
    """Do a step again and again while a disk is full or the database is away: nothing is wrong with what it makes.

    A step may be done again at any time, because its process may have been killed in it.
    """

    @wraps(step)
    def patient(*args: P.args, **kwargs: P.kwargs) -> T:
        while True:
            try:
                return step(*args, **kwargs)
            except Passing as trouble:
                log.get("engine").error("waiting", step=step.__name__, reason=trouble.message)
            toolbox = current()
            toolbox.leaving.wait(_PASSING_S)
            stay(toolbox)

    return patient


def workflow(name: str, queue: str = "") -> Callable[[Callable[P, T]], Callable[P, T]]:
    """Register a function as the workflow of this name; a run's lines of the log name it, and its end makes room.

    Args:
        queue: where its runs wait, if it is none of ours.
    """

    def register(function: Callable[P, T]) -> Callable[P, T]:
        @DBOS.workflow(name=name, max_recovery_attempts=RECOVERIES)
        @wraps(function)
        def run(*args: P.args, **kwargs: P.kwargs) -> T:
            with log.about(run=DBOS.workflow_id), stray.at_hand(DBOS.workflow_id or ""):
                try:
                    return function(*args, **kwargs)
                finally:
                    _make_room(QUEUES.get(name, queue))

        return run

    return register


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
    engine = DBOS(config=config)
    DBOS.listen_queues([])  # the engine's own threads look at fixed times; ours are woken
    DBOS.launch()
    lanes = {
        "make": (_makings_at_once(toolbox), _POLL_S),
        "publish": (_PUBLISHES_AT_ONCE, _POLL_S),
        "early": (_EARLY_AT_ONCE, _EARLY_POLL_S),
    }
    for name, (at_once, poll_s) in lanes.items():
        queue = DBOS.register_queue(
            name, worker_concurrency=at_once, polling_interval_sec=poll_s, on_conflict="always_update"
        )
        queue.database_backed_queue = False  # its numbers are ours and do not change while we run
        bell = _Bell()
        _bells[name] = bell
        threading.Thread(
            target=queue_worker_thread, args=(bell, engine, queue), name=f"queue-{name}", daemon=True
        ).start()


def _makings_at_once(toolbox: Toolbox) -> int:
    """Return how many films are under way in this process: with a vendor to wait for, more than are drawn."""
    return renders_at_once() * (_MAKINGS_EACH if isinstance(toolbox.provider, Jobs) else 1)


def _make_room(queue: str) -> None:
    if queue in _bells:
        _bells[queue].linger()


def ring(workflows: Iterable[str]) -> None:
    """Have this process look for waiting runs of these workflows now instead of at its next look."""
    for queue in {QUEUES[workflow] for workflow in workflows}:
        if queue in _bells:
            _bells[queue].ring()


def shutdown(toolbox: Toolbox, *, patience_s: int = 8) -> None:
    """Stop the engine: runs get so long to reach their next checkpoint, then another process goes on with them."""
    for bell in _bells.values():
        bell.set()
    _bells.clear()
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
    engine_log = logging.getLogger("dbos")  # noqa: TID251 - the engine's own logger, not ours
    engine_log.setLevel(logging.ERROR)
    # Its own handler would hold on to the error stream of the moment, which may be closed before the next launch.
    engine_log.handlers = [logging.StreamHandler(cast("TextIO", log.Stderr()))]
