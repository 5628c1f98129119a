"""Stepping into a life: a sentence becomes changes, a preview shows what they do and why, and nothing past is touched.

Owns the changes, the grammar that reads them and the minimal repair; the planner fills and the checker judges.
"""

from sorcerer.life.checking import standing
from sorcerer.life.interventions import script
from sorcerer.life.interventions.apply import apply, undo
from sorcerer.life.interventions.grammar import understand
from sorcerer.life.interventions.history import history, present
from sorcerer.life.interventions.homes import Home, homes
from sorcerer.life.interventions.model import Change, Drop, Intervention, Pin, Present, Preview, Revision
from sorcerer.life.interventions.preview import preview
from sorcerer.life.interventions.propose import propose
from sorcerer.life.interventions.repace import repace

__all__ = [
    "Change",
    "Drop",
    "Home",
    "Intervention",
    "Pin",
    "Present",
    "Preview",
    "Revision",
    "apply",
    "history",
    "homes",
    "present",
    "preview",
    "propose",
    "repace",
    "script",
    "standing",
    "understand",
    "undo",
]
