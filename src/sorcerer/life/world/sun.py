"""Sunlight at any place and date, by astral."""

from datetime import date
from functools import lru_cache
from typing import Literal
from zoneinfo import ZoneInfo

from astral import Observer
from astral.sun import elevation, noon, sunrise, sunset

from sorcerer.life.model import City
from sorcerer.life.world.minutes import DAY, down, minute_of, up

Light = Literal["dawn", "day", "golden", "night"]
Season = Literal["spring", "summer", "autumn", "winter"]
_TROPIC = 23.5
_SOFT = 50
_NIGHT_LIMIT = -0.833


@lru_cache(maxsize=20_000)
def daylight(city: City, day: date) -> tuple[int, int]:
    """Return the wall minutes of sunrise and sunset of a day, rounded inwards to the grid.

    Under the midnight sun it is the whole day; in a polar night an empty stretch at noon.
    """
    observer = Observer(city.latitude, city.longitude)
    zone = ZoneInfo(city.zone)
    try:
        rise, fall = sunrise(observer, day, tzinfo=zone), sunset(observer, day, tzinfo=zone)
    except ValueError:
        middle = noon(observer, day, tzinfo=zone)
        bright = elevation(observer, middle) > _NIGHT_LIMIT
        high = up(minute_of(day, middle, city.zone) % DAY)
        return (0, DAY) if bright else (high, high)
    start = minute_of(day, rise, city.zone) % DAY
    end = minute_of(day, fall, city.zone) % DAY
    return up(start), down(end if end > start else end + DAY)


def light_at(city: City, day: date, minute: int) -> Light:
    """Return what the light is like at a wall minute of a life day."""
    rise, fall = daylight(city, day)
    if minute >= DAY:
        minute = minute if fall > DAY else 0
    if abs(minute - rise) <= _SOFT and rise < fall:
        return "dawn"
    if fall - _SOFT <= minute <= fall + _SOFT // 2 and rise < fall:
        return "golden"
    return "day" if rise <= minute <= fall else "night"


def season_at(latitude: float, day: date) -> Season:
    """Return the season by whole months; south of the equator the other half of the year, in the tropics summer."""
    if abs(latitude) < _TROPIC:
        return "summer"
    seasons: tuple[Season, ...] = ("winter", "spring", "summer", "autumn")
    return seasons[(day.month + (6 if latitude < 0 else 0)) % 12 // 3]
