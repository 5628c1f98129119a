"""Set money aside before a paid call."""

from datetime import datetime, timedelta

from sqlalchemy.orm import Session

from sorcerer.errors import Conflict, NotAllowed
from sorcerer.ledger import store
from sorcerer.ledger.model import Operation


def reserve(  # noqa: PLR0913 - each is a column of the ledger
    session: Session,
    owner_id: str,
    *,
    key: str,
    provider: str,
    port: str,
    estimate_micros: int | None,
    ceiling_micros: int,
    now: datetime,
    remembers: timedelta = timedelta(),
) -> Operation:
    """Set the estimate aside if the month's ceiling allows it; a released call of the same key may be tried again.

    A call that a dead process left behind is gone on with: asked for by its handle, or sent again under its key.

    Args:
        remembers: how long the vendor knows a key again, so that sending again pays nothing; zero when it does not.

    Raises:
        NotAllowed: the price is not known, or the ceiling would be exceeded.
        Conflict: the same work may have been paid for already and nobody knows how it ended.
    """
    if estimate_micros is None:
        message = f"The price of {port} at {provider!r} is not known, so it is not called."
        raise NotAllowed(message, fix="Add its price to the catalogue.")
    store.lock_owner(session, owner_id)
    present = store.load(session, key)
    if present is not None and present.state != "released":
        if present.is_in_doubt(now, remembers):
            message = (
                f"A {port} call at {provider!r} for the same work may have been paid for; it is not repeated unseen."
            )
            raise Conflict(message, fix="Look at the vendor's bill. Retry makes it anew and may pay a second time.")
        return present
    spent = store.spent(session, owner_id, now)
    if spent + estimate_micros > ceiling_micros:
        dollars = (spent / 1e6, estimate_micros / 1e6, ceiling_micros / 1e6)
        message = "This month ${:.2f} are spent; ${:.2f} more would exceed the ceiling of ${:.2f}.".format(*dollars)
        raise NotAllowed(message, fix="Raise SORCERER_MONTHLY_BUDGET_USD or wait for the next month.")
    operation = Operation(
        key=key, owner_id=owner_id, provider=provider, port=port, estimate_micros=estimate_micros, at=now
    )
    return store.save(session, operation)
