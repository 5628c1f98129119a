"""/api/influencer/{id}/kill-switch: one action that stops everything of hers and leaves a file that says what it did.

In this order: nothing of hers may begin or be sent any more; then each network is asked to take our access back; then
the grants are erased and the evidence is written. Pulled again after a crash it goes on where it stopped.
"""

import json
from contextlib import suppress
from datetime import datetime
from typing import Any

from pydantic import Field
from sqlalchemy.orm import Session

from sorcerer import influencers, journal, publishing
from sorcerer.api import media
from sorcerer.api.bodies import Body
from sorcerer.api.deps import Caller, Door, TheDoor
from sorcerer.api.gate import Routes
from sorcerer.api.shown import Shown
from sorcerer.api.standstill import stand_still
from sorcerer.errors import Conflict, Unavailable
from sorcerer.platforms import PlatformError
from sorcerer.publishing import Channel

router = Routes("/influencer", tags=["influencers"])

_TRIES = 5
_MANY = 100_000


class Pulled(Body):
    """Why the switch is pulled."""

    reason: str = Field("The kill switch was pulled.", min_length=1, max_length=500)


class AccountGiven(Shown):
    """What became of our access to an account."""

    channel_id: str
    platform: str
    handle: str
    given_back: bool
    answer: str


class Halted(Shown):
    """What was stopped, and where that is written down."""

    at: datetime
    videos_withdrawn: int
    series_stopped: int
    accounts: tuple[AccountGiven, ...]
    evidence_sha256: str
    evidence_url: str


@router.post("/{influencer_id}/kill-switch")
def pull_kill_switch(influencer_id: str, wish: Pulled, door: TheDoor, caller: Caller) -> Halted:
    """Stop her schedules and workers, give her accounts' access back, and write an evidence file."""
    now = door.clock.now()
    channels, counts = _stopped(door, caller.id, influencer_id, wish.reason, now)
    given = tuple(_give_back(door, channel) for channel in channels)
    with door.tools.database.begin() as session:
        for channel in channels:
            publishing.channels.forget(session, channel.id)
    with door.tools.database.read() as session:
        evidence = _evidence(session, caller.id, influencer_id, now)
    told = {"reason": wish.reason, "stopped": counts, "accounts": [one.model_dump() for one in given]}
    text = json.dumps(evidence | told, indent=1, sort_keys=True, default=str)
    kept = door.tools.files.put(text.encode(), ".json")
    sha256 = kept.key.rpartition("/")[2].partition(".")[0]
    with door.tools.database.begin() as session:
        line = f"Everything of hers was stopped: {wish.reason} The evidence has the SHA-256 {sha256}."
        about = ("influencer.halted", "influencer", influencer_id)
        journal.note(session, caller.id, caller.id, *about, line, now, influencer_id=influencer_id)
    return Halted(
        at=now,
        videos_withdrawn=counts["videos"],
        series_stopped=counts["series"],
        accounts=given,
        evidence_sha256=sha256,
        evidence_url=media.address(door, kept.key, now),
    )


def _stopped(
    door: Door, owner_id: str, influencer_id: str, why: str, now: datetime
) -> tuple[list[Channel], dict[str, int]]:
    """Stop her, again when a worker that holds one of her posts crosses the way: this must not fail."""
    for _ in range(_TRIES):
        with suppress(Unavailable), door.tools.database.begin() as session:
            return _stop(session, owner_id, influencer_id, why, now)
    with door.tools.database.begin() as session:
        return _stop(session, owner_id, influencer_id, why, now)


def _stop(
    session: Session, owner_id: str, influencer_id: str, why: str, now: datetime
) -> tuple[list[Channel], dict[str, int]]:
    """Let nothing of hers begin or be sent any more: in one transaction, so a worker sees all of it or nothing."""
    channels = publishing.delivery.halt(session, owner_id, influencer_id, why, now)
    return channels, stand_still(session, owner_id, influencer_id, now)


def _give_back(door: Door, channel: Channel) -> AccountGiven:
    """Ask the network to take our access back; whatever it answers, the grant is erased here afterwards."""
    told = {"channel_id": channel.id, "platform": channel.platform, "handle": channel.handle}
    try:
        with door.tools.database.read() as session:
            account = publishing.channels.account(session, door.tools.keys, channel.id)
        door.tools.platform(channel.platform, channel.realm).revoke(account)
    except (PlatformError, Conflict) as error:
        return AccountGiven.model_validate(told | {"given_back": False, "answer": error.message})
    return AccountGiven.model_validate(told | {"given_back": True, "answer": "The network took it back."})


def _evidence(session: Session, owner_id: str, influencer_id: str, now: datetime) -> dict[str, Any]:
    """Return everything that was ever sent for her, with every attempt and every receipt; no token is in it."""
    found = publishing.publications.page(session, owner_id, influencer_id=influencer_id, limit=_MANY)
    channel_ids = sorted({one.channel_id for one in found})
    chains = {one: publishing.receipts.page(session, owner_id, one) for one in channel_ids}
    return {
        "at": now.isoformat(),
        "by": owner_id,
        "influencer": influencers.find(session, owner_id, influencer_id).model_dump(mode="json"),
        "publications": [
            one.model_dump(mode="json", exclude={"refs"})
            | {"attempts": [line.model_dump(mode="json", exclude={"refs"}) for line in _attempts(session, one.id)]}
            for one in found
        ],
        "receipts": {
            one: {
                "intact": publishing.receipts.intact(chain),
                "items": [receipt.model_dump(mode="json") for receipt in chain],
            }
            for one, chain in chains.items()
        },
    }


def _attempts(session: Session, publication_id: str) -> list[publishing.publications.Attempt]:
    return publishing.publications.attempts(session, publication_id)
