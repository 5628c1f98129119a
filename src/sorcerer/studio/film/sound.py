"""Sound: the voice over music and the sounds of the place, which make room for it, at -14 LUFS, peaks below -1 dBTP."""

from collections.abc import Sequence

import numpy as np

from sorcerer.studio.film.ambience import ambience
from sorcerer.studio.film.meter import loudness
from sorcerer.studio.film.music import bed
from sorcerer.studio.film.samples import RATE, Samples, Spectrum, averaged

_TARGET = -14.0
_NEAR = 0.02  # of a LU
_CEILING = 10 ** (-2.2 / 20)  # the encoder overshoots by up to a decibel
_VOICE, _BED, _AMBIENCE = 0.7, 0.42, 0.34
_DUCK_BED, _DUCK_AMBIENCE = 0.7, 0.55  # what speech takes away of them


def mixed(voice: Samples, seed: str, places: Sequence[tuple[str, int]] = ()) -> Samples:
    """Return voice, music and ambience together, of shape (2, samples).

    Args:
        voice: mono at 48 kHz, as long as the film.
        seed: what music and ambience are composed from.
        places: each place in turn ("cafe/dawn") and the sample at which it begins.
    """
    voice = _clear(voice)
    peak = float(np.abs(voice).max()) or 1.0
    loud = averaged(np.abs(voice), RATE // 8)
    spoken = np.clip(loud / (float(loud.max()) * 0.25 + 1e-9), 0, 1)
    music, around = bed(voice.size, seed), ambience(places, voice.size, seed)
    beside = music * (_BED * (1 - _DUCK_BED * spoken)) + around * (_AMBIENCE * (1 - _DUCK_AMBIENCE * spoken))
    both: Samples = (np.stack([voice, voice]) / peak * _VOICE + beside).astype(np.float32)
    fade = min(voice.size, int(0.5 * RATE))
    both[:, voice.size - fade :] *= np.linspace(1, 0, fade, dtype=np.float32)
    for _ in range(3):  # what the limit takes away makes it softer again
        short = _TARGET - loudness(both)
        if abs(short) < _NEAR:
            break
        both = _limited(both * np.float32(10 ** (short / 20)))
    return both


def _clear(voice: Samples) -> Samples:
    """Take the rumble away and lift what makes words clear."""
    spectrum, at = np.fft.rfft(voice), np.fft.rfftfreq(voice.size, 1 / RATE)
    shape = 1 / (1 + (90 / np.maximum(at, 1)) ** 4)
    shape *= 1 + 0.45 * np.exp(-(((at - 3200) / 1600) ** 2)) - 0.22 * np.exp(-(((at - 900) / 350) ** 2))
    clear: Spectrum = np.fft.irfft(spectrum * shape, voice.size)
    return clear.astype(np.float32)


def _limited(sound: Samples) -> Samples:
    """Keep every peak below the ceiling, by a gain that moves slowly enough not to be heard."""
    reach = int(0.004 * RATE)
    peaks = np.abs(sound).max(0)
    gain = np.minimum(1, _CEILING / np.maximum(peaks, 1e-9))
    spans = np.lib.stride_tricks.sliding_window_view(np.pad(gain, reach, constant_values=1), 2 * reach + 1)
    held = spans[:, ::8].min(1)
    shape = np.hanning(2 * reach + 1)
    smooth = np.convolve(np.pad(held, reach, mode="edge"), shape / shape.sum(), "valid")
    return np.clip(sound * np.minimum(smooth, 1), -_CEILING, _CEILING).astype(np.float32)
