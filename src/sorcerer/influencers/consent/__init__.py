"""Consents of real people to the use of their face: recorded, bounded, and taken back at any moment.

Whoever uploads a photograph says whether it shows a real person; what was said is kept and cannot be unsaid, so that
no way of choosing a face leads around the consent.
"""

from datetime import datetime, timedelta

from sqlalchemy.orm import Session

from sorcerer import ids, journal
from sorcerer.errors import Invalid
from sorcerer.influencers.model import Consent, Influencer, Photograph, Signature
from sorcerer.influencers.store import consents as recorded
from sorcerer.influencers.store import find as find_influencer
from sorcerer.influencers.store import find_consent as find
from sorcerer.influencers.store import (
    has_real_face,
    insert_consent,
    photograph,
    photographs,
    put_photograph,
    revoke_consent,
)

__all__ = [
    "Consent",
    "Photograph",
    "Signature",
    "allow",
    "allows",
    "declare",
    "find",
    "is_real",
    "photographs",
    "recorded",
    "revoke",
    "sign",
]

_LONGEST = timedelta(days=3653)


def sign(session: Session, owner_id: str, influencer_id: str, signature: Signature, now: datetime) -> Consent:
    """Record a consent.

    Raises:
        NotFound: there is no such influencer of this owner.
        Invalid: it is over already, ends before it begins, or lasts longer than ten years.
    """
    find_influencer(session, owner_id, influencer_id)
    if signature.expires_at <= max(now, signature.signed_at):
        raise Invalid(f"A consent that ends {signature.expires_at} is over already.", field="consent.expires_at")
    if signature.expires_at - signature.signed_at > _LONGEST:
        raise Invalid("A consent lasts at most ten years.", field="consent.expires_at", fix="Ask for a shorter one.")
    consent = Consent(id=ids.new(), influencer_id=influencer_id, **signature.model_dump())
    insert_consent(session, owner_id, consent)
    text = f"{consent.subject} agreed to the use of their face until {consent.expires_at:%d %B %Y}."
    _note(session, owner_id, "consent.given", consent, text, now)
    return consent


def revoke(session: Session, owner_id: str, consent_id: str, now: datetime) -> Consent:
    """Take a consent back from now on; taking it back twice changes nothing.

    Raises:
        NotFound: there is no such consent of this owner.
    """
    present = find(session, owner_id, consent_id)
    if present.revoked_at is not None:
        return present
    revoked = present.model_copy(update={"revoked_at": now})
    revoke_consent(session, revoked)
    _note(session, owner_id, "consent.revoked", revoked, f"{revoked.subject} took the consent back.", now)
    return revoked


def allows(session: Session, influencer: Influencer, now: datetime) -> bool:
    """Tell whether films may be made with her face now: a real one needs a consent that holds, a drawn one none."""
    return not influencer.real_face or _holds(session, influencer.owner_id, influencer.id, now)


def allow(session: Session, owner_id: str, influencer_id: str, now: datetime) -> bool:
    """Tell the same of somebody who is known by her id alone."""
    return not has_real_face(session, influencer_id) or _holds(session, owner_id, influencer_id, now)


def declare(session: Session, owner_id: str, key: str, now: datetime, *, shows_real: bool) -> Photograph:
    """Keep what an owner says of an uploaded photograph: whether it shows a real person."""
    kept = put_photograph(
        session, Photograph(id=ids.new(), owner_id=owner_id, key=key, shows_real=shows_real, declared_at=now)
    )
    said = "shows a real person" if kept.shows_real else "shows nobody real"
    text = f"A photograph was uploaded that {said}, says who uploaded it."
    journal.note(session, owner_id, owner_id, "photograph.declared", "photograph", kept.id, text, now)
    return kept


def is_real(session: Session, owner_id: str, face_key: str | None) -> bool:
    """Tell whether a face was uploaded as the photograph of a real person."""
    known = photograph(session, owner_id, face_key) if face_key else None
    return known is not None and known.shows_real


def _holds(session: Session, owner_id: str, influencer_id: str, now: datetime) -> bool:
    return any(consent.holds(now) for consent in recorded(session, owner_id, influencer_id))


def _note(session: Session, owner_id: str, verb: str, consent: Consent, text: str, now: datetime) -> None:
    journal.note(
        session, owner_id, owner_id, verb, "consent", consent.id, text, now, influencer_id=consent.influencer_id
    )
