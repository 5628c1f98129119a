"""The one home of time. Everything else is handed a moment, so a test can choose it."""

from datetime import UTC, date, datetime
from typing import Annotated, Protocol, TypeVar
from zoneinfo import available_timezones

from pydantic import AfterValidator, AwareDatetime

_ZONES = frozenset(available_timezones())
_YEARS = range(1970, 2201)

_When = TypeVar("_When", bound=date)


def _known(zone: str) -> str:
    if zone not in _ZONES:
        raise ValueError(f"{zone[:60]!r} is no IANA time zone; try one such as 'Europe/Berlin'")
    return zone


def _near(when: _When) -> _When:
    if when.year not in _YEARS:
        raise ValueError(f"the year {when.year} is none of ours; give one from {_YEARS[0]} to {_YEARS[-1]}")
    return when


Zone = Annotated[str, AfterValidator(_known)]
"""The name of an IANA time zone, "Europe/Berlin"."""

Moment = Annotated[AwareDatetime, AfterValidator(_near)]
"""A moment with its offset, so far from the ends of time that any zone can be reckoned with."""

WallTime = Annotated[datetime, AfterValidator(_near)]
"""A wall clock somewhere, without an offset."""

Day = Annotated[date, AfterValidator(_near)]
"""A day of the calendar."""


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
