"""The verb `add`: keep a new brand."""

from datetime import datetime

from sqlalchemy.orm import Session

from sorcerer import ids, journal
from sorcerer.sponsors import store
from sorcerer.sponsors.model import New, Sponsor


def add(session: Session, owner_id: str, new: New, now: datetime) -> Sponsor:
    """Keep a brand as it was entered, its texts cleaned of what cannot be seen."""
    given = {name: getattr(new, name) for name in New.model_fields}
    sponsor = Sponsor.model_validate(given | {"id": ids.new(), "owner_id": owner_id, "created_at": now})
    store.insert(session, sponsor)
    text = f"Added the brand {sponsor.company}."
    journal.note(session, owner_id, owner_id, "sponsor.created", "sponsor", sponsor.id, text, now)
    return sponsor
