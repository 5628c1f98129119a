"""The rhythm of her days: when she wakes and when she sleeps."""

from datetime import date, timedelta
from functools import lru_cache

from sorcerer import ids
from sorcerer.life.planning.budget import budget_of
from sorcerer.life.world import World
from sorcerer.life.world.minutes import DAY, down, hm, minute_of, moment, quiet_until, up

_WAKE = {"early": hm("06:05"), "middle": hm("07:15"), "late": hm("08:40")}
_EARLIEST_WAKE, _LATEST_WAKE = hm("04:45"), hm("11:30")
_EARLIEST_BED, _LATEST_BED = hm("20:15"), hm("26:30")
_LEAST_SLEEP, _MOST_SLEEP = 330, 690
_IN_BED = 500
# How much of a long or short night is lying in; the rest is going to bed at another hour.
_LYING_IN = 0.5
# A morning before work that is longer than this begins earlier.
_BREAKFAST, _QUICK, _SLOW = 0.23, 35, 95
# Who works in the evenings lives later, by as many minutes.
_LIVES_LATE, _EVENING_WORK = 105, "work_evening"
_MORNING_WORK = "work_morning"


@lru_cache(maxsize=4096)
def wake(world: World, day: date) -> int:
    """Return the wall minute at which she wakes on a day."""
    premise, budget = world.premise, budget_of(world, day)
    late = _LIVES_LATE if _EVENING_WORK in world.form.blocks else 0
    minute = _WAKE[premise.chronotype] + late + 40 * (ids.draw(premise.seed, "wake", day.toordinal()) - 0.5)
    if _MORNING_WORK in budget.blocks:
        morning = budget.minutes["care"] + _BREAKFAST * budget.minutes["eat"]
        minute = min(minute, world.form.up_by - min(max(0, morning - _QUICK), _SLOW - _QUICK))
    else:
        minute += _LYING_IN * (budget.minutes["sleep"] - _IN_BED)
        minute += 30 * ids.draw(premise.seed, "lie in", day.toordinal())
    return down(min(max(minute, _EARLIEST_WAKE), _LATEST_WAKE))


@lru_cache(maxsize=4096)
def bed(world: World, day: date) -> int:
    """Return the wall minute of the life day at which she goes to sleep; she is never up while the clocks change."""
    zone = world.city.zone
    tomorrow = day + timedelta(days=1)
    wish = wake(world, day) + DAY - budget_of(world, day).minutes["sleep"]
    up_at = moment(tomorrow, wake(world, tomorrow), zone)
    latest = minute_of(day, up_at - timedelta(minutes=_LEAST_SLEEP), zone)
    minute = min(max(down(wish), _EARLIEST_BED), latest, _LATEST_BED, down(quiet_until(day, zone)))
    return _not_too_long(world, day, minute)


def _not_too_long(world: World, day: date, minute: int) -> int:
    """Return the bedtime, later when the night would be longer than anybody sleeps."""
    zone = world.city.zone
    tomorrow = day + timedelta(days=1)
    length = moment(tomorrow, wake(world, tomorrow), zone) - moment(day, minute, zone)
    surplus = length.total_seconds() / 60 - _MOST_SLEEP
    return minute + up(surplus) if surplus > 0 and minute + up(surplus) <= quiet_until(day, zone) else minute


def night(world: World, day: date) -> tuple[int, int]:
    """Return from when to when she sleeps after a day, in wall minutes of that day."""
    return bed(world, day), wake(world, day + timedelta(days=1)) + DAY
