"""Sponsors: brands, what they sell, and which of them goes with which influencer.

Owns the tables `sponsor` and `sponsor_match`. What a brand writes is untrusted text: cleaned, bounded, never an
instruction. Refuses to know videos and labels: who pays for a post is kept with the post.
"""

from sorcerer.sponsors import matches
from sorcerer.sponsors.add import add
from sorcerer.sponsors.change import change, remove
from sorcerer.sponsors.matches import match
from sorcerer.sponsors.model import New, Product, Sponsor, SponsorMatch, Verdict
from sorcerer.sponsors.store import find, page

__all__ = [
    "New",
    "Product",
    "Sponsor",
    "SponsorMatch",
    "Verdict",
    "add",
    "change",
    "find",
    "match",
    "matches",
    "page",
    "remove",
]
