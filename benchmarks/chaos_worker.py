"""One worker of the chaos: real code, a counting network, a provider that is paid, and a wish to die at bad moments.

Arguments: home folder, database URL or "-", lease in seconds, chance of death at each boundary, seconds a script takes.
"""

import hashlib
import io
import os
import random
import signal
import sqlite3
import sys
import time
from collections.abc import Callable, Mapping
from contextlib import closing
from dataclasses import replace
from pathlib import Path
from typing import Any, TypeVar

from PIL import Image as Pixels

from benchmarks.pretend import CountingNetwork, Home, open_home
from sorcerer import toolbox, workflows
from sorcerer.platforms import Account, Committed, Platform, Staged
from sorcerer.providers import Beat, Look, Picture, Script, ScriptTask

T = TypeVar("T")


class Fate:
    """Kill this process now and then, right before or right after a call that counts."""

    def __init__(self, chance: float) -> None:
        self._chance = chance
        self._random = random.Random(os.getpid())  # noqa: S311 - chaos wants chance

    def around(self, call: Callable[[], T]) -> T:
        """Make the call, if fate lets it."""
        self._decide()
        made = call()
        self._decide()
        return made

    def _decide(self) -> None:
        if self._random.random() < self._chance:
            os.kill(os.getpid(), signal.SIGKILL)


class MortalNetwork(CountingNetwork):
    """A counting network whose caller may die around every call."""

    def __init__(self, path: Path, fate: Fate) -> None:
        super().__init__(path)
        self._fate = fate

    def stage(self, account: Account, post: Any) -> Staged:  # noqa: ANN401 - handed through
        """Prepare a post."""
        return self._fate.around(lambda: super(MortalNetwork, self).stage(account, post))

    def commit(self, account: Account, staged: Staged) -> Committed:
        """Make one more post."""
        return self._fate.around(lambda: super(MortalNetwork, self).commit(account, staged))


class PaidProvider:
    """Writes and draws at a price, and counts what it was paid for."""

    name = "paid"
    voice = None
    video = None

    def __init__(self, path: Path, fate: Fate, slow: float) -> None:
        self.text = self
        self.image = self
        self._path, self._fate, self._slow = path, fate, slow
        with closing(sqlite3.connect(path, timeout=60, isolation_level=None)) as store:
            store.execute("CREATE TABLE IF NOT EXISTS paid (id INTEGER PRIMARY KEY, what TEXT)")

    def estimate(self, port: str, task: str) -> int | None:
        """Return a tenth of a cent."""
        del port, task
        return 1_000

    def script(self, task: ScriptTask) -> Script:
        """Write one line, for money."""
        self._pay(f"text:{task.seed}")
        time.sleep(self._slow)
        beats = (Beat(role="hook", line="Soup again."), Beat(role="beat", line="It is good."))
        return Script(title="Soup", beats=beats, caption="Soup.", alt_text="A bowl of soup.", written_by="paid")

    def frame(self, face: Picture, scene: str, light: str, seed: str) -> Picture:
        """Draw one picture, for money."""
        del face, scene, light
        self._pay(f"image:{seed}")
        return _picture(seed)

    def face(self, persona: Mapping[str, Any], seed: str, look: Look | None = None) -> Picture:
        """Draw a face."""
        del persona, look
        return _picture(seed)

    def _pay(self, what: str) -> None:
        def charge() -> None:
            with closing(sqlite3.connect(self._path, timeout=60, isolation_level=None)) as store:
                store.execute("INSERT INTO paid (what) VALUES (?)", (what,))

        self._fate.around(charge)


def _picture(seed: str) -> Picture:
    """Return a picture of twelve patches; another seed gives another one."""
    drawn = Pixels.new("RGB", (3, 4))
    drawn.putdata([tuple(hashlib.sha256(f"{seed}{patch}".encode()).digest()[:3]) for patch in range(12)])
    out = io.BytesIO()
    drawn.resize((1080, 1920), Pixels.Resampling.NEAREST).save(out, "JPEG")
    return Picture(data=out.getvalue(), media_type="image/jpeg")


def open_mortal(folder: Path, url: str | None, lease: float, chance: float, slow: float) -> Home:
    """Open the home with the network and the provider of the chaos."""
    home = open_home(folder, url, lease_seconds=lease, lead_minutes=1, monthly_budget_usd=1_000.0)
    fate = Fate(chance)
    network = MortalNetwork(folder / "network.sqlite", fate)

    def platform(name: str, realm: str) -> Platform:
        del name, realm
        return network

    provider: Any = PaidProvider(folder / "network.sqlite", fate, slow)
    tools = replace(home.tools, platform=platform, provider=provider)
    toolbox.install(tools)
    return Home(home.house, tools, network)


def main(folder: str, url: str, lease: str, chance: str, slow: str) -> None:
    """Work until killed, or asked to end."""
    home = open_mortal(Path(folder), None if url == "-" else url, float(lease), float(chance), float(slow))
    worker = workflows.Worker(home.tools)
    worker.start()
    sys.stdout.write(f"{home.tools.executor_id}\n")
    sys.stdout.flush()
    signal.sigwait({signal.SIGTERM, signal.SIGINT})
    worker.stop()


if __name__ == "__main__":
    main(*sys.argv[1:])
