"""Matches: which brand goes with which influencer, how well, and what a person said to it."""

from sorcerer.sponsors.matches.answer import answer
from sorcerer.sponsors.matches.link import link
from sorcerer.sponsors.matches.score import match
from sorcerer.sponsors.store import find_match as find
from sorcerer.sponsors.store import match_page as page

__all__ = ["answer", "find", "link", "match", "page"]
