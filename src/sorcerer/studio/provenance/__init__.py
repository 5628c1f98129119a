"""Provenance: every film and picture says that it is synthetic, from what it was made, by whom and when.

Two layers. A C2PA manifest, signed last and checked at once, travels inside the file together with its IPTC source
type. What a network strips is found again in the registry, by the file's hash or by what its pictures look like.
Owns the table `provenance`. Refuses to know why something was made and where it goes.
"""

from sorcerer.studio.provenance.look import look
from sorcerer.studio.provenance.model import Claim, Entry, Finding, Ingredient, Reading, Sealed, source_of
from sorcerer.studio.provenance.passport import Passport, passport
from sorcerer.studio.provenance.register import published, recognise, register
from sorcerer.studio.provenance.seal import seal
from sorcerer.studio.provenance.store import page

__all__ = [
    "Claim",
    "Entry",
    "Finding",
    "Ingredient",
    "Passport",
    "Reading",
    "Sealed",
    "look",
    "page",
    "passport",
    "published",
    "recognise",
    "register",
    "seal",
    "source_of",
]
