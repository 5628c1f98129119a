"""What a paid call is. Pure. Money is whole millionths of a US dollar."""

from datetime import datetime
from typing import Literal

from pydantic import BaseModel, ConfigDict, Field

State = Literal["reserved", "settled", "released", "ambiguous"]


class Operation(BaseModel):
    """One paid call.

    Args:
        key: names the work; the same key is the same work.
        estimate_micros: what was set aside before the call.
        cost_micros: what it did cost, once known.
        state: "ambiguous" may have been paid for: its reservation is kept and nobody repeats the call unseen.
    """

    model_config = ConfigDict(frozen=True, extra="forbid")

    key: str
    owner_id: str
    provider: str
    port: str
    estimate_micros: int = Field(ge=0)
    cost_micros: int | None = None
    state: State = "reserved"
    at: datetime

    @property
    def held_micros(self) -> int:
        """Return what this call takes out of the budget."""
        if self.state == "released":
            return self.cost_micros or 0
        return self.estimate_micros if self.cost_micros is None else self.cost_micros


def month_of(moment: datetime) -> datetime:
    """Return the beginning of a moment's calendar month, in UTC."""
    return moment.replace(day=1, hour=0, minute=0, second=0, microsecond=0)
