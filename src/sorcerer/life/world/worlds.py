"""Her world from day to day: what the facts make of her premise. Planner and checker read the same one."""

from bisect import bisect_right
from collections.abc import Iterable
from datetime import date, timedelta

from sorcerer.life.model import Fact, Premise
from sorcerer.life.world.cities import known_city
from sorcerer.life.world.hers import World, world_of
from sorcerer.life.world.minutes import DAWN
from sorcerer.life.world.work import form_of

_NAMES = frozenset({"city", "away", "ill", "job"})
_FAMILIES = ("person:", "habit:")


def shapes(name: str) -> bool:
    """Tell whether facts of this name make another world of a day."""
    return name in _NAMES or name.startswith(_FAMILIES)


class Worlds:
    """One world for every life day. A fact shapes whole days: from its own when it holds at dawn, else from the next.

    Args:
        premise: what her life was planned from, before anything was told.
        facts: in any order; of two of the same minute the first one counts.
    """

    def __init__(self, premise: Premise, facts: Iterable[Fact] = ()) -> None:
        told = [one for one in facts if shapes(one.name)]
        told.reverse()
        told.sort(key=lambda one: (one.day, one.minute))
        self.days: list[date] = []
        self._worlds = [world_of(_here(premise, dict.fromkeys(premise.people, premise.city.id)))]
        now, people = premise, dict.fromkeys(premise.people, premise.city.id)
        for one in told:
            now = _told(now, premise, one)
            if one.name.startswith("person:"):
                people = {**people, one.name.removeprefix("person:"): str(one.value or "")}
            day = one.day if one.minute <= DAWN else one.day + timedelta(days=1)
            world = world_of(_here(now, people))
            if self.days and self.days[-1] == day:
                self._worlds[-1] = world
            else:
                self.days.append(day)
                self._worlds.append(world)

    def on(self, day: date) -> World:
        """Return the world of a life day."""
        return self._worlds[bisect_right(self.days, day)]


def _told(now: Premise, before: Premise, fact: Fact) -> Premise:
    """Return a premise after it was told one fact."""
    value = fact.value
    if fact.name == "city":
        city = before.city if value == before.city.id else known_city(str(value))
        return now if city is None or city == now.city else now.model_copy(update={"city": city})
    if fact.name in {"away", "ill"}:
        return now.model_copy(update={fact.name: bool(value)})
    if fact.name == "job":
        return now.model_copy(update={"job": str(value or ""), "work": form_of(str(value)) if value else "none"})
    if fact.name.startswith("habit:"):
        levels = dict(now.levels) | {fact.name.removeprefix("habit:"): str(value)}
        return now.model_copy(update={"levels": tuple(sorted(levels.items()))})
    return now


def _here(premise: Premise, people: dict[str, str]) -> Premise:
    """Return a premise with those of her people who are in the same city."""
    names = tuple(name for name, city in people.items() if city == premise.city.id)
    return premise if names == premise.people else premise.model_copy(update={"people": names})
