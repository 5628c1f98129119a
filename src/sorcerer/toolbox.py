"""The tools of this process: the store, the clock, the ports. `app` fills it once; workflows and the door read it."""

from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import timedelta
from threading import Event
from typing import TypeVar

from sorcerer import ledger
from sorcerer.clock import Clock
from sorcerer.database import Database
from sorcerer.errors import Conflict
from sorcerer.keys import KeyRing, SigningKey, signing_key
from sorcerer.platforms import Platform
from sorcerer.providers import Provider, ProviderError
from sorcerer.settings import Settings
from sorcerer.storage import Files

T = TypeVar("T")


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
    def signing_key(self) -> SigningKey:
        """Return the key that films and pictures are signed with."""
        return signing_key(self.settings)

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


def metered(toolbox: Toolbox, owner_id: str, port: str, key: str, call: Callable[[], T]) -> T:
    """Make a call to a provider within the owner's budget: reserve, call, settle, each in a transaction of its own.

    Args:
        port: "text", "image", "voice" or "video".
        key: names the work; the same key is never paid twice.

    Raises:
        NotAllowed: the ceiling would be exceeded, or the price is not known.
        Conflict: the same work was paid for, or may have been, and what came of it is lost.
        ProviderError: the vendor failed.
    """
    provider = toolbox.provider
    estimate = provider.estimate(port, key)
    if estimate == 0:
        return call()
    with toolbox.database.begin() as session:
        operation = ledger.reserve(
            session,
            owner_id,
            key=key,
            provider=provider.name,
            port=port,
            estimate_micros=estimate,
            ceiling_micros=int(toolbox.settings.monthly_budget_usd * 1_000_000),
            now=toolbox.clock.now(),
        )
    if operation.state == "settled":
        message = f"A {port} call at {provider.name!r} was paid for, but its process ended before it was kept."
        raise Conflict(message, fix="Press Retry: it is made, and paid, once more.")
    try:
        made = call()
    except ProviderError as error:
        with toolbox.database.begin() as session:
            if error.failure == "ambiguous":
                ledger.doubt(session, key)
            else:
                ledger.release(session, key, error.cost_micros)
        raise
    with toolbox.database.begin() as session:
        ledger.settle(session, key, estimate or 0)
    return made
