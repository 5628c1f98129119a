"""Signing and recognising: how long a reel's signature takes, and how far copies and strangers lie apart.

A reel of the embedded studio is signed with its frame and face as ingredients and read back, as every film is. Then it
is encoded anew as networks do it, and so are other films of the same persona: what looks like it, and what does not.
"""

import io
import tempfile
import time
from collections.abc import Iterator
from datetime import UTC, datetime
from fractions import Fraction
from itertools import combinations
from pathlib import Path
from statistics import median

import av

from benchmarks.report import Measure
from sorcerer import keys, studio
from sorcerer.providers import Moment, PersonaFacts, ScriptTask
from sorcerer.providers.embedded import provider
from sorcerer.settings import Settings
from sorcerer.studio.provenance import Claim, Ingredient
from sorcerer.studio.provenance.fingerprint import of_video
from sorcerer.studio.provenance.register import ALIKE, likeness
from sorcerer.studio.provenance.seal import sign

_ROUNDS = 15
_PERSONA = {"name": "Maya", "pronouns": "she", "city": "berlin", "voice": {"tone": "warm", "emoji": "few"}}
_SIZES = {"720p": (720, 1280, 28), "360p": (360, 640, 32), "240p": (240, 426, 38)}


def run(*, quick: bool = False) -> Iterator[Measure]:
    """Sign, read back, copy and compare."""
    with tempfile.TemporaryDirectory() as folder:
        key = keys.signing_key(Settings(home=Path(folder)))
        face, films = _films(Path(folder), 2 if quick else 4)
    claim = _claim("film")
    frame, _ = sign(_first(films[0]), "image/jpeg", _claim("frame"), (face,), key)
    made_from = (Ingredient(kind="frame", data=frame, media_type="image/jpeg"),)
    took, grew = [], 0
    for _ in range(_ROUNDS):
        started = time.perf_counter()
        signed, _ = sign(films[0], "video/mp4", claim, made_from, key)
        took.append(1000 * (time.perf_counter() - started))
        grew = len(signed) - len(films[0])
    note = f"{len(films[0]):,} bytes; first {took[0]:.0f} ms, median of {_ROUNDS}; in the worker's own process"
    yield Measure("sign_and_verify_a_reel", round(median(took), 1), "ms", at_most=150, aim=60, note=note)
    yield Measure("a_signature_adds", grew, "bytes")
    started = time.perf_counter()
    prints = [of_video(films[0])]
    yield Measure("fingerprint_of_a_reel", round(time.perf_counter() - started, 2), "s", note="in a child, once a film")
    prints += [of_video(film) for film in films[1:]]
    copies = {
        f"{name} of film {number}": likeness(prints[number], of_video(_again(films[number], *size)))
        for number in range(2)
        for name, size in _SIZES.items()
    }
    note = ", ".join(f"{name} {share:.3f}" for name, share in copies.items())
    yield Measure("likeness_of_copies", round(min(copies.values()), 3), "", at_least=ALIKE, note=f"least of: {note}")
    others = [likeness(one, other) for one, other in combinations(prints, 2)]
    note = "most of pairs of films of one persona in one place: " + ", ".join(f"{one:.3f}" for one in others)
    yield Measure("likeness_of_strangers", round(max(others), 3), "", at_most=ALIKE, note=note)


def _films(folder: Path, count: int) -> tuple[Ingredient, list[bytes]]:
    """Return her face, and reels that differ in their words alone."""
    made = provider(Settings(home=folder))
    if made.text is None or made.image is None or made.voice is None or made.video is None:
        raise ValueError("the embedded studio fills every port")
    face = made.image.face(_PERSONA, "maya")
    films = []
    for number in range(count):
        moment = Moment(local_time="2026-11-23T10:40", kind="coffee", category="social", place="Café", scene="cafe")
        task = ScriptTask(who=PersonaFacts(name="Maya", persona=_PERSONA), moment=moment, seed=f"reel {number}")
        board = studio.storyboard(studio.script(made.text, task), moment, seed=f"reel {number}")
        takes = studio.shoot(made.voice, made.video, face, board, _PERSONA)
        path = folder / f"{number}.mp4"
        studio.cut(takes, path, seed=f"reel {number}", overlay=("AI-generated",))
        films.append(path.read_bytes())
    return Ingredient(kind="face", data=face.data, media_type="image/png"), films


def _claim(kind: str) -> Claim:
    said = {"kind": kind, "handle": "maya", "name": "Maya", "source": "compositeSynthetic", "tool": "embedded"}
    return Claim.model_validate(said | {"made_at": datetime.now(UTC)})


def _first(film: bytes) -> bytes:
    out = io.BytesIO()
    with av.open(io.BytesIO(film)) as opened:
        next(opened.decode(video=0)).to_image().save(out, "JPEG", quality=92)
    return out.getvalue()


def _again(film: bytes, wide: int, high: int, crf: int) -> bytes:
    out = io.BytesIO()
    with av.open(io.BytesIO(film)) as opened, av.open(out, "w", format="mp4") as copy:
        video = copy.add_stream("libx264", rate=30, options={"crf": str(crf), "preset": "veryfast"})
        video.width, video.height, video.pix_fmt = wide, high, "yuv420p"
        for index, frame in enumerate(opened.decode(video=0)):
            small = frame.reformat(width=wide, height=high)
            small.pts, small.time_base = index, Fraction(1, 30)
            copy.mux(video.encode(small))
        copy.mux(video.encode(None))
    return out.getvalue()
