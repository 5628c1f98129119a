"""Take an account away. Its history stays, its grant does not."""

from datetime import datetime

from sqlalchemy.orm import Session

from sorcerer import journal
from sorcerer.errors import Conflict
from sorcerer.publishing import store
from sorcerer.publishing.model import BEFORE, Channel


def disconnect(session: Session, owner_id: str, channel_id: str, now: datetime) -> Channel:
    """Disconnect an account; what was not sent yet is cancelled.

    Raises:
        Conflict: a post is on its way and it is not known yet whether it is out.
    """
    channel = store.find_channel(session, owner_id, channel_id)
    if store.is_busy(session, channel_id):
        raise Conflict(
            f"A post to @{channel.handle} is on its way.", fix="Disconnect when it is out, in a few minutes."
        )
    changes = {"status": "disconnected", "grant_sealed": None, "grant_expires_at": None}
    store.update_channel(session, channel_id, changes)
    store.cancel_all(session, channel_id, BEFORE, now)
    text = f"@{channel.handle} on {channel.platform} was disconnected."
    journal.note(
        session, owner_id, owner_id, "channel.stopped", "channel", channel_id, text, now, channel.influencer_id
    )
    return channel.model_copy(update={"status": "disconnected", "grant_expires_at": None})


def forget(session: Session, channel_id: str) -> None:
    """Erase a channel's grant; it can be connected anew."""
    erased = {"status": "disconnected", "grant_sealed": None, "grant_expires_at": None, "standing": None}
    store.update_channel(session, channel_id, erased)
