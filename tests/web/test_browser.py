"""A person's path in a real Chromium, against the real process: wizard, dashboard, reel, story, calendar, sponsors."""

import os
import re
import shutil
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

WEB = Path(__file__).parent.parent.parent / "web"
LIMIT_S = 15 * 60
BROWSERS = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable")


def browser() -> str:
    """The machine's browser, else the one that setup let Playwright fetch."""
    fetched = (Path.home() / ".cache/ms-playwright").glob("chromium-*/chrome-linux*/chrome")
    found = [path for name in BROWSERS if (path := shutil.which(name))] + [str(path) for path in fetched]
    assert found != [], "no browser; run `make setup`"
    return found[0]


@pytest.fixture
def signed_in(tmp_path: Path) -> Iterator[tuple[str, str]]:
    """A Sorcerer of this test's own: its address and a sign-in link."""
    command = [str(Path(sys.executable).with_name("sorcerer")), "run", "--home", str(tmp_path / "home"), "--port", "0"]
    with subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True) as process:
        said = f"{process.stdout.readline()}{process.stdout.readline()}" if process.stdout else ""
        link = re.search(r"(http://[^/\s]+)/sign-in/\S+", said)
        assert link is not None, said
        yield link[1], link[0]
        process.terminate()
        process.wait(60)


@pytest.mark.browser
@pytest.mark.slow
def test_a_person_can_do_it_all_in_a_browser(signed_in: tuple[str, str], tmp_path: Path) -> None:
    node = shutil.which("node")
    assert node is not None, "Node.js is missing; run `make setup`"
    chosen = {"BASE_URL": signed_in[0], "SIGN_IN_LINK": signed_in[1], "SHOTS_DIR": str(tmp_path), "CHROMIUM": browser()}
    env = {**os.environ, **chosen}

    done = subprocess.run(
        [node, "e2e/run.mjs"], cwd=WEB, env=env, capture_output=True, text=True, timeout=LIMIT_S, check=False
    )

    assert done.returncode == 0, done.stdout + done.stderr
