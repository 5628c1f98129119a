"""Keep an account that somebody agreed to let us publish to."""

from datetime import datetime

from sqlalchemy.orm import Session

from sorcerer import ids, journal
from sorcerer.keys import KeyRing, place
from sorcerer.platforms import Grant
from sorcerer.publishing import store
from sorcerer.publishing.model import BEFORE, IN_FLIGHT, Channel, Link


def connect(session: Session, ring: KeyRing, link: Link, now: datetime) -> Channel:
    """Connect an account, or connect it again; what waited for it goes on.

    Args:
        ring: seals the grant for this channel's row alone.
    """
    network = (link.platform, link.realm)
    known = store.same_channel(session, link.influencer_id, network, link.identity.account_id)
    channel_id = known.id if known else ids.new()
    sealed = seal(ring, channel_id, link.grant)
    fresh = Channel(
        id=channel_id,
        owner_id=link.owner_id,
        influencer_id=link.influencer_id,
        platform=link.platform,
        realm=link.realm,
        account_id=link.identity.account_id,
        handle=link.identity.handle,
        grant_expires_at=link.grant.expires_at,
        standing=link.standing,
        connected_at=now,
    )
    if known is None:
        store.insert_channel(session, fresh, sealed)
    else:
        store.update_channel(session, channel_id, store.columns(fresh) | {"grant_sealed": sealed})
        store.wake(session, channel_id, BEFORE | IN_FLIGHT, now)
    text = f"@{fresh.handle} on {fresh.platform} ({fresh.realm}) was connected."
    journal.note(
        session, link.owner_id, link.owner_id, "channel.connected", "channel", channel_id, text, now, link.influencer_id
    )
    return fresh


def seal(ring: KeyRing, channel_id: str, grant: Grant) -> str:
    """Return the grant sealed for the row of one channel."""
    return ring.seal(grant.model_dump_json(), place("channel", channel_id, "grant"))
