"""Executor leases: a dead process's runs are taken over by a living one."""

import os
import socket
from datetime import datetime, timedelta

import psutil
from dbos import DBOS

from sorcerer.toolbox import Toolbox
from sorcerer.workflows import store
from sorcerer.workflows.store import Lease


def beat(toolbox: Toolbox) -> None:
    """Say that this process is alive."""
    with toolbox.database.begin() as session:
        store.beat(session, toolbox.executor_id, socket.gethostname(), os.getpid(), toolbox.clock.now())


def take_over(toolbox: Toolbox) -> list[str]:
    """Put the unfinished runs of dead executors back into their queues, and return the executors.

    Called with every beat until nothing is left of them: a failed attempt is simply made again.
    """
    ttl = timedelta(seconds=toolbox.settings.lease_seconds)
    with toolbox.database.read() as session:
        now = toolbox.clock.now()
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
    return None if last is None else max(0.0, (toolbox.clock.now() - last).total_seconds())
