"""The rhythm of her days: when she wakes, when she sleeps, how full a day is."""

from dataclasses import dataclass
from datetime import date, timedelta

from sorcerer import ids
from sorcerer.life.world import World
from sorcerer.life.world.minutes import DAY, down, hm, minute_of, moment, quiet_until, up

_WAKE = {"early": hm("06:05"), "middle": hm("07:15"), "late": hm("08:40")}
_EARLIEST_BED, _LATEST_BED = hm("20:45"), hm("25:30")
_LEAST_SLEEP, _MOST_SLEEP = 330, 690
_WEEKEND = 5
_EVENINGS_OUT = (4, 5)
# Kinds of day, each with how many things happen in it besides the nights and how much later it ends, in minutes.
_SHAPES = (("slow", 9, -20), ("usual", 11, 0), ("usual", 11, 0), ("usual", 10, 0), ("full", 13, 15), ("out", 11, 50))


@dataclass(frozen=True, slots=True)
class Shape:
    """What sort of day it is: a word, how many items it takes, and how much later it ends, in minutes."""

    word: str
    items: int
    later: int


def shape_of(world: World, day: date) -> Shape:
    """Return what sort of day a date is; the day before leans on it, so that slow days come in pairs."""
    seed = world.premise.seed
    lean = ids.draw(seed, "shape", (day - timedelta(days=1)).toordinal())
    own = ids.draw(seed, "shape", day.toordinal())
    return Shape(*_SHAPES[int((0.75 * own + 0.25 * lean) * len(_SHAPES))])


def wake(world: World, day: date) -> int:
    """Return the wall minute at which she wakes on a day."""
    premise = world.premise
    weekday = day.weekday()
    minute = _WAKE[premise.chronotype] + 40 * (ids.draw(premise.seed, "wake", day.toordinal()) - 0.5)
    works = any(weekday in block.days for block in world.form.blocks.values())
    if works:
        minute = min(minute, world.form.up_by)
    elif weekday >= _WEEKEND:
        minute += 20 + 50 * ids.draw(premise.seed, "lie in", day.toordinal())
    return down(max(minute, hm("04:45")))


def bed(world: World, day: date) -> int:
    """Return the wall minute of the life day at which she goes to sleep; she is never up while the clocks change."""
    premise = world.premise
    zone = world.city.zone
    tomorrow = day + timedelta(days=1)
    need = premise.sleep_hours * 60 + 40 * (ids.draw(premise.seed, "sleep", day.toordinal()) - 0.5)
    if day.weekday() in _EVENINGS_OUT:
        need -= 35 * ids.draw(premise.seed, "evening out", day.toordinal())
    need = min(max(need - shape_of(world, day).later, _LEAST_SLEEP), _MOST_SLEEP)
    up_at = moment(tomorrow, wake(world, tomorrow), zone)
    minute = minute_of(day, up_at - timedelta(minutes=need), zone)
    minute = min(max(down(minute), _EARLIEST_BED), _LATEST_BED, down(quiet_until(day, zone)))
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
