"""Meter: loudness and true peak as ITU-R BS.1770 and EBU R 128 define them, by ffmpeg's ebur128."""

from typing import Any

import av
import numpy as np

from sorcerer.studio.film.samples import RATE, Samples


def loudness(sound: Samples) -> float:
    """Return the integrated loudness in LUFS, as ffmpeg's ebur128 hears it."""
    frame = av.AudioFrame.from_ndarray(np.ascontiguousarray(sound, np.float32), format="fltp", layout="stereo")
    frame.sample_rate = RATE
    meter = Meter(rate=RATE, layout="stereo", form="fltp", peaks=False)
    meter.push(frame)
    return meter.finish()[0]


class Meter:
    """Measure loudness of frames that are pushed in, and true peak, which takes longer, unless nobody asks."""

    def __init__(self, *, rate: int, layout: str, form: str, peaks: bool = True) -> None:
        self._graph = av.filter.Graph()
        source = self._graph.add_abuffer(sample_rate=rate, format=form, layout=layout)
        meter = self._graph.add("ebur128", "metadata=1:peak=true" if peaks else "metadata=1")
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
