"""A series taken apart: this one and all that follow. Pure."""

from datetime import datetime, timedelta
from itertools import takewhile
from typing import NamedTuple

from sorcerer.errors import Invalid
from sorcerer.recurrence.parts import read, write
from sorcerer.recurrence.rule import parse
from sorcerer.recurrence.walk import localise

_YEARS = 5


class Halves(NamedTuple):
    """A rule that ends before a moment, and one that goes on from it.

    Args:
        wall: first wall-clock time of the second; the clock may skip it, so it says more than the moment does.
    """

    before: str
    after: str
    wall: datetime


def split(text: str, start: datetime, zone: str, since: datetime) -> Halves | None:
    """Return a rule's two halves, or None when nothing lies before the moment.

    Args:
        start: first wall-clock time of the rule.
        since: one of its occurrences.

    Raises:
        Invalid: the moment is none of its occurrences.
    """
    rule = parse(text, start, zone, max(since.year - start.year, 0) + _YEARS)
    walls = list(takewhile(lambda wall: localise(wall, zone) <= since, rule))
    before = [wall for wall in walls if localise(wall, zone) < since]
    if len(walls) == len(before):
        message = f"{since.isoformat()} is no occurrence of this series."
        raise Invalid(message, field="since", fix="Take the occurrence_at of one of its videos.")
    if not before:
        return None
    parts = read(text, zone)
    ends = {name: value for name, value in parts.items() if name not in {"COUNT", "UNTIL"}}
    wall = walls[len(before)]
    last = wall - timedelta(seconds=1)
    goes_on = parts | ({"COUNT": str(int(parts["COUNT"]) - len(before))} if "COUNT" in parts else {})
    return Halves(write(ends | {"UNTIL": f"{last:%Y%m%dT%H%M%S}"}), write(goes_on), wall)
