"""Runs that this process has and is not at: the database was away, or full, when it was to begin or to end them."""

from collections.abc import Iterator
from contextlib import contextmanager

from dbos import DBOS

from sorcerer import log
from sorcerer.toolbox import Toolbox
from sorcerer.workflows import store

_at_hand: set[str] = set()
_suspects: set[str] = set()


@contextmanager
def at_hand(run: str) -> Iterator[None]:
    """Know of a run as long as this process is at it."""
    _at_hand.add(run)
    try:
        yield
    finally:
        _at_hand.discard(run)


def bring_back(toolbox: Toolbox) -> list[str]:
    """Put stray runs back into their queues, and return them; called with every beat.

    One look is not enough: a run that has just been claimed is about to begin.
    """
    with toolbox.database.read() as session:
        queues = store.held(session, toolbox.executor_id)
    stray = queues.keys() - _at_hand
    found = sorted(stray & _suspects)
    _suspects.clear()
    _suspects.update(stray.difference(found))
    for run in found:
        DBOS.resume_workflow(run, queue_name=queues[run])
        log.get("engine").warning("brought back", run=run)
    return found
