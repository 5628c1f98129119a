"""The verb `answer`: a person says yes or no to a match."""

from datetime import datetime

from sqlalchemy.orm import Session

from sorcerer import influencers, journal
from sorcerer.errors import Conflict
from sorcerer.sponsors import store
from sorcerer.sponsors.matches.score import match
from sorcerer.sponsors.model import SponsorMatch


def answer(session: Session, owner_id: str, match_id: str, *, accept: bool, now: datetime) -> SponsorMatch:
    """Keep the answer.

    Raises:
        NotFound: there is no such match, or it is somebody else's.
        Conflict: yes was said to a brand that is refused, or inside the growth phase.
    """
    before = store.find_match(session, owner_id, match_id)
    influencer = influencers.find(session, owner_id, before.influencer_id)
    sponsor = store.find(session, owner_id, before.sponsor_id)
    verdict = match(influencer, sponsor, now)
    if accept and verdict.status == "declined":
        raise Conflict(verdict.reasons[0], fix="Choose another brand.")
    if accept and influencer.growth.covers(now):
        raise Conflict(verdict.reasons[0], fix="Wait for its end, or end the growth phase now.")
    status = "matched" if accept else "declined"
    update = {"status": status, "score": verdict.score, "reasons": verdict.reasons, "answered_at": now}
    kept = before.model_copy(update=update)
    store.keep_match(session, kept)
    verb = "sponsor.matched" if accept else "sponsor.declined"
    said = "yes" if accept else "no"
    text = f"You said {said} to {sponsor.company} for {influencer.name}."
    journal.note(session, owner_id, owner_id, verb, "sponsor_match", kept.id, text, now, influencer.id)
    return kept
