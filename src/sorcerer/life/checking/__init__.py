"""The checker: names every contradiction in a finished plan. Shares the facts with the planner, and no code."""

from sorcerer.life.checking.check import check

__all__ = ["check"]
