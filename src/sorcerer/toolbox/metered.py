"""Make a paid call within the owner's budget."""

from collections.abc import Callable
from datetime import timedelta
from typing import TypeVar

from sorcerer import ledger
from sorcerer.errors import Conflict
from sorcerer.providers import ProviderError
from sorcerer.toolbox.tools import Toolbox

T = TypeVar("T")


def metered(toolbox: Toolbox, owner_id: str, port: str, key: str, call: Callable[[], T]) -> T:
    """Make a call that a person waits for: reserve, call, settle, each in a transaction of its own.

    Args:
        port: "text", "image", "voice" or "video".
        key: names the work; the same key is never paid twice.

    Raises:
        NotAllowed: the ceiling would be exceeded, or the price is not known.
        Conflict: the same work was paid for, or may have been, and what came of it is lost.
        ProviderError: the vendor failed.
    """
    estimate = toolbox.provider.estimate(port, key)
    if estimate == 0:
        return call()
    operation = reserved(toolbox, owner_id, port, key, estimate, timedelta())
    if operation.state == "settled":
        message = f"A {port} call at {operation.provider!r} was paid for, but its process ended before it was kept."
        raise Conflict(message, fix="Press Retry: it is made, and paid, once more.")
    try:
        made = call()
    except ProviderError as error:
        failed(toolbox, key, error)
        raise
    with toolbox.database.begin() as session:
        ledger.settle(session, key, estimate or 0)
    return made


def reserved(
    toolbox: Toolbox, owner_id: str, port: str, key: str, estimate: int | None, remembers: timedelta
) -> ledger.Operation:
    """Set a call's estimate aside, or return how it stands when it was begun before.

    Raises:
        NotAllowed: the ceiling would be exceeded, or the price is not known.
        Conflict: it may have been paid for, and the vendor does not know its key again.
    """
    with toolbox.database.begin() as session:
        return ledger.reserve(
            session,
            owner_id,
            key=key,
            provider=toolbox.provider.name,
            port=port,
            estimate_micros=estimate,
            ceiling_micros=int(toolbox.settings.monthly_budget_usd * 1_000_000),
            now=toolbox.clock.now(),
            remembers=remembers,
        )


def failed(toolbox: Toolbox, key: str, error: ProviderError, handle: str | None = None) -> None:
    """Give a failed call's money back, unless it may have been spent."""
    with toolbox.database.begin() as session:
        if error.failure == "ambiguous":
            ledger.doubt(session, key)
        else:
            ledger.release(session, key, error.cost_micros, handle=handle)
