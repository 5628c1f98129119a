"""Two workers on PostgreSQL, started as in deploy/; one is killed in the middle of a film, the other finishes it.

A real reel is written, filmed and published to the sandbox. The log of its steps is part of what is printed.
"""

import os
import signal
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterable, Iterator
from contextlib import ExitStack, contextmanager
from datetime import timedelta
from pathlib import Path

import httpx

from benchmarks.pretend import postgres
from benchmarks.report import Measure
from sorcerer import accounts, api, app, publishing, schedule
from sorcerer.app import House
from sorcerer.providers import PersonaTask
from sorcerer.schedule import Video
from sorcerer.settings import Settings

_SORCERER = str(Path(sys.executable).parent / "sorcerer")
_LEASE_S = 5
_PATIENCE_S = 400.0
_Step = schedule.production.Step


def run(*, quick: bool) -> Iterable[Measure]:
    """Yield what became of the film, and its steps."""
    del quick
    with postgres() as url, tempfile.TemporaryDirectory() as folder, ExitStack() as running:
        pretend = app.free_port("127.0.0.1")
        given = {
            "SORCERER_HOME": folder,
            "SORCERER_DATABASE_URL": url,
            "SORCERER_SANDBOX_URL": f"http://127.0.0.1:{pretend}",
            "SORCERER_LEASE_SECONDS": str(_LEASE_S),
        }
        subprocess.run([_SORCERER, "migrate"], env=os.environ | given, check=True, stdout=subprocess.DEVNULL)
        running.enter_context(_started(["sandbox", "--port", str(pretend)], given))
        _until(lambda: _answers(f"http://127.0.0.1:{pretend}/"), 60)
        settings = Settings(home=Path(folder), database_url=url, sandbox_url=given["SORCERER_SANDBOX_URL"], port=0)
        house = app.open_house(settings)
        video = _asked_for(house)
        workers = [running.enter_context(_started(["worker"], given)) for _ in range(2)]
        yield from _measures(house, video, workers)
        yield _web(given, running)
        house.close()


def _measures(house: House, video: Video, workers: list["subprocess.Popen[bytes]"]) -> Iterator[Measure]:
    def filming() -> bool:
        step = _steps(house, video)[-1:]
        return bool(step) and step[0].stage == "film" and _seen(house, video).progress > 0.3

    _until(filming, _PATIENCE_S)
    first = _steps(house, video)[-1].executor
    victim = next(worker for worker in workers if f"-{worker.pid}-" in first)
    victim.send_signal(signal.SIGKILL)
    struck = time.monotonic()
    _until(lambda: _steps(house, video)[-1].executor != first, 60)
    took = time.monotonic() - struck
    _until(lambda: _seen(house, video).status in {"posted", "failed"}, _PATIENCE_S)
    steps = _steps(house, video)
    with house.tools.database.read() as session:
        posts = publishing.publications.page(session, video.owner_id, video_id=video.id)
    live = [post for post in posts if post.state == "live"]
    log = " | ".join(_told(step, video, first) for step in steps)
    yield Measure(
        "film_taken_over_after", round(took, 2), "s", at_most=8, aim=6, note=f"lease {_LEASE_S} s; steps: {log}"
    )
    yield Measure("posts_out", len(live), "posts", at_least=1, at_most=1, note=f"{live[0].permalink if live else ''}")
    again = [step.stage for step in steps if step.attempt > 1]
    yield Measure(
        "stages_made_again", len(again), "stages", at_most=1, note=f"{again}: only the one that was cut in two"
    )


def _told(step: _Step, video: Video, first: str) -> str:
    who = "worker 1" if step.executor == first else "worker 2"
    begun = (step.started_at - video.created_at).total_seconds()
    took = f"{(step.ended_at - step.started_at).total_seconds():.1f} s" if step.ended_at else "open"
    return f"+{begun:.1f} s {step.stage} attempt {step.attempt} by {who}: {took}" + (
        f", {step.error}" if step.error else ""
    )


def _web(given: dict[str, str], running: ExitStack) -> Measure:
    port = app.free_port("127.0.0.1")
    running.enter_context(_started(["run", "--host", "127.0.0.1", "--port", str(port)], given))
    began = time.monotonic()
    _until(lambda: _answers(f"http://127.0.0.1:{port}/api/health"), 60)
    health = httpx.get(f"http://127.0.0.1:{port}/api/health", timeout=5).json()
    return Measure("web_answers_after", round(time.monotonic() - began, 2), "s", note=f"on the same database: {health}")


def _asked_for(house: House) -> Video:
    tools = house.tools
    now = tools.clock.now()
    with tools.database.begin() as session:
        owner = accounts.first_owner(session, now)
    if tools.provider.text is None:
        raise ValueError("the embedded provider writes")
    draft = tools.provider.text.persona(PersonaTask(mode="lifestyle", seed="handover"))
    wanted = {"name": draft.name, "handle": draft.handle, "persona": draft.persona, "look": draft.look}
    channels = [{"platform": "instagram", "realm": "sandbox"}]
    begun = api.begin(tools, owner.id, api.Wizard.model_validate(wanted | {"mode": "company", "channels": channels}))
    booking = schedule.Booking(
        influencer_id=begun.influencer.id, scheduled_time=now + timedelta(minutes=2), direction="Soup for two"
    )
    with tools.database.begin() as session:
        return schedule.book(session, owner.id, booking, now, tools.lead)[1]


def _steps(house: House, video: Video) -> list[_Step]:
    with house.tools.database.read() as session:
        return schedule.videos.steps(session, video.id)


def _seen(house: House, video: Video) -> Video:
    with house.tools.database.read() as session:
        return schedule.videos.find(session, video.owner_id, video.id)


@contextmanager
def _started(arguments: list[str], given: dict[str, str]) -> Iterator["subprocess.Popen[bytes]"]:
    process = subprocess.Popen([_SORCERER, *arguments], env=os.environ | given, stdout=subprocess.DEVNULL)
    try:
        yield process
    finally:
        process.kill()
        process.wait(20)


def _answers(address: str) -> bool:
    try:
        return httpx.get(address, timeout=2).status_code < 500
    except httpx.HTTPError:
        return False


def _until(holds: Callable[[], bool], seconds: float) -> None:
    deadline = time.monotonic() + seconds
    while not holds():
        if time.monotonic() > deadline:
            raise TimeoutError(f"waited {seconds} s in vain")
        time.sleep(0.2)
