"""Make an influencer from what the wizard gathered."""

from datetime import datetime

from sqlalchemy.orm import Session

from sorcerer import ids, journal
from sorcerer.influencers import store
from sorcerer.influencers.model import Influencer, New

_HUES = 360


def create(session: Session, owner_id: str, new: New, now: datetime) -> Influencer:
    """Keep a new influencer whose growth phase, if she has one, begins now.

    Raises:
        Conflict: the owner has another one of that handle.
    """
    growth = new.growth.model_copy(update={"started_at": now if new.growth.on else None, "ended_at": None})
    hue = new.hue if new.hue is not None else int(ids.draw(new.handle, "hue") * _HUES)
    given = {name: getattr(new, name) for name in New.model_fields}
    made = {"id": ids.new(), "owner_id": owner_id, "created_at": now, "growth": growth, "hue": hue}
    influencer = Influencer.model_validate(given | made)
    store.insert(session, influencer)
    text = f"{influencer.name} begins, in {influencer.mode} mode."
    journal.note(
        session,
        owner_id,
        owner_id,
        "influencer.created",
        "influencer",
        influencer.id,
        text,
        now,
        influencer_id=influencer.id,
    )
    return influencer
