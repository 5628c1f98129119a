"""What a paid call is. Pure. Money is whole millionths of a US dollar."""

from datetime import datetime, timedelta
from typing import Literal

from pydantic import BaseModel, ConfigDict, Field

State = Literal["reserved", "running", "settled", "released", "ambiguous"]


class Operation(BaseModel):
    """One paid call.

    Args:
        key: names the work; the same key is the same work.
        estimate_micros: what was set aside before the call.
        cost_micros: what it did cost, once known.
        state: "reserved" may be on its way to the vendor; "running" is known there by its handle;
            "ambiguous" may have been paid for: its reservation is kept and nobody repeats the call unseen.
        handle: by which the vendor knows it, so that any process can ask how it stands.
        result_key: where what was made of it is kept, so that nothing paid for is lost.
    """

    model_config = ConfigDict(frozen=True, extra="forbid")

    key: str
    owner_id: str
    provider: str
    port: str
    estimate_micros: int = Field(ge=0)
    cost_micros: int | None = None
    state: State = "reserved"
    handle: str | None = None
    result_key: str | None = None
    at: datetime

    @property
    def held_micros(self) -> int:
        """Return what this call takes out of the budget."""
        if self.state == "released":
            return self.cost_micros or 0
        return self.estimate_micros if self.cost_micros is None else self.cost_micros

    def is_in_doubt(self, now: datetime, remembers: timedelta) -> bool:
        """Tell whether nobody can say if it was paid for: sent or about to be, to a vendor who forgets its key."""
        if self.state == "reserved":
            return not remembers or now - self.at > remembers
        return self.state == "ambiguous"


def month_of(moment: datetime) -> datetime:
    """Return the beginning of a moment's calendar month, in UTC."""
    return moment.replace(day=1, hour=0, minute=0, second=0, microsecond=0)
