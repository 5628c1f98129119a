"""/api/spending: what paid calls take out of this month's budget, and what the next call of each kind would cost."""

from datetime import datetime

from pydantic import Field

from sorcerer import ledger
from sorcerer.api.deps import Caller, InRead, Now, TheDoor
from sorcerer.api.gate import Routes
from sorcerer.api.shown import Shown

router = Routes("/spending", tags=["account"])

_MICROS = 1_000_000
_CALLS = (("text", "script"), ("image", "frame"), ("voice", "speak"), ("video", "shoot"))


class Price(Shown):
    """What one call costs before it is made."""

    port: str
    call: str
    usd: float | None = Field(description="null: the provider names no price, and the call is not made.")


class Spending(Shown):
    """A calendar month's money, in US dollars, and the prices of what making a post calls."""

    since: datetime
    spent_usd: float = Field(description="Settled, under way, and set aside where it is not known how a call ended.")
    ceiling_usd: float
    reached: bool = Field(description="The cheapest paid call of making a post would no longer fit.")
    provider: str
    free: bool = Field(description="Everything that making a post calls costs nothing.")
    prices: list[Price]


@router.get("")
def read_spending(door: TheDoor, caller: Caller, session: InRead, now: Now) -> Spending:
    """Return what is spent of the month's budget, and the provider's own prices as the meter reads them."""
    tools = door.tools
    spent = ledger.spent(session, caller.id, now)
    told = {(port, call): tools.provider.estimate(port, call) for port, call in _CALLS}
    paid = [price for price in told.values() if price]
    ceiling = int(tools.settings.monthly_budget_usd * _MICROS)
    return Spending(
        since=ledger.month_of(now),
        spent_usd=spent / _MICROS,
        ceiling_usd=ceiling / _MICROS,
        reached=bool(paid) and spent + min(paid) > ceiling,
        provider=tools.provider.name,
        free=all(price == 0 for price in told.values()),
        prices=[
            Price(port=port, call=call, usd=None if price is None else price / _MICROS)
            for (port, call), price in told.items()
        ],
    )
