"""The verbs `present` and `history`: a life as it is kept, ready to be changed, and how it came to be so."""

from sqlalchemy.orm import Session

from sorcerer.errors import Conflict
from sorcerer.life import store
from sorcerer.life.interventions.model import Present, Revision


def present(session: Session, owner_id: str, influencer_id: str, held: frozenset[str] = frozenset()) -> Present:
    """Return a life to step into.

    Args:
        held: ids of the posts that are being filmed or are out.

    Raises:
        Conflict: nothing is planned yet, or the life was stopped.
    """
    life = store.head(session, owner_id, influencer_id)
    plan = store.plan_at(session, owner_id, influencer_id, life.head) if life and life.state == "active" else None
    if life is None or plan is None:
        raise Conflict("There is no life to step into yet.", fix="Plan her days first: POST /api/generate/lifestyle.")
    return Present(base=life.head, plan=plan, held=held)


def history(session: Session, owner_id: str, influencer_id: str, limit: int = 50) -> list[Revision]:
    """Return the revisions of a life, newest first."""
    return [
        Revision.model_validate(
            {
                "rev": one.rev,
                "kind": one.kind,
                "reason": one.reason,
                "changes": one.basis.get("changes", ()),
                "created_at": one.created_at,
            }
        )
        for one in store.revisions(session, owner_id, influencer_id, limit)
    ]
