"""Say which publications a worker looks at now."""

from datetime import datetime

from sqlalchemy.orm import Session

from sorcerer.publishing import store
from sorcerer.publishing.model import Publication
from sorcerer.publishing.policy import LEASE


def due(session: Session, now: datetime, limit: int = 200) -> list[Publication]:
    """Claim the publications that are due, each for one run, which its id and epoch name for good.

    A run that dies is offered again after the lease, under the next epoch.
    """
    return store.offer_due(session, now, now + LEASE, limit)
