"""Growth: what the networks measured, how the growth phase changes, and what a dashboard says of it all.

Owns the tables `measurement` and `reading`. Invents nothing: what nobody measured is a gap. Knows no network and makes
no post.
"""

from sorcerer.growth import phase, readings
from sorcerer.growth.curve import curve
from sorcerer.growth.headline import headline
from sorcerer.growth.measure import measure, series
from sorcerer.growth.model import Measurement, Overview, Reading
from sorcerer.growth.overview import overview
from sorcerer.growth.store import measured

__all__ = [
    "Measurement",
    "Overview",
    "Reading",
    "curve",
    "headline",
    "measure",
    "measured",
    "overview",
    "phase",
    "readings",
    "series",
]
