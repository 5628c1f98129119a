"""Drawn footage while it is filmed: a provider draws sprites and says where each lies, the film does the rest."""

from collections.abc import Sequence
from typing import TYPE_CHECKING, NamedTuple, Protocol

if TYPE_CHECKING:  # numpy is loaded only where something is drawn
    import numpy as np
    import numpy.typing as npt


class Placed(NamedTuple):
    """One sprite in one frame.

    Args:
        sprite: its name on the stage; the same name is always the same picture.
        matrix: where it lies, as (a, b, c, d, e, f): x' = a·x + b·y + c and y' = d·x + e·y + f, in pixels of a
            picture 1080 wide and 1920 high.
    """

    sprite: str
    matrix: tuple[float, float, float, float, float, float]


class Stage(Protocol):
    """One shot, drawn. It has no memory: the same second always shows the same frame."""

    def sprite(self, name: str) -> "npt.NDArray[np.uint8]":
        """Return a sprite as premultiplied RGBA of shape (height, width, 4)."""
        ...

    def frame(self, second: float) -> Sequence[Placed]:
        """Return what lies in the frame at a second of the shot, the lowest first; the lowest covers the picture."""
        ...
