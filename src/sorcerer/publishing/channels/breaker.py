"""Stop publishing to an account for a while, or until it is connected again; and let it go on."""

from datetime import datetime

from sqlalchemy.orm import Session

from sorcerer import journal
from sorcerer.publishing import store
from sorcerer.publishing.model import BEFORE, IN_FLIGHT, Channel


def trip(session: Session, channel: Channel, reason: str, until: datetime) -> None:
    """Publish nothing more to the account until a moment."""
    store.update_channel(session, channel.id, {"breaker": reason, "not_before": until})


def trip_app(session: Session, channel: Channel, reason: str, until: datetime) -> None:
    """Publish nothing more to any account of the same network until a moment: the limit is the whole app's."""
    store.trip_all(session, (channel.platform, channel.realm), {"breaker": reason, "not_before": until})


def ask_again(session: Session, channel: Channel, reason: str, now: datetime) -> None:
    """Publish nothing more until somebody connects the account again."""
    if channel.status != "connected":
        return
    store.update_channel(session, channel.id, {"status": "reconnect", "breaker": reason})
    text = f"@{channel.handle} must be connected again: {reason}"
    journal.note(
        session,
        channel.owner_id,
        "worker",
        "channel.reconnect",
        "channel",
        channel.id,
        text,
        now,
        channel.influencer_id,
    )


def mend(session: Session, owner_id: str, channel_id: str, now: datetime) -> Channel:
    """Let a stopped account go on: a person has looked why."""
    channel = store.find_channel(session, owner_id, channel_id)
    store.update_channel(session, channel_id, {"breaker": None, "not_before": None})
    store.wake(session, channel_id, BEFORE | IN_FLIGHT, now)
    return channel.model_copy(update={"breaker": None, "not_before": None})
