"""The studio's table: a whole reel against the encoder alone and against MoviePy, its memory, a story, a signature."""

import os
import resource
import statistics
import subprocess
import tempfile
import time
from collections.abc import Callable, Iterable, Iterator
from datetime import UTC, datetime
from pathlib import Path
from typing import Any, NamedTuple

from benchmarks import studio_words
from benchmarks.report import Measure
from sorcerer import children, keys, studio
from sorcerer.providers import Framing, Light, Look, Moment, Picture, SceneName, Shot
from sorcerer.providers.embedded import provider
from sorcerer.settings import Settings
from sorcerer.studio.cut import order_of
from sorcerer.studio.film.encode import SETTINGS
from sorcerer.studio.model import Storyboard, Take
from sorcerer.studio.provenance.seal import sign

_HERE = Path(__file__).parent
_MOVIEPY = _HERE / ".peers" / "moviepy" / "bin" / "python"
_INSTALL = "in benchmarks: python3 -m venv .peers/moviepy && .peers/moviepy/bin/pip install moviepy==2.2.1"
_SEED = "benchmark"
_LOOK = Look(skin="deep", hair="black", style="curly", outfit="knit", outfit_color="#2f3e55")
_SHOTS: tuple[tuple[SceneName, Light, Framing, str], ...] = (
    (
        "cafe",
        "dawn",
        "medium",
        "I nearly cancelled this morning, and then I did the one thing that gets me out.",
    ),
    ("park", "day", "close", "Shoes on before coffee sounds silly, but once they are on, the argument is simply over."),
    ("street", "golden", "wide", "So that is my whole secret, tell me yours, and I will try it tomorrow at six sharp."),
)


class _Run(NamedTuple):
    wall: float
    cpu: float


def run(*, quick: bool) -> Iterable[Measure]:
    """Yield every measure of the table; arms take turns, figures are medians over rounds."""
    rounds = 1 if quick else 5
    with tempfile.TemporaryDirectory() as folder:
        yield from _reel(Path(folder), rounds)
    yield _story(rounds)
    yield from studio_words.measures(quick=quick)


def _reel(folder: Path, rounds: int) -> Iterator[Measure]:
    voice, video = provider(Settings()).voice, provider(Settings()).video
    if voice is None or video is None:
        raise RuntimeError("the embedded provider speaks and films")
    face = Picture(data=b"drawn from the look", media_type="image/png", look=_LOOK)
    film, seconds = folder / "film.mp4", 0.0
    takes: tuple[Take, ...] = ()

    def ours() -> None:
        nonlocal seconds, takes
        takes = studio.shoot(voice, video, face, _board(), {"name": "Maya"})
        seconds = studio.cut(takes, film, seed=_SEED, overlay=("AI-generated",)).seconds

    made = [_measured(ours)]
    memory = resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss / 1024
    order = _order(folder, takes)
    children.call("benchmarks._studio_arms:frames", order, seconds=600, megabytes=3000)
    children.call("benchmarks._studio_arms:layers", order, seconds=600, megabytes=3000)
    alone, same, peer = [_encoded(order, plain=True)], [_encoded(order, plain=False)], [_moviepy(order)]
    for _ in range(rounds - 1):
        made.append(_measured(ours))
        alone.append(_encoded(order, plain=True))
        same.append(_encoded(order, plain=False))
        peer.append(_moviepy(order))
    yield from _told(made, (alone, same), peer, seconds, memory)
    yield _signature(folder, film, rounds)


def _told(
    made: list[_Run], alone: tuple[list[_Run], list[_Run]], peer: list[_Run | None], seconds: float, memory: float
) -> Iterator[Measure]:
    """Yield the reel's measures; `alone` is the encoder with the preset as it is, and with the film's own settings."""
    plain, same = alone
    wall, cpu = _median(one.wall for one in made), _median(one.cpu for one in made)
    limit = _median(one.wall for one in plain)
    busy = f"{seconds:.1f} s in three shots and places; load {os.getloadavg()[0]:.1f} on {os.cpu_count()} cores"
    note = f"{wall:.2f} s from lines to file, {SETTINGS}; {busy}"
    alike = f"x264 alone, veryfast, crf 20, 4 threads: {limit:.2f} s"
    yield Measure("reel_wall_over_x264", _ratio(made, plain, 0), "x", at_most=1.8, aim=1.3, note=note, peer=alike)
    note = f"{cpu:.2f} s of CPU, voices and the start of children counted"
    yield Measure("reel_cpu_over_x264", _ratio(made, plain, 1), "x", note=note, peer=alike)
    note = "x264 alone with the film's settings"
    yield Measure("reel_wall_over_x264_same_settings", _ratio(made, same, 0), "x", note=note)
    yield Measure("reel_cpu_over_x264_same_settings", _ratio(made, same, 1), "x", note=note)
    theirs = [one for one in peer if one is not None]
    if theirs:
        slow = f"MoviePy 2.2.1: {_median(one.wall for one in theirs):.1f} s"
        note = "it starts from ready-made layers"
        yield Measure("moviepy_over_reel", _ratio(theirs, made, 0), "x", at_least=4, aim=6, note=note, peer=slow)
        yield Measure("moviepy_cpu_over_reel", _ratio(theirs, made, 1), "x", note="in seconds of CPU", peer=slow)
    else:
        note = f"not installed: {_INSTALL}"
        yield Measure("moviepy_over_reel", None, "x", at_least=4, aim=6, note=note)
    note = f"{wall:.2f} s for {seconds:.1f} s; {busy}"
    yield Measure("real_time_factor", wall / seconds, "x", at_most=0.9, aim=0.5, note=note)
    note = "CPU over as many cores: below it no wall time on this machine can fall"
    yield Measure("real_time_factor_of_cpu", cpu / seconds / (os.cpu_count() or 1), "x", note=note)
    yield Measure("render_child_peak", memory, "MiB", at_most=800, aim=400, note="resident, as the kernel counted it")


def _median(values: Iterable[float]) -> float:
    return statistics.median(values)


def _ratio(some: list[_Run], others: list[_Run], of: int) -> float:
    return _median(one[of] / other[of] for one, other in zip(some, others, strict=True))


def _board() -> Storyboard:
    shots = [
        Shot(scene=scene, light=light, framing=framing, line=line, seconds=5.0, seed=f"{_SEED}/{framing}")
        for scene, light, framing, line in _SHOTS
    ]
    return Storyboard(title="The one thing", seed=_SEED, shots=tuple(shots), cuts=("whip-left", "whip-left"))


def _order(folder: Path, takes: tuple[Any, ...]) -> dict[str, Any]:
    film = order_of(takes, folder, folder / "again.mp4", seed=_SEED, overlay=("AI-generated",))
    layers = folder / "layers"
    layers.mkdir()
    return {"film": film, "raw": str(folder / "frames.yuv"), "path": str(folder / "alone.mp4"), "folder": str(layers)}


def _encoded(order: dict[str, Any], *, plain: bool) -> _Run:
    asked = order | {"plain": plain}
    return _Run(**children.call("benchmarks._studio_arms:encode", asked, seconds=600, megabytes=6000))


def _moviepy(order: dict[str, Any]) -> _Run | None:
    if not _MOVIEPY.exists():
        return None
    asked = [str(_MOVIEPY), str(_HERE / "_studio_moviepy.py"), order["folder"], f"{order['folder']}/peer.mp4", "4"]
    before = _children_cpu()
    done = subprocess.run(
        asked, capture_output=True, text=True, check=True, cwd=order["folder"]
    )  # its litter lands there
    return _Run(float(done.stdout.splitlines()[-1]), _children_cpu() - before)


def _story(rounds: int) -> Measure:
    """Draw her in her place and put line, sticker and label on it, each time in fresh children."""
    image = provider(Settings()).image
    if image is None:
        raise RuntimeError("the embedded provider draws")
    face = Picture(data=b"drawn from the look", media_type="image/png", look=_LOOK)

    def made() -> None:
        frame = studio.first_frame(image, face, _board())
        moment = Moment(local_time="2026-11-23T07:40", place="Café Luma", scene="cafe")
        studio.story(frame, line="Two pages before the first sip.", moment=moment, overlay=("AI-generated",))

    runs = [_measured(made) for _ in range(rounds)]
    wall, cpu = (statistics.median(one[i] for one in runs) for i in (0, 1))
    return Measure(
        "story_image_cold",
        wall,
        "s",
        at_most=1.2,
        aim=0.4,
        note=f"{cpu:.2f} s of CPU, two fresh children, the second started with the first",
    )


def _measured(work: Callable[[], None]) -> _Run:
    wall, used = time.perf_counter(), _children_cpu()
    work()
    return _Run(time.perf_counter() - wall, _children_cpu() - used)


def _children_cpu() -> float:
    used = resource.getrusage(resource.RUSAGE_CHILDREN)
    return used.ru_utime + used.ru_stime


def _signature(folder: Path, film: Path, rounds: int) -> Measure:
    """Sign a reel with its first frame as ingredient and read it back, the library loaded by a first signature."""
    key, face = keys.signing_key(Settings(home=folder)), Picture(data=b"", media_type="image/png", look=_LOOK)
    image = provider(Settings()).image
    if image is None:
        raise RuntimeError("the embedded provider draws")
    frame = image.frame(face, _board().shots[0])
    fields = {"kind": "film", "handle": "maya", "name": "Maya", "tool": "embedded", "made_at": datetime.now(UTC)}
    claim = studio.provenance.Claim.model_validate(
        fields | {"source": studio.provenance.source_of(drawn=True, real_face=False)}
    )
    made_from = studio.provenance.Ingredient(kind="frame", data=frame.data, media_type=frame.media_type)
    data, times = film.read_bytes(), []
    for _ in range(2 * rounds + 2):
        began = time.perf_counter()
        sign(data, "video/mp4", claim, (made_from,), key)
        times.append((time.perf_counter() - began) * 1000)
    note = f"{len(data) / 1e6:.1f} MB; {times[0]:.0f} ms the first time, when the library is loaded"
    return Measure("sign_and_verify", statistics.median(times[1:]), "ms", at_most=150, aim=60, note=note)
