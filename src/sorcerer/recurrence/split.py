"""A series taken apart: this one and all that follow. Pure."""

from datetime import datetime, timedelta
from zoneinfo import ZoneInfo

from sorcerer.errors import Invalid
from sorcerer.recurrence.parts import read, write
from sorcerer.recurrence.rule import parse
from sorcerer.recurrence.walk import localise, occurrences

_DAY = timedelta(days=1)


def split(text: str, start: datetime, zone: str, since: datetime) -> tuple[str, str] | None:
    """Return a rule that ends before a moment and one that goes on from it, or None when nothing lies before it.

    Args:
        start: first wall-clock time of the rule.
        since: one of its occurrences.

    Raises:
        Invalid: the moment is none of its occurrences.
    """
    before = list(occurrences(parse(text, start, zone), zone, localise(start, zone) - _DAY, since))
    if not before or before[-1] != since:
        message = f"{since.isoformat()} is no occurrence of this series."
        raise Invalid(message, field="since", fix="Take the occurrence_at of one of its videos.")
    if len(before) == 1:
        return None
    parts = read(text, zone)
    ends = {name: value for name, value in parts.items() if name not in {"COUNT", "UNTIL"}}
    last = since.astimezone(ZoneInfo(zone)).replace(tzinfo=None) - timedelta(seconds=1)
    goes_on = parts | ({"COUNT": str(int(parts["COUNT"]) - len(before) + 1)} if "COUNT" in parts else {})
    return write(ends | {"UNTIL": f"{last:%Y%m%dT%H%M%S}"}), write(goes_on)
