"""Lines, signals and answers in and out of the database."""

from datetime import datetime, timedelta
from typing import Any, TypeVar

from pydantic import BaseModel
from sqlalchemy import ColumnElement, delete, func, insert, select, update
from sqlalchemy.exc import IntegrityError
from sqlalchemy.orm import Session

from sorcerer.journal.model import Answer, Asked, Kept, Line, Signal
from sorcerer.journal.rows import AnswerRow, JournalRow, SignalRow

_SIGNALS_KEPT = timedelta(minutes=10)
_CLAIM: dict[str, Any] = {"status": None, "headers": {}, "body": b""}

V = TypeVar("V", bound=BaseModel)


def _value(kind: type[V], row: object) -> V:
    return kind.model_validate({name: getattr(row, name) for name in kind.model_fields})


def insert_line(session: Session, columns: dict[str, Any]) -> None:
    """Keep one line."""
    session.execute(insert(JournalRow).values(**columns))


def insert_signal(
    session: Session, owner_id: str, about_type: str, about_id: str, now: datetime, detail: dict[str, Any] | None
) -> None:
    """Keep one signal and forget the owner's old ones."""
    session.execute(delete(SignalRow).where(SignalRow.owner_id == owner_id, SignalRow.at < now - _SIGNALS_KEPT))
    session.execute(
        insert(SignalRow).values(owner_id=owner_id, at=now, about_type=about_type, about_id=about_id, detail=detail)
    )


def lines_before(
    session: Session, owner_id: str, limit: int, before: int | None, influencer_id: str | None
) -> list[Line]:
    """Return lines, the latest first."""
    query = select(JournalRow).where(JournalRow.owner_id == owner_id).order_by(JournalRow.seq.desc()).limit(limit)
    if before is not None:
        query = query.where(JournalRow.seq < before)
    if influencer_id is not None:
        query = query.where(JournalRow.influencer_id == influencer_id)
    return [_value(Line, row) for row in session.scalars(query)]


def lines_after(session: Session, owner_id: str, seq: int, limit: int) -> list[Line]:
    """Return lines after one, oldest first."""
    query = select(JournalRow).where(JournalRow.owner_id == owner_id, JournalRow.seq > seq)
    return [_value(Line, row) for row in session.scalars(query.order_by(JournalRow.seq).limit(limit))]


def signals_after(session: Session, owner_id: str, seq: int, limit: int) -> list[Signal]:
    """Return signals after one, oldest first."""
    query = select(SignalRow).where(SignalRow.owner_id == owner_id, SignalRow.seq > seq)
    return [_value(Signal, row) for row in session.scalars(query.order_by(SignalRow.seq).limit(limit))]


def ends(session: Session, owner_id: str) -> tuple[int, int]:
    """Return the `seq` of an owner's last line and last signal, 0 where there is none."""
    line = session.scalar(select(func.max(JournalRow.seq)).where(JournalRow.owner_id == owner_id))
    signal = session.scalar(select(func.max(SignalRow.seq)).where(SignalRow.owner_id == owner_id))
    return line or 0, signal or 0


def find_answer(session: Session, asked: Asked, born_after: datetime) -> Kept | None:
    """Return what is kept for a request's key, unless it is too old."""
    row = session.scalar(select(AnswerRow).where(*_this(asked), AnswerRow.created_at > born_after))
    if row is None:
        return None
    done = None if row.status is None else Answer(status=row.status, headers=row.headers, body=row.body)
    return Kept(request_hash=row.request_hash, created_at=row.created_at, answer=done)


def insert_answer(session: Session, asked: Asked, answer: Answer | None, now: datetime, born_after: datetime) -> bool:
    """Keep an answer, or the claim to give one; tell whether it is the first. The owner's old ones are forgotten."""
    old = delete(AnswerRow).where(AnswerRow.owner_id == asked.owner_id, AnswerRow.created_at <= born_after)
    session.execute(old)
    columns = asked.model_dump() | {"created_at": now} | (answer.model_dump() if answer else _CLAIM)
    try:
        with session.begin_nested():
            session.execute(insert(AnswerRow).values(**columns))
    except IntegrityError:
        return False
    return True


def fill_answer(session: Session, asked: Asked, answer: Answer) -> None:
    """Complete an answer that was claimed."""
    session.execute(update(AnswerRow).where(*_this(asked)).values(**answer.model_dump()))


def remove_claim(session: Session, asked: Asked) -> None:
    """Forget a claim whose answer never came."""
    session.execute(delete(AnswerRow).where(*_this(asked), AnswerRow.status.is_(None)))


def _this(asked: Asked) -> tuple[ColumnElement[bool], ...]:
    return AnswerRow.owner_id == asked.owner_id, AnswerRow.key == asked.key, AnswerRow.route == asked.route
