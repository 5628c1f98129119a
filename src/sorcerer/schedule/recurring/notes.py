"""What somebody should know about the wall-clock times they chose."""

from datetime import datetime, timedelta
from itertools import islice
from zoneinfo import ZoneInfo

from sorcerer.recurrence import localise, oddities, parse
from sorcerer.schedule.model import Schedule

_LOOKED_AT = timedelta(days=400)
_YEARS = 6
_MOST = 4


def notes(schedule: Schedule, now: datetime) -> list[str]:
    """Say which times of the year to come the clock skips or has twice, and when they happen instead.

    Of what was left out nothing is said, nor of a series that is paused or was ended.
    """
    start = datetime.fromisoformat(schedule.dtstart_local)
    if schedule.recurrence_rule is None:
        return oddities([start], schedule.timezone)
    if not schedule.active:
        return []
    here = now.astimezone(ZoneInfo(schedule.timezone)).replace(tzinfo=None)
    begin = max(start, here)
    rule = parse(schedule.recurrence_rule, start, schedule.timezone, max(here.year - start.year, 0) + _YEARS)
    walls = rule.between(begin, begin + _LOOKED_AT, inc=True)
    kept = (wall for wall in walls if localise(wall, schedule.timezone) not in schedule.exdates)
    return list(islice(oddities(kept, schedule.timezone), _MOST))
