"""A clock that a test moves by hand."""

from datetime import UTC, datetime, timedelta


class FrozenClock:
    """Stands still until it is moved.

    Args:
        at: where it stands first; by default a Monday at noon, UTC.
    """

    def __init__(self, at: datetime = datetime(2026, 11, 23, 12, 0, tzinfo=UTC)) -> None:
        self._at = at

    def now(self) -> datetime:
        """Return where it stands."""
        return self._at

    def advance(self, by: timedelta) -> datetime:
        """Move it on and return where it stands then."""
        self._at += by
        return self._at
