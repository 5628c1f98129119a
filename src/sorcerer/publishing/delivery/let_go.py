"""Give a publication back after trouble of our own, so that nobody waits for its lease to run out."""

from datetime import datetime

from sqlalchemy.orm import Session

from sorcerer.publishing import store
from sorcerer.publishing.model import Job


def let_go(session: Session, job: Job, now: datetime) -> None:
    """Offer it again at once, unless another hand has it; what its rows say decides which step comes next."""
    publication, _ = store.take(session, job.publication.id)
    if (publication.epoch, publication.lease_owner) == (job.publication.epoch, job.publication.lease_owner):
        free = {"lease_owner": None, "lease_until": None, "next_at": now}
        store.change_publication(session, publication, free)
