"""What is so of posts that somebody pays for: how far apart they are, and whether she has what they show."""

from collections.abc import Iterable
from datetime import date, timedelta

from sorcerer.life.model import Fact, Post, Premise
from sorcerer.life.world.state import value_at

BETWEEN = timedelta(days=2)
SAME_SPONSOR = timedelta(days=4)
_NEAR = timedelta(0)
_HAS = "has:"
# One word of a product ("cream") may be anything she has; two in a row are the product.
_TELLING = 2


def least_between(premise: Premise, one: Post, other: Post) -> timedelta:
    """Return how far apart two sponsored posts lie at least: stories and a brand's own account are free."""
    if premise.mode == "company" or "story" in {one.medium, other.medium}:
        return _NEAR
    return SAME_SPONSOR if one.sponsor_id == other.sponsor_id else BETWEEN


def same_thing(thing: str, product: str) -> bool:
    """Tell whether a thing is a product: the same words, or two and more of them in a row.

    Args:
        thing: as it was told, "glow serum".
        product: as its brand calls it, "Glow Serum 30 ml".
    """
    said, called = thing.casefold().split(), product.casefold().split()
    runs = (called[start : start + len(said)] for start in range(len(called)))
    return said == called or (len(said) >= _TELLING and said in runs)


def in_hand(facts: Iterable[Fact], product: str, day: date, minute: int) -> bool:
    """Tell whether she has the product of a sponsor at a minute of a life day.

    Whoever pays hands the product over, so she has it as long as nothing is told of it. Once something is, it counts:
    before the day she gets it she has it not, and before the day she loses it she had it.
    """
    about = [fact for fact in facts if fact.name.startswith(_HAS) and same_thing(fact.name[len(_HAS) :], product)]
    if not about:
        return True
    first = min(about, key=lambda fact: (fact.day, fact.minute))
    if (day, minute) < (first.day, first.minute):
        return not first.value
    every = [fact.model_copy(update={"name": product}) for fact in about]
    return bool(value_at(every, product, day, minute))
