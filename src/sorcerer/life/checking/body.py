"""B: does she sleep and eat?"""

from collections.abc import Iterator
from datetime import timedelta

from sorcerer.life.checking.case import Case, found
from sorcerer.life.model import Violation
from sorcerer.life.world.kind import MEALS

_LEAST_SLEEP, _MOST_SLEEP = 5 * 60, 12 * 60
_LEAST_MEALS = 2


def check_body(case: Case) -> Iterator[Violation]:
    """Yield B1 to B3, one life day after the other."""
    slept: dict[str, int] = {}
    eaten: dict[str, list[str]] = {}
    for one in case.timed:
        day = one.item.day.isoformat()
        if one.item.kind == "sleep":
            slept[day] = slept.get(day, 0) + max(0, one.minutes)
        kind = one.kind
        if kind is not None and kind.stage in MEALS:
            eaten.setdefault(day, []).append(kind.stage)
    for number in range(case.plan.days):
        date = case.plan.first_day + timedelta(days=number)
        day, least = date.isoformat(), 0 if case.journey(date) else _LEAST_MEALS
        minutes = slept.get(day, 0)
        if not _LEAST_SLEEP <= minutes <= _MOST_SLEEP:
            yield found("B1", day, f"The night after {day} has {minutes / 60:.1f} hours of sleep; people need 5 to 12.")
        meals = eaten.get(day, [])
        if len(set(meals)) < least:
            yield found("B2", day, f"On {day} she eats {len(set(meals))} meals; a day has two or three.")
        for meal in sorted({meal for meal in meals if meals.count(meal) > 1}):
            yield found("B3", day, f"On {day} she has {meal} twice.")
