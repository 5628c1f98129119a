"""What goes out where: prepare, move, withdraw, try again, list, and a person's word on what is there."""

from sorcerer.publishing.model import Attempt, Trouble
from sorcerer.publishing.publications.plan import keep_back, move, withdraw
from sorcerer.publishing.publications.prepare import owing, prepare
from sorcerer.publishing.publications.settle import retry, settle
from sorcerer.publishing.store import attempts, links, out_since
from sorcerer.publishing.store import find_publication as find
from sorcerer.publishing.store import load_publication as load
from sorcerer.publishing.store import page_publications as page

__all__ = [
    "Attempt",
    "Trouble",
    "attempts",
    "find",
    "keep_back",
    "links",
    "load",
    "move",
    "out_since",
    "owing",
    "page",
    "prepare",
    "retry",
    "settle",
    "withdraw",
]
