"""Write down what happened, in the session of the act itself."""

from datetime import datetime
from typing import Any

from sqlalchemy.orm import Session

from sorcerer import ids
from sorcerer.journal import store
from sorcerer.journal.verbs import VERBS


def note(  # noqa: PLR0913, PLR0917 - a line of the journal has this many parts, and each act knows them all
    session: Session,
    owner_id: str,
    actor: str,
    verb: str,
    about_type: str,
    about_id: str,
    text: str,
    now: datetime,
    influencer_id: str | None = None,
    detail: dict[str, Any] | None = None,
) -> None:
    """Write one line.

    Args:
        actor: a user's id, or the name of a part of Sorcerer ("worker").
        verb: one of `VERBS`.
        text: one sentence for people.
        detail: what a program may want to know; no secrets.
    """
    if verb not in VERBS:
        raise ValueError(f"{verb!r} is no verb of the journal; add it to journal/verbs.py with its sentence")
    line = {"actor": actor, "verb": verb, "about_type": about_type, "about_id": about_id, "text": text}
    store.insert_line(
        session,
        {"id": ids.new(), "owner_id": owner_id, "at": now, "influencer_id": influencer_id, "detail": detail} | line,
    )


def signal(
    session: Session,
    owner_id: str,
    about_type: str,
    about_id: str,
    now: datetime,
    detail: dict[str, Any] | None = None,
) -> None:
    """Tell whoever is watching that something changed its state, such as the progress of a film.

    Cheap and forgotten after minutes: what must be remembered is noted instead.
    """
    store.insert_signal(session, owner_id, about_type, about_id, now, detail)
