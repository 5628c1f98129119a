"""The studio that needs no key: it writes, draws, speaks and films, the same way for the same seed.

Importing it loads nothing heavy; whatever draws or speaks is loaded in a child process.
"""

from sorcerer.providers.embedded.provider import provider

__all__ = ["provider"]
