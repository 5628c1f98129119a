"""Planes: a frame as BT.709 YUV 4:2:0, limited range. OpenCV works in one thread, for the encoder has the others."""

from dataclasses import dataclass

import cv2
import numpy as np
import numpy.typing as npt

Bytes = npt.NDArray[np.uint8]
Matrix = tuple[float, float, float, float, float, float]
WIDE, HIGH = 1080, 1920
cv2.setNumThreads(1)


@dataclass(frozen=True)
class Frame:
    """One frame: luma at full size, the two chroma planes at half."""

    y: Bytes
    u: Bytes
    v: Bytes

    @classmethod
    def empty(cls) -> "Frame":
        """Return a frame that nothing has been laid on."""
        small = (HIGH // 2, WIDE // 2)
        return cls(np.full((HIGH, WIDE), 16, np.uint8), np.full(small, 128, np.uint8), np.full(small, 128, np.uint8))

    def planes(self) -> tuple[Bytes, Bytes, Bytes]:
        """Return the three planes."""
        return self.y, self.u, self.v


def over(target: Bytes, source: Bytes | None, keep: Bytes) -> None:
    """Lay one plane over another, which shines through where `keep` is 255; without a source it is only dimmed."""
    cv2.multiply(target, keep, target, scale=1 / 255)
    if source is not None:
        cv2.add(target, source, target)
