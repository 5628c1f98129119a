"""A video becomes a film: words, shots, takes, and the file at the end, checked before anybody publishes it.

Owns what was made for a video (its artifacts). Refuses to know when a video goes out, where, for whom, and what a
persona's row looks like: it is handed words, a face and a moment.
"""

import importlib
from types import ModuleType
from typing import TYPE_CHECKING

from sorcerer.studio.cut import cut
from sorcerer.studio.hold import hold
from sorcerer.studio.model import Storyboard
from sorcerer.studio.photo_in import Crop, find_face, logo_in, photo_in
from sorcerer.studio.preflight import inspect, preflight
from sorcerer.studio.rules import Network
from sorcerer.studio.script import script
from sorcerer.studio.shoot import first_frame, shoot
from sorcerer.studio.stills import story, thumbnail
from sorcerer.studio.storyboard import storyboard

if TYPE_CHECKING:
    from sorcerer.studio import keep as artifacts
    from sorcerer.studio import provenance

__all__ = [
    "Crop",
    "Network",
    "Storyboard",
    "artifacts",
    "cut",
    "find_face",
    "first_frame",
    "hold",
    "inspect",
    "logo_in",
    "photo_in",
    "preflight",
    "provenance",
    "script",
    "shoot",
    "story",
    "storyboard",
    "thumbnail",
]

_ROWS = {"artifacts": "sorcerer.studio.keep", "provenance": "sorcerer.studio.provenance"}


def __getattr__(name: str) -> ModuleType:
    """Load what keeps rows only when it is asked for: a film's child imports this room and needs no database."""
    if name in _ROWS:
        return importlib.import_module(_ROWS[name])
    raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
