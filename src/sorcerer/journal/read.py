"""Read what happened: a page at a time backwards, or everything since a line."""

from sqlalchemy.orm import Session

from sorcerer.journal import store
from sorcerer.journal.model import Line, Signal


def page(
    session: Session, owner_id: str, *, limit: int = 50, before: int | None = None, influencer_id: str | None = None
) -> list[Line]:
    """Return an owner's lines, the latest first.

    Args:
        before: only lines with a smaller `seq`.
        influencer_id: only lines about this influencer.
    """
    return store.lines_before(session, owner_id, limit, before, influencer_id)


def since(session: Session, owner_id: str, line: int, signal: int, limit: int = 200) -> tuple[list[Line], list[Signal]]:
    """Return an owner's lines and signals with a larger `seq` than these, oldest first, at most `limit` of each."""
    return store.lines_after(session, owner_id, line, limit), store.signals_after(session, owner_id, signal, limit)


def ends(session: Session, owner_id: str) -> tuple[int, int]:
    """Return the `seq` of an owner's last line and last signal, 0 where there is none yet."""
    return store.ends(session, owner_id)
