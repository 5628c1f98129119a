"""Where a process of the chaos may die: every call that counts, every stage, every commit, each before and after."""

import json
import os
import random
import signal
import sys
from collections import Counter
from collections.abc import Callable
from pathlib import Path
from types import FrameType
from typing import Any, TypeVar

from dbos import DBOS
from sqlalchemy import Engine, event

T = TypeVar("T")

_OURS = f"{os.sep}sorcerer{os.sep}"
_ENGINES = f"{os.sep}dbos{os.sep}_sys_db"
_MERCY = 2


class Fate:
    """Kill this process at the boundary it was appointed to, and write down where it was.

    Args:
        folder: where deaths, and in a rehearsal the boundaries, are written down.
        appointed: the boundary; "" to live, "*" to live and write every boundary down.
    """

    def __init__(self, folder: Path, appointed: str) -> None:
        self._deaths, self._seen = folder / "deaths", folder / "boundaries"
        self._appointed = appointed
        self._known: set[str] = set()
        self._random = random.Random(os.getpid())  # noqa: S311 - chaos wants chance

    def around(self, name: str, call: Callable[[], T]) -> T:
        """Make the call, if fate lets it."""
        self.at(f"before {name}")
        made = call()
        self.at(f"after {name}")
        return made

    def at(self, boundary: str) -> None:
        """Pass a boundary."""
        if self._appointed == "*" and boundary not in self._known:
            self._known.add(boundary)
            _append(self._seen, boundary)
        if boundary != self._appointed or self._random.random() < 1 / 3:
            return
        run = DBOS.workflow_id or ""
        if run and sum(death["run"] == run for death in deaths(self._deaths)) >= _MERCY:
            return
        _append(self._deaths, json.dumps({"boundary": boundary, "run": run}))
        os.kill(os.getpid(), signal.SIGKILL)

    def watch(self, engine: Engine) -> None:
        """Make every commit of the database a boundary, named by whose it is."""

        def committing(connection: Any) -> None:  # noqa: ANN401 - SQLAlchemy's own
            name = _who(sys._getframe())  # noqa: SLF001 - the stack says whose commit it is
            connection.info["commit"] = name
            self.at(f"before commit {name}")

        def returned(_connection: Any, record: Any) -> None:  # noqa: ANN401 - SQLAlchemy's own
            name = record.info.pop("commit", None) if record else None
            if name is not None:
                self.at(f"after commit {name}")

        event.listen(engine, "commit", committing)
        event.listen(engine, "checkin", returned)


def deaths(path: Path) -> list[dict[str, str]]:
    """Return every death at a boundary so far."""
    return [json.loads(line) for line in path.read_text().splitlines()] if path.exists() else []


def died_at(folder: Path) -> Counter[str]:
    """Return how often each boundary was died at."""
    return Counter(death["boundary"] for death in deaths(folder / "deaths"))


def boundaries(folder: Path) -> list[str]:
    """Return every boundary that a rehearsal has passed."""
    path = folder / "boundaries"
    return sorted(set(path.read_text().splitlines())) if path.exists() else []


def _append(path: Path, line: str) -> None:
    with path.open("a") as file:
        file.write(line + "\n")


def _who(frame: FrameType | None) -> str:
    while frame is not None:
        path = frame.f_code.co_filename
        ours = _OURS in path and not path.endswith("database.py")
        if ours or _ENGINES in path:
            return f"{Path(path).stem}.{frame.f_code.co_name}"
        frame = frame.f_back
    return "nobody"
