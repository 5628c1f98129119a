"""The worker's loops: start what is due, keep the lease and take over from the dead, read back, measure, sweep."""

import threading
import time
from datetime import timedelta

from sorcerer import log, publishing, schedule
from sorcerer.toolbox import Toolbox
from sorcerer.workflows import engine, lease, stray
from sorcerer.workflows.measure import Measurer
from sorcerer.workflows.publish import read_back_next
from sorcerer.workflows.settle import Settler
from sorcerer.workflows.sweep import sweep
from sorcerer.workflows.tick import tick

_BEAT_S = 3.0
_MEASURE_S = 15.0
_READER_S = 1.0
_FIRST_SWEEP_S = 60.0
_SWEEP_S = 3600.0
_LONGEST_SLEEP_S = 2.0
_SHORTEST_SLEEP_S = 0.02


class Worker:
    """Makes and publishes in this process until it is stopped."""

    def __init__(self, toolbox: Toolbox) -> None:
        self._toolbox = toolbox
        self._woken = threading.Event()
        self._stopped = threading.Event()
        self._threads: list[threading.Thread] = []

    def start(self) -> None:
        """Launch the engine and the loops."""
        engine.launch(self._toolbox)
        loops = {
            "dispatcher": self._dispatch,
            "steward": self._steward,
            "measurer": self._measurer,
            "sweeper": self._sweeper,
            "reader": self._reader,
            "second reader": self._reader,
        }
        for name, loop in loops.items():
            thread = threading.Thread(target=loop, name=name, daemon=True)
            thread.start()
            self._threads.append(thread)

    def wake(self) -> None:
        """Look at the rows now, because one has changed."""
        self._woken.set()

    def stop(self, *, patience_s: int = 8) -> None:
        """Stop the loops and the engine within so many seconds; unfinished runs are left to whoever starts next."""
        self._toolbox.leaving.set()
        self._stopped.set()
        self._woken.set()
        deadline = time.monotonic() + patience_s
        for thread in self._threads:
            thread.join(timeout=max(0.0, deadline - time.monotonic()))
        engine.shutdown(self._toolbox, patience_s=max(1, int(deadline - time.monotonic())))

    def _dispatch(self) -> None:
        while not self._stopped.is_set():
            self._woken.clear()
            try:
                started = tick(self._toolbox)
                pause = _SHORTEST_SLEEP_S if started else self._until_next()
            except Exception as error:  # noqa: BLE001 - the loop must outlive a database that is away for a moment
                log.get("worker").error("tick failed", error=repr(error))
                pause = _LONGEST_SLEEP_S
            self._woken.wait(pause)

    def _until_next(self) -> float:
        with self._toolbox.database.read() as session:
            moments = [schedule.next_due(session), publishing.next_due(session)]
        now = self._toolbox.clock.now()
        waits = [max(moment - now, timedelta()).total_seconds() for moment in moments if moment is not None]
        return max(_SHORTEST_SLEEP_S, min([_LONGEST_SLEEP_S, *waits]))

    def _steward(self) -> None:
        while not self._stopped.is_set():
            try:
                lease.beat(self._toolbox)
                if lease.take_over(self._toolbox) or stray.bring_back(self._toolbox):
                    engine.ring(engine.QUEUES)
                lease.give_up(self._toolbox)
            except Exception as error:  # noqa: BLE001 - a missed beat is made up by the next one
                log.get("worker").error("beat failed", error=repr(error))
            self._stopped.wait(_BEAT_S)

    def _measurer(self) -> None:
        measurer, settler = Measurer(self._toolbox), Settler(self._toolbox)
        while not self._stopped.wait(_MEASURE_S):
            try:
                settler.settle()
                measurer.measure()
            except Exception as error:  # noqa: BLE001 - numbers are read again in ten minutes
                log.get("worker").error("measuring failed", error=repr(error))

    def _reader(self) -> None:
        while not self._stopped.is_set():
            try:
                read_back_next(_READER_S)
            except engine.Leaving:
                return
            except Exception as error:  # noqa: BLE001 - the post is offered again when its lease has run out
                log.get("worker").error("reading back failed", error=repr(error))

    def _sweeper(self) -> None:
        pause = _FIRST_SWEEP_S
        while not self._stopped.wait(pause):
            pause = _SWEEP_S
            try:
                sweep(self._toolbox)
            except Exception as error:  # noqa: BLE001 - what is left lies there for another hour
                log.get("worker").error("sweep failed", error=repr(error))
