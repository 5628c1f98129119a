"""Hostile files against the real way in: 200 corrupt pictures and 50 corrupt clips, and what became of the worker.

Every picture goes through `studio.photo_in`, `studio.logo_in` or `studio.provenance.look`, every clip through
`studio.preflight`, `studio.cut` (as a vendor's footage) or `studio.provenance.look`: the calls that the door and the
worker make. Right is a refusal in words, or a picture that Pillow opens; a crash of this process would end the run.
"""

import io
import json
import random
import struct
import subprocess
import sys
import tempfile
import time
import zlib
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from fractions import Fraction
from pathlib import Path
from typing import Any

import av
import numpy as np
from PIL import Image

from benchmarks.report import Measure
from sorcerer import keys, studio
from sorcerer.errors import SorcererError
from sorcerer.providers import Clip, Shot
from sorcerer.settings import Settings
from sorcerer.studio.model import Take

PICTURES, CLIPS = 200, 50
_QUICK = 8  # one in so many is tried with --quick

Case = tuple[str, bytes]


def run(*, quick: bool = False) -> Iterator[Measure]:
    """Try every hostile file in a worker of our own, and count how each ended and how often the worker died."""
    step = _QUICK if quick else 1
    crashes = 0
    for name, count in (("pictures", PICTURES), ("clips", CLIPS)):
        ends, died = _worked(name, range(0, count, step))
        crashes += died
        told = Counter(end["how"] for end in ends)
        listed = ", ".join(f"{number} {how}" for how, number in told.most_common())
        yield Measure(f"{name}_tried", len(ends) + died, "files", note=listed)
        wrong = sum(number for how, number in told.items() if how.startswith("wrong"))
        yield Measure(f"{name}_that_ended_wrong", wrong, "files", at_most=0, note="neither refused in words nor right")
        slowest = max(ends, key=lambda end: float(end["seconds"]))
        yield Measure(f"{name}_slowest", slowest["seconds"], "s", note=f"{slowest['name']}: {slowest['how']}")
    yield Measure("crashes_of_the_worker", crashes, "", at_most=0)


Way = Callable[[bytes], str]


def _worked(name: str, numbers: Sequence[int]) -> tuple[list[dict[str, Any]], int]:
    """Return how each ended, and how often the worker died; a dead one is followed by another."""
    ends: list[dict[str, Any]] = []
    waiting, died = list(numbers), 0
    while waiting:
        command = [sys.executable, "-m", "benchmarks.hostile", name, *map(str, waiting)]
        with subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True) as worker:
            told = [json.loads(line) for line in worker.stdout or ()]
        ends += told
        waiting = waiting[len(told) :]
        if waiting:
            died += 1
            waiting.pop(0)
    return ends, died


def _work(name: str, numbers: Sequence[int]) -> None:
    with tempfile.TemporaryDirectory() as folder:
        key = keys.signing_key(Settings(home=Path(folder)))
        ways = _picture_ways(key) if name == "pictures" else _clip_ways(key, Path(folder))
        cases = pictures_of(PICTURES) if name == "pictures" else clips_of(CLIPS)
        for number in numbers:
            case, data = cases[number]
            started = time.monotonic()
            told = {"name": case, "how": ended(ways[number % len(ways)], data)}
            sys.stdout.write(json.dumps(told | {"seconds": round(time.monotonic() - started, 2)}) + "\n")
            sys.stdout.flush()


def ended(way: Way, data: bytes) -> str:
    """Return how one try ended; "wrong" and why when it was neither refused in words nor right."""
    try:
        return way(data)
    except SorcererError as refusal:
        return "refused in words" if refusal.message.strip() else "wrong: without a word"
    except Exception as error:  # noqa: BLE001 - this is what is looked for
        return f"wrong: {type(error).__name__}: {error}"


def _picture_ways(key: keys.SigningKey) -> list[Way]:
    def opened(take: Callable[[bytes], Any]) -> Way:
        def way(data: bytes) -> str:
            with Image.open(io.BytesIO(take(data).data)) as picture:
                picture.load()
            return "taken as a right picture"

        return way

    return [opened(studio.photo_in), opened(studio.logo_in), _looked(key)]


def _clip_ways(key: keys.SigningKey, folder: Path) -> list[Way]:
    def preflight(data: bytes) -> str:
        path = folder / "hostile.mp4"
        path.write_bytes(data)
        return "named what is wrong" if studio.preflight(path) else "found right"

    def cut(data: bytes) -> str:
        take = Take(shot=Shot(scene="home", seconds=3.0, seed="x"), speech=None, footage=Clip(data=data))
        studio.cut([take], folder / "cut.mp4", seed="x")
        return "cut"

    return [preflight, cut, _looked(key)]


def _looked(key: keys.SigningKey) -> Way:
    def way(data: bytes) -> str:
        reading = studio.provenance.look(data, key.credential)
        return "looked at: " + (reading.state or "nothing signed")

    return way


def pictures_of(count: int) -> list[Case]:
    """Return corrupt pictures: fixed ones of every kind, then seeded damage to right ones."""
    chance = random.Random(4)  # noqa: S311 - damage must be the same in every run
    right = {kind: _encoded(kind) for kind in ("JPEG", "PNG", "WEBP")}
    cases: list[Case] = [
        ("empty", b""),
        ("renamed text", b"hello, I am a face"),
        ("svg", b"<svg xmlns='http://www.w3.org/2000/svg' onload='alert(1)'/>"),
        ("pdf", b"%PDF-1.7\n%" + bytes(200)),
        ("program", b"MZ" + bytes(500)),
        ("gif", _encoded("GIF")),
        ("tiff", _encoded("TIFF")),
        ("bmp", _encoded("BMP")),
        ("20,000 by 20,000 png", _flat_png(20_000, 20_000)),
        ("60,000 by 60,000 png", _bomb(60_000, 60_000)),
        ("bomb of one colour", _flat_png(6_300, 6_300)),
        ("bomb in a text chunk", _png_with(b"zTXt", b"Comment\x00\x00" + zlib.compress(bytes(100_000_000), 9))),
        ("bomb in a profile", _png_with(b"iCCP", b"x\x00\x00" + zlib.compress(bytes(100_000_000), 9))),
        ("cmyk", _cmyk()),
        ("cmyk cut", _cmyk()[:900]),
        ("animated png", _moving("PNG")),
        ("animated webp", _moving("WEBP")),
        ("jpeg and zip", right["JPEG"] + b"PK\x03\x04" + bytes(400)),
        ("jpeg and html", right["JPEG"] + b"<script>alert(1)</script>"),
        ("png and program", right["PNG"] + b"MZ" + bytes(400)),
        ("jpeg begun as gif", b"GIF89a" + right["JPEG"]),
        ("hollow webp", b"RIFF\x00\x00\x00\x00WEBPVP8 "),
        ("hollow jpeg", b"\xff\xd8\xff\xd9"),
        ("zero wide", _bomb(0, 100)),
    ]
    kinds = sorted(right)
    for number in range(count - len(cases)):
        kind = kinds[number % 3]
        damage = _DAMAGES[number // 3 % len(_DAMAGES)]
        cases.append((f"{damage.__name__} {kind} {number}", damage(right[kind], chance)))
    return cases[:count]


def clips_of(count: int) -> list[Case]:
    """Return corrupt clips."""
    chance = random.Random(5)  # noqa: S311 - damage must be the same in every run
    right = clip()
    cases: list[Case] = [
        ("empty", b""),
        ("renamed text", b"I am a film"),
        ("picture", _encoded("JPEG")),
        (
            "box that holds itself",
            struct.pack(">I4sI4s", 16, b"ftyp", 0, b"isom") + struct.pack(">I4s", 8, b"moov") * 50_000,
        ),
        ("box of size nought", right[:32] + bytes(64)),
        ("data alone", right[: right.index(b"moov")]),
        ("huge box", b"\x00\x00\x00\x18ftypisom" + b"\x7f\xff\xff\xffmoov" + bytes(100)),
        ("many tracks", b"\x00\x00\x00\x18ftypisomisomisom" + _box(b"moov", _box(b"trak", bytes(8)) * 20_000)),
    ]
    for number in range(count - len(cases)):
        damage = _DAMAGES[number % len(_DAMAGES)]
        cases.append((f"{damage.__name__} clip {number}", damage(right, chance)))
    return cases[:count]


def _cut_short(data: bytes, chance: random.Random) -> bytes:
    return data[: chance.randrange(1, len(data))]


def _bits_flipped(data: bytes, chance: random.Random) -> bytes:
    changed = bytearray(data)
    for _ in range(chance.choice((1, 8, 200))):
        changed[chance.randrange(len(changed))] ^= 1 << chance.randrange(8)
    return bytes(changed)


def _head_damaged(data: bytes, chance: random.Random) -> bytes:
    changed = bytearray(data)
    for _ in range(12):
        changed[chance.randrange(8, min(400, len(changed)))] = chance.randrange(256)
    return bytes(changed)


def _hole(data: bytes, chance: random.Random) -> bytes:
    start = chance.randrange(len(data) // 2)
    return data[:start] + bytes(chance.randrange(1, len(data) // 3)) + data[start:]


def _piece_missing(data: bytes, chance: random.Random) -> bytes:
    start = chance.randrange(20, len(data) // 2)
    return data[:start] + data[start + chance.randrange(1, len(data) // 3) :]


_DAMAGES = (_cut_short, _bits_flipped, _head_damaged, _hole, _piece_missing)


def _encoded(kind: str) -> bytes:
    out = io.BytesIO()
    noise = Image.radial_gradient("L").resize((320, 400)).convert("RGB")
    noise.paste("#204080", (0, 0, 160, 200))
    noise.save(out, kind)
    return out.getvalue()


def _cmyk() -> bytes:
    out = io.BytesIO()
    Image.new("CMYK", (300, 300), (0, 200, 180, 20)).save(out, "JPEG")
    return out.getvalue()


def _moving(kind: str) -> bytes:
    out = io.BytesIO()
    pages = [Image.new("RGB", (100, 100), color) for color in ("red", "blue")]
    pages[0].save(out, kind, save_all=True, append_images=pages[1:])
    return out.getvalue()


def _chunk(name: bytes, data: bytes) -> bytes:
    return struct.pack(">I", len(data)) + name + data + struct.pack(">I", zlib.crc32(name + data))


def _png(wide: int, high: int, pixels: bytes, *more: bytes) -> bytes:
    head = _chunk(b"IHDR", struct.pack(">IIBBBBB", wide, high, 8, 0, 0, 0, 0))
    return b"\x89PNG\r\n\x1a\n" + head + b"".join(more) + _chunk(b"IDAT", pixels) + _chunk(b"IEND", b"")


def _bomb(wide: int, high: int) -> bytes:
    return _png(wide, high, zlib.compress(bytes(1000)))


def _flat_png(wide: int, high: int) -> bytes:
    """A true picture of one colour: some hundred kilobytes that become up to 400 MB."""
    packer = zlib.compressobj(9)
    lines = b"".join(packer.compress(bytes(wide + 1)) for _ in range(high))
    return _png(wide, high, lines + packer.flush())


def _png_with(name: bytes, data: bytes) -> bytes:
    return _png(100, 100, zlib.compress(bytes(101 * 100)), _chunk(name, data))


def _box(name: bytes, data: bytes) -> bytes:
    return struct.pack(">I4s", len(data) + 8, name) + data


def clip() -> bytes:
    """Return a right clip of three seconds, as a vendor might send it."""
    out = io.BytesIO()
    with av.open(out, "w", format="mp4") as film:
        video = film.add_stream("libx264", rate=30, options={"preset": "ultrafast"})
        video.width, video.height, video.pix_fmt = 360, 640, "yuv420p"
        for index in range(90):
            frame = av.VideoFrame.from_ndarray(np.full((640, 360, 3), index * 2, np.uint8), format="rgb24")
            frame.pts, frame.time_base = index, Fraction(1, 30)
            film.mux(video.encode(frame))
        film.mux(video.encode(None))
    return out.getvalue()


if __name__ == "__main__":
    _work(sys.argv[1], [int(number) for number in sys.argv[2:]])
