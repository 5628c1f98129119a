"""When the numbers of something are read next. Pure.

A post is read after one hour, six hours, a day, three days, a week and four weeks; a story before it vanishes after a
day; an account every day at three in the night where she lives, each at a minute of its own.
"""

from datetime import datetime, time, timedelta
from zoneinfo import ZoneInfo

from sorcerer import ids
from sorcerer.growth.model import Reading

_HOUR, _DAY = timedelta(hours=1), timedelta(days=1)
_STORY = (_HOUR, 6 * _HOUR, 20 * _HOUR)
_POST = (_HOUR, 6 * _HOUR, _DAY, 3 * _DAY, 7 * _DAY, 28 * _DAY)
_SMALL_HOUR = time(3)
_SPREAD_MIN = 45


def next_moment(reading: Reading, now: datetime) -> datetime | None:
    """Return the first moment after now at which it is to be read, or None when there is none left."""
    if reading.kind == "account":
        return _night(reading, now)
    after = _STORY if reading.kind.startswith("story") else _POST
    return next((reading.began_at + one for one in after if reading.began_at + one > now), None)


def _night(reading: Reading, now: datetime) -> datetime:
    zone = ZoneInfo(reading.zone)
    minute = timedelta(minutes=ids.draw("reading", reading.id) * _SPREAD_MIN)
    today = now.astimezone(zone).date()
    nights = (datetime.combine(today + ahead * _DAY, _SMALL_HOUR, zone).astimezone(now.tzinfo) for ahead in range(3))
    return next(night + minute for night in nights if night + minute > now)
