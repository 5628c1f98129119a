"""Measurements in and out of the database. Values in, values out; no row leaves this file."""

from collections.abc import Iterable, Mapping
from datetime import datetime
from typing import Any

from sqlalchemy import select, update
from sqlalchemy.dialects import postgresql, sqlite
from sqlalchemy.orm import Session

from sorcerer import ids
from sorcerer.growth.model import Measurement, Reading
from sorcerer.growth.rows import MeasurementRow, ReadingRow

_ROW = MeasurementRow


def keep(session: Session, owner_id: str, measured: Iterable[Measurement]) -> None:
    """Keep numbers; a number told again for the same moment takes the place of the first."""
    for one in measured:
        key = ids.digest(f"{one.influencer_id} {one.channel_id} {one.video_id} {one.metric} {one.at.isoformat()}")
        row = {"id": key, "owner_id": owner_id, **one.model_dump()}
        insert = sqlite.insert if session.get_bind().dialect.name == "sqlite" else postgresql.insert
        fresh = insert(_ROW).values(**row)
        session.execute(
            fresh.on_conflict_do_update(
                index_elements=["id"], set_={"value": one.value}, where=_ROW.owner_id == owner_id
            )
        )


def series(
    session: Session, owner_id: str, influencer_id: str, metric: str, *, start: datetime | None, end: datetime
) -> list[Measurement]:
    """Return the numbers of a metric in a stretch of time, oldest first; the end is outside."""
    query = select(_ROW).where(
        _ROW.owner_id == owner_id, _ROW.influencer_id == influencer_id, _ROW.metric == metric, _ROW.at < end
    )
    if start is not None:
        query = query.where(_ROW.at >= start)
    return [_value(row) for row in session.scalars(query.order_by(_ROW.at, _ROW.id))]


def insert_reading(session: Session, reading: Reading) -> None:
    """Keep a reading that is to be taken, unless there is one of its id."""
    insert = sqlite.insert if session.get_bind().dialect.name == "sqlite" else postgresql.insert
    session.execute(insert(ReadingRow).values(**reading.model_dump()).on_conflict_do_nothing(index_elements=["id"]))


def claim_readings(session: Session, now: datetime, until: datetime, limit: int) -> list[Reading]:
    """Return the readings that are due and keep others from them until a moment."""
    asked = select(ReadingRow).where(ReadingRow.due_at.is_not(None), ReadingRow.due_at <= now)
    rows = session.scalars(asked.order_by(ReadingRow.due_at).limit(limit).with_for_update(skip_locked=True))
    found = [_reading(row) for row in rows]
    if found:
        named = ReadingRow.id.in_([one.id for one in found])
        session.execute(update(ReadingRow).where(named).values(due_at=until))
    return found


def change_reading(session: Session, reading_id: str, changes: Mapping[str, Any]) -> None:
    """Change a reading."""
    session.execute(update(ReadingRow).where(ReadingRow.id == reading_id).values(**changes))


def readings(session: Session, owner_id: str, influencer_id: str | None = None) -> list[Reading]:
    """Return an owner's readings, of one influencer or of all."""
    asked = select(ReadingRow).where(ReadingRow.owner_id == owner_id)
    if influencer_id is not None:
        asked = asked.where(ReadingRow.influencer_id == influencer_id)
    return [_reading(row) for row in session.scalars(asked.order_by(ReadingRow.began_at, ReadingRow.id))]


def measured(session: Session, owner_id: str, limit: int) -> list[Measurement]:
    """Return every number of an owner, oldest first."""
    rows = session.scalars(select(_ROW).where(_ROW.owner_id == owner_id).order_by(_ROW.at, _ROW.id).limit(limit))
    return [_value(row) for row in rows]


def _reading(row: ReadingRow) -> Reading:
    return Reading.model_validate({name: getattr(row, name) for name in Reading.model_fields})


def _value(row: MeasurementRow) -> Measurement:
    return Measurement.model_validate({name: getattr(row, name) for name in Measurement.model_fields})
