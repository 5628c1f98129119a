"""The parts of an RRULE, each held to what RFC 5545 §3.3.10 lets it say. Pure."""

import re
from collections.abc import Callable
from datetime import datetime
from zoneinfo import ZoneInfo

from sorcerer.errors import Invalid

FIELD = "recurrence_rule"
FIX = "Write it like FREQ=WEEKLY;BYDAY=MO,TH."
_FASTER = "Use FREQ=HOURLY or slower."
_SLOW = ("HOURLY", "DAILY", "WEEKLY", "MONTHLY", "YEARLY")
_FAST = ("SECONDLY", "MINUTELY")
_MOST = 1000
_WEEK = ("MO", "TU", "WE", "TH", "FR", "SA", "SU")
_DAY = re.compile(rf"([+-]?\d{{1,2}})?({'|'.join(_WEEK)})", re.ASCII)
_WHOLE = re.compile(r"[+-]?\d{1,4}", re.ASCII)
_NUMBERS = {
    "BYSECOND": (0, 59),
    "BYMINUTE": (0, 59),
    "BYHOUR": (0, 23),
    "BYMONTHDAY": (-31, 31),
    "BYYEARDAY": (-366, 366),
    "BYWEEKNO": (-53, 53),
    "BYMONTH": (1, 12),
    "BYSETPOS": (-366, 366),
}
_NO_ZERO = frozenset({"BYMONTHDAY", "BYYEARDAY", "BYWEEKNO", "BYSETPOS"})
_DAYS_OF_ONE = {"HOURLY": 1, "DAILY": 1, "WEEKLY": 7, "MONTHLY": 31, "YEARLY": 366}


def read(text: str, zone: str) -> dict[str, str]:
    """Return the parts of a rule by name, in its order; an UNTIL in UTC becomes one on the wall clock of the zone.

    Raises:
        Invalid: a part is unknown, twice, out of its range or at odds with the frequency; or it is faster than hourly.
    """
    parts: dict[str, str] = {}
    for part in text.strip().upper().removeprefix("RRULE:").split(";"):
        name, equals, value = part.partition("=")
        if not equals or not value or name in parts:
            raise _no(text, f"{part!r} is not NAME=VALUE once")
        parts[name] = value
    if parts.get("FREQ") in _FAST or any("," in parts.get(name, "") for name in ("BYMINUTE", "BYSECOND")):
        raise Invalid(f"{text!r} is faster than hourly.", field=FIELD, fix=_FASTER)
    for name, value in parts.items():
        says = _READ.get(name) or _ranged(name)
        if says is None:
            raise _no(text, f"{name} is no part of one")
        if not says(value):
            raise _no(text, f"{name} cannot be {value!r}")
    if "FREQ" not in parts:
        raise _no(text, "FREQ is missing")
    _at_odds(text, parts)
    return parts | ({"UNTIL": _wall(text, parts["UNTIL"], zone)} if "UNTIL" in parts else {})


def write(parts: dict[str, str]) -> str:
    """Return the rule of these parts."""
    return ";".join(f"{name}={value}" for name, value in parts.items())


def names_its_hour(text: str, zone: str) -> bool:
    """Tell whether a rule itself says the time of day, so that its start does not.

    Raises:
        Invalid: the rule cannot be read.
    """
    return not {"BYHOUR", "BYMINUTE"}.isdisjoint(read(text, zone))


def _at_odds(text: str, parts: dict[str, str]) -> None:
    """Refuse what RFC 5545 forbids and a reader would pass over in silence, or search for without end."""
    if "COUNT" in parts and "UNTIL" in parts:
        raise _no(text, "COUNT and UNTIL are both given")
    freq = parts["FREQ"]
    if freq not in {"MONTHLY", "YEARLY"} and any(char.isdigit() for char in parts.get("BYDAY", "")):
        raise _no(text, f"a day is numbered, and {freq} counts no days")
    many = _DAYS_OF_ONE[freq] * (1 if freq == "HOURLY" else len(parts.get("BYHOUR", "0").split(",")))
    if any(abs(int(number)) > many for number in parts.get("BYSETPOS", "0").split(",")):
        raise Invalid(
            f"{text!r} never happens: BYSETPOS counts further than {freq} has moments.",
            field=FIELD,
            fix=f"Give BYSETPOS a number up to {many}.",
        )


def _ranged(name: str) -> Callable[[str], bool] | None:
    if name not in _NUMBERS:
        return None
    least, most = _NUMBERS[name]

    def says(value: str) -> bool:
        numbers = [int(one) if _WHOLE.fullmatch(one) else _MOST for one in value.split(",")]
        return all(least <= one <= most and (one != 0 or name not in _NO_ZERO) for one in numbers)

    return says


def _counts(value: str) -> bool:
    return value.isascii() and value.isdigit() and int(value[:9]) >= 1 and len(value) < 9  # noqa: PLR2004 - digits


def _ends(value: str) -> bool:
    return re.fullmatch(r"\d{8}(T\d{6}Z?)?", value, re.ASCII) is not None


def _days(value: str) -> bool:
    found = [_DAY.fullmatch(one) for one in value.split(",")]
    return all(one is not None and (one[1] is None or 1 <= abs(int(one[1])) <= 53) for one in found)  # noqa: PLR2004 - weeks


_READ: dict[str, Callable[[str], bool]] = {
    "FREQ": lambda value: value in _SLOW,
    "INTERVAL": _counts,
    "COUNT": _counts,
    "UNTIL": _ends,
    "WKST": lambda value: value in _WEEK,
    "BYDAY": _days,
}


def _wall(text: str, until: str, zone: str) -> str:
    try:
        moment = datetime.fromisoformat(until)
        local = moment.astimezone(ZoneInfo(zone)) if moment.tzinfo is not None else moment
    except (ValueError, OverflowError) as error:
        raise Invalid(
            f"{text!r}: UNTIL={until} is no date.", field=FIELD, fix="Write it like 20261231T090000Z."
        ) from error
    return until if moment.tzinfo is None else f"{local:%Y%m%dT%H%M%S}"


def _no(text: str, why: str) -> Invalid:
    return Invalid(f"{text!r} is no RRULE: {why}.", field=FIELD, fix=FIX)
