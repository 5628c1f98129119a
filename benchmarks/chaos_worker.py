"""One worker of the chaos: real code, a counting network, a paid provider, and an appointed moment to die.

It is forked from a process that has everything loaded, so that a life takes a second and not ten.
"""

import os
import signal
import time
from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import UTC, datetime, timedelta
from multiprocessing.connection import Connection
from pathlib import Path
from typing import Any

from benchmarks._fate import Fate
from benchmarks._mortal import MortalNetwork, PaidProvider
from benchmarks.pretend import Home, open_home
from sorcerer import app, children, toolbox, workflows
from sorcerer.database import Database
from sorcerer.platforms import Platform
from sorcerer.workflows import stages
from sorcerer.workflows.stages import Stage

_NO_FINGERPRINT = "0" * 64


@dataclass(frozen=True)
class Place:
    """Where the chaos happens.

    Args:
        home: the folder of the home.
        other: the folder of the network, the vendor, and of what is written down about deaths.
        url: of the database; None for the one in the home.
    """

    home: Path
    other: Path
    url: str | None
    lease: float = 5


@dataclass(frozen=True)
class Life:
    """What a worker's life is like.

    Args:
        appointed: the boundary it dies at.
        slow: seconds a script takes.
        forgetful: the vendor does not know its keys again.
    """

    appointed: str = ""
    slow: float = 0.0
    forgetful: bool = False


class JumpingClock:
    """The machine's clock, moved by the seconds that stand in a file."""

    def __init__(self, path: Path) -> None:
        self._path = path

    def now(self) -> datetime:
        """Return the present moment as this machine has it."""
        try:
            off = float(self._path.read_text())
        except (OSError, ValueError):
            off = 0.0
        return datetime.now(UTC) + timedelta(seconds=off)


def open_mortal(place: Place, life: Life) -> Home:
    """Open the home with the clock, the network and the provider of the chaos."""
    settings = {"lease_seconds": place.lease, "lead_minutes": 1, "monthly_budget_usd": 1_000.0}
    home = open_home(place.home, place.url, clock=JumpingClock(place.other / "clock"), **settings)
    fate = Fate(place.other, life.appointed)
    network = MortalNetwork(place.other / "network.sqlite", fate)

    def platform(name: str, realm: str) -> Platform:
        del name, realm
        return network

    provider: Any = PaidProvider(place.other / "vendor.sqlite", fate, life.slow, forgetful=life.forgetful)
    tools = replace(home.tools, platform=platform, provider=provider)
    toolbox.install(tools)
    fate.watch(tools.database.engine)
    _mark(fate)
    return Home(home.house, tools, network)


def _is_migrated(database: Database) -> None:
    """Do nothing: it was done before the first worker was born."""
    del database


def work(place: Place, life: Life, says: Connection) -> None:
    """Work until killed, or asked to end. Arguments travel to a forked process."""
    os.setsid()
    os.dup2(2, 1)  # what a worker logs is not part of the document that is printed
    app.migrate = _is_migrated
    children.call = _lightly
    home = open_mortal(place, life)
    worker = workflows.Worker(home.tools)
    signal.pthread_sigmask(signal.SIG_BLOCK, {signal.SIGTERM, signal.SIGINT})
    worker.start()
    says.send(home.tools.executor_id)
    signal.sigwait({signal.SIGTERM, signal.SIGINT})
    began = time.monotonic()
    worker.stop()
    says.send(time.monotonic() - began)


def _lightly(target: str, payload: dict[str, Any], **limits: object) -> object:
    """Draw nothing and look at nothing: what draws and looks has tests of its own, and here only takes time."""
    del target, limits
    return {"picture": str(payload["picture"])} if "picture" in payload else _NO_FINGERPRINT


def _mark(fate: Fate) -> None:
    """Make every stage of a story a boundary."""
    for name, stage in stages.STAGES["story"].items():
        stages.STAGES["story"][name] = Stage(stage.begins, _marked(fate, f"stage {name}", stage.make))


def _marked(fate: Fate, name: str, make: Callable[..., None]) -> Callable[..., None]:
    return lambda *given: fate.around(name, lambda: make(*given))
