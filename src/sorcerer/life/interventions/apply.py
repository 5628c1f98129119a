"""The verbs `apply` and `undo`: make a previewed change the life, or take the last one back, as a new revision."""

from datetime import datetime

from sqlalchemy.orm import Session

from sorcerer.errors import Conflict, Stale
from sorcerer.life import store
from sorcerer.life.adopt import adopt
from sorcerer.life.checking import standing
from sorcerer.life.interventions.model import Drop, Pin, Present, Preview
from sorcerer.life.interventions.payers import paid_again, paid_in
from sorcerer.life.model import Life, Plan
from sorcerer.life.planning.paid import unpaid
from sorcerer.life.world import Worlds
from sorcerer.life.world.minutes import moment

_SHOWN = 5


def apply(session: Session, owner_id: str, seen: Preview, *, digest: str, now: datetime) -> Life:
    """Keep what a preview showed, and nothing else.

    Args:
        digest: of the preview a person saw.

    Raises:
        Conflict: the preview is stale, nothing would change, or something that may not change contradicts it; the
            message spells the choices out.
    """
    if digest != seen.digest:
        fix = "Look at a new preview, then apply that."
        raise Conflict("The preview is not what would happen now: time went on, or somebody stepped in.", fix=fix)
    if seen.clashes:
        told = " ".join(f"{one.message} Choose: {', '.join(one.choices)}." for one in seen.clashes[:_SHOWN])
        raise Conflict(f"It cannot be: {told}", field="changes", fix="Choose, then look at a new preview.")
    if not seen.differences and _known(session, owner_id, seen):
        text = f"Nothing would change: the life of {seen.plan.premise.name} is so already."
        raise Conflict(text, field="text", fix="Say something that is not so yet.")
    changes = seen.intervention.changes
    released = frozenset(one.item_id for one in changes if isinstance(one, Pin | Drop))
    basis = {
        "changes": [one.model_dump(mode="json") for one in changes],
        "paid": [one.model_dump(mode="json") for one in seen.paid],
    }
    reason = seen.intervention.text or ", ".join(one.op for one in changes)
    try:
        return adopt(
            session,
            owner_id,
            seen.plan,
            base=seen.base,
            now=now,
            reason=reason[:2000],
            kind="intervention",
            released=released,
            basis=basis,
            stood=seen.stood,
        )
    except Stale as error:
        fix = "Look at a new preview, then apply that."
        raise Conflict("Somebody else stepped in meanwhile; nothing was changed.", fix=fix) from error


def _known(session: Session, owner_id: str, seen: Preview) -> bool:
    """Tell whether the life has been told everything already that it would be told."""
    kept = store.revision(session, owner_id, seen.plan.influencer_id, seen.base)
    told = [fact.model_dump(mode="json") for fact in seen.plan.facts]
    return kept is not None and sorted(kept.basis.get("facts", ()), key=str) == sorted(told, key=str)


def undo(session: Session, owner_id: str, present: Present, *, base: int, now: datetime) -> tuple[Life, Plan]:
    """Take the last intervention back as a new revision; what has begun since stays as it was lived.

    Raises:
        Conflict: somebody changed the life since, the last change is no intervention, or taking it back contradicts
            what has begun.
    """
    who = present.plan.influencer_id
    if base != present.base:
        raise Conflict(f"The life is at revision {present.base}, not {base}.", field="base", fix="Read it again.")
    last = store.revision(session, owner_id, who, base)
    if last is None or last.kind not in {"intervention", "undo"}:
        fix = "Only the newest change can be taken back, and only when it was an intervention."
        raise Conflict(f"Revision {base} is nothing that can be taken back.", fix=fix)
    before = store.plan_at(session, owner_id, who, base - 1)
    if before is None:
        raise Conflict(f"Revision {base - 1} cannot be read any more.", fix="Step in again instead.")
    lived = store.lived(session, owner_id, who, now, before.first_day)
    worlds = Worlds(before.premise, before.facts)
    ahead = [one for one in before.items if moment(one.day, one.start, worlds.on(one.day).city.zone) >= now]
    items = sorted((*lived.items, *ahead), key=lambda one: (one.day, one.start))
    posts = sorted((*lived.posts, *(one for one in before.posts if one.at >= now)), key=lambda one: (one.at, one.id))
    again = paid_again(tuple(posts), present.plan, last.basis)
    plan = before.model_copy(update={"items": tuple(items), "posts": again})
    settled = present.held | {one.id for one in again if one.at < now}
    plan = plan.model_copy(update={"posts": unpaid(present.plan, plan, settled)[0]})
    pins = frozenset(item.id for item in (*present.plan.items, *plan.items) if item.pinned)
    kept = adopt(
        session,
        owner_id,
        plan,
        base=base,
        now=now,
        reason=f"took back: {last.reason}"[:2000],
        kind="undo",
        released=pins,
        basis={"paid": [one.model_dump(mode="json") for one in paid_in(present.plan)]},
        stood=standing(present.plan),
    )
    return kept, plan
