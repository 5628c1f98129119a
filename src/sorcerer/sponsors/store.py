"""Brands and matches in and out of the database. Values in, values out; no row leaves this file."""

from typing import TypeVar

from pydantic import BaseModel
from sqlalchemy import delete, select, update
from sqlalchemy.orm import Session

from sorcerer.errors import NotFound, Stale
from sorcerer.sponsors.model import Sponsor, SponsorMatch
from sorcerer.sponsors.rows import MatchRow, SponsorRow

V = TypeVar("V", bound=BaseModel)


def _value(kind: type[V], row: object) -> V:
    return kind.model_validate({name: getattr(row, name) for name in kind.model_fields})


def insert(session: Session, sponsor: Sponsor) -> None:
    """Keep a new brand."""
    session.add(SponsorRow(**_columns(sponsor)))
    session.flush()


def find(session: Session, owner_id: str, sponsor_id: str) -> Sponsor:
    """Return one brand of an owner.

    Raises:
        NotFound: there is none, or it is somebody else's.
    """
    row = session.scalar(select(SponsorRow).where(SponsorRow.id == sponsor_id, SponsorRow.owner_id == owner_id))
    if row is None:
        raise NotFound(f"There is no sponsor {sponsor_id!r}.", field="sponsor_id")
    return _value(Sponsor, row)


def page(session: Session, owner_id: str, *, limit: int = 50, after: str | None = None) -> list[Sponsor]:
    """Return an owner's brands, oldest first, those after the id `after`."""
    query = select(SponsorRow).where(SponsorRow.owner_id == owner_id).order_by(SponsorRow.id).limit(limit)
    if after:
        query = query.where(SponsorRow.id > after)
    return [_value(Sponsor, row) for row in session.scalars(query)]


def replace(session: Session, sponsor: Sponsor) -> Sponsor:
    """Keep a changed brand as its next revision.

    Raises:
        Stale: somebody else changed it first.
    """
    changed = sponsor.model_copy(update={"rev": sponsor.rev + 1})
    seen = (SponsorRow.id == sponsor.id, SponsorRow.owner_id == sponsor.owner_id, SponsorRow.rev == sponsor.rev)
    query = update(SponsorRow).where(*seen).values(**_columns(changed)).returning(SponsorRow.id)
    if session.scalar(query) is None:
        raise Stale(f"Sponsor {sponsor.id!r} was changed meanwhile.", fix="Load it again and repeat the change.")
    return changed


def remove(session: Session, owner_id: str, sponsor_id: str) -> None:
    """Forget a brand and its matches.

    Raises:
        NotFound: there is none, or it is somebody else's.
    """
    mine = (SponsorRow.id == sponsor_id, SponsorRow.owner_id == owner_id)
    if session.scalar(delete(SponsorRow).where(*mine).returning(SponsorRow.id)) is None:
        raise NotFound(f"There is no sponsor {sponsor_id!r}.", field="sponsor_id")


def keep_match(session: Session, match: SponsorMatch) -> None:
    """Keep a match, new or changed."""
    session.merge(MatchRow(**match.model_dump(mode="json") | _moments(match)))
    session.flush()


def find_match(session: Session, owner_id: str, match_id: str) -> SponsorMatch:
    """Return one match of an owner.

    Raises:
        NotFound: there is none, or it is somebody else's.
    """
    row = session.scalar(select(MatchRow).where(MatchRow.id == match_id, MatchRow.owner_id == owner_id))
    if row is None:
        raise NotFound(f"There is no match {match_id!r}.", field="match_id")
    return _value(SponsorMatch, row)


def match_of(session: Session, owner_id: str, influencer_id: str, sponsor_id: str) -> SponsorMatch | None:
    """Return the match of a brand and an influencer, or None when nobody has looked at the two yet."""
    both = (MatchRow.influencer_id == influencer_id, MatchRow.sponsor_id == sponsor_id)
    row = session.scalar(select(MatchRow).where(MatchRow.owner_id == owner_id, *both))
    return _value(SponsorMatch, row) if row is not None else None


def match_page(
    session: Session, owner_id: str, *, influencer_id: str | None = None, limit: int = 50, after: str | None = None
) -> list[SponsorMatch]:
    """Return an owner's matches, oldest first, of one influencer or of all."""
    query = select(MatchRow).where(MatchRow.owner_id == owner_id).order_by(MatchRow.id).limit(limit)
    if influencer_id is not None:
        query = query.where(MatchRow.influencer_id == influencer_id)
    if after:
        query = query.where(MatchRow.id > after)
    return [_value(SponsorMatch, row) for row in session.scalars(query)]


def _columns(sponsor: Sponsor) -> dict[str, object]:
    return sponsor.model_dump(mode="json") | {"created_at": sponsor.created_at}


def _moments(match: SponsorMatch) -> dict[str, object]:
    return {"created_at": match.created_at, "answered_at": match.answered_at}
