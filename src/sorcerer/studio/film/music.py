"""Music: a soft bed of chords, plucks and a muted beat, composed from a seed, so nobody else has a right to it."""

import numpy as np

from sorcerer import ids
from sorcerer.studio.film.samples import RATE, Samples, Spectrum

_PROGRESSIONS = (
    ((57, 60, 64, 67), (53, 57, 60, 64), (48, 52, 55, 59), (55, 59, 62, 65)),
    ((48, 52, 55, 59), (57, 60, 64, 67), (53, 57, 60, 64), (55, 59, 62, 65)),
    ((53, 57, 60, 64), (55, 59, 62, 65), (52, 55, 59, 62), (57, 60, 64, 67)),
    ((50, 53, 57, 60), (55, 59, 62, 65), (48, 52, 55, 59), (57, 60, 64, 67)),
)


def bed(count: int, seed: str) -> Samples:
    """Return a soft bed of chords, plucks and a muted beat, of shape (2, count)."""
    music = np.zeros(count, np.float32)
    chords = ids.pick(_PROGRESSIONS, seed, "chords")
    shift = int(ids.draw(seed, "key") * 7) - 3
    beat = 60 / (78 + 16 * ids.draw(seed, "tempo"))
    order = ids.pick(((0, 2, 1, 3, 2, 1, 3, 2), (0, 1, 2, 3, 2, 1, 2, 1), (3, 2, 1, 0, 1, 2, 1, 2)), seed, "plucks")
    bar = int(4 * beat * RATE)
    for index in range(count // bar + 1):
        notes = [440 * 2 ** ((note + shift - 69) / 12) for note in chords[index % 4]]
        _add(music, index * bar, _chord(notes, bar + RATE // 3))
        for step, note in enumerate(order):
            _add(music, index * bar + int(step * beat / 2 * RATE), _pluck(notes[note] * 2))
        for step in (0, 2):
            _add(music, index * bar + int(step * beat * RATE), _kick())
    late = int(0.011 * RATE)
    return np.stack([music, np.concatenate([np.zeros(late, np.float32), music[: count - late]])])


def _add(music: Samples, start: int, part: Samples) -> None:
    end = min(music.size, start + part.size)
    if start < end:
        music[start:end] += part[: end - start]


def _chord(notes: list[float], count: int) -> Samples:
    at = np.arange(count) / RATE
    shape = np.minimum(1, at / 0.25) * np.minimum(1, (at[-1] - at) / 0.35)
    tones = [np.sin(2 * np.pi * note * detune * at) for note in notes for detune in (0.9985, 1.0015)]
    sound: Spectrum = 0.045 * shape * np.sum(tones, axis=0)
    return sound.astype(np.float32)


def _pluck(note: float) -> Samples:
    at = np.arange(RATE // 2) / RATE
    return (0.06 * np.exp(-at * 7) * np.minimum(1, at / 0.004) * np.sin(2 * np.pi * note * at)).astype(np.float32)


def _kick() -> Samples:
    at = np.arange(RATE // 3) / RATE
    return (0.26 * np.exp(-at * 14) * np.sin(2 * np.pi * (48 * at + 0.3 * (1 - np.exp(-at * 30))))).astype(np.float32)
