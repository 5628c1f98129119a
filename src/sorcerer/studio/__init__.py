"""A video becomes a film: words, shots, takes, and the file at the end, checked before anybody publishes it.

Owns what was made for a video (its artifacts). Refuses to know when a video goes out, where, for whom, and what a
persona's row looks like: it is handed words, a face and a moment.
"""

from sorcerer.studio import keep as artifacts
from sorcerer.studio import provenance
from sorcerer.studio.cut import cut
from sorcerer.studio.hold import hold
from sorcerer.studio.model import Storyboard
from sorcerer.studio.photo_in import Crop, logo_in, photo_in
from sorcerer.studio.preflight import preflight
from sorcerer.studio.script import script
from sorcerer.studio.shoot import first_frame, shoot
from sorcerer.studio.stills import story, thumbnail
from sorcerer.studio.storyboard import storyboard

__all__ = [
    "Crop",
    "Storyboard",
    "artifacts",
    "cut",
    "first_frame",
    "hold",
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
