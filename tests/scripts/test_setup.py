"""Setup does nothing twice, does again what changed, and never takes a failure for done."""

from collections.abc import Callable
from pathlib import Path
from runpy import run_path
from typing import Any, TextIO

import pytest

SCRIPT = Path(__file__).parent.parent.parent / "scripts/setup.py"


@pytest.fixture
def setup(tmp_path: Path) -> dict[str, Any]:
    """The names of the script, with a folder of this test's own for its stamps."""
    names: dict[str, Any] = run_path(str(SCRIPT), init_globals={"__file__": str(SCRIPT)}, run_name="setup")
    names["stage"].__globals__.update(ROOT=tmp_path, BUILD=tmp_path)
    return names


@pytest.fixture
def made(setup: dict[str, Any]) -> Callable[[str], list[str]]:
    """Ask for a stage under a key and get every key it was made for so far."""
    keys: list[str] = []

    def ask(key: str) -> list[str]:
        setup["stage"]("thing", key, lambda: True, lambda _log: keys.append(key))
        return keys

    return ask


def test_a_stage_is_made_once_for_the_same_content(made: Callable[[str], list[str]]) -> None:
    made("one")

    assert made("one") == ["one"]


def test_a_stage_is_made_again_when_its_content_changed(made: Callable[[str], list[str]]) -> None:
    made("one")
    made("two")

    assert made("one") == ["one", "two", "one"]


def test_a_stage_whose_result_is_gone_is_made_again(setup: dict[str, Any]) -> None:
    times = []
    for _ in range(2):
        setup["stage"]("thing", "same", lambda: False, lambda _log: times.append(1))

    assert len(times) == 2


def test_a_failed_stage_is_tried_again_and_shows_why(
    setup: dict[str, Any], tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    def fail(log: TextIO) -> None:
        setup["run"]("sh", "-c", "echo the reason; exit 3", cwd=tmp_path, log=log)

    for _ in range(2):
        with pytest.raises(SystemExit, match="setup stopped at 'thing'"):
            setup["stage"]("thing", "same", lambda: True, fail)

    assert capsys.readouterr().out.count("\nthe reason\n") == 2


def test_a_digest_changes_with_a_name_a_content_and_a_circumstance(setup: dict[str, Any], tmp_path: Path) -> None:
    digest, one, two = setup["digest"], tmp_path / "one", tmp_path / "two"
    one.write_text("a")
    two.write_text("a")
    seen = [digest([one]), digest([two]), digest([one, two]), digest([one], 20)]
    one.write_text("b")

    assert len({*seen, digest([one])}) == 5


def test_tests_and_what_was_built_do_not_make_the_site_anew(setup: dict[str, Any], tmp_path: Path) -> None:
    for name in ("app/page.tsx", "e2e/run.mjs", "node_modules/a.js", ".next/b", "out/c.html", "tools/openapi/d.mjs"):
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / name).write_text("")
    setup["web_sources"].__globals__["WEB"] = tmp_path

    assert [str(path.relative_to(tmp_path)) for path in setup["web_sources"]()] == ["app/page.tsx"]


@pytest.mark.parametrize(
    ("apt", "says"), [("/usr/bin/apt-get", "Please run once:  sudo apt-get"), (None, "no apt-get")]
)
def test_a_missing_debian_package_is_one_line_to_run(
    setup: dict[str, Any], monkeypatch: pytest.MonkeyPatch, apt: str | None, says: str
) -> None:
    monkeypatch.setattr("shutil.which", lambda _name: apt)
    monkeypatch.setattr("os.geteuid", lambda: 1000)

    with pytest.raises(setup["Missing"], match=says):
        setup["debian"]("chromium", log=None)


def test_one_package_is_taken_from_the_lock_with_its_hashes(setup: dict[str, Any]) -> None:
    lines = setup["locked"]("uv").splitlines()

    assert lines[0].startswith("uv==")
    assert all("--hash=sha256:" in line for line in lines[1:] if "#" not in line)
