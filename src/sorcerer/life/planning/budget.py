"""How the minutes of a day of hers are spent: soft targets, drawn from the kinds of day that real diaries fall into."""

import json
import math
from bisect import bisect
from dataclasses import dataclass
from datetime import date
from functools import cache, lru_cache
from importlib.resources import files
from itertools import accumulate
from statistics import NormalDist

from sorcerer import ids
from sorcerer.life.world import Kind, World
from sorcerer.life.world.minutes import GRID

_NORMAL = NormalDist()
_WEEKEND = 5
# How differently two persons lean to the kinds of day, as the standard deviation of a logarithm.
_HERS = 0.7
_IN_BED = 60 / 0.9  # minutes in bed for an hour of sleep; real sleep in diaries is time in bed
_USUAL_NEED = 7.5 * _IN_BED
_LEAST_WORK = 60
# What opening hours, windows and the lengths of single activities take off a wish, made up for beforehand.
_MAKES_UP = {"care": 1.25, "home": 1.2, "cook": 1.12, "work": 1.06, "eat": 1.16, "shop": 1.12, "social": 1.05}
_SHORT_DAY = 200


@dataclass(frozen=True, slots=True)
class Archetype:
    """A kind of day: how common it is, and for each class how many have it, its mean minutes and their spread."""

    share: int
    classes: dict[str, tuple[int, int, int]]


@dataclass(frozen=True, slots=True)
class Budget:
    """What a day would like to be.

    Args:
        minutes: of each class of activity; "cook" is apart from "eat", and no class is missing.
        blocks: minutes of each working block she has that day; none on a day off.
    """

    minutes: dict[str, int]
    blocks: dict[str, int]


def class_of(kind: Kind) -> str:
    """Return the class of activity that a kind counts as."""
    return "cook" if kind.id == "cook" else kind.category


@lru_cache(maxsize=8192)
def budget_of(world: World, day: date) -> Budget:
    """Return how the minutes of a day are meant to be spent; the same day of the same person always alike."""
    seed, number = world.premise.seed, day.toordinal()
    weekday = day.weekday()
    due = {name: block for name, block in world.form.blocks.items() if weekday in block.days}
    chance = world.form.chance[weekday >= _WEEKEND]
    works = bool(due) and ids.draw(seed, "works", number) < chance
    group = f"{'weekend' if weekday >= _WEEKEND else 'weekday'}_{'work' if works else 'free'}"
    kinds, shares = _leaning(seed, group)
    chosen = kinds[bisect(shares, ids.draw(seed, "kind of day", number) * shares[-1])]
    minutes = {
        name: round(_minutes(seed, name, number, row) * _MAKES_UP.get(name, 1.0))
        for name, row in chosen.classes.items()
    }
    minutes["sleep"] += round((world.premise.sleep_hours * _IN_BED - _USUAL_NEED) / GRID) * GRID
    blocks = _blocks(world, list(due), max(minutes["work"], _LEAST_WORK)) if works else {}
    return Budget(minutes, blocks)


def _blocks(world: World, names: list[str], minutes: int) -> dict[str, int]:
    """Return how long each working block is; a short day has the first one only."""
    if minutes < _SHORT_DAY:
        names = names[:1]
    ranges = {name: world.form.blocks[name].minutes for name in names}
    room = sum(most for _least, most in ranges.values())
    part = min(1.0, minutes * world.form.part / room)
    return {name: max(least, round(part * most / GRID) * GRID) for name, (least, most) in ranges.items()}


def _minutes(seed: str, name: str, day: int, row: tuple[int, int, int]) -> int:
    """Return the minutes of one class: none, or a skewed draw around the mean of those who have any."""
    percent, mean, spread = row
    if mean == 0 or ids.draw(seed, "has", name, day) * 100 >= percent:
        return 0
    width = math.log(1 + (spread / mean) ** 2)
    off = _NORMAL.inv_cdf(min(max(ids.draw(seed, "spends", name, day), 0.005), 0.995))
    return max(GRID, round(mean * math.exp(math.sqrt(width) * off - width / 2) / GRID) * GRID)


@lru_cache(maxsize=1024)
def _leaning(seed: str, group: str) -> tuple[tuple[Archetype, ...], tuple[float, ...]]:
    """Return the kinds of day of a group with running sums of how likely they are for one person."""
    kinds = _archetypes()[group]
    weights = [
        kind.share * math.exp(_HERS * _NORMAL.inv_cdf(ids.draw(seed, "leaning", group, number) * 0.998 + 0.001))
        for number, kind in enumerate(kinds)
    ]
    return kinds, tuple(accumulate(weights))


@cache
def _archetypes() -> dict[str, tuple[Archetype, ...]]:
    told = json.loads(files("sorcerer.life.planning").joinpath("archetypes.json").read_text(encoding="utf-8"))
    names = told.pop("classes")
    told.pop("source")
    return {
        group: tuple(
            Archetype(share, {name: tuple(row) for name, row in zip(names, classes, strict=True)})
            for share, *classes in rows
        )
        for group, rows in told.items()
    }
