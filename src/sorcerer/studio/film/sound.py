"""Sound: the voice over a soft bed that makes room for it, at -14 LUFS and below -1 dB true peak."""

from typing import Any

import av
import numpy as np
import numpy.typing as npt

from sorcerer import ids

RATE = 48_000
Samples = npt.NDArray[np.float32]
Spectrum = npt.NDArray[Any]
_TARGET = -14.0
_CEILING = 10 ** (-2.2 / 20)  # the encoder overshoots by up to a decibel
_BED, _VOICE = 0.42, 0.7
_PROGRESSIONS = (
    ((57, 60, 64, 67), (53, 57, 60, 64), (48, 52, 55, 59), (55, 59, 62, 65)),
    ((48, 52, 55, 59), (57, 60, 64, 67), (53, 57, 60, 64), (55, 59, 62, 65)),
    ((53, 57, 60, 64), (55, 59, 62, 65), (52, 55, 59, 62), (57, 60, 64, 67)),
    ((50, 53, 57, 60), (55, 59, 62, 65), (48, 52, 55, 59), (57, 60, 64, 67)),
)


def mixed(voice: Samples, seed: str) -> Samples:
    """Return voice and bed together, of shape (2, samples).

    Args:
        voice: mono at 48 kHz, as long as the film.
        seed: what the bed is composed from.
    """
    voice = _clear(voice)
    peak = float(np.abs(voice).max()) or 1.0
    loud = np.convolve(np.abs(voice), np.ones(RATE // 8, np.float32) / (RATE // 8), "same")
    duck = 1 - 0.7 * np.clip(loud / (float(loud.max()) * 0.25 + 1e-9), 0, 1)
    both = (np.stack([voice, voice]) / peak * _VOICE + bed(voice.size, seed) * duck * _BED).astype(np.float32)
    fade = min(voice.size, int(0.5 * RATE))
    both[:, voice.size - fade :] *= np.linspace(1, 0, fade, dtype=np.float32)
    for _ in range(3):
        both = _limited(both * np.float32(10 ** ((_TARGET - loudness(both)) / 20)))
    return both


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


def _clear(voice: Samples) -> Samples:
    """Take the rumble away and lift what makes words clear."""
    spectrum, at = np.fft.rfft(voice), np.fft.rfftfreq(voice.size, 1 / RATE)
    shape = 1 / (1 + (90 / np.maximum(at, 1)) ** 4)
    shape *= 1 + 0.45 * np.exp(-(((at - 3200) / 1600) ** 2)) - 0.22 * np.exp(-(((at - 900) / 350) ** 2))
    clear: Spectrum = np.fft.irfft(spectrum * shape, voice.size)
    return clear.astype(np.float32)


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


def loudness(sound: Samples) -> float:
    """Return the integrated loudness in LUFS, as ffmpeg's ebur128 hears it."""
    frame = av.AudioFrame.from_ndarray(np.ascontiguousarray(sound, np.float32), format="fltp", layout="stereo")
    frame.sample_rate = RATE
    meter = Meter(rate=RATE, layout="stereo", form="fltp")
    meter.push(frame)
    return meter.finish()[0]


class Meter:
    """Measure loudness and true peak of frames that are pushed in."""

    def __init__(self, *, rate: int, layout: str, form: str) -> None:
        self._graph = av.filter.Graph()
        source = self._graph.add_abuffer(sample_rate=rate, format=form, layout=layout)
        meter = self._graph.add("ebur128", "metadata=1:peak=true")
        source.link_to(meter)
        meter.link_to(self._graph.add("abuffersink"))
        self._graph.configure()
        self._seen: dict[str, str] = {}

    def push(self, frame: Any) -> None:  # noqa: ANN401 - av is untyped here
        """Take one frame of sound in, or None for the end."""
        self._graph.push(frame)
        while True:
            try:
                heard = self._graph.pull()
            except (av.error.BlockingIOError, av.error.EOFError):
                return
            self._seen.update(heard.metadata)

    def finish(self) -> tuple[float, float]:
        """Return the integrated loudness in LUFS and the true peak in dBTP of all that was pushed."""
        self.push(None)
        peaks = [float(value) for name, value in self._seen.items() if "true_peaks_ch" in name]
        peak = 20 * np.log10(max([*peaks, 1e-9]))
        return float(self._seen.get("lavfi.r128.I", -70.0)), float(peak)
