"""The tools of this process: the store, the clock, the ports. `app` fills it once; workflows and the door read it."""

import os
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import timedelta
from threading import Event, Semaphore

from sorcerer.clock import Clock
from sorcerer.database import Database
from sorcerer.errors import Unavailable
from sorcerer.keys import KeyRing, SigningKey, signing_key
from sorcerer.platforms import Platform
from sorcerer.providers import Provider
from sorcerer.settings import Settings
from sorcerer.storage import Files

_TURN_S = 0.5


@dataclass(frozen=True)
class Toolbox:
    """What this process works with.

    Args:
        platform: returns the connector of a network in a realm ("instagram", "sandbox").
        media_url: returns the address under which a network reaches a kept file in a realm, or None when it cannot.
        invite: opens a sandbox account on a network for a handle and a name, and returns the code that connects it.
        executor_id: names this process; no two processes share one.
        leaving: set when this process is asked to end; what takes long then stops and is left to another.
        cores: how much of this machine may be at work on pictures at the same time; waiting for a vendor takes none.
    """

    settings: Settings
    database: Database
    clock: Clock
    files: Files
    keys: KeyRing
    provider: Provider
    platform: Callable[[str, str], Platform]
    media_url: Callable[[str, str], str | None]
    invite: Callable[[str, str, str], str]
    executor_id: str
    leaving: Event = field(default_factory=Event)
    cores: Semaphore = field(default_factory=lambda: Semaphore(renders_at_once()))

    @property
    def signing_key(self) -> SigningKey:
        """Return the key that films and pictures are signed with."""
        return signing_key(self.settings)

    @property
    def lead(self) -> timedelta:
        """Return how long before its minute a video's making starts."""
        return timedelta(minutes=self.settings.lead_minutes)

    @contextmanager
    def rendering(self) -> Iterator[None]:
        """Wait for room on this machine's cores and hold it while something is drawn or encoded.

        Raises:
            Unavailable: this process is asked to end.
        """
        while not self.cores.acquire(timeout=_TURN_S):
            if self.leaving.is_set():
                raise Unavailable("This process is ending.", fix="Nothing to do: another one goes on.")
        try:
            yield
        finally:
            self.cores.release()


def renders_at_once() -> int:
    """Return how many films are drawn in this process at the same time: one for every two cores, one at least."""
    return max(1, (os.cpu_count() or 1) // 2)


_installed: list[Toolbox] = []


def install(toolbox: Toolbox) -> None:
    """Make this the process's toolbox; called once by `app` before the engine starts."""
    _installed[:] = [toolbox]


def current() -> Toolbox:
    """Return the process's toolbox."""
    if not _installed:
        raise RuntimeError("No toolbox is installed; app.assemble() does it before any workflow runs.")
    return _installed[0]
