"""/api/channel and /api/publication: connected accounts, what went out on them, and every attempt."""

from collections.abc import Sequence
from datetime import datetime
from typing import Annotated, Any, Literal

from fastapi import Query
from pydantic import Field
from sqlalchemy.orm import Session

from sorcerer import influencers, publishing
from sorcerer.api.begin import WantedChannel, connect, standing_of
from sorcerer.api.bodies import Body
from sorcerer.api.cursor import AskedPage, PageOf
from sorcerer.api.deps import Caller, Door, InRead, InSession, Now, TheDoor
from sorcerer.api.gate import Routes
from sorcerer.api.receipts import ReceiptOut, receipt_out
from sorcerer.api.shown import Shown
from sorcerer.publishing import Channel, Link, Publication

router = Routes("/channel", tags=["publishing"])
publications = Routes("/publication", tags=["publishing"])


class ChannelWanted(WantedChannel):
    """An account to connect for an influencer."""

    influencer_id: str = Field(max_length=26)


class ChannelOut(Shown):
    """A connected account; its tokens are never shown."""

    id: str
    influencer_id: str
    platform: str
    realm: Literal["live", "sandbox"]
    handle: str
    status: Literal["connected", "reconnect", "disconnected"]
    breaker: str | None
    not_before: datetime | None
    feed_url: str | None


class PublicationOut(Shown):
    """One video on one channel."""

    id: str
    influencer_id: str
    video_id: str
    channel_id: str
    platform: str
    handle: str
    due_at: datetime
    state: str
    permalink: str | None
    ai_label_seen: bool | None
    failure: dict[str, Any] | None
    published_at: datetime | None


class AttemptOut(Shown):
    """One line of what was tried."""

    at: datetime
    kind: str
    state: str
    error: dict[str, Any] | None
    witness: dict[str, Any] | None


class PublicationWhole(PublicationOut):
    """One publication with every attempt, and its receipt once it is out."""

    attempts: list[AttemptOut]
    receipt: ReceiptOut | None


class Settlement(Body):
    """What a person saw on the network."""

    is_there: bool = Field(examples=[True])


def channel_out(door: Door, channel: Channel) -> ChannelOut:
    """Return a channel as the pages show it."""
    fields = {name: getattr(channel, name) for name in ChannelOut.model_fields if name != "feed_url"}
    root = door.tools.settings.sandbox_url or "/sandbox"
    at = f"@{channel.handle}" if channel.platform == "instagram" else f"feed/{channel.platform}/{channel.handle}"
    feed = f"{root}/{at}"
    return ChannelOut.model_validate(fields | {"feed_url": feed if channel.realm == "sandbox" else None})


def _publications(session: Session, owner_id: str, found: Sequence[Publication]) -> list[dict[str, Any]]:
    """Return publications as the pages show them, each with the account it goes to."""
    accounts = {one: publishing.channels.find(session, owner_id, one) for one in {each.channel_id for each in found}}
    kept = [name for name in PublicationOut.model_fields if name in Publication.model_fields]
    return [
        {name: getattr(one, name) for name in kept}
        | {"failure": one.failure.model_dump() if one.failure else None}
        | {"platform": accounts[one.channel_id].platform, "handle": accounts[one.channel_id].handle}
        for one in found
    ]


@router.get("")
def list_channels(
    door: TheDoor,
    caller: Caller,
    session: InRead,
    influencer_id: Annotated[str | None, Query(max_length=26)] = None,
) -> PageOf[ChannelOut]:
    """List the connected accounts."""
    found = publishing.channels.page(session, caller.id, influencer_id=influencer_id)
    return PageOf(items=[channel_out(door, channel) for channel in found], next=None)


@router.post("", status_code=201)
def connect_channel(wish: ChannelWanted, door: TheDoor, caller: Caller) -> ChannelOut:
    """Connect an account on the sandbox, or connect it again."""
    with door.tools.database.read() as session:
        influencer = influencers.find(session, caller.id, wish.influencer_id)
    identity, grant = connect(door.tools, wish, influencer.handle, influencer.name)
    fields = {"owner_id": caller.id, "influencer_id": influencer.id, "platform": wish.platform, "realm": wish.realm}
    with door.tools.database.begin() as session:
        given = {"identity": identity, "grant": grant, "standing": standing_of(caller.id, door.tools.clock.now())}
        link = Link.model_validate(fields | given)
        channel = publishing.channels.connect(session, door.tools.keys, link, door.tools.clock.now())
    door.wake()
    return channel_out(door, channel)


@router.post("/{channel_id}/resume")
def resume_channel(channel_id: str, door: TheDoor, caller: Caller, session: InSession, now: Now) -> ChannelOut:
    """Let an account that was stopped go on, because a person has looked why; what waited for it goes on as well."""
    channel = publishing.channels.mend(session, caller.id, channel_id, now)
    door.wake()
    return channel_out(door, channel)


@router.delete("/{channel_id}")
def disconnect_channel(channel_id: str, door: TheDoor, caller: Caller, session: InSession, now: Now) -> ChannelOut:
    """Disconnect an account; what was not sent yet is cancelled."""
    return channel_out(door, publishing.channels.disconnect(session, caller.id, channel_id, now))


@publications.get("")
def list_publications(
    caller: Caller,
    session: InRead,
    page: AskedPage,
    video_id: Annotated[str | None, Query(max_length=26)] = None,
    influencer_id: Annotated[str | None, Query(max_length=26)] = None,
) -> PageOf[PublicationOut]:
    """List what goes out where."""
    found = publishing.publications.page(
        session, caller.id, video_id=video_id, influencer_id=influencer_id, limit=page.limit
    )
    items = [PublicationOut.model_validate(one) for one in _publications(session, caller.id, found)]
    return PageOf(items=items, next=None)


@publications.get("/{publication_id}")
def read_publication(publication_id: str, caller: Caller, session: InRead) -> PublicationWhole:
    """Return one publication with every attempt, and what was disclosed with it."""
    found = publishing.publications.find(session, caller.id, publication_id)
    attempts = [
        {name: getattr(one, name) for name in AttemptOut.model_fields}
        for one in publishing.publications.attempts(session, publication_id)
    ]
    receipt = publishing.receipts.of(session, caller.id, publication_id)
    more = {"attempts": attempts, "receipt": receipt_out(receipt) if receipt else None}
    return PublicationWhole.model_validate(_publications(session, caller.id, [found])[0] | more)


@publications.post("/{publication_id}/settle")
def settle_publication(
    publication_id: str, wish: Settlement, door: TheDoor, caller: Caller, session: InSession, now: Now
) -> PublicationOut:
    """Say whether a post in doubt is on the network: it is there, or it is not and may be sent anew."""
    settled = publishing.publications.settle(session, caller.id, publication_id, now, is_there=wish.is_there)
    door.wake()
    return PublicationOut.model_validate(_publications(session, caller.id, [settled])[0])
