"""Dice that fall the same way for the same seed."""

from collections.abc import Sequence
from typing import TypeVar

from sorcerer import ids

T = TypeVar("T")


class Dice:
    """A row of draws keyed by a seed and a count."""

    def __init__(self, *seed: object) -> None:
        self._seed = seed
        self._count = 0

    def roll(self) -> float:
        """Return the next number in [0, 1)."""
        self._count += 1
        return ids.draw(*self._seed, self._count)

    def between(self, low: float, high: float) -> float:
        """Return the next number from low to high."""
        return low + (high - low) * self.roll()

    def pick(self, options: Sequence[T]) -> T:
        """Return the next choice."""
        return options[int(self.roll() * len(options))]
