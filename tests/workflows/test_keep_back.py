"""A consent that runs out between the making and the minute keeps the post back."""

from datetime import datetime, timedelta

import pytest
from sqlalchemy import text
from sqlalchemy.orm import Session

from sorcerer import ids, influencers, publishing, schedule
from sorcerer.accounts import User
from sorcerer.database import Database
from sorcerer.keys import KeyRing
from sorcerer.platforms import Grant, Identity
from sorcerer.testing import FrozenClock
from sorcerer.workflows.keep_back import keep_back

RING = KeyRing([("test", b"k" * 32)])


def planned(session: Session, owner: User, clock: FrozenClock, *, real: bool) -> publishing.Publication:
    """A post in two days of somebody whose consent, if she needs one, ends tomorrow."""
    now = clock.now()
    new = influencers.New(
        name="Mara", handle=ids.new(), mode="lifestyle", persona=influencers.Persona(age=27), real_face=real
    )
    her = influencers.create(session, owner.id, new, now)
    signature = influencers.consents.Signature(
        subject="Mara", scope="films", proof="paper", signed_at=now, expires_at=now + timedelta(days=1)
    )
    influencers.consents.sign(session, owner.id, her.id, signature, now)
    moment = now + timedelta(days=2)
    booking = schedule.Booking(
        influencer_id=her.id, scheduled_time=moment, timezone="Europe/Berlin", direction="a quiet morning"
    )
    _, video = schedule.book(session, owner.id, booking, now, timedelta(hours=1))
    return publishing.plan(session, video.id, connected(session, owner, her.id, now), moment, now)


def connected(session: Session, owner: User, influencer_id: str, now: datetime) -> str:
    link = publishing.Link(
        owner_id=owner.id,
        influencer_id=influencer_id,
        platform="instagram",
        realm="sandbox",
        identity=Identity(account_id=ids.new(), handle="mara"),
        grant=Grant(access_token="access"),
    )
    return publishing.channels.connect(session, RING, link, now).id


def states(session: Session, publication: publishing.Publication) -> tuple[str, str]:
    video = schedule.production.load(session, publication.video_id)
    return publishing.publications.load(session, publication.id).state, video.status


def test_a_post_is_kept_back_once_the_consent_has_run_out(database: Database, owner: User, clock: FrozenClock) -> None:
    with database.begin() as session:
        publication = planned(session, owner, clock, real=True)
        keep_back(session, publication, clock.now())
        before = states(session, publication)
        keep_back(session, publication, clock.now() + timedelta(days=2))
        after = states(session, publication)
        failure = schedule.production.load(session, publication.video_id).failure

    assert (before, after) == (("planned", "pending"), ("cancelled", "failed"))
    assert failure is not None
    assert failure.cause.startswith("No consent to the use of this face holds")


def test_a_drawn_face_needs_no_consent(database: Database, owner: User, clock: FrozenClock) -> None:
    with database.begin() as session:
        publication = planned(session, owner, clock, real=False)
        keep_back(session, publication, clock.now() + timedelta(days=2))
        assert states(session, publication) == ("planned", "pending")


@pytest.mark.parametrize("state", ["committing", "reconciling", "live", "needs_review"])
def test_a_post_that_is_out_or_in_doubt_on_one_channel_lets_no_other_channel_show_the_face(
    database: Database, owner: User, clock: FrozenClock, state: str
) -> None:
    with database.begin() as session:
        waiting = planned(session, owner, clock, real=True)
        other = connected(session, owner, waiting.influencer_id, clock.now())
        on_its_way = publishing.plan(session, waiting.video_id, other, waiting.due_at, clock.now())
        session.execute(
            text("UPDATE publication SET state = :state WHERE id = :id"), {"state": state, "id": on_its_way.id}
        )
    with database.begin() as session:
        keep_back(session, waiting, clock.now() + timedelta(days=2))
    with database.begin() as session:
        assert states(session, waiting) == ("cancelled", "failed")
        assert states(session, on_its_way)[0] == state
