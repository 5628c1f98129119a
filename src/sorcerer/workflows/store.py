"""Executor leases in and out of the database, and which executors hold runs without a lease."""

from collections.abc import Iterable
from datetime import datetime
from typing import NamedTuple

from sqlalchemy import delete, func, select, text
from sqlalchemy.orm import Session

from sorcerer.workflows.rows import ExecutorLeaseRow


def beat(session: Session, executor_id: str, host: str, pid: int, now: datetime) -> None:
    """Write down that an executor is alive."""
    session.merge(ExecutorLeaseRow(executor_id=executor_id, host=host, pid=pid, beat_at=now))
    session.flush()


def last_beat(session: Session) -> datetime | None:
    """Return when any executor was last seen alive."""
    return session.scalar(select(func.max(ExecutorLeaseRow.beat_at)))


class Lease(NamedTuple):
    """One process that makes and publishes."""

    executor_id: str
    host: str
    pid: int
    beat_at: datetime


def leases(session: Session) -> list[Lease]:
    """Return every process that was ever seen and has not left."""
    return [Lease(row.executor_id, row.host, row.pid, row.beat_at) for row in session.scalars(select(ExecutorLeaseRow))]


def drop(session: Session, executor_ids: Iterable[str]) -> None:
    """Forget these leases."""
    session.execute(delete(ExecutorLeaseRow).where(ExecutorLeaseRow.executor_id.in_(list(executor_ids))))


def orphans(session: Session) -> list[str]:
    """Return the executors that hold unfinished runs and have no lease: they died before their first beat was seen."""
    schema = "dbos." if session.get_bind().dialect.name == "postgresql" else ""
    query = text(
        f"SELECT DISTINCT executor_id FROM {schema}workflow_status "  # noqa: S608 - the schema is ours, not a caller's
        "WHERE status = 'PENDING' AND executor_id IS NOT NULL "
        "AND executor_id NOT IN (SELECT executor_id FROM executor_lease)"
    )
    return list(session.scalars(query))


def unfinished(session: Session, executor_id: str) -> int:
    """Return how many runs an executor has not finished."""
    schema = "dbos." if session.get_bind().dialect.name == "postgresql" else ""
    query = text(
        f"SELECT count(*) FROM {schema}workflow_status "  # noqa: S608 - the schema is ours, not a caller's
        "WHERE status = 'PENDING' AND executor_id = :executor_id"
    )
    return int(session.scalar(query, {"executor_id": executor_id}) or 0)
