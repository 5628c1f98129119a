"""Paid calls in and out of the database. Values in, values out; no row leaves this file."""

from datetime import datetime

from sqlalchemy import func, select, text, update
from sqlalchemy.orm import Session

from sorcerer.ledger.model import Operation, month_of
from sorcerer.ledger.rows import OperationRow


def load(session: Session, key: str) -> Operation | None:
    """Return the call of a key, or None when there was none."""
    row = session.get(OperationRow, key, populate_existing=True)
    if row is None:
        return None
    return Operation.model_validate({name: getattr(row, name) for name in Operation.model_fields})


def save(session: Session, operation: Operation) -> Operation:
    """Keep a call as it stands now."""
    session.merge(OperationRow(**operation.model_dump(), held_micros=operation.held_micros))
    session.flush()
    return operation


def result_of(session: Session, owner_id: str, work: str, order: str) -> str | None:
    """Return where the result of an order is kept that was paid for once for this work, in whichever revision."""
    query = select(OperationRow.result_key).where(
        OperationRow.owner_id == owner_id,
        OperationRow.key.between(f"{work}:", f"{work}:~"),
        OperationRow.key.endswith(f":{order}", autoescape=True),
        OperationRow.result_key.is_not(None),
    )
    return session.scalar(query.order_by(OperationRow.at.desc()).limit(1))


def forget_results(session: Session, before: datetime) -> int:
    """Forget where the results of old paid calls are kept: by then what was made of them is kept elsewhere."""
    old = update(OperationRow).where(OperationRow.at < before, OperationRow.result_key.is_not(None))
    return len(session.scalars(old.values(result_key=None).returning(OperationRow.key)).all())


def forget_work(session: Session, owner_id: str, work: str) -> int:
    """Forget the results of every paid call for a piece of work, so that the next revision orders it anew."""
    calls = update(OperationRow).where(
        OperationRow.owner_id == owner_id,
        OperationRow.key.between(f"{work}:", f"{work}:~"),
        OperationRow.result_key.is_not(None),
    )
    return len(session.scalars(calls.values(result_key=None).returning(OperationRow.key)).all())


def spent(session: Session, owner_id: str, now: datetime) -> int:
    """Return what an owner's calls of this calendar month take out of the budget, in millionths of a US dollar."""
    query = select(func.coalesce(func.sum(OperationRow.held_micros), 0)).where(
        OperationRow.owner_id == owner_id, OperationRow.at >= month_of(now)
    )
    return int(session.scalar(query) or 0)


def cost_of(session: Session, prefix: str) -> int:
    """Return what the calls whose keys begin so have cost, in millionths of a US dollar."""
    cost = func.coalesce(OperationRow.cost_micros, 0)
    query = select(func.coalesce(func.sum(cost), 0)).where(OperationRow.key.between(prefix, prefix + "~"))
    return int(session.scalar(query) or 0)


def lock_owner(session: Session, owner_id: str) -> None:
    """Let one transaction at a time count this owner's money; on SQLite every writing transaction is alone anyway."""
    if session.get_bind().dialect.name == "postgresql":
        session.execute(text("SELECT pg_advisory_xact_lock(hashtext(:owner))"), {"owner": owner_id})
