"""The wizard's drafts: kept as they were typed, so that nothing is lost."""

from datetime import datetime
from typing import Any

from sqlalchemy.orm import Session

from sorcerer import ids
from sorcerer.errors import Stale
from sorcerer.influencers.model import Draft
from sorcerer.influencers.store import drafts as page
from sorcerer.influencers.store import find_draft as find
from sorcerer.influencers.store import insert_draft, replace_draft
from sorcerer.influencers.store import remove_draft as drop

__all__ = ["Draft", "drop", "find", "page", "start", "write"]


def start(session: Session, owner_id: str, step: int, fields: dict[str, Any], now: datetime) -> Draft:
    """Begin a draft."""
    return insert_draft(session, Draft(id=ids.new(), owner_id=owner_id, step=step, fields=fields, updated_at=now))


def write(
    session: Session,
    owner_id: str,
    draft_id: str,
    *,
    step: int | None,
    fields: dict[str, Any] | None,
    now: datetime,
    rev: int | None = None,
) -> Draft:
    """Keep what was typed: the given top-level fields replace those of the same name, the others stay.

    Raises:
        NotFound: there is no such draft of this owner.
        Stale: it is no longer the revision the caller saw.
    """
    present = find(session, owner_id, draft_id)
    if rev is not None and rev != present.rev:
        raise Stale(f"Draft {draft_id!r} is at revision {present.rev}, not {rev}.", fix="Load it again.")
    return replace_draft(
        session,
        present.model_copy(
            update={
                "step": step or present.step,
                "fields": {**present.fields, **(fields or {})},
                "updated_at": now,
            }
        ),
    )
