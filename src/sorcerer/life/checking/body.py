"""B: does she sleep and eat?"""

from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date, timedelta

from sorcerer.life.checking.case import Block, Case, found
from sorcerer.life.model import Violation
from sorcerer.life.world.kind import MEALS

_LEAST_SLEEP, _MOST_SLEEP = 5 * 60, 12 * 60
_LEAST_MEALS = 2


@dataclass(slots=True)
class _Body:
    """What a life day gives her body: minutes of sleep after it, and its meals."""

    slept: int = 0
    meals: list[str] = field(default_factory=list)

    def is_well(self) -> bool:
        """Tell whether nothing is wrong with it, wherever she is."""
        return _LEAST_SLEEP <= self.slept <= _MOST_SLEEP and len(set(self.meals)) == len(self.meals) >= _LEAST_MEALS


def _bodies(block: Block) -> dict[date, _Body]:
    bodies: dict[date, _Body] = {}
    for one in block.timed:
        body = bodies.setdefault(one.item.day, _Body())
        if one.item.kind == "sleep":
            body.slept += max(0, one.minutes)
        kind = one.kind
        if kind is not None and kind.stage in MEALS:
            body.meals.append(kind.stage)
    return bodies


def check_body(case: Case) -> Iterator[Violation]:
    """Yield B1 to B3, one life day after the other."""
    bodies: dict[date, _Body] = {}
    for block in case.blocks:
        if "body" not in block.kept:
            block.kept["body"] = _bodies(block)
        bodies.update(block.kept["body"])
    for number in range(case.plan.days):
        on = case.plan.first_day + timedelta(days=number)
        body = bodies.get(on) or _Body()
        if body.is_well():
            continue
        day, least = on.isoformat(), 0 if case.journey(on) else _LEAST_MEALS
        minutes, meals = body.slept, body.meals
        if not _LEAST_SLEEP <= minutes <= _MOST_SLEEP:
            yield found("B1", day, f"The night after {day} has {minutes / 60:.1f} hours of sleep; people need 5 to 12.")
        if len(set(meals)) < least:
            yield found("B2", day, f"On {day} she eats {len(set(meals))} meals; a day has two or three.")
        for meal in sorted({meal for meal in meals if meals.count(meal) > 1}):
            yield found("B3", day, f"On {day} she has {meal} twice.")
