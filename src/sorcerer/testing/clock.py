"""Clocks for tests: one that is moved by hand, one that goes on from a moment of the test's choice."""

from datetime import UTC, datetime, timedelta
from time import monotonic

MONDAY_NOON = datetime(2026, 11, 23, 12, 0, tzinfo=UTC)


class FrozenClock:
    """Stands still until it is moved.

    Args:
        at: where it stands first; by default a Monday at noon, UTC.
    """

    def __init__(self, at: datetime = MONDAY_NOON) -> None:
        self._at = at

    def now(self) -> datetime:
        """Return where it stands."""
        return self._at

    def advance(self, by: timedelta) -> datetime:
        """Move it on and return where it stands then."""
        self._at += by
        return self._at


class RunningClock:
    """Begins at a moment and goes on from there, second by second, whatever day it is outside.

    Args:
        at: where it begins; by default a Monday at noon, UTC.
    """

    def __init__(self, at: datetime = MONDAY_NOON) -> None:
        self._at = at
        self._begun = monotonic()

    def now(self) -> datetime:
        """Return where it began and what has passed since."""
        return self._at + timedelta(seconds=monotonic() - self._begun)
