"""A pretend network: answers Instagram's HTTP calls on this machine, with its own time, misfortunes and feed pages.

Owns its world in a SQLite file of its own and the media beside it. Refuses to know the product: it imports no
connector and no room, and is reached by its addresses alone.
"""

from sorcerer.sandbox.app import create
from sorcerer.sandbox.world import World, open_account

__all__ = ["World", "create", "open_account"]
