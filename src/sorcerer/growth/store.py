"""Measurements in and out of the database. Values in, values out; no row leaves this file."""

from collections.abc import Iterable
from datetime import datetime

from sqlalchemy import select
from sqlalchemy.dialects import postgresql, sqlite
from sqlalchemy.orm import Session

from sorcerer import ids
from sorcerer.growth.model import Measurement
from sorcerer.growth.rows import MeasurementRow

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


def _value(row: MeasurementRow) -> Measurement:
    return Measurement.model_validate({name: getattr(row, name) for name in Measurement.model_fields})
