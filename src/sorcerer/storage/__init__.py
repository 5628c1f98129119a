"""Where films and pictures are kept: by the hash of their content, so the same bytes are kept once.

Holds the port and what adapters share. Knows no video and no owner; a room keeps the key beside what it belongs to.
"""

from sorcerer.storage.ports import FileInfo, Files, Kept

__all__ = ["FileInfo", "Files", "Kept"]
