"""A life: days of items that hold together, the posts laid over them, and how they are kept and changed.

Owns the facts of a life (`world`), the planner (`planning`) and the independent checker (`checking`), which share
the facts and no code, and the append-only revisions. Refuses to know videos, schedules, films, networks and money:
a post is a proposal with a moment, and others carry it on.
"""

from sorcerer.life import interventions
from sorcerer.life.adopt import adopt
from sorcerer.life.checking import check
from sorcerer.life.model import Fact, Item, Life, Plan, Post
from sorcerer.life.planning import plan
from sorcerer.life.read import between, current
from sorcerer.life.stop import stop

__all__ = [
    "Fact",
    "Item",
    "Life",
    "Plan",
    "Post",
    "adopt",
    "between",
    "check",
    "current",
    "interventions",
    "plan",
    "stop",
]
