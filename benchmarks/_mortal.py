"""A pretend network and a paid provider, each at the other side of a fate: what reached them is counted for good."""

import hashlib
import io
import json
import sqlite3
import time
from collections.abc import Mapping
from contextlib import closing
from datetime import datetime, timedelta
from pathlib import Path
from typing import Any

from PIL import Image as Pixels

from benchmarks._fate import Fate
from benchmarks.pretend import CountingNetwork
from sorcerer.platforms import Account, Allowance, Committed, Post, Seen, Staged
from sorcerer.providers import Beat, Job, Look, Order, Picture, Script

_RENDERS_S = 0.2


class MortalNetwork(CountingNetwork):
    """A counting network whose caller may die around every call."""

    def __init__(self, path: Path, fate: Fate) -> None:
        super().__init__(path)
        self._fate = fate

    def stage(self, account: Account, post: Post) -> Staged:
        """Prepare a post."""
        return self._fate.around("network.stage", lambda: super(MortalNetwork, self).stage(account, post))

    def progress(self, account: Account, staged: Staged) -> Staged:
        """Be ready."""
        return self._fate.around("network.progress", lambda: super(MortalNetwork, self).progress(account, staged))

    def allowance(self, account: Account) -> Allowance:
        """Allow everything."""
        return self._fate.around("network.allowance", lambda: super(MortalNetwork, self).allowance(account))

    def commit(self, account: Account, post: Post, staged: Staged) -> Committed:
        """Make one more post."""
        return self._fate.around("network.commit", lambda: super(MortalNetwork, self).commit(account, post, staged))

    def check(
        self, account: Account, post: Post, staged: Staged, sent_at: datetime, taken_ids: tuple[str, ...]
    ) -> Seen:
        """Look for the post."""
        look = super().check
        return self._fate.around("network.check", lambda: look(account, post, staged, sent_at, taken_ids))

    def read_back(self, account: Account, post_id: str) -> Seen:
        """Show the post."""
        return self._fate.around("network.read_back", lambda: super(MortalNetwork, self).read_back(account, post_id))


class PaidProvider:
    """Writes and draws for a tenth of a cent each, as jobs, and counts every job it was paid for.

    Args:
        path: the vendor's own store; no process of ours can undo what stands there.
        slow: seconds that a job takes.
        forgetful: it does not know a key again, so every order is a new job and a new price.
    """

    name = "paid"
    voice = None
    video = None

    def __init__(self, path: Path, fate: Fate, slow: float, *, forgetful: bool = False) -> None:
        self.text = self.image = self
        self.remembers = timedelta() if forgetful else timedelta(hours=24)
        self._path, self._fate, self._slow = path, fate, slow
        with closing(self._open()) as store:
            store.execute("CREATE TABLE IF NOT EXISTS job (id INTEGER PRIMARY KEY, key TEXT, work TEXT, body TEXT)")

    def estimate(self, port: str, task: str) -> int | None:
        """Return a tenth of a cent."""
        del port, task
        return 1_000

    def submit(self, order: Order, key: str) -> Job:
        """Take an order and the money for it, unless its key is known."""
        return self._fate.around(f"{order.port}.submit", lambda: self._taken(order, key))

    def poll(self, handle: str) -> Job:
        """Say how a job stands."""
        return self._fate.around("poll", lambda: self._asked(handle))

    def face(self, persona: Mapping[str, Any], seed: str, look: Look | None = None) -> Picture:
        """Draw a face."""
        del persona, look
        return _picture(seed)

    def _taken(self, order: Order, key: str) -> Job:
        body = json.dumps([order.verb, getattr(order.given[-1], "seed", ""), time.time()])
        work = key.rpartition(":")[0] + ":" + order.verb
        with closing(self._open()) as store:
            known = None
            store.execute("BEGIN IMMEDIATE")
            if self.remembers:
                known = store.execute("SELECT id FROM job WHERE key = ?", (key,)).fetchone()
            if known is None:
                row = (key, work, body)
                known = store.execute("INSERT INTO job (key, work, body) VALUES (?, ?, ?) RETURNING id", row).fetchone()
            store.execute("COMMIT")
        return Job(handle=str(known[0]), again_s=0.1)

    def _asked(self, handle: str) -> Job:
        with closing(self._open()) as store:
            body = store.execute("SELECT body FROM job WHERE id = ?", (handle,)).fetchone()[0]
        verb, seed, began = json.loads(body)
        takes = self._slow if verb == "script" and self._slow else _RENDERS_S
        if time.time() - began < takes:
            return Job(handle=handle, again_s=0.1)
        return Job(handle=handle, made=_script() if verb == "script" else _picture(seed), cost_micros=1_000)

    def _open(self) -> sqlite3.Connection:
        store = sqlite3.connect(self._path, timeout=60, isolation_level=None)
        store.execute("PRAGMA journal_mode=WAL")
        store.execute("PRAGMA synchronous=OFF")
        return store


def paid_twice(path: Path) -> int:
    """Return how many jobs were paid for beyond the first of the same order of the same revision of a video."""
    with closing(sqlite3.connect(path)) as store:
        counted = store.execute("SELECT coalesce(sum(n - 1), 0) FROM (SELECT count(*) n FROM job GROUP BY work)")
        return int(counted.fetchone()[0])


def paid(path: Path) -> int:
    """Return how many jobs were paid for."""
    with closing(sqlite3.connect(path)) as store:
        return int(store.execute("SELECT count(*) FROM job").fetchone()[0])


def _script() -> Script:
    beats = (Beat(role="hook", line="Soup again."), Beat(role="beat", line="It is good."))
    return Script(title="Soup", beats=beats, caption="Soup.", alt_text="A bowl of soup.", written_by="paid")


def _picture(seed: str) -> Picture:
    """Return a picture of twelve patches; another seed gives another one."""
    drawn = Pixels.new("RGB", (3, 4))
    drawn.putdata([tuple(hashlib.sha256(f"{seed}{patch}".encode()).digest()[:3]) for patch in range(12)])
    out = io.BytesIO()
    drawn.resize((1080, 1920), Pixels.Resampling.NEAREST).save(out, "JPEG")
    return Picture(data=out.getvalue(), media_type="image/jpeg")
