"""Growth: what the networks measured, how the growth phase changes, and what a dashboard says of it all.

Owns the table `measurement`. Invents nothing: what nobody measured is a gap. Knows no network and makes no post.
"""

from sorcerer.growth.headline import headline
from sorcerer.growth.measure import measure, series
from sorcerer.growth.model import Measurement, Overview
from sorcerer.growth.overview import overview
from sorcerer.growth.phase import admit, extend, intercept

__all__ = ["Measurement", "Overview", "admit", "extend", "headline", "intercept", "measure", "overview", "series"]
