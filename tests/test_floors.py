"""Every contract of .importlinter is broken by what it forbids: a contract that nothing breaks protects nothing."""

import re
import shutil
import subprocess
import sys
import tomllib
from configparser import ConfigParser
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent

# One forbidden line for each contract, and the file to lay it in.
PLANTED = {
    "floors": ("journal/planted.py", "import sorcerer.schedule"),
    "inside-a-room": ("schedule/model.py", "import sorcerer.schedule.store"),
    "an-independent-checker": ("life/checking/planted.py", "import sorcerer.life.planning"),
    "pure-nouns": ("schedule/model.py", "import os"),
    "tables": ("schedule/planted.py", "import sorcerer.schedule.rows"),
    "no-sql-here": ("platforms/planted.py", "import sqlalchemy"),
    "home-of-dbos": ("studio/planted.py", "def f():\n    import dbos"),
    "home-of-fastapi": ("studio/planted.py", "from fastapi import HTTPException"),
    "home-of-http": ("publishing/planted.py", "import httpx"),
    "home-of-objects": ("studio/planted.py", "import obstore"),
    "home-of-pictures": ("api/planted.py", "import av"),
    "home-of-keys": ("accounts/planted.py", "import cryptography"),
    "home-of-the-terminal": ("api/planted.py", "import rich"),
    "adapters-by-name": ("app.py", "from sorcerer.platforms.instagram import connector"),
    "no-cycles": ("journal/planted.py", "import sorcerer.journal.model"),
}


def contracts() -> dict[str, str]:
    """Every contract's name by its id."""
    config = ConfigParser()
    config.read(ROOT / ".importlinter")
    return {s.rpartition(":")[2]: config[s]["name"] for s in config.sections() if ":contract:" in s}


def faces() -> dict[str, tuple[str, str]]:
    """For each room whose face is protected, a line that reaches behind it."""
    rooms = (name.removeprefix("face-of-") for name in contracts() if name.startswith("face-of-"))
    return {f"face-of-{room}": ("app.py", f"import sorcerer.{room}.planted") for room in rooms}


@pytest.fixture(scope="module")
def broken(tmp_path_factory: pytest.TempPathFactory) -> set[str]:
    """The names of the contracts that break when all of it is planted at once."""
    house = tmp_path_factory.mktemp("house")
    shutil.copy(ROOT / ".importlinter", house)
    shutil.copytree(ROOT / "src/sorcerer", house / "sorcerer", ignore=shutil.ignore_patterns("site", "__pycache__"))
    for _, (name, line) in [*PLANTED.items(), *faces().items()]:
        plant(house / "sorcerer" / name, line)
    for room in faces():
        plant(house / "sorcerer" / room.removeprefix("face-of-") / "planted.py", "")
    plant(house / "sorcerer/journal/model.py", "import sorcerer.journal.planted")
    return verdicts(house, "BROKEN")


def plant(path: Path, line: str) -> None:
    path.write_text((path.read_text() if path.exists() else "") + f"\n{line}\n")


def verdicts(house: Path, verdict: str) -> set[str]:
    run = "from importlinter.cli import lint_imports_command; lint_imports_command(['--no-cache'])"
    done = subprocess.run([sys.executable, "-c", run], cwd=house, capture_output=True, text=True, check=False)
    return set(re.findall(rf"(?m)^(.*) {verdict}", done.stdout))


def test_every_contract_has_something_planted() -> None:
    assert set(PLANTED) | set(faces()) == set(contracts())


@pytest.mark.parametrize("contract", sorted(contracts()))
def test_a_contract_breaks_on_what_it_forbids(contract: str, broken: set[str]) -> None:
    assert {contracts()[contract]} - broken == set()


def test_every_adapter_of_ours_may_not_be_named() -> None:
    config = ConfigParser()
    config.read(ROOT / ".importlinter")
    protected = config["importlinter:contract:adapters-by-name"]["protected_modules"].split()
    groups = tomllib.loads((ROOT / "pyproject.toml").read_text())["project"]["entry-points"].values()
    adapters = {point.partition(":")[0] for group in groups for point in group.values()}
    assert {
        adapter for adapter in adapters if not {adapter, f"{adapter.rpartition('.')[0]}.*"} & set(protected)
    } == set()


def test_a_module_on_no_floor_breaks_the_floors(tmp_path: Path) -> None:
    shutil.copy(ROOT / ".importlinter", tmp_path)
    shutil.copytree(ROOT / "src/sorcerer", tmp_path / "sorcerer", ignore=shutil.ignore_patterns("site", "__pycache__"))
    before = verdicts(tmp_path, "KEPT")
    plant(tmp_path / "sorcerer/attic.py", "")

    assert before - verdicts(tmp_path, "KEPT") == {contracts()["floors"]}
