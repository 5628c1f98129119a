"""The verb `link`: keep how a brand and an influencer fit."""

from datetime import datetime

from sqlalchemy.orm import Session

from sorcerer import ids, influencers, journal
from sorcerer.sponsors import store
from sorcerer.sponsors.matches.score import match
from sorcerer.sponsors.model import SponsorMatch


def link(session: Session, owner_id: str, influencer_id: str, sponsor_id: str, now: datetime) -> SponsorMatch:
    """Look at the two and keep what comes of it. A person's answer of before stands, unless the brand is refused now.

    Raises:
        NotFound: one of the two is not there, or is somebody else's.
    """
    influencer = influencers.find(session, owner_id, influencer_id)
    sponsor = store.find(session, owner_id, sponsor_id)
    verdict = match(influencer, sponsor, now)
    before = store.match_of(session, owner_id, influencer_id, sponsor_id)
    answered = before is not None and before.answered_at is not None and verdict.score > 0
    kept = SponsorMatch(
        id=before.id if before else ids.new(),
        owner_id=owner_id,
        influencer_id=influencer_id,
        sponsor_id=sponsor_id,
        status=before.status if before is not None and answered else verdict.status,
        score=verdict.score,
        reasons=verdict.reasons,
        created_at=before.created_at if before else now,
        answered_at=before.answered_at if before else None,
    )
    store.keep_match(session, kept)
    verb = "sponsor.declined" if kept.status == "declined" else "sponsor.matched"
    text = f"{influencer.name} and {sponsor.company}: {kept.status}. {kept.reasons[0]}"
    journal.note(session, owner_id, owner_id, verb, "sponsor_match", kept.id, text, now, influencer_id)
    return kept
