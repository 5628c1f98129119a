"""The verb `stop`: end a life's plan; its past stays."""

from datetime import datetime

from sqlalchemy.orm import Session

from sorcerer import journal
from sorcerer.errors import NotFound, Stale
from sorcerer.life import store
from sorcerer.life.model import Life


def stop(session: Session, owner_id: str, influencer_id: str, *, base: int, now: datetime, reason: str = "") -> Life:
    """Close everything that has not begun, as a new revision. Adopting another plan begins again.

    Raises:
        NotFound: there is no life, or it is another owner's.
        Stale: somebody else changed the life meanwhile.
    """
    before = store.head(session, owner_id, influencer_id)
    if before is None:
        raise NotFound(f"There is no life of {influencer_id!r} to stop.")
    last_day = max(before.first_day, min(before.last_day, now.date()))
    life = before.model_copy(update={"head": base + 1, "state": "stopped", "last_day": last_day})
    if not store.move_head(session, owner_id, base, life):
        raise Stale(f"The life of {influencer_id} is not at revision {base} any more; nothing was changed.")
    store.keep_revision(session, owner_id, life, kind="stop", reason=reason, plan=None, now=now)
    store.close_from(session, owner_id, influencer_id, now, life.head)
    text = f"Her life is planned no further than {last_day}."
    journal.note(session, owner_id, owner_id, "life.edited", "influencer", influencer_id, text, now, influencer_id)
    return life
