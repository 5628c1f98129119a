"""Channels, publications, attempts and receipts in and out of the database. Values in, values out."""

from collections.abc import Iterable, Mapping
from datetime import datetime
from typing import Any

from sqlalchemy import func, select, update
from sqlalchemy.orm import Session

from sorcerer.errors import NotFound, Stale
from sorcerer.publishing.model import IN_FLIGHT, Attempt, Channel, Publication, Receipt
from sorcerer.publishing.rows import AttemptRow, ChannelRow, PublicationRow, ReceiptRow

_CHANNEL = tuple(Channel.model_fields)
_PUBLICATION = tuple(Publication.model_fields)
_ATTEMPT = tuple(Attempt.model_fields)
_RECEIPT = tuple(Receipt.model_fields)


def _channel(row: ChannelRow) -> Channel:
    return Channel.model_validate({name: getattr(row, name) for name in _CHANNEL})


def _publication(row: PublicationRow) -> Publication:
    return Publication.model_validate({name: getattr(row, name) for name in _PUBLICATION})


def insert_channel(session: Session, channel: Channel, sealed: str) -> None:
    """Keep a new channel with its sealed grant."""
    session.add(ChannelRow(**columns(channel), grant_sealed=sealed))
    session.flush()


def columns(channel: Channel) -> dict[str, Any]:
    """Return a channel as its row keeps it."""
    standing = channel.standing.model_dump(mode="json") if channel.standing else None
    return channel.model_dump() | {"standing": standing}


def update_channel(session: Session, channel_id: str, changes: Mapping[str, Any]) -> None:
    """Change a channel."""
    session.execute(update(ChannelRow).where(ChannelRow.id == channel_id).values(**changes))


def same_channel(session: Session, influencer_id: str, network: tuple[str, str], account_id: str) -> Channel | None:
    """Return the influencer's channel of an account, whatever its status; `network` is platform and realm."""
    row = session.scalar(
        select(ChannelRow).where(
            ChannelRow.influencer_id == influencer_id,
            ChannelRow.platform == network[0],
            ChannelRow.realm == network[1],
            ChannelRow.account_id == account_id,
        )
    )
    return _channel(row) if row else None


def find_channel(session: Session, owner_id: str, channel_id: str) -> Channel:
    """Return one channel of an owner.

    Raises:
        NotFound: there is none, or it is somebody else's.
    """
    row = session.scalar(select(ChannelRow).where(ChannelRow.id == channel_id, ChannelRow.owner_id == owner_id))
    if row is None:
        raise NotFound(f"There is no channel {channel_id!r}.", field="channel_id")
    return _channel(row)


def load_channel(session: Session, channel_id: str, *, lock: bool = False) -> Channel:
    """Return one channel, whoever owns it: for the worker. `lock` keeps others out until the transaction ends.

    Raises:
        NotFound: there is none.
    """
    asked = select(ChannelRow).where(ChannelRow.id == channel_id).execution_options(populate_existing=True)
    row = session.scalar(asked.with_for_update() if lock else asked)
    if row is None:
        raise NotFound(f"There is no channel {channel_id!r}.")
    return _channel(row)


def page_channels(session: Session, owner_id: str, influencer_id: str | None = None) -> list[Channel]:
    """Return an owner's channels that are not disconnected, the oldest first."""
    asked = select(ChannelRow).where(ChannelRow.owner_id == owner_id, ChannelRow.status != "disconnected")
    if influencer_id is not None:
        asked = asked.where(ChannelRow.influencer_id == influencer_id)
    return [_channel(row) for row in session.scalars(asked.order_by(ChannelRow.connected_at, ChannelRow.id))]


def connected_channels(session: Session) -> list[Channel]:
    """Return every connected channel, whoever owns it: for the worker."""
    asked = select(ChannelRow).where(ChannelRow.status == "connected").order_by(ChannelRow.id)
    return [_channel(row) for row in session.scalars(asked)]


def expiring_channels(session: Session, before: datetime) -> list[Channel]:
    """Return the connected channels whose grant runs out before a moment."""
    asked = select(ChannelRow).where(ChannelRow.status == "connected", ChannelRow.grant_expires_at < before)
    return [_channel(row) for row in session.scalars(asked.order_by(ChannelRow.grant_expires_at))]


def take_refresh(session: Session, channel_id: str, now: datetime, until: datetime) -> bool:
    """Take the right to refresh a channel's grant, unless somebody has it."""
    free = ChannelRow.refreshing_until.is_(None) | (ChannelRow.refreshing_until <= now)
    asked = update(ChannelRow).where(ChannelRow.id == channel_id, free).values(refreshing_until=until)
    return session.execute(asked.returning(ChannelRow.id)).scalar() is not None


def sealed_grant(session: Session, channel_id: str) -> str | None:
    """Return the sealed grant of a channel."""
    return session.scalar(select(ChannelRow.grant_sealed).where(ChannelRow.id == channel_id))


def insert_publication(session: Session, publication: Publication) -> None:
    """Keep a new publication."""
    session.add(PublicationRow(**_plain(publication.model_dump(mode="python"), publication)))
    session.flush()


def change_publication(session: Session, publication: Publication, changes: Mapping[str, Any]) -> Publication:
    """Change a publication as it was read, and return it as it is then.

    Raises:
        Stale: somebody took it over since.
    """
    changed = publication.model_copy(update=dict(changes))
    columns = {
        name: value for name, value in _plain(changed.model_dump(mode="python"), changed).items() if name in changes
    }
    asked = update(PublicationRow).where(PublicationRow.id == publication.id, PublicationRow.epoch == publication.epoch)
    result = session.execute(asked.values(**columns).returning(PublicationRow.id)).scalar()
    if result is None:
        raise Stale(f"Publication {publication.id!r} was taken over by somebody else; this hand must not go on.")
    return changed


def _plain(columns: dict[str, Any], publication: Publication) -> dict[str, Any]:
    content, failure = publication.content, publication.failure
    columns["content"] = content.model_dump(mode="json") if content else None
    columns["failure"] = failure.model_dump(mode="json") if failure else None
    return columns


def find_publication(session: Session, owner_id: str, publication_id: str) -> Publication:
    """Return one publication of an owner.

    Raises:
        NotFound: there is none, or it is somebody else's.
    """
    row = session.scalar(
        select(PublicationRow).where(PublicationRow.id == publication_id, PublicationRow.owner_id == owner_id)
    )
    if row is None:
        raise NotFound(f"There is no publication {publication_id!r}.", field="publication_id")
    return _publication(row)


def load_publication(session: Session, publication_id: str, *, lock: bool = False) -> Publication:
    """Return one publication, whoever owns it: for the worker.

    Raises:
        NotFound: there is none.
    """
    asked = select(PublicationRow).where(PublicationRow.id == publication_id).execution_options(populate_existing=True)
    row = session.scalar(asked.with_for_update() if lock else asked)
    if row is None:
        raise NotFound(f"There is no publication {publication_id!r}.")
    return _publication(row)


def same_publication(session: Session, video_id: str, channel_id: str) -> Publication | None:
    """Return the publication of a video on a channel."""
    row = session.scalar(
        select(PublicationRow).where(PublicationRow.video_id == video_id, PublicationRow.channel_id == channel_id)
    )
    return _publication(row) if row else None


def page_publications(
    session: Session,
    owner_id: str,
    *,
    influencer_id: str | None = None,
    channel_id: str | None = None,
    video_id: str | None = None,
    state: str | None = None,
    limit: int = 200,
) -> list[Publication]:
    """Return an owner's publications, the latest due first."""
    asked = select(PublicationRow).where(PublicationRow.owner_id == owner_id)
    wanted = {"influencer_id": influencer_id, "channel_id": channel_id, "video_id": video_id, "state": state}
    for name, value in wanted.items():
        if value is not None:
            asked = asked.where(getattr(PublicationRow, name) == value)
    rows = session.scalars(asked.order_by(PublicationRow.due_at.desc(), PublicationRow.id.desc()).limit(limit))
    return [_publication(row) for row in rows]


def of_video(session: Session, video_id: str, states: Iterable[str]) -> list[Publication]:
    """Return a video's publications that are in one of the states."""
    asked = select(PublicationRow).where(PublicationRow.video_id == video_id, PublicationRow.state.in_(list(states)))
    return [_publication(row) for row in session.scalars(asked.order_by(PublicationRow.id).with_for_update())]


def links(session: Session, owner_id: str, video_ids: Iterable[str]) -> dict[str, list[tuple[str, str]]]:
    """Return where videos are out: by video, each network with the post's address, the newest first."""
    asked = select(PublicationRow.video_id, ChannelRow.platform, PublicationRow.permalink).where(
        PublicationRow.owner_id == owner_id,
        PublicationRow.video_id.in_(list(video_ids)),
        PublicationRow.channel_id == ChannelRow.id,
        PublicationRow.state == "live",
        PublicationRow.permalink.is_not(None),
    )
    found: dict[str, list[tuple[str, str]]] = {}
    for video_id, platform, permalink in session.execute(asked.order_by(PublicationRow.published_at)):
        found.setdefault(video_id, []).insert(0, (platform, permalink or ""))
    return found


def claim_due(session: Session, now: datetime, limit: int) -> list[Publication]:
    """Return what is due, each locked for this transaction; what another worker has locked is left out."""
    asked = select(PublicationRow).where(PublicationRow.next_at.is_not(None), PublicationRow.next_at <= now)
    rows = session.scalars(asked.order_by(PublicationRow.next_at).limit(limit).with_for_update(skip_locked=True))
    return [_publication(row) for row in rows]


def next_moment(session: Session) -> datetime | None:
    """Return when a publication is due next."""
    asked = select(PublicationRow.next_at).where(PublicationRow.next_at.is_not(None))
    return session.scalar(asked.order_by(PublicationRow.next_at).limit(1))


def in_flight(session: Session, channel_id: str, but: str) -> Publication | None:
    """Return another publication of the channel whose call of no return is not settled."""
    row = session.scalar(
        select(PublicationRow).where(
            PublicationRow.channel_id == channel_id,
            PublicationRow.id != but,
            PublicationRow.state.in_(IN_FLIGHT),
        )
    )
    return _publication(row) if row else None


def in_states(session: Session, channel_id: str, states: Iterable[str]) -> list[Publication]:
    """Return the channel's publications that are in one of the states, each locked."""
    asked = select(PublicationRow).where(
        PublicationRow.channel_id == channel_id, PublicationRow.state.in_(list(states))
    )
    return [_publication(row) for row in session.scalars(asked.order_by(PublicationRow.id).with_for_update())]


def planned_between(session: Session, channel_id: str, start: datetime, end: datetime) -> int:
    """Return how many publications of the channel go out, or went out, from one moment up to another."""
    gone = ("failed", "cancelled")
    asked = select(func.count()).select_from(PublicationRow)
    asked = asked.where(PublicationRow.channel_id == channel_id, PublicationRow.state.not_in(gone))
    return session.scalar(asked.where(PublicationRow.due_at >= start, PublicationRow.due_at < end)) or 0


def doubtful_since(session: Session, channel_id: str, but: str, since: datetime) -> bool:
    """Tell whether a person was asked about another publication of the channel since a moment."""
    asked = select(PublicationRow.id).where(
        PublicationRow.channel_id == channel_id,
        PublicationRow.id != but,
        PublicationRow.state == "needs_review",
        PublicationRow.updated_at > since,
    )
    return session.scalar(asked.limit(1)) is not None


def taken_ids(session: Session, channel_id: str, but: str) -> tuple[str, ...]:
    """Return the network's ids of the channel's other posts, the newest first."""
    asked = select(PublicationRow.remote_post_id).where(
        PublicationRow.channel_id == channel_id,
        PublicationRow.id != but,
        PublicationRow.remote_post_id.is_not(None),
    )
    rows = session.scalars(asked.order_by(PublicationRow.due_at.desc()).limit(200))
    return tuple(one for one in rows if one is not None)


def published_since(session: Session, channel_id: str, since: datetime) -> list[Publication]:
    """Return what the channel put out since a moment."""
    asked = select(PublicationRow).where(
        PublicationRow.channel_id == channel_id, PublicationRow.state == "live", PublicationRow.published_at >= since
    )
    return [_publication(row) for row in session.scalars(asked)]


def out_since(session: Session, since: datetime) -> list[Publication]:
    """Return what went out on any channel since a moment, whoever owns it: for the worker."""
    asked = select(PublicationRow).where(PublicationRow.state == "live", PublicationRow.published_at >= since)
    return [_publication(row) for row in session.scalars(asked)]


def last_out(session: Session, channel_id: str) -> datetime | None:
    """Return when the channel's last post went out."""
    asked = select(func.max(PublicationRow.published_at)).where(PublicationRow.channel_id == channel_id)
    return session.scalar(asked)


def tried_by_account(session: Session, channel_id: str, kind: str, since: datetime) -> int:
    """Return how many attempts of a kind were made for an account since a moment."""
    asked = (
        select(func.count())
        .select_from(AttemptRow)
        .join(PublicationRow, AttemptRow.publication_id == PublicationRow.id)
    )
    asked = asked.where(PublicationRow.channel_id == channel_id, AttemptRow.kind == kind, AttemptRow.at > since)
    return session.scalar(asked) or 0


def tried_by_app(session: Session, network: tuple[str, str], since: datetime) -> dict[str, int]:
    """Return how many attempts of each kind were made since a moment, for all accounts of a platform and realm."""
    asked = select(AttemptRow.kind, func.count().label("tried")).join(
        PublicationRow, AttemptRow.publication_id == PublicationRow.id
    )
    asked = asked.join(ChannelRow, PublicationRow.channel_id == ChannelRow.id).where(AttemptRow.state != "intent")
    asked = asked.where(ChannelRow.platform == network[0], ChannelRow.realm == network[1], AttemptRow.at >= since)
    return {row.kind: row.tried for row in session.execute(asked.group_by(AttemptRow.kind))}


def trip_all(session: Session, network: tuple[str, str], changes: Mapping[str, Any]) -> None:
    """Change every connected channel of a platform and realm."""
    here = (ChannelRow.platform == network[0], ChannelRow.realm == network[1], ChannelRow.status == "connected")
    session.execute(update(ChannelRow).where(*here).values(**changes))


def wake(session: Session, channel_id: str, states: Iterable[str], now: datetime) -> None:
    """Have a worker look at the channel's publications that have something to do."""
    session.execute(
        update(PublicationRow)
        .where(
            PublicationRow.channel_id == channel_id,
            PublicationRow.state.in_(list(states)),
            PublicationRow.content.is_not(None),
        )
        .values(next_at=now)
    )


def cancel_all(session: Session, channel_id: str, states: Iterable[str], now: datetime) -> None:
    """Cancel the channel's publications that are in one of the states."""
    session.execute(
        update(PublicationRow)
        .where(PublicationRow.channel_id == channel_id, PublicationRow.state.in_(list(states)))
        .values(state="cancelled", next_at=None, epoch=PublicationRow.epoch + 1, updated_at=now)
    )


def insert_attempt(session: Session, attempt: Attempt) -> None:
    """Add a line to what was tried."""
    asked = select(func.count()).select_from(AttemptRow).where(AttemptRow.publication_id == attempt.publication_id)
    session.add(AttemptRow(**attempt.model_dump(), seq=(session.scalar(asked) or 0) + 1))
    session.flush()


def attempts(session: Session, publication_id: str) -> list[Attempt]:
    """Return what was tried, in order."""
    rows = session.scalars(
        select(AttemptRow).where(AttemptRow.publication_id == publication_id).order_by(AttemptRow.seq)
    )
    return [Attempt.model_validate({name: getattr(row, name) for name in _ATTEMPT}) for row in rows]


def insert_receipt(session: Session, receipt: Receipt) -> None:
    """Add a receipt to its channel's chain."""
    session.add(ReceiptRow(**receipt.model_dump()))
    session.flush()


def last_receipt(session: Session, channel_id: str) -> Receipt | None:
    """Return the newest receipt of a channel."""
    row = session.scalar(
        select(ReceiptRow).where(ReceiptRow.channel_id == channel_id).order_by(ReceiptRow.number.desc()).limit(1)
    )
    return _receipt(row) if row else None


def receipt_of(session: Session, owner_id: str, publication_id: str) -> Receipt | None:
    """Return the receipt of one post, or None while it has none."""
    asked = select(ReceiptRow).where(ReceiptRow.owner_id == owner_id, ReceiptRow.publication_id == publication_id)
    row = session.scalar(asked)
    return _receipt(row) if row else None


def receipts(session: Session, owner_id: str, channel_id: str) -> list[Receipt]:
    """Return a channel's receipts in order."""
    asked = select(ReceiptRow).where(ReceiptRow.owner_id == owner_id, ReceiptRow.channel_id == channel_id)
    return [_receipt(row) for row in session.scalars(asked.order_by(ReceiptRow.number))]


def _receipt(row: ReceiptRow) -> Receipt:
    return Receipt.model_validate({name: getattr(row, name) for name in _RECEIPT})
