"""The way to another city: when she leaves, when she arrives, and the night she spends on the way when it is far."""

from dataclasses import dataclass
from datetime import date, timedelta

from sorcerer.life.model import Item
from sorcerer.life.planning.rhythm import wake
from sorcerer.life.world import World, Worlds
from sorcerer.life.world.minutes import DAY, LANDING, down, hm, minute_of, moment, up

_PACKING = timedelta(minutes=60)
_LATEST = hm("20:00")
_ASLEEP = 420


@dataclass(frozen=True, slots=True)
class Morning:
    """How a life day begins.

    Args:
        ready: the wall minute from which she is up, or there.
        asleep: when the day is spent on the way: from when to when she sleeps, in the minutes of this day.
    """

    ready: int
    asleep: tuple[int, int] | None = None


def morning(worlds: Worlds, day: date, nights: list[Item], rises: int | None = None) -> Morning:
    """Return how a day begins, after the nights before it; of these only the last two matter.

    Args:
        rises: the minute of the first thing that stands on that day already, when something does.
    """
    world = worlds.on(day)
    usual = wake(world, day) if rises is None else min(rises, wake(world, day))
    if not nights:
        return Morning(usual)
    last = nights[-1]
    if last.place.endswith("/transit") and len(nights) > 1:
        return Morning(max(usual, _arrival(worlds, day, nights[-2])))
    if last.city == world.city.id:
        return Morning(max(usual, last.end - (day - last.day).days * DAY))
    there = _arrival(worlds, day, last)
    if there <= _LATEST:
        return Morning(there)
    left = there - worlds.on(last.day).way(worlds.on(last.day).home, world.home)
    end = down(there - LANDING)
    return Morning(there, (up(max(left + LANDING, end - _ASLEEP)), end))


def in_transit(world: World, day: date, asleep: tuple[int, int]) -> Item:
    """Return the night of a day that is spent on the way."""
    return Item(
        id=f"sleep@{day.isoformat()}",
        day=day,
        kind="sleep",
        category="sleep",
        place=world.places["transit"].id,
        city=world.city.id,
        start=asleep[0],
        end=asleep[1],
        title="On the way",
        line=f"{world.premise.name} sleeps on the way to {world.city.label}.",
    )


def _arrival(worlds: Worlds, day: date, last: Item) -> int:
    """Return the wall minute of a day at which she is there, when she leaves after a night elsewhere."""
    before, world = worlds.on(last.day), worlds.on(day)
    leaves = moment(last.day, last.end, before.city.zone) + _PACKING
    arrives = leaves + timedelta(minutes=before.way(before.home, world.home))
    return up(minute_of(day, arrives, world.city.zone))
