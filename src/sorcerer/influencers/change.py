"""Change who she is or how she is run; take her away."""

from datetime import datetime

from sqlalchemy.orm import Session

from sorcerer import journal
from sorcerer.influencers import store
from sorcerer.influencers.model import Influencer


def change(session: Session, changed: Influencer, now: datetime) -> Influencer:
    """Keep a changed influencer as the next revision of the one it was made from.

    Raises:
        Stale: somebody else changed her first.
        Conflict: the owner has another one of that handle.
    """
    before = store.find(session, changed.owner_id, changed.id)
    kept = store.replace(session, changed)
    verb, text = "influencer.changed", f"Changed {kept.name}."
    if before.paused != kept.paused:
        verb = "influencer.paused" if kept.paused else "influencer.resumed"
        text = f"{kept.name} is paused." if kept.paused else f"{kept.name} goes on."
    journal.note(session, kept.owner_id, kept.owner_id, verb, "influencer", kept.id, text, now, influencer_id=kept.id)
    return kept


def remove(session: Session, owner_id: str, influencer_id: str, now: datetime) -> None:
    """Forget an influencer with everything that hangs on her.

    Raises:
        NotFound: there is none, or it is somebody else's.
    """
    name = store.find(session, owner_id, influencer_id).name
    store.remove(session, owner_id, influencer_id)
    text = f"Deleted {name} and everything of hers."
    journal.note(session, owner_id, owner_id, "influencer.removed", "influencer", influencer_id, text, now)
