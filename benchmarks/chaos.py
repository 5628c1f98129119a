"""What is lost, doubled or paid twice when workers are killed at the worst moments, and how soon another takes over.

Workers are processes of their own. They kill themselves at an appointed boundary (before and after every stage, every
call to the network and to the vendor, every commit), are killed from outside at random, are stopped past their lease
and go on. Meanwhile a disk fills up, the database is locked or falls, and the clock jumps. Posts and payments are
counted at the other side.
"""

import contextlib
import os
import random
import signal
import statistics
import tempfile
import time
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field
from datetime import timedelta
from multiprocessing import get_context
from pathlib import Path

from sqlalchemy import text

from benchmarks._fate import boundaries, died_at
from benchmarks._mortal import paid, paid_twice
from benchmarks._weather import HOME, SERVER, jump, room, storms
from benchmarks.chaos_worker import Life, Place, open_mortal, work
from benchmarks.pretend import Home, Somebody, crowd, postgres
from benchmarks.report import Measure
from sorcerer import schedule
from sorcerer.schedule import Booking, Video

_OPEN = {"pending", "processing", "ready"}
_MAKING = {"pending", "processing"}
_HELD = ("paid for", "given up")
_AT_WORK = 5
_GIRLS = 60  # an account's posts that missed their minute go out a quarter of an hour apart: none may have many
_LEASE_S = 5.0
_STOPPED_S = 7.0
_CALM_S = 120
# A doubt takes up to an hour and a half of looks, and holds its account up meanwhile; 30 of these were needed once.
_ROUNDS = 90
_nursery = get_context("forkserver")
_nursery.set_forkserver_preload(["benchmarks.chaos_worker"])


class Worker:
    """One worker process."""

    def __init__(self, place: Place, life: Life) -> None:
        self._hears, says = _nursery.Pipe(duplex=False)
        self.process = _nursery.Process(target=work, args=(place, life, says), daemon=True)
        self.process.start()
        says.close()
        self._wakes = 0.0

    @property
    def dead(self) -> bool:
        """Tell whether it has ended."""
        return self.process.exitcode is not None

    @property
    def killed(self) -> bool:
        """Tell whether it was killed."""
        return self.process.exitcode == -signal.SIGKILL

    def hear(self, seconds: float = 60) -> object:
        """Wait until it says something: its name when it is up, how long it took to end."""
        with contextlib.suppress(EOFError):
            return self._hears.recv() if self._hears.poll(seconds) else None
        return None

    def send(self, sign: signal.Signals) -> None:
        """Send it a signal."""
        if not self.dead and self.process.pid:
            os.kill(self.process.pid, sign)

    def freeze(self, seconds: float) -> None:
        """Stop it for so long."""
        self.send(signal.SIGSTOP)
        self._wakes = time.monotonic() + seconds

    def thaw(self) -> None:
        """Let it go on when its time has come."""
        if self._wakes and time.monotonic() > self._wakes:
            self.send(signal.SIGCONT)
            self._wakes = 0.0

    def end(self) -> None:
        """End it for good."""
        self.send(signal.SIGKILL)
        self.process.join(20)
        self._hears.close()


@dataclass
class Toll:
    """What was done to the workers, and what the other side has counted."""

    kills: int = 0
    stops: int = 0
    weather: list[str] = field(default_factory=list)
    videos: int = 0
    posted: int = 0
    doubled: int = 0
    lost: int = 0
    held: int = 0
    given_up: int = 0
    paid: int = 0
    paid_twice: int = 0
    left: list[str] = field(default_factory=list)
    places: int = 0
    of_places: int = 0
    ends_s: list[float] = field(default_factory=list)

    def told(self) -> str:
        """Return everything in a sentence."""
        return (
            f"{self.kills} SIGKILLs, at {self.places} of {self.of_places} boundaries and at random; {self.stops} "
            f"SIGSTOPs past the lease; {', '.join(self.weather) or 'fair weather'}; {self.videos} posts wanted, "
            f"{self.posted} out, {self.held} held with a reason; {self.paid} operations paid"
        )


def run(*, quick: bool) -> Iterable[Measure]:
    """Yield the measures, half of the kills on each database."""
    kills = 16 if quick else 150
    with room(HOME) as folder:
        yield from _database(Place(folder, _new(), None), kills)
    with room(SERVER) as disk, postgres(disk) as url, room(HOME) as folder:
        yield from _database(Place(folder, _new(), url), kills)


def _database(place: Place, kills: int) -> Iterator[Measure]:
    home = open_mortal(place, Life())
    girls = crowd(home, _GIRLS, _face(home))
    kind = home.tools.database.kind
    for name, sign in (("kill", signal.SIGKILL), ("stop", signal.SIGSTOP)):
        times = [took for _ in range(3) if (took := _takeover(home, girls, place, sign)) is not None]
        note = f"from the signal to the run in another process's hands; the lease is {_LEASE_S:g} s; worst of {times}"
        yield Measure(f"{kind}_takeover_after_{name}", max(times, default=None), "s", at_most=8, aim=6, note=note)
    yield _weathered(home, girls, place)
    began = time.monotonic()
    toll = _massacre(home, girls, place, kills, Life())
    note = f"{toll.told()}; {time.monotonic() - began:.0f} s"
    yield Measure(f"{kind}_double_posts", toll.doubled, "posts", at_most=0, aim=0, note=note)
    left = "".join(f"; {one}" for one in toll.left)
    yield Measure(f"{kind}_lost_posts", toll.lost, "posts", at_most=0, aim=0, note=note + left)
    note_held = "a paid call that a kill cut in two waits for a person"
    yield Measure(f"{kind}_held_for_money", toll.held - toll.given_up, "posts", at_most=0, aim=0, note=note_held)
    note_up = "five processes in a row were killed while they made it: quarantined with the reason, as it should be"
    yield Measure(f"{kind}_given_up", toll.given_up, "posts", note=note_up)
    yield Measure(f"{kind}_paid_twice", toll.paid_twice, "operations", at_most=0, aim=0, note=note)
    yield Measure(f"{kind}_kills", toll.kills, "kills", at_least=kills, note=note)
    ends = f"median {statistics.median(toll.ends_s):.1f} s"
    yield Measure(f"{kind}_graceful_stop", max(toll.ends_s), "s", at_most=10, note=f"SIGTERM to the end; {ends}")
    forgetful = _massacre(home, girls, place, max(4, kills // 8), Life(forgetful=True), calm=True)
    note = "a vendor that does not know its keys again; whatever a kill cut in two waits for a person: "
    yield Measure(
        f"{kind}_paid_twice_forgetful", forgetful.paid_twice, "operations", at_most=0, note=note + forgetful.told()
    )
    yield Measure(f"{kind}_held_forgetful", forgetful.held, "posts", note="the price of not paying twice there")
    home.house.close()


def _weathered(home: Home, girls: list[Somebody], place: Place) -> Measure:
    """Have workers that nobody kills go through every storm that is not of the clock, with posts due in each."""
    workers = [Worker(place, Life()) for _ in range(2)]
    for worker in workers:
        worker.hear()
    chance, videos, told = random.Random(2), list[Video](), list[str]()  # noqa: S311 - chaos wants chance
    for name, storm in storms(home, place):
        if not name.startswith("clock"):
            videos += [_book(home, girls, len(videos) + n, chance.uniform(1, 8)) for n in range(10)]
            time.sleep(2)
            storm()
            told.append(name)
    began = time.monotonic()
    _until(lambda: not any(video.status in _OPEN for video in _look(home, girls[0], videos)), _CALM_S)
    took = time.monotonic() - began
    for worker in workers:
        worker.end()
    left = [_told(video) for video in _look(home, girls[0], videos) if video.status != "posted"]
    note = f"{len(videos)} posts due in {', '.join(told)}; workers that live; all was said {took:.0f} s after the last"
    kind = home.tools.database.kind
    return Measure(f"{kind}_left_by_weather", len(left), "posts", at_most=0, note="; ".join([note, *left]))


def _massacre(home: Home, girls: list[Somebody], place: Place, kills: int, life: Life, *, calm: bool = False) -> Toll:
    chance = random.Random(1)  # noqa: S311 - chaos wants chance
    known = ["text.submit", "image.submit"] if calm else _rehearsed(home, girls, place)
    known = [f"{when} {name}" for when in ("before", "after") for name in known] if calm else known
    before, videos, toll = paid(place.other / "vendor.sqlite"), list[Video](), Toll(of_places=len(known))
    earlier = died_at(place.other)
    doom = _Doom(known, chance, life)
    workers = [Worker(place, doom.next()) for _ in range(2)]
    ahead = [] if calm else storms(home, place)
    strike, deadline = time.monotonic() + 5, time.monotonic() + 60 + kills * 6
    while toll.kills < kills and time.monotonic() < deadline:
        if sum(video.status in _MAKING for video in _look(home, girls[0], videos[-60:])) < _AT_WORK:
            videos += [_book(home, girls, len(videos) + n, chance.uniform(1, 6)) for n in range(3)]
        if ahead and toll.kills > kills * (len(toll.weather) + 1) / 8:
            name, storm = ahead.pop(0)
            storm()
            toll.weather.append(name)
        if time.monotonic() > strike:
            _strike(chance.choice(workers), chance, toll)
            strike = time.monotonic() + chance.uniform(1, 6)
        for number, worker in enumerate(workers):
            worker.thaw()
            if worker.dead:
                toll.kills += worker.killed
                worker.end()
                workers[number] = Worker(place, doom.next())
        time.sleep(0.1)
    for worker in workers:
        worker.end()
    toll.places = len([name for name in died_at(place.other) if died_at(place.other)[name] > earlier[name]])
    return _settle(home, place, girls, videos, toll, life, before)


@dataclass
class _Doom:
    """Appoints each new worker to the boundary that comes next, so that every one is died at."""

    known: list[str]
    chance: random.Random
    life: Life
    left: list[str] = field(default_factory=list)

    def next(self) -> Life:
        """Return the life of the next worker."""
        if not self.left:
            self.left = self.chance.sample(self.known, len(self.known))
        return Life(self.left.pop(), self.life.slow, self.life.forgetful)


def _strike(worker: Worker, chance: random.Random, toll: Toll) -> None:
    """Kill a worker from outside, or stop it for longer than its lease."""
    if chance.random() < 1 / 8:
        worker.freeze(_STOPPED_S)
        toll.stops += 1
    elif chance.random() < 1 / 2:
        worker.send(signal.SIGKILL)


def _rehearsed(home: Home, girls: list[Somebody], place: Place) -> list[str]:
    """Let a worker that lives make some posts, and return every boundary it has passed."""
    worker = Worker(place, Life(appointed="*"))
    worker.hear()
    videos = [_book(home, girls, number, 2) for number in range(4)]
    _until(lambda: not any(video.status in _OPEN for video in _look(home, girls[0], videos)), 90)
    time.sleep(4)
    worker.end()
    return boundaries(place.other)


def _settle(
    home: Home, place: Place, girls: list[Somebody], videos: list[Video], toll: Toll, life: Life, before: int
) -> Toll:
    """Let two workers that live finish, and count. Proving that a doubted post is not out takes minutes: they pass."""
    last = [Worker(place, Life(forgetful=life.forgetful)) for _ in range(2)]

    def settled() -> bool:
        return not any(video.status in _OPEN for video in _look(home, girls[0], videos))

    for number in range(_ROUNDS):
        if _until(settled, 15):
            break
        jump(place, 120 if number else 600)
    for worker in last:
        worker.hear()
        worker.send(signal.SIGTERM)
        took = worker.hear()
        worker.process.join(30)
        toll.ends_s.append(took if isinstance(took, float) else 60.0)
        worker.end()
    found = _look(home, girls[0], videos)
    wanted = {video.id for video in videos}
    held = [video for video in found if video.failure and any(why in video.failure.cause for why in _HELD)]
    toll.videos, toll.held = len(wanted), len(held)
    toll.given_up = sum("given up" in video.failure.cause for video in held if video.failure)
    toll.posted = sum(video.status == "posted" for video in found)
    toll.lost = len(wanted) - toll.posted - toll.held
    toll.left = [_told(video) for video in found if video.status != "posted"]
    toll.doubled = sum(count - 1 for count in home.network.posts().values())
    toll.paid = paid(place.other / "vendor.sqlite") - before
    toll.paid_twice = paid_twice(place.other / "vendor.sqlite")
    return toll


def _told(video: Video) -> str:
    why = f": {video.failure.cause}" if video.failure else ""
    return f"{video.id} is {video.status}, after {video.stage}{why}"


def _takeover(home: Home, girls: list[Somebody], place: Place, sign: signal.Signals) -> float | None:
    """Strike the worker that writes a script, and return how long it takes until another one has the run."""
    slow = Worker(place, Life(slow=40))
    slow.hear()
    video = _book(home, girls, 0, 4)
    _until(lambda: _holder(home, video.id) is not None, 30)
    first = _holder(home, video.id)
    second = Worker(place, Life())
    second.hear()
    time.sleep(1)
    slow.send(sign)
    begun = time.monotonic()
    took = time.monotonic() - begun if _until(lambda: _holder(home, video.id) != first, 40) else None
    slow.send(signal.SIGCONT)
    _until(lambda: not any(one.status in _OPEN for one in _look(home, girls[0], [video])), 30)
    slow.end()
    second.end()
    return None if took is None else round(took, 2)


def _holder(home: Home, video_id: str) -> str | None:
    schema = "" if home.tools.database.kind == "sqlite" else "dbos."
    with home.tools.database.read() as session:
        found: str | None = session.scalar(
            text(
                f"SELECT executor_id FROM {schema}workflow_status "  # noqa: S608 - the schema is ours
                "WHERE workflow_uuid LIKE :run AND status <> 'ENQUEUED'"
            ),
            {"run": f"make:{video_id}:%"},
        )
        return found


def _face(home: Home) -> str:
    image = home.tools.provider.image
    if image is None:
        raise ValueError("the provider of the chaos draws")
    return home.tools.files.put(image.face({}, "mara").data, ".jpg").key


def _book(home: Home, girls: list[Somebody], number: int, seconds: float) -> Video:
    now, girl = home.tools.clock.now(), girls[number % len(girls)]
    wanted = Booking(
        influencer_id=girl.influencer_id,
        kind="story",
        scheduled_time=now + timedelta(seconds=seconds),
        direction=f"Soup {number}",
    )
    with home.tools.database.begin() as session:
        return schedule.book(session, girl.owner_id, wanted, now, home.tools.lead)[1]


def _look(home: Home, girl: Somebody, videos: list[Video]) -> list[Video]:
    with home.tools.database.read() as session:
        return [schedule.videos.find(session, girl.owner_id, video.id) for video in videos]


def _until(holds: Callable[[], bool], seconds: float) -> bool:
    deadline = time.monotonic() + seconds
    while time.monotonic() < deadline:
        if holds():
            return True
        time.sleep(0.1)
    return False


def _new() -> Path:
    return Path(tempfile.mkdtemp(prefix="chaos"))
