"""Receipts in and out of the database. Values in, values out."""

from sqlalchemy import select
from sqlalchemy.orm import Session

from sorcerer.publishing.model import Receipt
from sorcerer.publishing.rows import ReceiptRow

_RECEIPT = tuple(Receipt.model_fields)


def insert(session: Session, receipt: Receipt) -> None:
    """Add a receipt to its channel's chain."""
    session.add(ReceiptRow(**receipt.model_dump()))
    session.flush()


def last(session: Session, channel_id: str) -> Receipt | None:
    """Return the newest receipt of a channel."""
    row = session.scalar(
        select(ReceiptRow).where(ReceiptRow.channel_id == channel_id).order_by(ReceiptRow.number.desc()).limit(1)
    )
    return _receipt(row) if row else None


def of(session: Session, owner_id: str, publication_id: str) -> Receipt | None:
    """Return the receipt of one post, or None while it has none."""
    asked = select(ReceiptRow).where(ReceiptRow.owner_id == owner_id, ReceiptRow.publication_id == publication_id)
    row = session.scalar(asked)
    return _receipt(row) if row else None


def page(session: Session, owner_id: str, channel_id: str) -> list[Receipt]:
    """Return a channel's receipts in order."""
    asked = select(ReceiptRow).where(ReceiptRow.owner_id == owner_id, ReceiptRow.channel_id == channel_id)
    return [_receipt(row) for row in session.scalars(asked.order_by(ReceiptRow.number))]


def _receipt(row: ReceiptRow) -> Receipt:
    return Receipt.model_validate({name: getattr(row, name) for name in _RECEIPT})
