"""The one home of time. Everything else is handed a moment, so a test can choose it."""

from datetime import UTC, datetime
from typing import Annotated, Protocol
from zoneinfo import available_timezones

from pydantic import AfterValidator

_ZONES = frozenset(available_timezones())


def _known(zone: str) -> str:
    if zone not in _ZONES:
        raise ValueError(f"{zone[:60]!r} is no IANA time zone; try one such as 'Europe/Berlin'")
    return zone


Zone = Annotated[str, AfterValidator(_known)]
"""The name of an IANA time zone, "Europe/Berlin"."""


class Clock(Protocol):
    """Tell the present moment."""

    def now(self) -> datetime:
        """Return the present moment, aware, in UTC."""
        ...


class SystemClock:
    """The machine's own clock."""

    def now(self) -> datetime:
        """Return the machine's present moment, aware, in UTC."""
        return datetime.now(UTC)  # noqa: TID251 - the one place that may ask
