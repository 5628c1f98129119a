"""All SQL of the registry: values in, values out."""

from datetime import datetime

from sqlalchemy import func, select, update
from sqlalchemy.orm import Session

from sorcerer.studio.provenance.model import Entry
from sorcerer.studio.provenance.rows import ProvenanceRow


def insert(session: Session, entry: Entry) -> Entry:
    """Keep an entry, unless this owner's very file is there already."""
    known = session.scalar(
        select(ProvenanceRow).where(ProvenanceRow.owner_id == entry.owner_id, ProvenanceRow.sha256 == entry.sha256)
    )
    if known is not None:
        return _entry(known)
    fields = entry.model_dump() | {"labels": list(entry.labels), "ingredients": list(entry.ingredients)}
    session.add(ProvenanceRow(**fields))
    session.flush()
    return entry


def publish(session: Session, sha256: str, video_id: str | None, now: datetime) -> None:
    """Write down when a video's file came out; the first time counts."""
    session.execute(
        update(ProvenanceRow)
        .where(
            ProvenanceRow.sha256 == sha256,
            ProvenanceRow.video_id == video_id,
            ProvenanceRow.published_at.is_(None),
        )
        .values(published_at=now)
    )


def by_hash(session: Session, sha256: str) -> Entry | None:
    """Return the published file with these very bytes, whoever owns it."""
    row = session.scalar(
        select(ProvenanceRow)
        .where(ProvenanceRow.sha256 == sha256, ProvenanceRow.published_at.is_not(None))
        .order_by(ProvenanceRow.id)
        .limit(1)
    )
    return None if row is None else _entry(row)


def by_manifest(session: Session, manifest: str) -> Entry | None:
    """Return the published file with this manifest, whoever owns it."""
    row = session.scalar(
        select(ProvenanceRow)
        .where(ProvenanceRow.manifest == manifest, ProvenanceRow.published_at.is_not(None))
        .limit(1)
    )
    return None if row is None else _entry(row)


def fingerprints(session: Session, length: int) -> list[tuple[str, str]]:
    """Return the ids and fingerprints, of so many digits, of everything that was published."""
    rows = session.execute(
        select(ProvenanceRow.id, ProvenanceRow.fingerprint).where(
            ProvenanceRow.published_at.is_not(None), func.length(ProvenanceRow.fingerprint) == length
        )
    )
    return [(row.id, row.fingerprint) for row in rows]


def load(session: Session, entry_id: str) -> Entry:
    """Return the entry with an id that `fingerprints` gave."""
    return _entry(session.scalars(select(ProvenanceRow).where(ProvenanceRow.id == entry_id)).one())


def page(session: Session, owner_id: str, *, limit: int = 50, after: str | None = None) -> list[Entry]:
    """Return an owner's entries, oldest first, those after the id `after`."""
    query = select(ProvenanceRow).where(ProvenanceRow.owner_id == owner_id).order_by(ProvenanceRow.id).limit(limit)
    if after:
        query = query.where(ProvenanceRow.id > after)
    return [_entry(row) for row in session.scalars(query)]


def _entry(row: ProvenanceRow) -> Entry:
    return Entry.model_validate({name: getattr(row, name) for name in Entry.model_fields})
