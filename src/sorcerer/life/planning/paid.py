"""Take the sponsor off posts that a change of her life has made impossible to pay for, and say why."""

from collections.abc import Collection, Iterable
from datetime import date

from sorcerer.life.model import Fact, Item, Plan, Post
from sorcerer.life.world.paid import in_hand, least_between


def unpaid(before: Plan, after: Plan, settled: Collection[str]) -> tuple[tuple[Post, ...], dict[str, str]]:
    """Return the posts after a change, without the sponsors that it made impossible; and post id to the reason.

    What was so before the change stays. Posts tell their stories as they did: only who pays goes.

    Args:
        settled: ids of posts that are out, or in the making: they keep theirs.
    """
    wanted = [one for one in after.posts if one.sponsor_id is not None]
    reasons: dict[str, str] = {}
    if not wanted:
        return after.posts, reasons
    paid = {one.id: one for one in before.posts if one.sponsor_id is not None}
    lacking = _lacking(before.facts, before.items, paid.values())
    for post_id in _lacking(after.facts, after.items, wanted) - lacking - set(settled):
        shown = next(one.shows for one in wanted if one.id == post_id)
        reasons[post_id] = f"It loses its sponsor: she does not have {shown!r} then. Tell her life when she gets it."
    firm = [one for one in wanted if one.id in settled or (one.id in paid and paid[one.id].at == one.at)]
    kept = [one for one in firm if one.id not in reasons]
    for post in wanted:
        if post in firm or post.id in reasons:
            continue
        near = next((one for one in kept if abs(post.at - one.at) < least_between(after.premise, post, one)), None)
        if near is None:
            kept.append(post)
        else:
            reasons[post.id] = f"It loses its sponsor: it has come too near to {near.title!r}, which is sponsored too."
    free = {"sponsor_id": None, "shows": ""}
    posts = tuple(one.model_copy(update=free) if one.id in reasons else one for one in after.posts)
    return posts, reasons


def _lacking(facts: tuple[Fact, ...], items: Iterable[Item], posts: Iterable[Post]) -> set[str]:
    """Return the ids of posts that show what she does not have."""
    shown = {one.item_id: one for one in posts if one.shows}
    moments: dict[str, tuple[date, int]] = {item.id: (item.day, item.start) for item in items if item.id in shown}
    return {shown[key].id for key, moment in moments.items() if not in_hand(facts, shown[key].shows, *moment)}
