"""The main job, headless: a persona, her thirty days, her first reel and her first story, published on the sandbox."""

import threading
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from time import perf_counter
from typing import Any

import typer
from rich.console import Console
from rich.progress import BarColumn, Progress, TaskID, TextColumn, TimeElapsedColumn

from sorcerer import accounts, api, app, publishing, schedule, studio
from sorcerer.app import House
from sorcerer.cli import options
from sorcerer.providers import PersonaTask
from sorcerer.schedule import Video

_PATIENCE_S = 300.0
_LOOK_EVERY_S = 0.2
_SEED = "demo"


def demo(home: options.Home = None, *, as_json: options.AsJson = False) -> None:
    """Make a persona, plan 30 days, film her first reel and story, and publish both on the sandbox."""
    house = app.open_house(options.settings(home, port=0))
    with _bars(quiet=as_json) as bars, _served(house):
        document = _perform(house, bars)
    house.close()
    text = "\n".join(
        f"{name.title():6} {document[name]['permalink']}\n       {document[name]['path']}" for name in ("reel", "story")
    )
    options.answer(document, text, as_json=as_json)


def _perform(house: House, bars: Progress) -> dict[str, Any]:
    timings: dict[str, float] = {}
    with _timed(timings, "persona_and_plan"):
        begun = _begin(house)
    owner_id = begun.influencer.owner_id
    firsts = _ask_for_firsts(house, owner_id, begun.influencer.id)
    tasks = {video.id: bars.add_task(kind, total=1.0) for kind, video in firsts.items()}
    house.worker.wake()
    with _timed(timings, "film_and_publish"):
        _wait(house, owner_id, list(firsts.values()), bars, tasks)
    out = house.settings.resolved_home() / "out"
    out.mkdir(exist_ok=True)
    return {
        "influencer": {"id": begun.influencer.id, "name": begun.influencer.name, "handle": begun.influencer.handle},
        "plan": begun.plan.model_dump(),
        "reel": _result(house, owner_id, firsts["reel"], out),
        "story": _result(house, owner_id, firsts["story"], out),
        "timings": {name: round(seconds, 2) for name, seconds in timings.items()},
    }


def _begin(house: House) -> api.Begun:
    tools = house.tools
    with tools.database.begin() as session:
        owner = accounts.first_owner(session, tools.clock.now())
    if tools.provider.text is None:
        raise typer.BadParameter("The demo needs a provider that writes.")
    draft = tools.provider.text.persona(PersonaTask(mode="lifestyle", seed=_SEED))
    wanted = {"name": draft.name, "handle": draft.handle, "persona": draft.persona, "look": draft.look}
    channels = [{"platform": "instagram", "realm": "sandbox"}]
    return api.begin(tools, owner.id, api.Wizard.model_validate(wanted | {"mode": "lifestyle", "channels": channels}))


def _ask_for_firsts(house: House, owner_id: str, influencer_id: str) -> dict[str, Video]:
    """Move the first reel and the first story of her life to now."""
    now = house.tools.clock.now()
    firsts: dict[str, Video] = {}
    with house.tools.database.begin() as session:
        for video in schedule.videos.page(session, owner_id, influencer_id=influencer_id, limit=200):
            if video.kind not in firsts:
                changes = schedule.videos.Changes(scheduled_time=now)
                firsts[video.kind] = schedule.videos.change(session, owner_id, video.id, changes, now, house.tools.lead)
    return firsts


def _wait(house: House, owner_id: str, videos: list[Video], bars: Progress, tasks: dict[str, TaskID]) -> None:
    pause = threading.Event()
    deadline = perf_counter() + _PATIENCE_S
    while perf_counter() < deadline:
        with house.tools.database.read() as session:
            present = [schedule.videos.find(session, owner_id, video.id) for video in videos]
        for video in present:
            bars.update(tasks[video.id], completed=1.0 if video.status == "posted" else 0.95 * video.progress)
            if video.status in {"failed", "missed", "withdrawn"}:
                cause = video.failure.cause if video.failure else video.status
                typer.echo(f"The {video.kind} was not published: {cause}", err=True)
                raise typer.Exit(1)
        if all(video.status == "posted" for video in present):
            return
        pause.wait(_LOOK_EVERY_S)
    typer.echo(f"Nothing was published within {_PATIENCE_S:.0f} s.", err=True)
    raise typer.Exit(1)


def _result(house: House, owner_id: str, video: Video, out: Path) -> dict[str, Any]:
    with house.tools.database.read() as session:
        made = {artifact.kind: artifact for artifact in studio.artifacts.of_video(session, owner_id, video.id)}
        publication = publishing.publications.page(session, owner_id, video_id=video.id)[0]
    artifact = made["film" if video.kind == "reel" else "story"]
    path = out / f"{video.kind}{Path(artifact.key or '').suffix}"
    with path.open("wb") as copy:
        for part in house.tools.files.stream(artifact.key or ""):
            copy.write(part)
    result = {"path": str(path), "permalink": publication.permalink, "ai_label": publication.ai_label_seen}
    return result | ({"seconds": artifact.seconds} if video.kind == "reel" else {})


@contextmanager
def _served(house: House) -> Iterator[None]:
    server = app.server(house)
    thread = threading.Thread(target=server.run, daemon=True)
    thread.start()
    while not server.started:
        threading.Event().wait(0.02)
    house.worker.start()
    try:
        yield
    finally:
        house.worker.stop(patience_s=2)
        server.should_exit = True
        thread.join(timeout=5)


@contextmanager
def _bars(*, quiet: bool) -> Iterator[Progress]:
    columns = (TextColumn("{task.description:6}"), BarColumn(), TimeElapsedColumn())
    with Progress(*columns, console=Console(stderr=True), disable=quiet) as bars:
        yield bars


@contextmanager
def _timed(timings: dict[str, float], name: str) -> Iterator[None]:
    begun = perf_counter()
    yield
    timings[name] = perf_counter() - begun
