"""Take the readings that are due; whoever takes one keeps others from it for a while."""

from datetime import datetime, timedelta

from sqlalchemy.orm import Session

from sorcerer.growth import store
from sorcerer.growth.model import Reading

_AGAIN = timedelta(minutes=15)


def take(session: Session, now: datetime, limit: int = 200) -> list[Reading]:
    """Return what is due. What is neither kept nor passed over is due again after a quarter of an hour."""
    return store.claim_readings(session, now, now + _AGAIN, limit)
