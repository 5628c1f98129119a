"""What a company persona's reels are about: her pillars, one after the other."""

from collections.abc import Iterable

from sorcerer import ids
from sorcerer.life.model import Post, Premise


def themed(premise: Premise, posts: Iterable[Post], firm: frozenset[str] = frozenset()) -> tuple[Post, ...]:
    """Return posts with a pillar in the direction of every reel; the turn goes on where the firm ones have left it.

    Args:
        posts: in order of time.
        firm: ids of posts that read as they are.
    """
    pillars = premise.pillars
    if not pillars:
        return tuple(posts)
    told: list[Post] = []
    turn = int(len(pillars) * ids.draw(premise.seed, "first pillar"))
    for post in posts:
        if post.medium != "reel":
            told.append(post)
            continue
        pillar = pillars[turn % len(pillars)]
        turn += 1
        about = f"{_bare(post.direction)} It is about {pillar}."
        told.append(post if post.id in firm else post.model_copy(update={"direction": about}))
    return tuple(told)


def _bare(direction: str) -> str:
    return direction.partition(" It is about ")[0]
