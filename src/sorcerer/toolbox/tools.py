"""The tools of this process: the store, the clock, the ports. `app` fills it once; workflows and the door read it."""

from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import timedelta
from threading import Event

from sorcerer.clock import Clock
from sorcerer.database import Database
from sorcerer.keys import KeyRing
from sorcerer.platforms import Platform
from sorcerer.providers import Provider
from sorcerer.settings import Settings
from sorcerer.storage import Files


@dataclass(frozen=True)
class Toolbox:
    """What this process works with.

    Args:
        platform: returns the connector of a network in a realm ("instagram", "sandbox").
        media_url: returns the address under which a network reaches a kept file in a realm, or None when it cannot.
        invite: opens a sandbox account on a network for a handle and a name, and returns the code that connects it.
        executor_id: names this process; no two processes share one.
        leaving: set when this process is asked to end; what takes long then stops and is left to another.
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

    @property
    def lead(self) -> timedelta:
        """Return how long before its minute a video's making starts."""
        return timedelta(minutes=self.settings.lead_minutes)


_installed: list[Toolbox] = []


def install(toolbox: Toolbox) -> None:
    """Make this the process's toolbox; called once by `app` before the engine starts."""
    _installed[:] = [toolbox]


def current() -> Toolbox:
    """Return the process's toolbox."""
    if not _installed:
        raise RuntimeError("No toolbox is installed; app.assemble() does it before any workflow runs.")
    return _installed[0]
