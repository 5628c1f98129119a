"""Close a paid call: with its handle, with its price, as not made, or as unknown."""

from sqlalchemy.orm import Session

from sorcerer.errors import NotFound
from sorcerer.ledger import store
from sorcerer.ledger.model import Operation


def run(session: Session, key: str, handle: str) -> Operation:
    """Write down the handle by which the vendor knows the work, so that it is asked for and never sent again."""
    return store.save(session, _load(session, key).model_copy(update={"state": "running", "handle": handle}))


def settle(session: Session, key: str, cost_micros: int, result_key: str | None = None) -> Operation:
    """Write down what the call did cost, and where what it gave is kept."""
    done = {"state": "settled", "cost_micros": cost_micros, "result_key": result_key}
    return store.save(session, _load(session, key).model_copy(update=done))


def release(session: Session, key: str, cost_micros: int = 0, *, handle: str | None = None) -> Operation:
    """Give the reservation back, because the call failed for sure; what it still cost stays counted.

    Args:
        handle: by which the failed work was known; work that another process has got further with stays as it is.
    """
    operation = _load(session, key)
    if operation.state in {"settled", "ambiguous"} or operation.handle != handle:
        return operation
    return store.save(session, operation.model_copy(update={"state": "released", "cost_micros": cost_micros}))


def doubt(session: Session, key: str) -> Operation:
    """Keep the reservation, because the call may have been paid for."""
    return store.save(session, _load(session, key).model_copy(update={"state": "ambiguous"}))


def _load(session: Session, key: str) -> Operation:
    operation = store.load(session, key)
    if operation is None:
        raise NotFound(f"No paid call is known by the key {key!r}.")
    return operation
