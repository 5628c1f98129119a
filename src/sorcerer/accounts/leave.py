"""Take everything along, and leave."""

from typing import Any

from sqlalchemy.orm import Session

from sorcerer.accounts import store


def export(session: Session, owner_id: str) -> dict[str, Any]:
    """Return everything this room keeps of a user, ready for JSON: no hashes and no secrets.

    Raises:
        NotFound: there is no such account.
    """
    return {
        "account": store.find_user(session, owner_id).model_dump(mode="json"),
        "sessions": [kept.model_dump(mode="json") for kept in store.sessions(session, owner_id)],
        "tokens": [kept.model_dump(mode="json") for kept in store.tokens(session, owner_id, None, None)],
    }


def delete_account(session: Session, owner_id: str) -> None:
    """Forget a user with every row they own, in this and every other room."""
    store.remove_user(session, owner_id)
