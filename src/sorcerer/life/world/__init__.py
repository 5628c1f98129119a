"""The facts that planner and checker share: places, hours, ways, sunlight, kinds of activity, people, stories.

Holds what is so, and never decides anything: nothing in here knows a plan.
"""

from sorcerer.life.world.arcs import ARCS
from sorcerer.life.world.cities import find_city, known_city
from sorcerer.life.world.hers import World, world_of
from sorcerer.life.world.kind import Kind
from sorcerer.life.world.places import Place, open_between
from sorcerer.life.world.stories import Arc, Beat
from sorcerer.life.world.sun import daylight, light_at, season_at
from sorcerer.life.world.work import form_of
from sorcerer.life.world.worlds import Worlds

__all__ = [
    "ARCS",
    "Arc",
    "Beat",
    "Kind",
    "Place",
    "World",
    "Worlds",
    "daylight",
    "find_city",
    "form_of",
    "known_city",
    "light_at",
    "open_between",
    "season_at",
    "world_of",
]
