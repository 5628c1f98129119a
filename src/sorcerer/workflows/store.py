"""Executor leases in and out of the database, and which executors hold runs without a lease."""

import re
from collections.abc import Iterable
from datetime import datetime
from typing import NamedTuple

from sqlalchemy import JSON, String, Text, cast, delete, func, or_, select, text
from sqlalchemy.orm import Session

from sorcerer.database import Row
from sorcerer.workflows.rows import ExecutorLeaseRow

_KEY = re.compile(r"[0-9a-f]{2}/[0-9a-f]{64}\.[a-z0-9]{1,8}")
_LIKE_A_KEY = "%/%.%"  # a rough look, for the database; the exact one is ours


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
    schema = _schema(session)
    query = text(
        f"SELECT DISTINCT executor_id FROM {schema}workflow_status "  # noqa: S608 - the schema is ours, not a caller's
        "WHERE status = 'PENDING' AND executor_id IS NOT NULL "
        "AND executor_id NOT IN (SELECT executor_id FROM executor_lease)"
    )
    return list(session.scalars(query))


def unfinished(session: Session, executor_id: str) -> int:
    """Return how many runs an executor has not finished."""
    schema = _schema(session)
    query = text(
        f"SELECT count(*) FROM {schema}workflow_status "  # noqa: S608 - the schema is ours, not a caller's
        "WHERE status = 'PENDING' AND executor_id = :executor_id"
    )
    return int(session.scalar(query, {"executor_id": executor_id}) or 0)


def held(session: Session, executor_id: str) -> dict[str, str]:
    """Return the runs an executor has not finished, and the queue of each."""
    query = text(
        f"SELECT workflow_uuid, queue_name FROM {_schema(session)}workflow_status "  # noqa: S608 - the schema is ours, not a caller's
        "WHERE status = 'PENDING' AND executor_id = :executor_id AND queue_name IS NOT NULL"
    )
    return {row.workflow_uuid: row.queue_name for row in session.execute(query, {"executor_id": executor_id})}


def executor_of(session: Session, run: str) -> str | None:
    """Return which executor has a run."""
    query = text(f"SELECT executor_id FROM {_schema(session)}workflow_status WHERE workflow_uuid = :run")  # noqa: S608 - the schema is ours
    found: str | None = session.scalar(query, {"run": run})
    return found


def given_up(session: Session) -> list[str]:
    """Return the makings and releases that the engine does not go on with: they failed or killed their process."""
    query = text(
        f"SELECT workflow_uuid FROM {_schema(session)}workflow_status "  # noqa: S608 - the schema is ours, not a caller's
        "WHERE status IN ('ERROR', 'MAX_RECOVERY_ATTEMPTS_EXCEEDED') "
        "AND (workflow_uuid LIKE 'make:%' OR workflow_uuid LIKE 'release:%') "
        "ORDER BY created_at DESC LIMIT 200"
    )
    return list(session.scalars(query))


def why(session: Session, run: str) -> str:
    """Say in words how a run ended that the engine does not go on with."""
    query = text(f"SELECT status FROM {_schema(session)}workflow_status WHERE workflow_uuid = :run")  # noqa: S608 - the schema is ours
    if session.scalar(query, {"run": run}) == "ERROR":
        return "something unexpected happened in it, and the log says what"
    return "the process that was at it ended in the middle, as did five that took it over"


def referred(session: Session) -> set[str]:
    """Return every file key that stands in any row of any room, whichever column or document it stands in.

    It asks every column that can hold a text, so that a table of tomorrow cannot be forgotten here.
    """
    found: set[str] = set()
    for table in Row.metadata.sorted_tables:
        texts = [cast(column, Text) for column in table.columns if isinstance(column.type, String | JSON)]
        if not texts:
            continue
        likely = or_(*(words.like(_LIKE_A_KEY) for words in texts))
        for row in session.execute(select(*texts).where(likely).execution_options(yield_per=1000)):
            for words in row:
                found.update(_KEY.findall(words or ""))
    return found


def shared_now(session: Session, here: datetime) -> datetime:
    """Return the moment on the clock that all workers share: the server's, or this machine's where there is none."""
    if session.get_bind().dialect.name != "postgresql":
        return here
    now: datetime = session.execute(text("SELECT clock_timestamp()")).scalar_one()
    return now.astimezone(here.tzinfo)


def _schema(session: Session) -> str:
    return "dbos." if session.get_bind().dialect.name == "postgresql" else ""
