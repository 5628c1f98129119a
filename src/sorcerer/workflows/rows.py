"""The workers' table. Only `workflows.lease` reads this file."""

from datetime import datetime

from sqlalchemy.orm import Mapped, mapped_column

from sorcerer.database import Row


class ExecutorLeaseRow(Row):
    """One process that makes and publishes, and when it was last seen alive."""

    __tablename__ = "executor_lease"

    executor_id: Mapped[str] = mapped_column(primary_key=True)
    host: Mapped[str]
    pid: Mapped[int]
    beat_at: Mapped[datetime]
