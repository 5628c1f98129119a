"""Unseal a channel's grant for a call, and keep a newer one."""

from datetime import datetime, timedelta

from sqlalchemy.orm import Session

from sorcerer.errors import Conflict
from sorcerer.keys import KeyRing, place
from sorcerer.platforms import Account, Grant
from sorcerer.publishing import store
from sorcerer.publishing.channels.connect import seal
from sorcerer.publishing.model import Channel

_AHEAD = timedelta(days=15)


def account(session: Session, ring: KeyRing, channel_id: str) -> Account:
    """Return the account to act for, with its tokens open.

    Raises:
        Conflict: the channel was disconnected.
    """
    channel = store.load_channel(session, channel_id)
    sealed = store.sealed_grant(session, channel_id)
    if sealed is None:
        raise Conflict(f"@{channel.handle} was disconnected.", fix="Connect the account again.")
    text = ring.unseal(sealed, place("channel", channel_id, "grant"))
    return Account(account_id=channel.account_id, grant=Grant.model_validate_json(text))


def keep_grant(session: Session, ring: KeyRing, channel_id: str, grant: Grant) -> None:
    """Keep a refreshed grant in place of the old one."""
    changes = {"grant_sealed": seal(ring, channel_id, grant), "grant_expires_at": grant.expires_at}
    store.update_channel(session, channel_id, changes)


def expiring(session: Session, now: datetime) -> list[Channel]:
    """Return the channels whose grant runs out within fifteen days; refresh them."""
    return store.expiring_channels(session, now + _AHEAD)
