"""What somebody should know about the wall-clock times they chose."""

from datetime import datetime, timedelta
from itertools import islice

from sorcerer.recurrence import oddities, parse
from sorcerer.schedule.model import Schedule

_LOOKED_AT = timedelta(days=400)
_MOST = 4


def notes(schedule: Schedule) -> list[str]:
    """Say which times of the first year the clock skips or has twice, and when they happen instead."""
    start = datetime.fromisoformat(schedule.dtstart_local)
    if schedule.recurrence_rule is None:
        return oddities([start], schedule.timezone)
    rule = parse(schedule.recurrence_rule, start, schedule.timezone)
    walls = rule.between(start, start + _LOOKED_AT, inc=True)
    return list(islice(oddities(walls, schedule.timezone), _MOST))
