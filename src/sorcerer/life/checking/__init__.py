"""The checker: names every contradiction in a finished plan. Shares the facts with the planner, and no code."""

from sorcerer.life.checking.case import Seen
from sorcerer.life.checking.check import POSTS, check
from sorcerer.life.checking.paid import standing

__all__ = ["POSTS", "Seen", "check", "standing"]
