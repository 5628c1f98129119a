"""Transitions: what happens to the planes of the few frames about a cut. At most eight frames, and no turning."""

import cv2
import numpy as np

from sorcerer.studio.film.planes import HIGH, WIDE, Bytes, Frame

BEFORE = {"cut": 0, "whip-left": 0, "whip-right": 0, "whip-up": 0, "zoom": 3, "light": 3}
AFTER = {"cut": 0, "whip-left": 6, "whip-right": 6, "whip-up": 6, "zoom": 4, "light": 5}
"""How many frames of the shot before a cut, and of the one after it, each kind changes."""
_BRIGHT, _NO_COLOUR = 236.0, 128.0
_WHITE = 0.86  # of a frame, how much of it is light at the height of a dip
_NEAR = 0.34  # how much larger a frame is at the height of a zoom
_SMEAR = 0.09  # of the way of a whip in one frame, how far it blurs


def changed(kind: str, frame: Frame, share: float) -> None:
    """Change a frame on its way to a cut or from it; `share` is 0 far from it and 1 upon it."""
    if kind == "zoom":
        for plane in frame.planes():
            _nearer(plane, 1 + _NEAR * share * share)
    elif kind == "light":
        light = _WHITE * share * share * (3 - 2 * share)
        for plane, level in zip(frame.planes(), (_BRIGHT, _NO_COLOUR, _NO_COLOUR), strict=True):
            cv2.convertScaleAbs(plane, plane, 1 - light, level * light)


def whipped(kind: str, old: Frame, new: Frame, share: float, into: Frame) -> None:
    """Push the old picture out by the new one, smeared along the way as by a quick pan; `share` from 0 to 1."""
    eased = share * share * (3 - 2 * share)
    quick = 6 * share * (1 - share)  # the slope of the way
    upwards = kind == "whip-up"
    smear = int(_SMEAR * quick * (HIGH if upwards else WIDE)) // 4 * 2 + 1
    for before, after, target in zip(old.planes(), new.planes(), into.planes(), strict=True):
        by = HIGH // target.shape[0]
        _slid(kind, before, after, eased, target)
        blur = max(1, smear // by // 2 * 2 + 1)
        cv2.blur(target, (1, blur) if upwards else (blur, 1), target)


def _slid(kind: str, before: Bytes, after: Bytes, share: float, target: Bytes) -> None:
    high, wide = target.shape
    if kind == "whip-up":
        gone = round(high * share)
        target[: high - gone], target[high - gone :] = before[gone:], after[:gone]
        return
    gone = round(wide * share)
    if kind == "whip-left":
        target[:, : wide - gone], target[:, wide - gone :] = before[:, gone:], after[:, :gone]
    else:
        target[:, gone:], target[:, :gone] = before[:, : wide - gone], after[:, wide - gone :]


def _nearer(plane: Bytes, near: float) -> None:
    """Scale a plane about its middle."""
    high, wide = plane.shape
    part_high, part_wide = round(high / near / 2) * 2, round(wide / near / 2) * 2
    top, left = (high - part_high) // 2, (wide - part_wide) // 2
    part = np.ascontiguousarray(plane[top : top + part_high, left : left + part_wide])
    plane[:] = cv2.resize(part, (wide, high), interpolation=cv2.INTER_LINEAR)
