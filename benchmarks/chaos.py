"""What is lost, doubled or paid twice when workers are killed at the worst moments, and how soon another takes over.

Workers are processes of their own. They are killed from outside at random, and kill themselves right before and right
after every call to the network and to the provider. Posts and payments are counted at the other side.
"""

import os
import random
import signal
import sqlite3
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterable, Iterator
from contextlib import closing
from datetime import timedelta
from pathlib import Path
from typing import NamedTuple

from sqlalchemy import text

from benchmarks.chaos_worker import open_mortal
from benchmarks.pretend import Home, Somebody, postgres, somebody
from benchmarks.report import Measure
from sorcerer import schedule
from sorcerer.schedule import Booking, Video

_ROOT = Path(__file__).parent.parent
_OPEN = {"pending", "processing", "ready"}


class Worker:
    """One worker process."""

    def __init__(self, folder: Path, url: str | None, lease: float, chance: float = 0.0, slow: float = 0.0) -> None:
        arguments = [str(folder), url or "-", str(lease), str(chance), str(slow)]
        self.process = subprocess.Popen(
            [sys.executable, "-m", "benchmarks.chaos_worker", *arguments],
            cwd=_ROOT,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            start_new_session=True,
            text=True,
        )

    @property
    def killed(self) -> bool:
        """Tell whether it was killed."""
        return self.process.poll() == -signal.SIGKILL

    def up(self) -> str:
        """Wait until it works and return its name."""
        return (self.process.stdout.readline() if self.process.stdout else "").strip()

    def send(self, sign: signal.Signals) -> None:
        """Send a signal to it and to its children."""
        if self.process.poll() is None:
            os.killpg(self.process.pid, sign)

    def end(self) -> None:
        """End it for good."""
        self.send(signal.SIGKILL)
        self.process.wait(timeout=20)
        if self.process.stdout:
            self.process.stdout.close()


class Count(NamedTuple):
    """What the other side has counted."""

    kills: int
    videos: int
    posted: int
    doubled: int
    lost: int
    paid_twice: int
    held: int


def run(*, quick: bool) -> Iterable[Measure]:
    """Yield the measures, half of the kills on each database."""
    kills = 10 if quick else 150
    with tempfile.TemporaryDirectory() as folder:
        yield from _database(Path(folder), None, kills)
    with postgres() as url, tempfile.TemporaryDirectory() as folder:
        yield from _database(Path(folder), url, kills)


def _database(folder: Path, url: str | None, kills: int) -> Iterator[Measure]:
    home = open_mortal(folder, url, 5, 0, 0)
    mara = somebody(home, 1, _face(home))
    kind = home.tools.database.kind
    for name, sign in (("kill", signal.SIGKILL), ("stop", signal.SIGSTOP)):
        took = _takeover(home, mara, folder, url, sign)
        note = "from the signal to the run in another process's hands; the lease is 5 s"
        yield Measure(f"{kind}_takeover_after_{name}", took, "s", at_most=8, aim=6, note=note)
    count = _massacre(home, mara, folder, url, kills)
    note = (
        f"{count.kills} SIGKILLs; {count.videos} posts wanted, {count.posted} out, "
        f"{count.held} held with a reason for a person, because a paid call was cut in two"
    )
    yield Measure(f"{kind}_double_posts", count.doubled, "posts", at_most=0, aim=0, note=note)
    yield Measure(f"{kind}_lost_posts", count.lost, "posts", at_most=0, aim=0, note=note)
    yield Measure(f"{kind}_paid_twice", count.paid_twice, "operations", at_most=0, aim=0, note=note)
    yield Measure(f"{kind}_kills", count.kills, "kills", at_least=kills, note=note)
    home.house.close()


def _face(home: Home) -> str:
    image = home.tools.provider.image
    if image is None:
        raise ValueError("the provider of the chaos draws")
    return home.tools.files.put(image.face({}, "mara").data, ".jpg").key


def _book(home: Home, mara: Somebody, number: int, seconds: float = 4) -> Video:
    now = home.tools.clock.now()
    wanted = Booking(
        influencer_id=mara.influencer_id,
        kind="story",
        scheduled_time=now + timedelta(seconds=seconds),
        direction=f"Soup {number}",
    )
    with home.tools.database.begin() as session:
        return schedule.book(session, mara.owner_id, wanted, now, home.tools.lead)[1]


def _takeover(home: Home, mara: Somebody, folder: Path, url: str | None, sign: signal.Signals) -> float | None:
    """Strike the worker that writes a script, and return how long it takes until another one has the run."""
    slow = Worker(folder, url, 5, slow=40)
    slow.up()
    video = _book(home, mara, 0)
    _until(lambda: _holder(home, video.id) is not None, 30)
    first = _holder(home, video.id)
    second = Worker(folder, url, 5)
    second.up()
    time.sleep(1)
    slow.send(sign)
    begun = time.monotonic()
    took = time.monotonic() - begun if _until(lambda: _holder(home, video.id) != first, 40) else None
    slow.send(signal.SIGCONT)
    time.sleep(2)
    slow.end()
    second.end()
    return took


def _holder(home: Home, video_id: str) -> str | None:
    schema = "" if home.tools.database.kind == "sqlite" else "dbos."
    with home.tools.database.read() as session:
        return session.scalar(
            text(
                f"SELECT executor_id FROM {schema}workflow_status "  # noqa: S608 - the schema is ours
                "WHERE workflow_uuid LIKE :run AND status <> 'ENQUEUED'"
            ),
            {"run": f"make:{video_id}:%"},
        )


def _massacre(home: Home, mara: Somebody, folder: Path, url: str | None, kills: int) -> Count:
    chance = random.Random(1)  # noqa: S311 - chaos wants chance
    videos: list[Video] = []
    dead = 0
    workers = [Worker(folder, url, 5, 0.06) for _ in range(2)]
    strike = time.monotonic() + 5
    deadline = time.monotonic() + 60 + kills * 8
    while dead < kills and time.monotonic() < deadline:
        if sum(video.status in _OPEN for video in _look(home, mara)) < 6:
            videos += [_book(home, mara, len(videos) + n, chance.uniform(1, 6)) for n in range(3)]
        if time.monotonic() > strike:
            chance.choice(workers).send(signal.SIGKILL)
            strike = time.monotonic() + chance.uniform(0.5, 8)
        for place, worker in enumerate(workers):
            if worker.process.poll() is not None:
                dead += worker.killed
                worker.end()
                workers[place] = Worker(folder, url, 5, 0.06)
        time.sleep(0.2)
    for worker in workers:
        worker.end()
    return _settle(home, mara, folder, url, videos, dead)


def _settle(home: Home, mara: Somebody, folder: Path, url: str | None, videos: list[Video], dead: int) -> Count:
    """Let two immortal workers finish, and count. Proving that a doubted post is not out takes six minutes."""
    last = [Worker(folder, url, 5) for _ in range(2)]
    wanted = {video.id for video in videos}
    _until(lambda: not any(video.status in _OPEN for video in _look(home, mara) if video.id in wanted), 900)
    for worker in last:
        worker.send(signal.SIGTERM)
        worker.process.wait(timeout=60)
        worker.end()
    found = [video for video in _look(home, mara) if video.id in wanted]
    posts = home.network.posts()
    with closing(sqlite3.connect(folder / "network.sqlite")) as store:
        paid = store.execute("SELECT count(*) FROM (SELECT what FROM paid GROUP BY what HAVING count(*) > 1)")
        paid_twice = int(paid.fetchone()[0])
    held = [video for video in found if video.failure and "paid for" in video.failure.cause]
    posted = sum(video.status == "posted" for video in found)
    return Count(
        kills=dead,
        videos=len(wanted),
        posted=posted,
        doubled=sum(count - 1 for count in posts.values()),
        lost=len(wanted) - posted - len(held),
        paid_twice=paid_twice,
        held=len(held),
    )


def _look(home: Home, mara: Somebody) -> list[Video]:
    with home.tools.database.read() as session:
        return schedule.videos.page(session, mara.owner_id, limit=100_000)


def _until(holds: Callable[[], bool], seconds: float) -> bool:
    deadline = time.monotonic() + seconds
    while time.monotonic() < deadline:
        if holds():
            return True
        time.sleep(0.1)
    return False
