"""Ambience: what a place sounds like, made of shaped noise and a few small events; quiet, under everything else."""

from collections.abc import Callable, Sequence
from typing import NamedTuple

import numpy as np

from sorcerer import ids
from sorcerer.studio.film.samples import RATE, Samples, Spectrum

_LOOP = 1 << 19  # samples, about 11 s, after which the noise begins again without a seam
_CROSS = RATE // 5  # samples in which one place gives way to the next
_Event = Callable[[float], Samples]


class _Place(NamedTuple):
    """How a place sounds.

    Args:
        low, high: between which frequencies its noise lies, in Hz.
        level: how loud that is.
        swell: how much it comes and goes, 0 to 1, and in how many seconds.
        event, every: what is heard now and then, and about how often, in seconds.
    """

    low: float
    high: float
    level: float
    swell: float = 0.2
    seconds: float = 4.0
    event: _Event | None = None
    every: float = 3.0


def _clink(chance: float) -> Samples:
    """A cup is put down."""
    at = np.arange(RATE // 5) / RATE
    pitches = (1 + 0.2 * chance) * np.array([[2900.0], [4700.0], [7100.0]])
    tones = (np.sin(2 * np.pi * pitches * at) * [[1.0], [0.6], [0.36]]).sum(0)
    cup: Samples = (0.05 * np.exp(-at * 38) * tones).astype(np.float32)
    return cup


def _chirp(chance: float) -> Samples:
    """A bird sings three notes."""
    at = np.arange(RATE // 9) / RATE
    shape = np.sin(np.pi * at / at[-1]) ** 2
    note = shape * np.sin(2 * np.pi * (3100 + 900 * chance + 5200 * at) * at)
    rest = np.zeros(RATE // 22)
    return (0.06 * np.concatenate([note, rest, note, rest, 0.7 * note])).astype(np.float32)


def _cricket(chance: float) -> Samples:
    """A cricket in the grass."""
    at = np.arange(RATE // 3) / RATE
    pulses = np.sin(np.pi * at / at[-1]) * np.clip(np.sin(2 * np.pi * 26 * at), 0, 1) ** 2
    tone = np.sin(2 * np.pi * (4200 + 300 * chance) * at)
    cry: Samples = (0.02 * pulses * tone).astype(np.float32)
    return cry


def _rattle(chance: float) -> Samples:
    """Wheels over a joint of the rails."""
    at = np.arange(RATE // 4) / RATE
    knock = np.exp(-at * 30) * np.sin(2 * np.pi * (70 + 20 * chance) * at)
    return (0.3 * (knock + 0.8 * np.roll(knock, RATE // 9))).astype(np.float32)


_ROOM = _Place(60, 400, 0.10)
_CROWD = _Place(180, 1400, 0.30, 0.45, 1.7)
_OPEN = _Place(90, 900, 0.22, 0.6, 5.0, _chirp, 2.2)
_PLACES = {
    "cafe": _CROWD._replace(event=_clink, every=1.8),
    "restaurant": _CROWD._replace(event=_clink, every=1.4),
    "kitchen": _ROOM._replace(event=_clink, every=4.0),
    "shop": _CROWD._replace(level=0.2),
    "market": _CROWD._replace(level=0.36),
    "airport": _CROWD._replace(low=120, level=0.28, seconds=3.0),
    "street": _Place(40, 700, 0.42, 0.7, 4.5),
    "gym": _Place(50, 900, 0.2, 0.3, 2.4, _rattle, 3.4),
    "train": _Place(30, 500, 0.5, 0.25, 2.0, _rattle, 0.9),
    "park": _OPEN,
    "hike": _OPEN._replace(every=3.5),
    "beach": _Place(200, 4000, 0.5, 0.95, 5.5),
}


def ambience(places: Sequence[tuple[str, int]], count: int, seed: str) -> Samples:
    """Return the sounds of the places in turn, of shape (2, count); a place nobody knows sounds like a quiet room."""
    heard = np.zeros((2, count), np.float32)
    ends = [begin for _, begin in places[1:]] + [count]
    for number, ((name, begin), end) in enumerate(zip(places, ends, strict=True)):
        first, last = max(0, begin - _CROSS // 2), min(count, end + _CROSS // 2)
        sound = _of_place(name, last - first, f"{seed}/{number}")
        ramp = min(_CROSS, last - first)
        if first > 0:
            sound[:, :ramp] *= np.linspace(0, 1, ramp, dtype=np.float32)
        if last < count:
            sound[:, -ramp:] *= np.linspace(1, 0, ramp, dtype=np.float32)
        heard[:, first:last] += sound
    return heard


def _of_place(name: str, count: int, seed: str) -> Samples:
    scene, _, light = name.partition("/")
    place = _PLACES.get(scene, _ROOM)
    sound = _noise(place, count, seed)
    event = _cricket if light == "night" and place.event is _chirp else place.event
    at = place.every * ids.draw(seed, "first")
    while event is not None and at * RATE < count:
        first = int(at * RATE)
        part = event(ids.draw(seed, "event", at))[: count - first]
        to_left = 0.3 + 0.4 * ids.draw(seed, "side", at)
        sound[:, first : first + part.size] += np.outer((to_left, 1 - to_left), part).astype(np.float32)
        at += place.every * (0.6 + 0.8 * ids.draw(seed, "wait", at))
    return sound


def _noise(place: _Place, count: int, seed: str) -> Samples:
    """Return noise between two frequencies that comes and goes, of shape (2, count).

    It is a loop that each ear hears from another half; its level is the root of its mean square.
    """
    loop = min(_LOOP, 1 << (2 * count - 1).bit_length())
    rough = np.random.default_rng(int(ids.digest(seed)[:12], 16)).standard_normal(loop, dtype=np.float32)
    spectrum, at = np.fft.rfft(rough), np.fft.rfftfreq(loop, 1 / RATE).astype(np.float32)
    shape = 1 / (1 + (place.low / np.maximum(at, 1)) ** 4) / (1 + (at / place.high) ** 3)
    soft: Spectrum = np.fft.irfft(spectrum * shape, loop)
    level = 0.2 * place.level / (float(np.sqrt(np.mean(soft**2))) + 1e-9)
    turns = np.arange(count) / RATE / place.seconds
    heard = np.empty((2, count), np.float32)
    for ear in (0, 1):
        wave = np.sin(2 * np.pi * (turns + ids.draw(seed, ear)))
        swells = level * (1 - place.swell / 2 + place.swell / 2 * wave)
        heard[ear] = np.resize(np.roll(soft, ear * loop // 2), count) * swells
    return heard
