"""What stands in deploy/ starts: the same commands, without a container engine, over the database of the test."""

import os
import re
import shlex
import signal
import subprocess
import sys
import threading
from collections.abc import Callable, Iterator
from contextlib import ExitStack, contextmanager
from datetime import timedelta
from pathlib import Path
from time import monotonic
from typing import Any

import httpx2
import pytest
from sqlalchemy import text

from sorcerer import accounts, app, influencers, schedule
from sorcerer.database import Database
from sorcerer.settings import Settings

DEPLOY = Path(__file__).parents[2] / "deploy"
SORCERER = str(Path(sys.executable).parent / "sorcerer")


def command_of(service: str) -> list[str]:
    """The command line of one of our services in compose.yaml."""
    written = (DEPLOY / "compose.yaml").read_text()
    found = re.search(
        rf"^  {service}:\n    <<: \*sorcerer\n(?:    .*\n)*?    command: \[(.*)\]$", written, re.MULTILINE
    )
    assert found is not None, service
    return shlex.split(found[1].replace(",", " "))


@contextmanager
def started(arguments: list[str], settings: dict[str, str], says: Path) -> Iterator[subprocess.Popen[bytes]]:
    with says.open("wb") as printed:
        process = subprocess.Popen([SORCERER, *arguments], env=os.environ | settings, stdout=printed)
    try:
        yield process
    finally:
        if process.poll() is None:
            process.kill()
        process.wait(timeout=20)


def until(holds: Callable[[], Any], seconds: float) -> Any:
    deadline, pause = monotonic() + seconds, threading.Event()
    while monotonic() < deadline:
        if held := holds():
            return held
        pause.wait(0.2)
    raise AssertionError(f"waited {seconds} s in vain")


def health(port: int) -> dict[str, Any] | None:
    try:
        answer: dict[str, Any] = httpx2.get(f"http://127.0.0.1:{port}/api/health", timeout=5).json()
    except httpx2.HTTPError:
        return None
    return answer


@pytest.mark.slow
def test_a_web_and_two_workers_start_on_one_database_and_end_when_asked(database_url: str, tmp_path: Path) -> None:
    port = app.free_port("127.0.0.1")
    settings = {"SORCERER_DATABASE_URL": database_url, "SORCERER_HOME": str(tmp_path / "home")}
    migrated = subprocess.run([SORCERER, *command_of("migrate")], env=os.environ | settings, check=False)
    web = [str(port) if word == "8000" else word for word in command_of("web")]

    with ExitStack() as running:
        processes = [running.enter_context(started(web, settings, tmp_path / "web"))]
        said = [tmp_path / "one", tmp_path / "two"]
        processes += [running.enter_context(started(command_of("worker"), settings, file)) for file in said]
        until(lambda: all("is up" in file.read_text() for file in said), 60)
        answer = until(lambda: (told := health(port)) and told["worker"]["alive"] and told, 60)
        until(lambda: all(process.poll() is None for process in processes), 5)
        ends = [asked_to_end(process) for process in processes]

    assert migrated.returncode == 0
    assert answer["status"] == "ok"
    assert ends == [0, 0, 0]
    assert leases(database_url) == 0, "each gave its lease back, so that nobody waits for it to lapse"


@pytest.mark.slow
@pytest.mark.parametrize("service", ["web", "worker"])
def test_a_process_asked_to_end_in_the_middle_of_a_film_hands_it_over(
    service: str, database_url: str, tmp_path: Path
) -> None:
    settings = {"SORCERER_DATABASE_URL": database_url, "SORCERER_HOME": str(tmp_path / "home")}
    port = str(app.free_port("127.0.0.1"))
    command = [port if word == "8000" else word for word in command_of(service)]
    video = booked(database_url, tmp_path / "home")
    with started(command, settings, tmp_path / "first") as first:
        until(lambda: how_far(database_url, video) == ("processing", "film"), 90)

        end = asked_to_end(first)
    left = (leases(database_url), how_far(database_url, video))
    with started(command_of("worker"), settings, tmp_path / "second") as second:
        until(lambda: how_far(database_url, video)[0] == "ready", 120)
        asked_to_end(second)

    assert (end, left) == (0, (0, ("processing", "film")))


def asked_to_end(process: subprocess.Popen[bytes]) -> int:
    """How a process ended that had ten seconds to do so."""
    process.send_signal(signal.SIGTERM)
    return process.wait(timeout=10)


def booked(database_url: str, home: Path) -> str:
    """A reel whose making is due."""
    house = app.open_house(Settings(home=home, port=0, database_url=database_url))
    now, image = house.tools.clock.now(), house.tools.provider.image
    assert image is not None
    drawn = image.face({"pronouns": "she", "age": 29}, "one")
    assert drawn.look is not None
    face = {"face_key": house.tools.files.put(drawn.data, ".png").key, "look": drawn.look.model_dump(mode="json")}
    with house.tools.database.begin() as session:
        owner = accounts.first_owner(session, now)
        new = influencers.New(name="Mara", handle="mara", mode="lifestyle", persona=influencers.Persona(age=29))
        her = influencers.create(session, owner.id, new, now)
        influencers.change(session, her.model_copy(update=face), now)
        wanted = schedule.Booking(influencer_id=her.id, direction="Soup", scheduled_time=now + timedelta(minutes=30))
        video = schedule.book(session, owner.id, wanted, now, house.tools.lead)[1].id
    house.close()
    return video


def how_far(database_url: str, video: str) -> tuple[str, str | None]:
    status, stage = asked(database_url, f"SELECT status, stage FROM video WHERE id = '{video}'")  # noqa: S608 - ours
    return str(status), stage


def leases(database_url: str) -> int:
    return int(asked(database_url, "SELECT count(*) FROM executor_lease")[0])


def asked(database_url: str, query: str) -> tuple[Any, ...]:
    database = Database(database_url)
    with database.read() as session:
        row = tuple(session.execute(text(query)).one())
    database.close()
    return row


def test_the_systemd_unit_runs_the_same_command_as_the_container() -> None:
    unit = (DEPLOY / "sorcerer.service").read_text()

    assert f"ExecStart=/opt/sorcerer/.venv/bin/sorcerer {shlex.join(command_of('web'))}\n" in unit


def test_every_variable_of_the_compose_file_is_in_the_example() -> None:
    used = set(re.findall(r"\$\{(\w+)\}", (DEPLOY / "compose.yaml").read_text()))
    given = set(re.findall(r"^(\w+)=", (DEPLOY / "example.env").read_text(), re.MULTILINE))

    assert used == given
