"""The verbs `change` and `remove`."""

from datetime import datetime

from sqlalchemy.orm import Session

from sorcerer import journal
from sorcerer.sponsors import store
from sorcerer.sponsors.model import Sponsor


def change(session: Session, changed: Sponsor, now: datetime) -> Sponsor:
    """Keep a changed brand as the next revision of the one it was made from.

    Raises:
        Stale: somebody else changed it first.
    """
    store.find(session, changed.owner_id, changed.id)
    kept = store.replace(session, changed)
    text = f"Changed the brand {kept.company}."
    journal.note(session, kept.owner_id, kept.owner_id, "sponsor.changed", "sponsor", kept.id, text, now)
    return kept


def remove(session: Session, owner_id: str, sponsor_id: str, now: datetime) -> None:
    """Forget a brand and its matches.

    Raises:
        NotFound: there is none, or it is somebody else's.
    """
    company = store.find(session, owner_id, sponsor_id).company
    store.remove(session, owner_id, sponsor_id)
    journal.note(
        session, owner_id, owner_id, "sponsor.removed", "sponsor", sponsor_id, f"Deleted the brand {company}.", now
    )
