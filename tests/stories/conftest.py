"""A whole house: pages, API, sandbox and worker of one home, on a free loopback port."""

import threading
from collections.abc import Callable, Iterator
from pathlib import Path
from time import monotonic
from typing import Any

import httpx2
import pytest

from sorcerer import accounts, app
from sorcerer.app import House
from sorcerer.settings import Settings
from sorcerer.testing import RunningClock


@pytest.fixture
def house(request: pytest.FixtureRequest, database_url: str, tmp_path: Path) -> Iterator[House]:
    settings = Settings(home=tmp_path / "home", port=0, database_url=database_url)
    opened = app.open_house(settings, RunningClock(request.config.getoption("--at")))
    server = app.server(opened)
    serving = threading.Thread(target=server.run, daemon=True)
    serving.start()
    opened.worker.start()
    until(lambda: server.started, "the server starts", 20)
    yield opened
    opened.worker.stop(patience_s=2)
    server.should_exit = True
    serving.join(timeout=10)
    opened.close()


@pytest.fixture
def http(house: House) -> Iterator[httpx2.Client]:
    """A client of the first owner of the house."""
    with house.tools.database.begin() as session:
        now = house.tools.clock.now()
        owner = accounts.first_owner(session, now)
        _, secret = accounts.tokens.issue(session, owner.id, "test", now)
    address = f"http://127.0.0.1:{house.settings.port}"
    with httpx2.Client(base_url=address, headers={"Authorization": f"Bearer {secret}"}, timeout=60) as client:
        yield client


def until(holds: Callable[[], Any], what: str, seconds: float = 120) -> Any:
    """Look again and again until something holds, and return it."""
    deadline, pause = monotonic() + seconds, threading.Event()
    while monotonic() < deadline:
        if held := holds():
            return held
        pause.wait(0.1)
    raise AssertionError(f"waited {seconds} s in vain until {what}")


@pytest.fixture
def wait() -> Callable[..., Any]:
    return until
