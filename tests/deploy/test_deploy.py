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
from pathlib import Path
from time import monotonic
from typing import Any

import httpx2
import pytest

from sorcerer import app

DEPLOY = Path(__file__).parents[2] / "deploy"
SORCERER = str(Path(sys.executable).parent / "sorcerer")


def command_of(service: str) -> list[str]:
    """The command line of one of our services in compose.yaml."""
    text = (DEPLOY / "compose.yaml").read_text()
    found = re.search(rf"^  {service}:\n    <<: \*sorcerer\n(?:    .*\n)*?    command: \[(.*)\]$", text, re.MULTILINE)
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
        for process in processes[1:]:
            process.send_signal(signal.SIGTERM)
        ends = [process.wait(timeout=30) for process in processes[1:]]

    assert migrated.returncode == 0
    assert answer["status"] == "ok"
    assert ends == [0, 0]


def test_the_systemd_unit_runs_the_same_command_as_the_container() -> None:
    unit = (DEPLOY / "sorcerer.service").read_text()

    assert f"ExecStart=/opt/sorcerer/.venv/bin/sorcerer {shlex.join(command_of('web'))}\n" in unit


def test_every_variable_of_the_compose_file_is_in_the_example() -> None:
    used = set(re.findall(r"\$\{(\w+)\}", (DEPLOY / "compose.yaml").read_text()))
    given = set(re.findall(r"^(\w+)=", (DEPLOY / "example.env").read_text(), re.MULTILINE))

    assert used == given
