"""Influencers: who she is, how she is run, whose face it is, and what the wizard has gathered so far.

Owns the tables `influencer`, `consent` and `draft`. Knows nothing of what she does, posts or earns.
"""

from sorcerer.influencers import consent as consents
from sorcerer.influencers import draft as drafts
from sorcerer.influencers.change import change, remove
from sorcerer.influencers.create import create
from sorcerer.influencers.model import GrowthPhase, Influencer, New, Pace, Persona
from sorcerer.influencers.store import find, page

__all__ = [
    "GrowthPhase",
    "Influencer",
    "New",
    "Pace",
    "Persona",
    "change",
    "consents",
    "create",
    "drafts",
    "find",
    "page",
    "remove",
]
