"""Close a paid call: with its price, as not made, or as unknown."""

from sqlalchemy.orm import Session

from sorcerer.errors import NotFound
from sorcerer.ledger import store
from sorcerer.ledger.model import Operation


def settle(session: Session, key: str, cost_micros: int) -> Operation:
    """Write down what the call did cost."""
    return store.save(session, _load(session, key).model_copy(update={"state": "settled", "cost_micros": cost_micros}))


def release(session: Session, key: str, cost_micros: int = 0) -> Operation:
    """Give the reservation back, because the call failed for sure; what it still cost stays counted."""
    return store.save(session, _load(session, key).model_copy(update={"state": "released", "cost_micros": cost_micros}))


def doubt(session: Session, key: str) -> Operation:
    """Keep the reservation, because the call may have been paid for."""
    return store.save(session, _load(session, key).model_copy(update={"state": "ambiguous"}))


def _load(session: Session, key: str) -> Operation:
    operation = store.load(session, key)
    if operation is None:
        raise NotFound(f"No paid call is known by the key {key!r}.")
    return operation
