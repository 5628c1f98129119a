"""Cuts: how one shot gives way to the next, in each sort of film. Pure."""

import itertools
from collections.abc import Collection

from sorcerer import ids
from sorcerer.providers import Family
from sorcerer.studio.model import TRANSITIONS, Transition

FAVOURED: dict[Family, tuple[Transition, ...]] = {
    "talk": ("cut", "zoom"),
    "montage": ("whip-left", "whip-up", "cut", "light"),
    "tutorial": ("cut", "zoom", "whip-left"),
    "day": ("light", "cut", "whip-left"),
    "review": ("zoom", "cut", "light"),
    "series": ("cut", "light", "whip-right"),
}
"""What each family is cut with, the most usual first; the others are lent when all of these were seen lately."""
_LENT = 3.0
_SAME = 1.5  # what an order costs in which a cut comes twice
_ROUND = 4


def rhythm(film: str) -> str:
    """Return the part of a film's signature that tells how it is cut."""
    return film.partition("|")[2]


def cuts_of(family: Family, count: int, seed: str, recent: Collection[str]) -> tuple[Transition, ...]:
    """Return the cuts between so many shots, in an order that none of the recent films had.

    A long film goes round again after four cuts, so that it is not drawn from thousands of orders.

    Args:
        recent: signatures of her films of the last fortnight.
    """
    seen = {rhythm(film) for film in recent}
    favoured = FAVOURED[family]
    weights = {one: 1.0 + favoured.index(one) if one in favoured else _LENT * len(TRANSITIONS) for one in TRANSITIONS}

    def price(order: tuple[Transition, ...]) -> float:
        plain = _SAME if len(set(order)) < len(order) == count else 1.0
        return sum(weights[one] for one in order) * plain * (0.4 + ids.draw(seed, "cuts", order))

    orders = sorted(itertools.product(TRANSITIONS, repeat=min(count, _ROUND)), key=price)
    whole = [tuple(itertools.islice(itertools.cycle(order), count)) for order in orders]
    return next((order for order in whole if ">".join(order) not in seen), whole[0])
