"""What befalls a home besides kills: a disk that fills up, a database that is locked, a clock that jumps."""

import contextlib
import subprocess
import tempfile
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from functools import partial
from pathlib import Path

from benchmarks.chaos_worker import Place
from benchmarks.pretend import Home

_BLOCKED_S = 6.0
_ROOM = "160m"


Storm = tuple[str, Callable[[], None]]


def storms(home: Home, place: Place) -> list[Storm]:
    """Return what befalls this home, in this order; a disk is filled only where it is one of its own."""
    full = [("disk full for 6 s", partial(_fill, place.home))] if place.home.is_mount() else []
    return [
        ("database locked for 6 s", partial(_lock, home)),
        *full,
        ("clock 10 min ahead", partial(jump, place, 600)),
        ("clock 30 s back", partial(jump, place, -30)),
    ]


def _fill(folder: Path) -> None:
    ballast = folder / "ballast"
    with contextlib.suppress(OSError), ballast.open("wb", buffering=0) as file:
        while True:
            file.write(bytes(1 << 20))
    time.sleep(_BLOCKED_S)
    ballast.unlink()


def _lock(home: Home) -> None:
    with home.tools.database.engine.connect() as connection:
        if home.tools.database.kind == "sqlite":
            connection.exec_driver_sql("BEGIN EXCLUSIVE")
        else:
            connection.exec_driver_sql("LOCK TABLE video, operation, publication IN ACCESS EXCLUSIVE MODE")
        time.sleep(_BLOCKED_S)
        connection.rollback()


def jump(place: Place, seconds: float) -> None:
    """Move the clock of every worker."""
    path = place.other / "clock"
    off = float(path.read_text()) if path.exists() else 0.0
    fresh = path.with_suffix(".new")
    fresh.write_text(str(off + seconds))
    fresh.replace(path)


@contextmanager
def room() -> Iterator[Path]:
    """Lend a small disk of its own, which can be filled; a plain folder where nothing may be mounted."""
    folder = Path(tempfile.mkdtemp(prefix="chaos"))
    asked = ["/bin/mount", "-t", "tmpfs", "-o", f"size={_ROOM}", "tmpfs", str(folder)]
    mounted = subprocess.run(asked, check=False).returncode
    try:
        yield folder
    finally:
        if mounted == 0:
            subprocess.run(["/bin/umount", "-l", folder], check=False)
