"""Samples: the form sound has on its way into a film: 48 kHz, floats from -1 to 1."""

from typing import Any

import numpy as np
import numpy.typing as npt

RATE = 48_000
Samples = npt.NDArray[np.float32]
Spectrum = npt.NDArray[Any]


def resampled(pcm: bytes, rate: int) -> Samples:
    """Return 16-bit mono samples at 48 kHz, by padding the spectrum, so that nothing is mirrored above the old one."""
    source = np.frombuffer(pcm, "<i2").astype(np.float32) / 32768
    count = round(source.size * RATE / rate)
    spectrum = np.fft.rfft(source)
    wanted = np.zeros(count // 2 + 1, spectrum.dtype)
    shared = min(wanted.size, spectrum.size)
    wanted[:shared] = spectrum[:shared]
    longer: Spectrum = np.fft.irfft(wanted, count) * (count / max(source.size, 1))
    return longer.astype(np.float32)


def averaged(sound: Samples, span: int) -> Samples:
    """Return the mean of every sample's neighbourhood of `span` samples."""
    sums = np.cumsum(np.pad(sound.astype(np.float64), (span // 2 + 1, span - span // 2 - 1), mode="edge"))
    return ((sums[span:] - sums[:-span]) / span).astype(np.float32)
