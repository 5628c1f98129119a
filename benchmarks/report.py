"""One measured value."""

from dataclasses import dataclass


@dataclass(frozen=True)
class Measure:
    """One measured value and what it should reach."""

    id: str
    value: float | None
    unit: str
    at_least: float | None = None
    at_most: float | None = None
    aim: float | None = None
    note: str = ""
    peer: str | None = None
