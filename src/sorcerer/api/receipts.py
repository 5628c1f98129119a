"""/api/channel/{id}/receipts: what was disclosed with each post, in a chain that shows when a link was changed."""

from datetime import datetime
from typing import Any

from sorcerer import publishing
from sorcerer.api.deps import Caller, InRead
from sorcerer.api.gate import Routes
from sorcerer.api.shown import Shown

router = Routes("/channel", tags=["publishing"])


class ReceiptOut(Shown):
    """What was disclosed with one post."""

    number: int
    publication_id: str
    at: datetime
    body: dict[str, Any]
    before: str
    digest: str


class ReceiptsOut(Shown):
    """A channel's receipts from the first on, and whether the chain is whole."""

    intact: bool
    items: list[ReceiptOut]


@router.get("/{channel_id}/receipts")
def list_receipts(channel_id: str, caller: Caller, session: InRead) -> ReceiptsOut:
    """List what was disclosed with each post of an account: labels sent and read back, texts, hash, approver."""
    publishing.channels.find(session, caller.id, channel_id)
    found = publishing.receipts.page(session, caller.id, channel_id)
    return ReceiptsOut(intact=publishing.receipts.intact(found), items=[receipt_out(one) for one in found])


def receipt_out(receipt: publishing.receipts.Receipt) -> ReceiptOut:
    """Return a receipt as the pages show it."""
    return ReceiptOut.model_validate({name: getattr(receipt, name) for name in ReceiptOut.model_fields})
