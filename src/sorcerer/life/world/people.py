"""People close to her: when each of them has time."""

from dataclasses import dataclass

from sorcerer import ids
from sorcerer.life.world.minutes import hm

_WEEKEND = 5
_PATTERNS = (
    # weekdays, weekend
    ((hm("17:30"), hm("25:00")), (hm("09:30"), hm("26:00"))),
    ((hm("16:00"), hm("23:30")), (hm("10:30"), hm("25:00"))),
    ((hm("09:00"), hm("16:30")), (hm("09:00"), hm("20:00"))),
    ((hm("08:30"), hm("24:00")), (hm("11:00"), hm("24:00"))),
)


@dataclass(frozen=True, slots=True)
class Person:
    """Somebody close to her, by first name, with the minutes that are free on weekdays and at weekends."""

    name: str
    weekdays: tuple[int, int]
    weekend: tuple[int, int]

    def free(self, weekday: int) -> tuple[int, int]:
        """Return from when to when this person has time, in minutes of the life day."""
        return self.weekend if weekday >= _WEEKEND else self.weekdays


def person(name: str) -> Person:
    """Return what is known of somebody by that name."""
    weekdays, weekend = ids.pick(_PATTERNS, "free time", name)
    return Person(name, weekdays, weekend)
