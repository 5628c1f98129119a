"""The verb `adopt`: make a plan the life from its first day on, as a new revision."""

from datetime import datetime, timedelta
from typing import Any, Literal

from sqlalchemy.orm import Session

from sorcerer import journal
from sorcerer.errors import Conflict, Stale
from sorcerer.life import store
from sorcerer.life.checking import check
from sorcerer.life.model import Item, Life, Plan, Violation

Kind = Literal["plan", "intervention", "undo", "pace"]
_SHOWN = 5


def adopt(  # noqa: PLR0913 - what a revision says of itself
    session: Session,
    owner_id: str,
    plan: Plan,
    *,
    base: int,
    now: datetime,
    reason: str = "",
    kind: Kind = "plan",
    released: frozenset[str] = frozenset(),
    basis: dict[str, Any] | None = None,
    stood: frozenset[Violation] = frozenset(),
) -> Life:
    """Keep a plan. Days before its first one stay as they are; what has begun in it must be unchanged.

    The caller has read the influencer as this owner's already.

    Args:
        base: the head the caller saw; 0 when there was no life yet.
        now: the present; nothing that began before it is closed or added, except by the very first revision.
        reason: a few words for the history.
        kind: what sort of change it is.
        released: ids of items whose pins somebody has just moved or let go.
        basis: what else the history keeps of it.
        stood: what the checker found of sponsored posts before the change; it does not answer for that.

    Raises:
        Stale: somebody else changed the life meanwhile; nothing was kept.
        Conflict: the plan contradicts itself or the past; the message lists where.
    """
    items = store.live(session, "item", owner_id, plan.influencer_id, plan.first_day)
    posts = store.live(session, "post", owner_id, plan.influencer_id, plan.first_day)
    _refuse([one for one in check(plan, frozen=_frozen(items, now, released)) if one not in stood])
    before = store.head(session, owner_id, plan.influencer_id)
    life = Life(
        influencer_id=plan.influencer_id,
        head=base + 1,
        state="active",
        first_day=min(before.first_day, plan.first_day) if before else plan.first_day,
        last_day=plan.first_day + timedelta(days=plan.days - 1),
    )
    if not store.move_head(session, owner_id, base, life):
        raise Stale(
            f"The life of {plan.influencer_id} is not at revision {base} any more; nothing was changed.",
            fix="Read it again, plan again and adopt that.",
        )
    store.keep_revision(session, owner_id, life, kind=kind, reason=reason, plan=plan, now=now, more=basis or {})
    new_items = {item.id: item for item in plan.items}
    gone = [row["id"] for key, row in items.items() if key not in new_items or _body(new_items[key]) != row["body"]]
    same = {key for key, row in items.items() if row["id"] not in set(gone)}
    store.close(session, "item", gone, life.head)
    store.add_items(session, owner_id, plan, (item for item in plan.items if item.id not in same), life.head)
    _posts(session, owner_id, plan, posts, life.head, now)
    verb, text = _told(plan, life, kind, reason, base)
    _note(session, owner_id, verb, life, text, now)
    return life


def _told(plan: Plan, life: Life, kind: Kind, reason: str, base: int) -> tuple[str, str]:
    """Return the line of the log that tells of a revision."""
    if kind == "intervention":
        return "life.intervened", f"Stepped in: {reason}"
    if kind == "undo":
        return "life.undone", f"{reason[0].upper()}{reason[1:]}"
    if kind == "pace":
        return "life.edited", f"{reason} Her posts from tomorrow on follow it; her days stay as they are."
    if base == 0:
        return "life.planned", f"Planned {plan.days} days of {plan.premise.name} from {plan.first_day} on."
    return "life.adopted", f"{plan.premise.name} has new plans from {plan.first_day} to {life.last_day}."


def _note(session: Session, owner_id: str, verb: str, life: Life, text: str, now: datetime) -> None:
    who = life.influencer_id
    journal.note(session, owner_id, owner_id, verb, "influencer", who, text, now, who, {"revision": life.head})


def _posts(
    session: Session, owner_id: str, plan: Plan, rows: dict[str, dict[str, Any]], rev: int, now: datetime
) -> None:
    """Replace the posts that are still to come; those that are out stay, whatever the plan says of them."""
    new = {post.id: post for post in plan.posts}
    coming = {key: row for key, row in rows.items() if row["starts_at"] >= now}
    gone = [row["id"] for key, row in coming.items() if key not in new or _body(new[key]) != row["body"]]
    same = {key for key, row in rows.items() if row["id"] not in set(gone)}
    store.close(session, "post", gone, rev)
    fresh = (post for post in plan.posts if post.id not in same and (rev == 1 or post.at >= now))
    store.add_posts(session, owner_id, plan, fresh, rev)


def _frozen(items: dict[str, dict[str, Any]], now: datetime, released: frozenset[str]) -> list[Item]:
    kept = [(Item.model_validate(row["body"]), row["starts_at"]) for row in items.values()]
    return [item for item, starts_at in kept if (item.pinned and item.id not in released) or starts_at < now]


def _refuse(violations: list[Violation]) -> None:
    if not violations:
        return
    shown = " ".join(f"{one.code} {one.message}" for one in violations[:_SHOWN])
    more = f" And {len(violations) - _SHOWN} more." if len(violations) > _SHOWN else ""
    raise Conflict(f"The plan has {len(violations)} contradictions: {shown}{more}", fix="Plan again from tomorrow on.")


def _body(value: Any) -> dict[str, Any]:  # noqa: ANN401 - an item or a post
    body: dict[str, Any] = value.model_dump(mode="json")
    return body
