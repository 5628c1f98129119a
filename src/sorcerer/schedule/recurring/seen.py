"""Look a schedule up as its owner saw it."""

from sqlalchemy.orm import Session

from sorcerer.errors import Stale
from sorcerer.schedule import store
from sorcerer.schedule.model import Schedule


def seen(session: Session, owner_id: str, schedule_id: str, rev: int | None) -> Schedule:
    """Return a schedule.

    Raises:
        NotFound: there is none of this owner.
        Stale: it is no longer the revision the caller saw.
    """
    present = store.find_schedule(session, owner_id, schedule_id)
    if rev is not None and rev != present.rev:
        raise Stale(f"Schedule {schedule_id!r} is at revision {present.rev}, not {rev}.", fix="Load it again.")
    return present
