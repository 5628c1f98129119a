"""What is wrong with a home is named with its way out, also when the home cannot even be opened."""

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from typer.testing import CliRunner

from sorcerer import app as rooms
from sorcerer.cli import app

GONE = "postgresql+psycopg://her:own-word@127.0.0.1:1/sorcerer"


@pytest.fixture(autouse=True)
def _own_settings(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("SORCERER_DATABASE_URL", raising=False)


def doctor(home: Path) -> tuple[int, dict[str, dict[str, Any]]]:
    result = CliRunner().invoke(app, ["doctor", "--home", str(home), "--json"])
    findings = json.loads(result.stdout)["findings"]
    return result.exit_code, {found["name"]: found for found in findings}


def no_database_file(home: Path, _set: Callable[[str, str], None]) -> None:
    home.mkdir()
    (home / "sorcerer.sqlite").write_bytes(b"no database at all" * 100)


def no_server(_home: Path, set_to: Callable[[str, str], None]) -> None:
    set_to("SORCERER_DATABASE_URL", GONE)


def no_keys(_home: Path, set_to: Callable[[str, str], None]) -> None:
    set_to("SORCERER_KEY_RING", "short:eA==")


def no_folder(home: Path, _set: Callable[[str, str], None]) -> None:
    home.write_text("a file stands where the home should be")


@pytest.mark.parametrize(
    ("breaks", "name", "way_out"),
    [
        (no_database_file, "database", "put a file back from a backup"),
        (no_server, "database", "Check SORCERER_DATABASE_URL and that the server runs"),
        (no_keys, "keys", "SORCERER_KEY_RING"),
        (no_folder, "home", "Check SORCERER_HOME"),
    ],
)
def test_a_home_that_cannot_be_opened_is_told_what_to_mend(
    breaks: Any, name: str, way_out: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    breaks(tmp_path / "home", monkeypatch.setenv)

    code, found = doctor(tmp_path / "home")

    assert (code, list(found)) == (1, [name, "disk", "encoder"])
    assert not found[name]["ok"]
    assert way_out in found[name]["fix"]
    assert "own-word" not in found[name]["detail"]
    assert found["encoder"]["ok"]


def test_a_check_that_breaks_off_is_a_finding_and_the_others_go_on(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    open_house = rooms.open_house

    def without_store(settings: Any) -> rooms.House:
        house = open_house(settings)
        monkeypatch.setattr(house.tools.files, "put", lambda *_: 1 / 0)
        return house

    monkeypatch.setattr(rooms, "open_house", without_store)

    code, found = doctor(tmp_path / "home")

    assert (code, [name for name, one in found.items() if not one["ok"]]) == (1, ["files"])
    assert found["files"]["fix"].startswith("Check SORCERER_STORAGE_URL")


def test_a_worker_that_cannot_reach_its_database_says_so_in_a_sentence(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SORCERER_DATABASE_URL", GONE)

    result = CliRunner().invoke(app, ["worker"])

    assert result.exit_code == 2
    assert result.stderr.startswith("The database cannot be opened: ")
    assert "Traceback" not in result.stderr
