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
_REFRESHES_FOR = timedelta(seconds=60)


def account(session: Session, ring: KeyRing, channel_id: str) -> Account:
    """Return the account to act for, with its tokens open.

    Raises:
        Conflict: the channel was disconnected.
    """
    channel, sealed = store.open_channel(session, channel_id)
    if sealed is None:
        raise Conflict(f"@{channel.handle} was disconnected.", fix="Connect the account again.")
    text = ring.unseal(sealed, place("channel", channel_id, "grant"))
    grant = Grant.model_validate_json(text)
    return Account(account_id=channel.account_id, grant=grant, standing=channel.standing)


def begin_refresh(session: Session, channel_id: str, ahead: timedelta, now: datetime) -> bool:
    """Take the one right to refresh a grant that runs out soon; whoever does not get it uses the grant as it is.

    Args:
        ahead: how long before its end a grant is refreshed.
    """
    channel = store.load_channel(session, channel_id, lock=True)
    ends = channel.grant_expires_at
    if ends is None or now < ends - ahead:
        return False
    return store.take_refresh(session, channel_id, now, now + _REFRESHES_FOR)


def keep_grant(session: Session, ring: KeyRing, channel_id: str, grant: Grant) -> None:
    """Keep a refreshed grant in place of the old one; what renews it is never lost with an answer that left it out."""
    before = account(session, ring, channel_id).grant
    kept = grant if grant.refresh_token else grant.model_copy(update={"refresh_token": before.refresh_token})
    changes = {"grant_sealed": seal(ring, channel_id, kept), "grant_expires_at": kept.expires_at}
    store.update_channel(session, channel_id, changes | {"refreshing_until": None})


def expiring(session: Session, now: datetime) -> list[Channel]:
    """Return the channels whose grant runs out within fifteen days; refresh them."""
    return store.expiring_channels(session, now + _AHEAD)
