"""The only SQL of this room. Values in, values out; whoever asks names the owner."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any, Literal

from sqlalchemy import ColumnElement, CursorResult, and_, insert, or_, select, update
from sqlalchemy.exc import IntegrityError
from sqlalchemy.orm import Session

from sorcerer import ids
from sorcerer.life.model import Item, Life, Plan, Post, Stretch
from sorcerer.life.rows import HeadRow, ItemRow, PostRow, RevisionRow
from sorcerer.life.world import Worlds
from sorcerer.life.world.minutes import moment

Layer = Literal["item", "post"]


@dataclass(frozen=True, slots=True)
class Kept:
    """A revision as it is kept."""

    rev: int
    kind: str
    reason: str
    first_day: date | None
    days: int
    basis: dict[str, Any]
    created_at: datetime


_TABLES: dict[Layer, type[ItemRow] | type[PostRow]] = {"item": ItemRow, "post": PostRow}


def head(session: Session, owner_id: str, influencer_id: str) -> Life | None:
    """Return the head of a life, or None when there is none or it is another owner's."""
    wanted = select(HeadRow).where(HeadRow.influencer_id == influencer_id, HeadRow.owner_id == owner_id)
    row = session.scalars(wanted.execution_options(populate_existing=True)).one_or_none()
    return _life(row) if row is not None else None


def move_head(session: Session, owner_id: str, base: int, life: Life) -> bool:
    """Move the head from `base` to the one in `life`; tell whether it still stood at `base`."""
    values = {"head": life.head, "state": life.state, "first_day": life.first_day, "last_day": life.last_day}
    if base == 0:
        row = {"influencer_id": life.influencer_id, "owner_id": owner_id, **values}
        try:
            with session.begin_nested():
                session.execute(insert(HeadRow).values(**row))
        except IntegrityError:
            return False
        return True
    seen = (HeadRow.influencer_id == life.influencer_id, HeadRow.owner_id == owner_id, HeadRow.head == base)
    done = session.execute(update(HeadRow).where(*seen).values(**values))
    return isinstance(done, CursorResult) and done.rowcount == 1


def keep_revision(  # noqa: PLR0913 - what a revision says of itself
    session: Session,
    owner_id: str,
    life: Life,
    *,
    kind: str,
    reason: str,
    plan: Plan | None,
    now: datetime,
    more: dict[str, Any] | None = None,
) -> None:
    """Write down what a revision did and what it was made from."""
    basis: dict[str, Any] = {}
    if plan is not None:
        facts = [fact.model_dump(mode="json") for fact in plan.facts]
        basis = {"seed": plan.seed, "premise": plan.premise.model_dump(mode="json"), "facts": facts} | (more or {})
    row = RevisionRow(
        owner_id=owner_id,
        influencer_id=life.influencer_id,
        rev=life.head,
        kind=kind,
        reason=reason,
        first_day=plan.first_day if plan else None,
        days=plan.days if plan else 0,
        basis=basis,
        created_at=now,
    )
    session.add(row)
    session.flush()


def live(session: Session, layer: Layer, owner_id: str, influencer_id: str, since: date) -> dict[str, dict[str, Any]]:
    """Return the live rows from a life day on: key → id, body and beginning."""
    table = _TABLES[layer]
    wanted = select(table.id, table.key, table.body, table.starts_at).where(
        table.influencer_id == influencer_id, table.owner_id == owner_id, table.rev_to.is_(None), table.day >= since
    )
    return {row.key: {"id": row.id, "body": row.body, "starts_at": row.starts_at} for row in session.execute(wanted)}


def close(session: Session, layer: Layer, row_ids: Iterable[str], rev: int) -> None:
    """Close rows at a revision."""
    table = _TABLES[layer]
    chosen = list(row_ids)
    for start in range(0, len(chosen), 500):
        part = chosen[start : start + 500]
        session.execute(update(table).where(table.id.in_(part), table.rev_to.is_(None)).values(rev_to=rev))


def close_from(session: Session, owner_id: str, influencer_id: str, now: datetime, rev: int) -> None:
    """Close everything that has not begun yet."""
    for table in _TABLES.values():
        mine = (table.influencer_id == influencer_id, table.owner_id == owner_id)
        session.execute(update(table).where(*mine, table.rev_to.is_(None), table.starts_at >= now).values(rev_to=rev))


def add_items(session: Session, owner_id: str, plan: Plan, items: Iterable[Item], rev: int) -> None:
    """Add items as live rows."""
    worlds = Worlds(plan.premise, plan.facts)
    rows = [
        {
            **_row(owner_id, plan.influencer_id, item.id, rev),
            "day": item.day,
            "starts_at": moment(item.day, item.start, worlds.on(item.day).city.zone),
            "ends_at": moment(item.day, item.end, worlds.on(item.day).city.zone),
            "body": item.model_dump(mode="json"),
        }
        for item in items
    ]
    if rows:
        session.execute(insert(ItemRow), rows)


def add_posts(session: Session, owner_id: str, plan: Plan, posts: Iterable[Post], rev: int) -> None:
    """Add posts as live rows."""
    days = {item.id: item.day for item in plan.items}
    rows = [
        {
            **_row(owner_id, plan.influencer_id, post.id, rev),
            "day": days[post.item_id],
            "starts_at": post.at,
            "body": post.model_dump(mode="json"),
        }
        for post in posts
    ]
    if rows:
        session.execute(insert(PostRow), rows)


def items_between(
    session: Session, owner_id: str, influencer_id: str, start: datetime, end: datetime, rev: int | None = None
) -> tuple[Item, ...]:
    """Return the items that touch a stretch, in order of time: the live ones, or those that stood at a revision."""
    mine = (ItemRow.influencer_id == influencer_id, ItemRow.owner_id == owner_id, *_stood(ItemRow, rev))
    touching = (ItemRow.starts_at < end, ItemRow.ends_at > start)
    wanted = select(ItemRow.body).where(*mine, *touching).order_by(ItemRow.starts_at)
    return tuple(Item.model_validate(body) for body in session.scalars(wanted))


def posts_between(
    session: Session, owner_id: str, influencer_id: str, start: datetime, end: datetime, rev: int | None = None
) -> tuple[Post, ...]:
    """Return the posts that go out in a stretch, in order of time: the live ones, or those that stood at a revision."""
    mine = (PostRow.influencer_id == influencer_id, PostRow.owner_id == owner_id, *_stood(PostRow, rev))
    wanted = select(PostRow.body).where(*mine, PostRow.starts_at >= start, PostRow.starts_at < end)
    return tuple(Post.model_validate(body) for body in session.scalars(wanted.order_by(PostRow.starts_at)))


def revision(session: Session, owner_id: str, influencer_id: str, rev: int) -> Kept | None:
    """Return one revision, or None when there is none of that number."""
    mine = (RevisionRow.influencer_id == influencer_id, RevisionRow.owner_id == owner_id, RevisionRow.rev == rev)
    row = session.scalars(select(RevisionRow).where(*mine)).one_or_none()
    return _kept(row) if row is not None else None


def revisions(session: Session, owner_id: str, influencer_id: str, limit: int) -> list[Kept]:
    """Return the newest revisions of a life, newest first."""
    mine = (RevisionRow.influencer_id == influencer_id, RevisionRow.owner_id == owner_id)
    rows = session.scalars(select(RevisionRow).where(*mine).order_by(RevisionRow.rev.desc()).limit(limit))
    return [_kept(row) for row in rows]


def heads_with(session: Session, fact: str) -> list[tuple[str, Kept]]:
    """Return owner and newest revision of every active life whose facts name this more than once."""
    newest = (RevisionRow.influencer_id == HeadRow.influencer_id, RevisionRow.rev == HeadRow.head)
    wanted = select(HeadRow.owner_id, RevisionRow).join(HeadRow, and_(*newest)).where(HeadRow.state == "active")
    found = [(row.owner_id, _kept(row.RevisionRow)) for row in session.execute(wanted)]
    return [one for one in found if sum(each["name"] == fact for each in one[1].basis.get("facts", ())) > 1]


def plan_at(session: Session, owner_id: str, influencer_id: str, rev: int) -> Plan | None:
    """Return the plan as it stood at a revision, from its first day on; None when that revision planned nothing."""
    kept = revision(session, owner_id, influencer_id, rev)
    if kept is None or kept.first_day is None:
        return None
    return Plan.model_validate(
        {
            "influencer_id": influencer_id,
            "seed": kept.basis["seed"],
            "premise": kept.basis["premise"],
            "first_day": kept.first_day,
            "days": kept.days,
            "facts": kept.basis["facts"],
            "items": _at(session, "item", influencer_id, rev, kept.first_day),
            "posts": _at(session, "post", influencer_id, rev, kept.first_day),
        }
    )


def lived(session: Session, owner_id: str, influencer_id: str, now: datetime, since: date) -> Stretch:
    """Return what has begun of a life since a day, as it was lived, and the posts that are out."""
    items = live(session, "item", owner_id, influencer_id, since)
    posts = live(session, "post", owner_id, influencer_id, since)
    return Stretch(
        life=None,
        items=tuple(Item.model_validate(row["body"]) for row in items.values() if row["starts_at"] < now),
        posts=tuple(Post.model_validate(row["body"]) for row in posts.values() if row["starts_at"] < now),
    )


def _stood(table: type[ItemRow] | type[PostRow], rev: int | None) -> tuple[ColumnElement[bool], ...]:
    if rev is None:
        return (table.rev_to.is_(None),)
    return table.rev_from <= rev, or_(table.rev_to.is_(None), table.rev_to > rev)


def _at(session: Session, layer: Layer, influencer_id: str, rev: int, since: date) -> list[dict[str, Any]]:
    table = _TABLES[layer]
    stood = select(table.body).where(table.influencer_id == influencer_id, *_stood(table, rev), table.day >= since)
    return list(session.scalars(stood.order_by(table.starts_at, table.key)))


def _kept(row: RevisionRow) -> Kept:
    return Kept(row.rev, row.kind, row.reason, row.first_day, row.days, row.basis, row.created_at)


def _row(owner_id: str, influencer_id: str, key: str, rev: int) -> dict[str, Any]:
    return {
        "id": ids.new(),
        "owner_id": owner_id,
        "influencer_id": influencer_id,
        "key": key,
        "rev_from": rev,
        "rev_to": None,
    }


def _life(row: HeadRow) -> Life:
    return Life.model_validate(
        {
            "influencer_id": row.influencer_id,
            "head": row.head,
            "state": row.state,
            "first_day": row.first_day,
            "last_day": row.last_day,
        }
    )
