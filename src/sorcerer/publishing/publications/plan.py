"""Assign a video to a channel, move it, or take it back."""

from datetime import datetime, timedelta

from sqlalchemy.orm import Session

from sorcerer import ids, journal
from sorcerer.errors import Conflict
from sorcerer.publishing import store
from sorcerer.publishing.model import ANEW, BEFORE, LATE, Channel, Publication
from sorcerer.publishing.policy import A_DAY, A_DAY_ELSEWHERE

_DAY = timedelta(hours=24)


def plan(session: Session, video_id: str, channel_id: str, due_at: datetime, now: datetime) -> Publication:
    """Plan to publish a video on a channel; planning it again moves it, never doubles it.

    Raises:
        Conflict: the channel is disconnected, its day is full, or the post is on its way and cannot be moved.
    """
    known = store.same_publication(session, video_id, channel_id)
    if known is not None:
        return _move(session, known, due_at, now)
    channel = store.load_channel(session, channel_id)
    if channel.status == "disconnected":
        raise Conflict(f"@{channel.handle} is disconnected.", fix="Connect the account again, then plan the post.")
    refuse_crowd(session, channel, due_at)
    publication = Publication(
        id=ids.new(),
        owner_id=channel.owner_id,
        influencer_id=channel.influencer_id,
        video_id=video_id,
        channel_id=channel_id,
        due_at=due_at,
        created_at=now,
        updated_at=now,
    )
    store.insert_publication(session, publication)
    text = f"A post to @{channel.handle} on {channel.platform} was planned."
    about = ("publication.planned", "publication", publication.id)
    journal.note(session, channel.owner_id, "worker", *about, text, now, channel.influencer_id)
    return publication


def move(session: Session, video_id: str, due_at: datetime, now: datetime) -> list[Publication]:
    """Move every publication of a video that is not on its way yet, and return them."""
    moved = store.of_video(session, video_id, BEFORE)
    return [_move(session, publication, due_at, now) for publication in moved]


def withdraw(session: Session, video_id: str, now: datetime) -> list[Publication]:
    """Cancel every publication of a video before it is sent, and return them; a worker stops at its next step.

    Raises:
        Conflict: one is on its way, out, or in doubt, and can no longer be taken back.
    """
    late = store.of_video(session, video_id, LATE)
    if late:
        raise Conflict(f"The post is {late[0].state.replace('_', ' ')} and can no longer be withdrawn.")
    return keep_back(session, video_id, now)


def keep_back(session: Session, video_id: str, now: datetime) -> list[Publication]:
    """Cancel what was not sent of a video, and return it; what is on its way, out or in doubt stays as it is."""
    changes = {"state": "cancelled", "next_at": None, "lease_owner": None, "lease_until": None, "updated_at": now}
    return [
        store.change_publication(session, one, changes | {"epoch": one.epoch + 1})
        for one in store.of_video(session, video_id, BEFORE | {"failed"})
    ]


def refuse_crowd(session: Session, channel: Channel, due_at: datetime) -> None:
    """Refuse a post that would be too many for its account within a day, whichever day one counts.

    Raises:
        Conflict: it would; told when it is planned, not discovered at its minute.
    """
    most = A_DAY.get(channel.platform, A_DAY_ELSEWHERE)
    before = store.planned_between(session, channel.id, due_at - _DAY, due_at)
    after = store.planned_between(session, channel.id, due_at, due_at + _DAY)
    if max(before, after) >= most:
        raise Conflict(
            f"@{channel.handle} would have more than {most} posts on {channel.platform} within 24 hours.",
            field="scheduled_time",
            fix="Choose a time on another day.",
        )


def _move(session: Session, known: Publication, due_at: datetime, now: datetime) -> Publication:
    if known.due_at == due_at and known.state != "cancelled":
        return known
    if known.state in LATE:
        raise Conflict(f"The post is {known.state.replace('_', ' ')} and can no longer be moved.")
    free = {"lease_owner": None, "lease_until": None, "next_at": now if known.content else None}
    changes = {"due_at": due_at, "updated_at": now, "epoch": known.epoch + 1} | free
    return store.change_publication(session, known, changes | (ANEW if known.state in ("cancelled", "failed") else {}))
