"""A person's path in a real Chromium, against the real process: wizard, dashboard, reel, story, calendar, sponsors."""

import os
import re
import shutil
import subprocess
import sys
from collections.abc import Iterator
from datetime import timedelta
from pathlib import Path

import pytest
from starlette.testclient import TestClient

from sorcerer import accounts, influencers, publishing
from sorcerer.app import open_house
from sorcerer.platforms import Grant, Identity
from sorcerer.publishing.channels.breaker import ask_again
from sorcerer.settings import Settings

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
def supervised(tmp_path: Path) -> None:
    """Two personas with a real account each that waits to be connected again, and three stories within the week."""
    house = open_house(Settings(home=tmp_path / "home", port=0))
    now = house.tools.clock.now()
    with house.tools.database.begin() as session:
        owner = accounts.first_owner(session, now)
        _, secret = accounts.tokens.issue(session, owner.id, "test", now)
    http = TestClient(house.web, headers={"Authorization": f"Bearer {secret}"})
    for seed, titles in (("one", ("A quiet start", "What the bag holds")), ("two", ("Rain on the tram",))):
        persona = http.post("/api/surprise", json={"mode": "lifestyle", "seed": seed}).json()
        wanted = {name: persona[name] for name in ("name", "handle", "persona", "look")}
        alone = {"face_key": persona["face"]["key"], "channels": [], "plan_days": 1}
        who = http.post("/api/sorcerer/init", json=wanted | alone).json()["influencer"]["id"]
        for video in http.get("/api/video", params={"influencer_id": who}).json()["items"]:
            assert http.delete(f"/api/video/{video['id']}").status_code == 200
        for day, title in enumerate(titles, start=1):
            more = {"kind": "story", "title": title, "direction": title}
            moment = (now + timedelta(days=day)).isoformat()
            booked = http.post("/api/schedule", json={"influencer_id": who, "scheduled_time": moment} | more)
            assert booked.status_code == 201, booked.text
        with house.tools.database.begin() as session:
            told = {"owner_id": owner.id, "influencer_id": who, "platform": "instagram", "realm": "live"}
            known = {"identity": Identity(account_id=who, handle=f"{seed}.real"), "grant": Grant(access_token="none")}
            link = publishing.Link.model_validate(told | known)
            channel = publishing.channels.connect(session, house.tools.keys, link, now)
            ask_again(session, channel, "A test connects nothing.", now)
    house.close()


@pytest.fixture
def in_berlin(tmp_path: Path) -> None:
    """One persona on the clock of Berlin with nothing planned."""
    house = open_house(Settings(home=tmp_path / "home", port=0))
    now = house.tools.clock.now()
    with house.tools.database.begin() as session:
        owner = accounts.first_owner(session, now)
        new = influencers.New(
            name="Mara Voss",
            handle="mara",
            mode="company",
            persona=influencers.Persona(age=27, timezone="Europe/Berlin"),
        )
        influencers.create(session, owner.id, new, now)
    house.close()


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


def journey(signed_in: tuple[str, str], tmp_path: Path, only: str | None = None) -> None:
    """Walk through the pages as a person does, all of them or only some."""
    node = shutil.which("node")
    assert node is not None, "Node.js is missing; run `make setup`"
    shots = os.environ.get("SORCERER_SHOTS") or str(tmp_path)
    chosen = {"BASE_URL": signed_in[0], "SIGN_IN_LINK": signed_in[1], "SHOTS_DIR": shots, "CHROMIUM": browser()}
    env = {**os.environ, **chosen} | ({"ONLY": only} if only else {})

    done = subprocess.run(
        [node, "e2e/run.mjs"], cwd=WEB, env=env, capture_output=True, text=True, timeout=LIMIT_S, check=False
    )

    assert done.returncode == 0, done.stdout + done.stderr
    print(done.stdout)  # noqa: T201 - shown with `pytest -s`: how long each part took


@pytest.mark.browser
@pytest.mark.slow
def test_a_person_can_do_it_all_in_a_browser(signed_in: tuple[str, str], tmp_path: Path) -> None:
    journey(signed_in, tmp_path)


@pytest.mark.browser
@pytest.mark.slow
def test_a_week_of_posts_is_looked_at_and_approved_under_the_keys(
    supervised: None, signed_in: tuple[str, str], tmp_path: Path
) -> None:
    del supervised  # asked for before the process starts
    journey(signed_in, tmp_path, "review")


@pytest.mark.browser
@pytest.mark.slow
def test_a_series_is_changed_paused_and_gone_on_with_across_a_change_of_the_clocks(
    in_berlin: None, signed_in: tuple[str, str], tmp_path: Path
) -> None:
    del in_berlin  # asked for before the process starts
    journey(signed_in, tmp_path, "series")
