"""Channels, publications, attempts and receipts in and out of the database. Values in, values out."""

from collections.abc import Iterable, Mapping, Sequence
from datetime import datetime
from typing import Any

from sqlalchemy import Exists, Select, case, exists, func, insert, select, update
from sqlalchemy.exc import IntegrityError
from sqlalchemy.orm import Session

from sorcerer.errors import NotFound, Stale
from sorcerer.publishing.model import BEFORE, IN_FLIGHT, Attempt, Channel, Publication, Traffic
from sorcerer.publishing.rows import AttemptRow, ChannelRow, PublicationRow

_CHANNELS, _PUBLICATIONS, _ATTEMPTS = (
    row.metadata.tables[row.__tablename__] for row in (ChannelRow, PublicationRow, AttemptRow)
)
_CHANNEL = tuple(Channel.model_fields)
_PUBLICATION = tuple(Publication.model_fields)
_ATTEMPT = tuple(Attempt.model_fields)
# Columns, not entities: they are as they stand in the database at every question, and cost a third of the time.
_A_CHANNEL = select(*(_CHANNELS.c[name] for name in _CHANNEL))
_A_PUBLICATION = select(*(_PUBLICATIONS.c[name] for name in _PUBLICATION))


def _channel(row: Sequence[Any]) -> Channel:
    return Channel.model_validate(dict(zip(_CHANNEL, row, strict=True)))


def _publication(row: Sequence[Any]) -> Publication:
    return Publication.model_validate(dict(zip(_PUBLICATION, row, strict=True)))


def _publications(session: Session, asked: Select[Any]) -> list[Publication]:
    return [_publication(row) for row in session.execute(asked)]


def insert_channel(session: Session, channel: Channel, sealed: str) -> None:
    """Keep a new channel with its sealed grant."""
    session.execute(insert(_CHANNELS).values(**columns(channel), grant_sealed=sealed))


def columns(channel: Channel) -> dict[str, Any]:
    """Return a channel as its row keeps it."""
    standing = channel.standing.model_dump(mode="json") if channel.standing else None
    return channel.model_dump() | {"standing": standing}


def update_channel(session: Session, channel_id: str, changes: Mapping[str, Any]) -> None:
    """Change a channel."""
    session.execute(update(_CHANNELS).where(_CHANNELS.c.id == channel_id).values(**changes))


def same_channel(session: Session, influencer_id: str, network: tuple[str, str], account_id: str) -> Channel | None:
    """Return the influencer's channel of an account, whatever its status; `network` is platform and realm."""
    row = session.execute(
        _A_CHANNEL.where(
            ChannelRow.influencer_id == influencer_id,
            ChannelRow.platform == network[0],
            ChannelRow.realm == network[1],
            ChannelRow.account_id == account_id,
        )
    ).one_or_none()
    return _channel(row) if row else None


def find_channel(session: Session, owner_id: str, channel_id: str) -> Channel:
    """Return one channel of an owner.

    Raises:
        NotFound: there is none, or it is somebody else's.
    """
    asked = _A_CHANNEL.where(ChannelRow.id == channel_id, ChannelRow.owner_id == owner_id)
    row = session.execute(asked).one_or_none()
    if row is None:
        raise NotFound(f"There is no channel {channel_id!r}.", field="channel_id")
    return _channel(row)


def load_channel(session: Session, channel_id: str, *, lock: bool = False) -> Channel:
    """Return one channel, whoever owns it: for the worker. `lock` keeps others out until the transaction ends.

    Raises:
        NotFound: there is none.
    """
    asked = _A_CHANNEL.where(ChannelRow.id == channel_id)
    row = session.execute(asked.with_for_update() if lock else asked).one_or_none()
    if row is None:
        raise NotFound(f"There is no channel {channel_id!r}.")
    return _channel(row)


def page_channels(session: Session, owner_id: str, influencer_id: str | None = None) -> list[Channel]:
    """Return an owner's channels that are not disconnected, the oldest first."""
    asked = _A_CHANNEL.where(ChannelRow.owner_id == owner_id, ChannelRow.status != "disconnected")
    if influencer_id is not None:
        asked = asked.where(ChannelRow.influencer_id == influencer_id)
    return [_channel(row) for row in session.execute(asked.order_by(ChannelRow.connected_at, ChannelRow.id))]


def connected_channels(session: Session) -> list[Channel]:
    """Return every connected channel, whoever owns it: for the worker."""
    asked = _A_CHANNEL.where(ChannelRow.status == "connected").order_by(ChannelRow.id)
    return [_channel(row) for row in session.execute(asked)]


def expiring_channels(session: Session, before: datetime) -> list[Channel]:
    """Return the connected channels whose grant runs out before a moment."""
    asked = _A_CHANNEL.where(ChannelRow.status == "connected", ChannelRow.grant_expires_at < before)
    return [_channel(row) for row in session.execute(asked.order_by(ChannelRow.grant_expires_at))]


def take_refresh(session: Session, channel_id: str, now: datetime, until: datetime) -> bool:
    """Take the right to refresh a channel's grant, unless somebody has it."""
    free = ChannelRow.refreshing_until.is_(None) | (ChannelRow.refreshing_until <= now)
    asked = update(_CHANNELS).where(_CHANNELS.c.id == channel_id, free).values(refreshing_until=until)
    return session.execute(asked.returning(_CHANNELS.c.id)).scalar() is not None


def open_channel(session: Session, channel_id: str) -> tuple[Channel, str | None]:
    """Return one channel with its sealed grant, whoever owns it.

    Raises:
        NotFound: there is none.
    """
    row = session.execute(_A_CHANNEL.add_columns(ChannelRow.grant_sealed).where(ChannelRow.id == channel_id))
    found = row.one_or_none()
    if found is None:
        raise NotFound(f"There is no channel {channel_id!r}.")
    return _channel(found[:-1]), found[-1]


def insert_publication(session: Session, publication: Publication) -> None:
    """Keep a new publication."""
    session.execute(insert(_PUBLICATIONS).values(**_plain(publication.model_dump(mode="python"), publication)))


def change_publication(session: Session, publication: Publication, changes: Mapping[str, Any]) -> Publication:
    """Change a publication as it was read, and return it as it is then.

    Raises:
        Stale: somebody took it over since.
    """
    changed = publication.model_copy(update=dict(changes))
    columns = {
        name: value for name, value in _plain(changed.model_dump(mode="python"), changed).items() if name in changes
    }
    table = _PUBLICATIONS.c
    asked = update(_PUBLICATIONS).where(table.id == publication.id, table.epoch == publication.epoch)
    result = session.execute(asked.values(**columns).returning(table.id)).scalar()
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
    asked = _A_PUBLICATION.where(PublicationRow.id == publication_id, PublicationRow.owner_id == owner_id)
    row = session.execute(asked).one_or_none()
    if row is None:
        raise NotFound(f"There is no publication {publication_id!r}.", field="publication_id")
    return _publication(row)


def load_publication(session: Session, publication_id: str, *, lock: bool = False) -> Publication:
    """Return one publication, whoever owns it: for the worker. `lock` keeps others out until the transaction ends.

    Raises:
        NotFound: there is none.
    """
    asked = _A_PUBLICATION.where(PublicationRow.id == publication_id)
    row = session.execute(asked.with_for_update() if lock else asked).one_or_none()
    if row is None:
        raise NotFound(f"There is no publication {publication_id!r}.")
    return _publication(row)


def take(session: Session, publication_id: str) -> tuple[Publication, Channel]:
    """Return one publication and its channel in one question, both locked until the transaction ends.

    Raises:
        NotFound: there is none.
    """
    asked = _A_PUBLICATION.add_columns(*_A_CHANNEL.selected_columns)
    asked = asked.join(_CHANNELS, _CHANNELS.c.id == _PUBLICATIONS.c.channel_id)
    asked = asked.where(_PUBLICATIONS.c.id == publication_id).with_for_update(of=[_PUBLICATIONS, _CHANNELS])
    row = session.execute(asked).one_or_none()
    if row is None:
        raise NotFound(f"There is no publication {publication_id!r}.")
    return _publication(row[: len(_PUBLICATION)]), _channel(row[len(_PUBLICATION) :])


def same_publication(session: Session, video_id: str, channel_id: str) -> Publication | None:
    """Return the publication of a video on a channel."""
    asked = _A_PUBLICATION.where(PublicationRow.video_id == video_id, PublicationRow.channel_id == channel_id)
    row = session.execute(asked).one_or_none()
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
    asked = _A_PUBLICATION.where(PublicationRow.owner_id == owner_id)
    wanted = {"influencer_id": influencer_id, "channel_id": channel_id, "video_id": video_id, "state": state}
    for name, value in wanted.items():
        if value is not None:
            asked = asked.where(getattr(PublicationRow, name) == value)
    return _publications(session, asked.order_by(PublicationRow.due_at.desc(), PublicationRow.id.desc()).limit(limit))


def of_video(session: Session, video_id: str, states: Iterable[str]) -> list[Publication]:
    """Return a video's publications that are in one of the states."""
    asked = _A_PUBLICATION.where(PublicationRow.video_id == video_id, PublicationRow.state.in_(list(states)))
    return _publications(session, asked.order_by(PublicationRow.id).with_for_update())


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


def offer_due(session: Session, now: datetime, again_at: datetime, limit: int) -> list[Publication]:
    """Offer what is due, each under its next epoch and again at a later moment; what others have locked is left out.

    What goes out now comes first, then what is prepared or in doubt, and what is out already comes last.
    """
    asked = _A_PUBLICATION.where(PublicationRow.next_at.is_not(None), PublicationRow.next_at <= now)
    is_now = PublicationRow.state.in_(BEFORE) & (PublicationRow.due_at <= now)
    first = case((is_now, 0), (PublicationRow.state == "live", 2), else_=1)
    asked = asked.order_by(first, PublicationRow.due_at).limit(limit).with_for_update(skip_locked=True)
    found = _publications(session, asked)
    if found:
        offered = update(_PUBLICATIONS).where(_PUBLICATIONS.c.id.in_([one.id for one in found]))
        session.execute(offered.values(epoch=_PUBLICATIONS.c.epoch + 1, next_at=again_at))
    return [one.model_copy(update={"epoch": one.epoch + 1, "next_at": again_at}) for one in found]


def next_moment(session: Session) -> datetime | None:
    """Return when a publication is due next."""
    asked = select(PublicationRow.next_at).where(PublicationRow.next_at.is_not(None))
    return session.scalar(asked.order_by(PublicationRow.next_at).limit(1))


def is_busy(session: Session, channel_id: str, but: str = "") -> bool:
    """Tell whether the call of no return of another publication of the channel is not settled."""
    return session.execute(select(_busy(channel_id, but))).scalar_one()


def traffic(session: Session, channel_id: str, but: str, since: datetime) -> Traffic:
    """Return what else goes on on a channel, in one question; doubts from before a moment do not count."""
    other = (_PUBLICATIONS.c.channel_id == channel_id, _PUBLICATIONS.c.id != but)
    asked = exists().where(*other, _PUBLICATIONS.c.state == "needs_review", _PUBLICATIONS.c.updated_at > since)
    last = select(func.max(_PUBLICATIONS.c.published_at)).where(_PUBLICATIONS.c.channel_id == channel_id)
    return Traffic(*session.execute(select(_busy(channel_id, but), asked, last.scalar_subquery())).one())


def _busy(channel_id: str, but: str) -> Exists:
    of_channel = (_PUBLICATIONS.c.channel_id == channel_id, _PUBLICATIONS.c.id != but)
    return exists().where(*of_channel, _PUBLICATIONS.c.state.in_(IN_FLIGHT))


def in_states(session: Session, channel_id: str, states: Iterable[str]) -> list[Publication]:
    """Return the channel's publications that are in one of the states, each locked."""
    asked = _A_PUBLICATION.where(PublicationRow.channel_id == channel_id, PublicationRow.state.in_(list(states)))
    return _publications(session, asked.order_by(PublicationRow.id).with_for_update())


def planned_between(session: Session, channel_id: str, start: datetime, end: datetime) -> int:
    """Return how many publications of the channel go out, or went out, from one moment up to another."""
    gone = ("failed", "cancelled")
    asked = select(func.count()).select_from(PublicationRow)
    asked = asked.where(PublicationRow.channel_id == channel_id, PublicationRow.state.not_in(gone))
    return session.scalar(asked.where(PublicationRow.due_at >= start, PublicationRow.due_at < end)) or 0


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
    asked = _A_PUBLICATION.where(
        PublicationRow.channel_id == channel_id, PublicationRow.state == "live", PublicationRow.published_at >= since
    )
    return _publications(session, asked)


def out_since(session: Session, since: datetime) -> list[Publication]:
    """Return what went out on any channel since a moment, whoever owns it: for the worker."""
    asked = _A_PUBLICATION.where(PublicationRow.state == "live", PublicationRow.published_at >= since)
    return _publications(session, asked)


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
    session.execute(update(_CHANNELS).where(*here).values(**changes))


def wake(session: Session, channel_id: str, states: Iterable[str], now: datetime) -> None:
    """Have a worker look at the channel's publications that have something to do."""
    session.execute(
        update(_PUBLICATIONS)
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
        update(_PUBLICATIONS)
        .where(PublicationRow.channel_id == channel_id, PublicationRow.state.in_(list(states)))
        .values(state="cancelled", next_at=None, epoch=PublicationRow.epoch + 1, updated_at=now)
    )


def insert_attempt(session: Session, attempt: Attempt) -> None:
    """Add a line to what was tried.

    Raises:
        Stale: the publication was deleted, or another hand added a line at the same moment.
    """
    before = select(func.count()).where(_ATTEMPTS.c.publication_id == attempt.publication_id)
    try:
        session.execute(insert(_ATTEMPTS).values(**attempt.model_dump(), seq=before.scalar_subquery() + 1))
    except IntegrityError as error:
        raise Stale(f"Publication {attempt.publication_id!r} is gone, or another hand is at it.") from error


def attempts(session: Session, publication_id: str) -> list[Attempt]:
    """Return what was tried, in order."""
    asked = select(*(_ATTEMPTS.c[name] for name in _ATTEMPT)).where(_ATTEMPTS.c.publication_id == publication_id)
    rows = session.execute(asked.order_by(_ATTEMPTS.c.seq))
    return [Attempt.model_validate(dict(zip(_ATTEMPT, row, strict=True))) for row in rows]
