"""Stop everything an influencer publishes, at once."""

from datetime import datetime

from sqlalchemy.orm import Session

from sorcerer.publishing import store
from sorcerer.publishing.delivery.review import review
from sorcerer.publishing.model import BEFORE, IN_FLIGHT, Channel


def halt(session: Session, owner_id: str, influencer_id: str, why: str, now: datetime) -> list[Channel]:
    """Cancel what was not sent, leave what is in doubt to a person, and let no worker use her accounts any more.

    The grants are still there, so that they can be given back to the networks; `channels.forget` ends that.
    """
    channels = store.page_channels(session, owner_id, influencer_id)
    for channel in channels:
        store.load_channel(session, channel.id, lock=True)
        for publication in store.in_states(session, channel.id, IN_FLIGHT):
            review(session, publication, why, now)
        store.cancel_all(session, channel.id, BEFORE | {"delivered"}, now)
        store.update_channel(session, channel.id, {"status": "reconnect", "breaker": why})
    return channels
