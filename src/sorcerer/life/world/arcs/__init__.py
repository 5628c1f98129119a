"""The stories we know, by id."""

from sorcerer.life.world.arcs.keeping import KEEPING
from sorcerer.life.world.arcs.making import MAKING
from sorcerer.life.world.arcs.moving import MOVING
from sorcerer.life.world.stories import Arc

ARCS: dict[str, Arc] = {arc.id: arc for arc in (*MOVING, *MAKING, *KEEPING)}
