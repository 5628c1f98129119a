"""The planner: keyed greedy insertion. Draws are keyed by seed, purpose, kind and day, never by what came before."""

from sorcerer.life.planning.plan import plan, premise_of

__all__ = ["plan", "premise_of"]
