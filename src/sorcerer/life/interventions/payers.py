"""Who pays for which posts, kept beside a change so that taking it back gives the posts their sponsors back."""

from typing import Any

from pydantic import TypeAdapter

from sorcerer.life.interventions.model import Paid
from sorcerer.life.model import Plan, Post

_PAID = TypeAdapter(tuple[Paid, ...])


def paid_in(plan: Plan) -> tuple[Paid, ...]:
    """Return who pays for the posts of a plan."""
    return tuple(
        Paid(post_id=one.id, sponsor_id=one.sponsor_id, shows=one.shows)
        for one in plan.posts
        if one.sponsor_id is not None
    )


def paid_again(posts: tuple[Post, ...], present: Plan, basis: dict[str, Any]) -> tuple[Post, ...]:
    """Return posts of before with the sponsors they have today; those that the change took away are back.

    Args:
        posts: as they were kept before the change.
        present: her life now.
        basis: what the history keeps of the change.
    """
    today = {one.id: {"sponsor_id": one.sponsor_id, "shows": one.shows} for one in present.posts}
    lost = {one.post_id: one.model_dump(exclude={"post_id"}) for one in _PAID.validate_python(basis.get("paid", ()))}
    paid = {key for key, one in today.items() if one["sponsor_id"] is not None}
    return tuple(
        one.model_copy(update=(today | lost if one.id not in paid else today).get(one.id, {})) for one in posts
    )
