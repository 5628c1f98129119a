"""P5 and P6: do sponsored posts keep their distance, and has she what they show?"""

from collections.abc import Iterator

from sorcerer.life.checking.case import clock, found
from sorcerer.life.model import Item, Plan, Post, Premise, Violation
from sorcerer.life.world.paid import SAME_SPONSOR, in_hand, least_between


def check_paid(plan: Plan) -> Iterator[Violation]:
    """Yield P5 and P6."""
    paid = sorted((one for one in plan.posts if one.sponsor_id is not None), key=lambda one: (one.at, one.id))
    told_of = {one.item_id for one in paid}
    sources = {item.id: item for item in plan.items if item.id in told_of} if paid else {}
    for number, post in enumerate(paid):
        yield from _near(plan.premise, post, paid[:number])
        source = sources.get(post.item_id)
        if source is not None and post.shows:
            yield from _shows(plan, post, source)


def standing(plan: Plan) -> frozenset[Violation]:
    """Return what P5 and P6 find in a life before it is changed: a change answers for what it brings, not for that."""
    return frozenset(check_paid(plan))


def _near(premise: Premise, post: Post, earlier: list[Post]) -> Iterator[Violation]:
    """Yield one violation when a post follows another sponsored one too soon."""
    for other in reversed(earlier):
        least = least_between(premise, other, post)
        if post.at - other.at < least:
            whose = "of one sponsor keep" if other.sponsor_id == post.sponsor_id else "keep"
            yield found(
                "P5",
                post.id,
                f"{post.title!r} at {post.local_time} follows {other.title!r} at {other.local_time}: sponsored reels "
                f"{whose} {least.days} days between them. Take the sponsor off one of them, or choose another post.",
            )
            return
        if post.at - other.at >= SAME_SPONSOR:
            return


def _shows(plan: Plan, post: Post, item: Item) -> Iterator[Violation]:
    if not in_hand(plan.facts, post.shows, item.day, item.start):
        yield found(
            "P6",
            post.id,
            f"{post.title!r} shows {post.shows!r}, which she does not have at {clock(item.start)} on {item.day}. "
            "Choose a post of a day when she has it, take the sponsor off, or tell her life that she gets it before.",
        )
