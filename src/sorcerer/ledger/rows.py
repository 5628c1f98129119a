"""The ledger's table. Only `ledger.store` reads this file."""

from datetime import datetime

from sqlalchemy import BigInteger, ForeignKey, Index
from sqlalchemy.orm import Mapped, mapped_column

from sorcerer.database import Row


class OperationRow(Row):
    """One paid call."""

    __tablename__ = "operation"
    __table_args__ = (Index("ix_operation_owner_month", "owner_id", "at"),)

    key: Mapped[str] = mapped_column(primary_key=True)
    owner_id: Mapped[str] = mapped_column(ForeignKey("user.id", ondelete="CASCADE"))
    provider: Mapped[str]
    port: Mapped[str]
    estimate_micros: Mapped[int] = mapped_column(BigInteger)
    cost_micros: Mapped[int | None] = mapped_column(BigInteger)
    held_micros: Mapped[int] = mapped_column(BigInteger)
    state: Mapped[str]
    handle: Mapped[str | None]
    result_key: Mapped[str | None]
    at: Mapped[datetime]
