"""A worker dies in the middle of a film; another one finishes it."""

import os
import signal
import subprocess
import sys
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest

from sorcerer import accounts, api, app, publishing, schedule, studio
from sorcerer.app import House
from sorcerer.providers import PersonaTask
from sorcerer.schedule import Video
from sorcerer.settings import Settings

pytestmark = pytest.mark.slow


@contextmanager
def worker(home: Path, url: str, sandbox: str) -> Iterator[subprocess.Popen[bytes]]:
    settings = {"SORCERER_DATABASE_URL": url, "SORCERER_SANDBOX_URL": sandbox, "SORCERER_LEASE_SECONDS": "4"}
    command = [str(Path(sys.executable).parent / "sorcerer"), "worker", "--home", str(home)]
    process = subprocess.Popen(command, env=os.environ | settings, start_new_session=True)
    try:
        yield process
    finally:
        if process.poll() is None:
            process.send_signal(signal.SIGTERM)
            process.wait(timeout=30)


@pytest.fixture
def served(database_url: str, tmp_path: Path, wait: Callable[..., Any]) -> Iterator[House]:
    """A house that serves, but makes nothing itself."""
    opened = app.open_house(Settings(home=tmp_path / "home", port=0, database_url=database_url))
    server = app.server(opened)
    thread = threading.Thread(target=server.run, daemon=True)
    thread.start()
    wait(lambda: server.started, "the server starts", 20)
    yield opened
    server.should_exit = True
    thread.join(timeout=10)
    opened.close()


def first_reel(house: House) -> Video:
    tools = house.tools
    with tools.database.begin() as session:
        owner = accounts.first_owner(session, tools.clock.now())
    assert tools.provider.text is not None
    draft = tools.provider.text.persona(PersonaTask(seed="takeover"))
    wanted = draft.model_dump() | {"mode": "lifestyle"}
    begun = api.begin(tools, owner.id, api.Wizard.model_validate(wanted))
    with tools.database.begin() as session:
        now = tools.clock.now()
        videos = schedule.videos.page(session, owner.id, influencer_id=begun.influencer.id, limit=200)
        reel = next(video for video in videos if video.kind == "reel")
        changes = schedule.videos.Changes(scheduled_time=now + timedelta(seconds=1))
        return schedule.videos.change(session, owner.id, reel.id, changes, now, tools.lead)


def test_a_film_whose_worker_is_killed_is_finished_by_another_and_posted_once(
    served: House, database_url: str, wait: Callable[..., Any]
) -> None:
    home, tools = served.settings.resolved_home(), served.tools
    sandbox = f"http://127.0.0.1:{served.settings.port}/sandbox"
    reel = first_reel(served)

    def look() -> Video:
        with tools.database.read() as session:
            return schedule.videos.find(session, reel.owner_id, reel.id)

    with worker(home, database_url, sandbox) as first:
        wait(lambda: look().stage == "film" and look().progress > 0.25, "the film is under way", 90)
        os.killpg(first.pid, signal.SIGKILL)
        first.wait(timeout=10)
    with tools.database.read() as session:
        script_before = [
            one for one in studio.artifacts.of_video(session, reel.owner_id, reel.id) if one.kind == "script"
        ]
    with worker(home, database_url, sandbox):
        wait(lambda: look().status == "posted", "the other worker posts it", 120)

    with tools.database.read() as session:
        script_after = [
            one for one in studio.artifacts.of_video(session, reel.owner_id, reel.id) if one.kind == "script"
        ]
        publication = publishing.publications.page(session, reel.owner_id, video_id=reel.id)[0]
        attempts = publishing.publications.attempts(session, publication.id)
    assert script_after == script_before
    assert [one.state for one in attempts if one.kind == "commit"] == ["intent", "acked"]
