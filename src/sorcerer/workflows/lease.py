"""Executor leases: a dead process's runs are taken over by a living one."""

import os
import socket
import time
from datetime import datetime, timedelta
from typing import Literal

import psutil
from dbos import DBOS

from sorcerer import log, schedule
from sorcerer.toolbox import Toolbox
from sorcerer.workflows import store
from sorcerer.workflows.store import Lease

_FENCE = 0.5
_GIVEN_UP: dict[str, tuple[str, Literal["processing", "ready"]]] = {
    "make": ("Its making", "processing"),
    "release": ("Letting it out", "ready"),
}
_renewed: dict[str, float] = {}
_quarantined: set[str] = set()


def beat(toolbox: Toolbox) -> None:
    """Say that this process is alive, on the database's clock, which all machines share."""
    begun = time.monotonic()
    with toolbox.database.begin() as session:
        now = store.shared_now(session, toolbox.clock.now())
        store.beat(session, toolbox.executor_id, socket.gethostname(), os.getpid(), now)
    _renewed[toolbox.executor_id] = begun


def is_fenced(toolbox: Toolbox) -> bool:
    """Tell whether this process could not renew its lease for so long that another may take its runs over."""
    renewed = _renewed.get(toolbox.executor_id)
    return renewed is not None and time.monotonic() - renewed > toolbox.settings.lease_seconds * _FENCE


def holds(toolbox: Toolbox, run: str) -> bool:
    """Tell whether a run is still this process's."""
    with toolbox.database.read() as session:
        return store.executor_of(session, run) in {None, toolbox.executor_id}


def give_up(toolbox: Toolbox) -> list[str]:
    """Quarantine the videos whose making, or letting out, was given up, and return them.

    A film that kills its process is taken over five times; one that ends with a mistake of ours, once.
    """
    with toolbox.database.read() as session:
        ended = [run for run in store.given_up(session) if run not in _quarantined]
    quarantined = []
    for run in ended:
        name, video_id, rev = run.split(":")[:3]
        with toolbox.database.begin() as session:
            what, under_way = _GIVEN_UP[name]
            cause = f"{what} was given up: {store.why(session, run)}."
            now = toolbox.clock.now()
            if schedule.production.quarantine(session, video_id, int(rev), cause, now, under_way=under_way):
                quarantined.append(video_id)
                log.get(name).error("given up", run=run, video=video_id, cause=cause)
        _quarantined.add(run)
    return quarantined


def take_over(toolbox: Toolbox) -> list[str]:
    """Put the unfinished runs of dead executors back into their queues, and return the executors.

    Called with every beat until nothing is left of them: a failed attempt is simply made again.
    """
    ttl = timedelta(seconds=toolbox.settings.lease_seconds)
    with toolbox.database.read() as session:
        now = store.shared_now(session, toolbox.clock.now())
        lapsed = {lease.executor_id for lease in store.leases(session) if _is_dead(lease, now, ttl)}
        dead = sorted((lapsed | set(store.orphans(session))) - {toolbox.executor_id})
    if not dead:
        return []
    DBOS._recover_pending_workflows(dead)  # noqa: SLF001 - the public API has no such call; pinned and tested
    with toolbox.database.begin() as session:
        store.drop(session, [executor for executor in dead if store.unfinished(session, executor) == 0])
    return dead


def _is_dead(lease: Lease, now: datetime, ttl: timedelta) -> bool:
    """Tell whether a process is gone: silent for too long, or on this machine and no longer there."""
    return now - lease.beat_at > ttl or (lease.host == socket.gethostname() and not psutil.pid_exists(lease.pid))


def leave(toolbox: Toolbox) -> None:
    """Give the lease back at a graceful stop, so that the others need not wait for it to lapse."""
    with toolbox.database.begin() as session:
        store.drop(session, [toolbox.executor_id])


def beat_age_s(toolbox: Toolbox) -> float | None:
    """Return how long ago any executor was last seen alive, in seconds, or None when none ever was."""
    with toolbox.database.read() as session:
        last = store.last_beat(session)
        now = store.shared_now(session, toolbox.clock.now())
    return None if last is None else max(0.0, (now - last).total_seconds())


def clocks_apart_s(toolbox: Toolbox) -> float | None:
    """Return how far this machine's clock is from the one all workers share, in seconds; None when it is the same."""
    if toolbox.database.kind == "sqlite":
        return None
    with toolbox.database.read() as session:
        here = toolbox.clock.now()
        shared = store.shared_now(session, here)
    return abs((shared - here).total_seconds())
