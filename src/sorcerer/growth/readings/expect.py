"""Say what is to be measured from now on. Saying it again changes nothing."""

from datetime import datetime, timedelta

from sqlalchemy.orm import Session

from sorcerer import ids
from sorcerer.growth import store
from sorcerer.growth.model import Reading
from sorcerer.influencers import Influencer

_FIRST = timedelta(hours=1)


def expect_account(session: Session, her: Influencer, channel_id: str, now: datetime) -> None:
    """Read an account now, and then every night."""
    store.insert_reading(
        session,
        Reading(
            id=ids.digest(f"reading {channel_id}"),
            owner_id=her.owner_id,
            influencer_id=her.id,
            channel_id=channel_id,
            kind="account",
            zone=her.persona.timezone,
            began_at=now,
            due_at=now,
        ),
    )


def expect_post(
    session: Session, her: Influencer, channel_id: str, post: tuple[str, str, str], went_out_at: datetime
) -> None:
    """Read a post an hour after it went out, and then at its moments; one that nobody read in time is read at once.

    Args:
        post: the video's id, the network's id of the post, its kind.
    """
    video_id, post_id, kind = post
    store.insert_reading(
        session,
        Reading(
            id=ids.digest(f"reading {channel_id} {video_id}"),
            owner_id=her.owner_id,
            influencer_id=her.id,
            channel_id=channel_id,
            kind=kind,
            video_id=video_id,
            post_id=post_id,
            zone=her.persona.timezone,
            began_at=went_out_at,
            due_at=went_out_at + _FIRST,
        ),
    )
