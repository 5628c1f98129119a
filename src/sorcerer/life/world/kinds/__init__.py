"""All kinds of activity, by id."""

from sorcerer.life.world.kind import Kind
from sorcerer.life.world.kinds.anchors import ANCHORS
from sorcerer.life.world.kinds.house import HOUSE
from sorcerer.life.world.kinds.leisure import LEISURE
from sorcerer.life.world.kinds.outings import OUTINGS
from sorcerer.life.world.kinds.people import PEOPLE
from sorcerer.life.world.kinds.sport import SPORT

KINDS: dict[str, Kind] = {kind.id: kind for kind in (*ANCHORS, *HOUSE, *SPORT, *PEOPLE, *LEISURE, *OUTINGS)}
