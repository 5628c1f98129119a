import threading
from collections.abc import Iterator
from pathlib import Path

import pytest

from sorcerer.app import House, open_house
from sorcerer.errors import Unavailable
from sorcerer.settings import Settings
from sorcerer.testing import FrozenClock
from sorcerer.toolbox import renders_at_once


@pytest.fixture
def house(database_url: str, tmp_path: Path, clock: FrozenClock) -> Iterator[House]:
    opened = open_house(Settings(home=tmp_path / "home", port=0, database_url=database_url), clock)
    yield opened
    opened.close()


def test_no_more_is_drawn_at_once_than_the_cores_can_bear(house: House) -> None:
    tools, now, most, lock = house.tools, [0], [0], threading.Lock()
    meet = threading.Event()

    def draw() -> None:
        with tools.rendering():
            with lock:
                now[0] += 1
                most[0] = max(most[0], now[0])
            meet.wait(0.02)
            with lock:
                now[0] -= 1

    threads = [threading.Thread(target=draw) for _ in range(renders_at_once() + 3)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()

    assert most[0] == renders_at_once()


def test_a_process_that_ends_does_not_wait_for_its_turn(house: House) -> None:
    for _ in range(renders_at_once()):
        house.tools.cores.acquire()
    house.tools.leaving.set()

    with pytest.raises(Unavailable, match="ending"), house.tools.rendering():
        raise AssertionError("it had no turn")
