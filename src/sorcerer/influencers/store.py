"""Influencers, consents and drafts in and out of the database. Values in, values out; no row leaves this file."""

from typing import TypeVar

from pydantic import BaseModel
from sqlalchemy import delete, select, update
from sqlalchemy.exc import IntegrityError
from sqlalchemy.orm import Session

from sorcerer.errors import Conflict, NotFound, Stale
from sorcerer.influencers.model import Consent, Draft, Influencer, Photograph
from sorcerer.influencers.rows import ConsentRow, DraftRow, InfluencerRow, PhotographRow

V = TypeVar("V", bound=BaseModel)


def _value(kind: type[V], row: object) -> V:
    return kind.model_validate({name: getattr(row, name) for name in kind.model_fields})


def insert(session: Session, influencer: Influencer) -> Influencer:
    """Keep a new influencer.

    Raises:
        Conflict: the owner has another one of that handle.
    """
    try:
        with session.begin_nested():
            session.add(InfluencerRow(**influencer.model_dump(mode="json") | _moments(influencer)))
    except IntegrityError as error:
        message = f"You already run an influencer with the handle {influencer.handle!r}."
        raise Conflict(message, field="handle", fix="Choose another handle.") from error
    return influencer


def _moments(influencer: Influencer) -> dict[str, object]:
    return {"created_at": influencer.created_at}


def find(session: Session, owner_id: str, influencer_id: str) -> Influencer:
    """Return one influencer of an owner.

    Raises:
        NotFound: there is none, or it is somebody else's.
    """
    row = session.scalar(
        select(InfluencerRow).where(InfluencerRow.id == influencer_id, InfluencerRow.owner_id == owner_id)
    )
    if row is None:
        raise NotFound(f"There is no influencer {influencer_id!r}.", field="influencer_id")
    return _value(Influencer, row)


def has_real_face(session: Session, influencer_id: str) -> bool:
    """Tell whether an influencer shows the face of a real person.

    Raises:
        NotFound: there is no such influencer.
    """
    found = session.scalar(select(InfluencerRow.real_face).where(InfluencerRow.id == influencer_id))
    if found is None:
        raise NotFound(f"There is no influencer {influencer_id!r}.", field="influencer_id")
    return found


def page(session: Session, owner_id: str, *, limit: int = 50, after: str | None = None) -> list[Influencer]:
    """Return an owner's influencers, oldest first, those after the id `after`."""
    query = select(InfluencerRow).where(InfluencerRow.owner_id == owner_id).order_by(InfluencerRow.id).limit(limit)
    if after:
        query = query.where(InfluencerRow.id > after)
    return [_value(Influencer, row) for row in session.scalars(query)]


def replace(session: Session, influencer: Influencer) -> Influencer:
    """Keep a changed influencer as its next revision.

    Raises:
        Stale: somebody else changed it first.
        Conflict: the owner has another one of that handle.
    """
    changed = influencer.model_copy(update={"rev": influencer.rev + 1})
    query = (
        update(InfluencerRow)
        .where(
            InfluencerRow.id == influencer.id,
            InfluencerRow.owner_id == influencer.owner_id,
            InfluencerRow.rev == influencer.rev,
        )
        .values(**changed.model_dump(mode="json") | _moments(changed))
        .returning(InfluencerRow.id)
    )
    try:
        with session.begin_nested():
            kept = session.scalar(query)
    except IntegrityError as error:
        raise Conflict(
            f"You already run an influencer with the handle {influencer.handle!r}.", field="handle"
        ) from error
    if kept is None:
        raise Stale(f"Influencer {influencer.id!r} was changed meanwhile.", fix="Load it again and repeat the change.")
    return changed


def remove(session: Session, owner_id: str, influencer_id: str) -> None:
    """Forget an influencer with everything that hangs on her.

    Raises:
        NotFound: there is none, or it is somebody else's.
    """
    query = (
        delete(InfluencerRow)
        .where(InfluencerRow.id == influencer_id, InfluencerRow.owner_id == owner_id)
        .returning(InfluencerRow.id)
    )
    if session.scalar(query) is None:
        raise NotFound(f"There is no influencer {influencer_id!r}.", field="influencer_id")


def insert_consent(session: Session, owner_id: str, consent: Consent) -> Consent:
    """Keep a consent."""
    session.add(ConsentRow(owner_id=owner_id, **consent.model_dump()))
    session.flush()
    return consent


def consents(session: Session, owner_id: str, influencer_id: str) -> list[Consent]:
    """Return every consent that was ever recorded for an influencer, oldest first."""
    query = (
        select(ConsentRow)
        .where(ConsentRow.owner_id == owner_id, ConsentRow.influencer_id == influencer_id)
        .order_by(ConsentRow.id)
    )
    return [_value(Consent, row) for row in session.scalars(query)]


def find_consent(session: Session, owner_id: str, consent_id: str) -> Consent:
    """Return one consent of an owner.

    Raises:
        NotFound: there is none, or it is somebody else's.
    """
    row = session.scalar(select(ConsentRow).where(ConsentRow.id == consent_id, ConsentRow.owner_id == owner_id))
    if row is None:
        raise NotFound(f"There is no consent {consent_id!r}.", field="consent_id")
    return _value(Consent, row)


def revoke_consent(session: Session, consent: Consent) -> None:
    """Write down when a consent was taken back."""
    session.execute(update(ConsentRow).where(ConsentRow.id == consent.id).values(revoked_at=consent.revoked_at))


def put_photograph(session: Session, photograph: Photograph) -> Photograph:
    """Keep a photograph; what was once said to show a real person stays so."""
    known = _photograph(session, photograph.owner_id, photograph.key)
    if known is None:
        session.add(PhotographRow(**photograph.model_dump()))
        session.flush()
        return photograph
    known.shows_real = known.shows_real or photograph.shows_real
    session.flush()
    return _value(Photograph, known)


def photograph(session: Session, owner_id: str, key: str) -> Photograph | None:
    """Return the photograph that an owner uploaded and that became this file, or None."""
    row = _photograph(session, owner_id, key)
    return None if row is None else _value(Photograph, row)


def photographs(session: Session, owner_id: str, *, limit: int = 50, after: str | None = None) -> list[Photograph]:
    """Return an owner's photographs, oldest first, those after the id `after`."""
    query = select(PhotographRow).where(PhotographRow.owner_id == owner_id).order_by(PhotographRow.id).limit(limit)
    if after:
        query = query.where(PhotographRow.id > after)
    return [_value(Photograph, row) for row in session.scalars(query)]


def _photograph(session: Session, owner_id: str, key: str) -> PhotographRow | None:
    return session.scalar(select(PhotographRow).where(PhotographRow.owner_id == owner_id, PhotographRow.key == key))


def insert_draft(session: Session, draft: Draft) -> Draft:
    """Keep a new draft."""
    session.add(DraftRow(**draft.model_dump()))
    session.flush()
    return draft


def find_draft(session: Session, owner_id: str, draft_id: str) -> Draft:
    """Return one draft of an owner.

    Raises:
        NotFound: there is none, or it is somebody else's.
    """
    row = session.scalar(select(DraftRow).where(DraftRow.id == draft_id, DraftRow.owner_id == owner_id))
    if row is None:
        raise NotFound(f"There is no draft {draft_id!r}.", field="draft_id")
    return _value(Draft, row)


def drafts(session: Session, owner_id: str, *, limit: int = 50, after: str | None = None) -> list[Draft]:
    """Return an owner's drafts, oldest first, those after the id `after`."""
    query = select(DraftRow).where(DraftRow.owner_id == owner_id).order_by(DraftRow.id).limit(limit)
    if after:
        query = query.where(DraftRow.id > after)
    return [_value(Draft, row) for row in session.scalars(query)]


def replace_draft(session: Session, draft: Draft) -> Draft:
    """Keep a changed draft as its next revision.

    Raises:
        Stale: it was changed meanwhile.
    """
    changed = draft.model_copy(update={"rev": draft.rev + 1})
    query = (
        update(DraftRow)
        .where(DraftRow.id == draft.id, DraftRow.owner_id == draft.owner_id, DraftRow.rev == draft.rev)
        .values(**changed.model_dump())
        .returning(DraftRow.id)
    )
    if session.scalar(query) is None:
        raise Stale(f"Draft {draft.id!r} was changed meanwhile.", fix="Load it again and repeat the change.")
    return changed


def remove_draft(session: Session, owner_id: str, draft_id: str) -> None:
    """Forget a draft.

    Raises:
        NotFound: there is none, or it is somebody else's.
    """
    query = delete(DraftRow).where(DraftRow.id == draft_id, DraftRow.owner_id == owner_id).returning(DraftRow.id)
    if session.scalar(query) is None:
        raise NotFound(f"There is no draft {draft_id!r}.", field="draft_id")
