"""One cell of the publishing harness: a worker that is killed at a marked point, another that finds what it left.

The worker runs the product's own steps (`sorcerer.workflows.publish`) in a real child process, forked from a parent
that has everything imported and no threads. The pretend network answers over real sockets from a process of its own.
Time is one number in shared memory, so an hour of waiting costs nothing.
"""

from __future__ import annotations

import importlib
import json
import mmap
import os
import shutil
import signal
import sqlite3
import struct
import traceback
from collections.abc import Callable
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any, NamedTuple, cast

import httpx
import uvicorn

from sorcerer import accounts, app, disclosure, influencers, plugins, publishing, sandbox, schedule, toolbox
from sorcerer.database import Database
from sorcerer.errors import Stale
from sorcerer.influencers import New, Persona
from sorcerer.keys import KeyRing
from sorcerer.platforms import PlatformError, Standing
from sorcerer.publishing import Content, Job, Link, publications
from sorcerer.schedule import Booking
from sorcerer.settings import Settings
from sorcerer.storage.local import files as local_files
from sorcerer.testing.samples import film
from sorcerer.toolbox import Toolbox

# The room shows the workflow under the same name, so its steps are asked for by the module's.
_STEPS: Any = importlib.import_module("sorcerer.workflows.publish")
START = datetime(2026, 11, 23, 12, 0, tzinfo=UTC)
RING = KeyRing([("k1", bytes(range(32)))])
TIMEOUT_S, HANG_S = 0.6, 0.9
CALLS = ("stage", "upload", "progress", "allowance", "commit", "check", "read_back")
POINTS = ("none", "claim:after", *(f"{call}:{phase}" for call in CALLS for phase in ("before", "after")))
NETWORKS = {
    "instagram": ("instagram", "reel", "ig.media_publish", "ig.4.2207051", "ig.1"),
    "instagram-story": ("instagram", "story_video", "ig.media_publish", "ig.4.2207051", "ig.1"),
    "tiktok": ("tiktok", "reel", "tt.chunk.last", "tt.put.500", "tt.put.500"),
    "youtube": ("youtube", "reel", "yt.videos.update", "yt.backendError", "yt.backendError"),
}
READS = ("ig.container.get", "ig.media.list", "ig.limit.get", "tt.status", "tt.video.list", "yt.videos.list")


class Cell(NamedTuple):
    """One place of the matrix."""

    network: str
    point: str
    fault: str
    lag_s: int
    republish: str

    def plans(self) -> list[dict[str, Any]]:
        """Return the misfortunes that are planned against it."""
        _, _, op, lie, error = NETWORKS[self.network]
        actions: dict[str, dict[str, Any]] = {
            "drop_before": {"drop_before": True},
            "drop_after": {"drop_after": True},
            "hang": {"hang_after_s": HANG_S},
            "truncate": {"truncate_after": True},
            "error_after": {"error_after": lie},
            "error": {"error": error},
        }
        plans: list[dict[str, Any]] = [{"op": op, "action": actions[self.fault]}] if self.fault in actions else []
        return plans + [
            {"op": one, "action": {"stale_reads_s": self.lag_s}, "times": -1} for one in READS if self.lag_s
        ]


class SharedClock:
    """One number that every process of the harness reads."""

    def __init__(self) -> None:
        self._memory = mmap.mmap(-1, 8)
        self.set(START)

    def now(self) -> datetime:
        """Return the moment."""
        return datetime.fromtimestamp(struct.unpack("d", self._memory[:8])[0], UTC)

    def set(self, at: datetime) -> None:
        """Move to a moment."""
        self._memory[:8] = struct.pack("d", at.timestamp())


class Outcome(NamedTuple):
    """What became of a cell."""

    cell: Cell
    state: str
    posts: int
    bound: bool
    commits: int
    reached: bool
    fault: str | None

    @property
    def broken(self) -> str | None:
        """Return the promise that was broken, or None."""
        if self.fault:
            return self.fault
        if self.posts > 1:
            return f"{self.posts} posts"
        if self.state not in ("live", "failed", "needs_review"):
            return f"left in {self.state!r}"
        if self.state == "live" and not (self.posts == 1 and self.bound):
            return "said to be out, and is not, or is another"
        if self.state == "failed" and self.posts:
            return "said to have failed, and is out"
        return None


class _Dying:
    """A platform that kills its process before or after one of its calls, the first time it is made."""

    def __init__(self, inner: Any, point: str, how: int, *, naive: bool) -> None:  # noqa: ANN401 - any platform
        self._inner, self._point, self._how, self._naive = inner, point, how, naive

    def __getattr__(self, name: str) -> Any:  # noqa: ANN401 - any platform's own
        given = getattr(self._inner, name)
        if name not in CALLS:
            return given
        return lambda *args: self._call(name, given, args)

    def _call(self, name: str, given: Callable[..., Any], args: tuple[Any, ...]) -> Any:  # noqa: ANN401 - any answer
        self._die(f"{name}:before")
        try:
            return self._retried(given, args) if name == "commit" and self._naive else given(*args)
        finally:
            self._die(f"{name}:after")

    def _retried(self, given: Callable[..., Any], args: tuple[Any, ...]) -> Any:  # noqa: ANN401 - any answer
        """What a careless client does with a call that came back without a sure answer."""
        for _ in range(2):
            try:
                return given(*args)
            except PlatformError as error:
                if error.outcome != "unknown":
                    raise
        return given(*args)

    def _die(self, here: str) -> None:
        if here == self._point:
            self._point = "none"
            os.kill(os.getpid(), self._how)


@dataclass
class Ground:
    """What all cells stand on: a folder, a template of the database, a film, the network's address."""

    folder: Path
    clock: SharedClock
    base: str
    sandbox_pid: int
    film_key: str

    def close(self) -> None:
        """End the network's process."""
        os.kill(self.sandbox_pid, signal.SIGTERM)
        os.waitpid(self.sandbox_pid, 0)


def ground(folder: Path) -> Ground:
    """Prepare the ground, and fork the pretend network before anything has a thread."""
    clock = SharedClock()
    port = app.free_port("127.0.0.1")
    pid = os.fork()
    if pid == 0:
        world = sandbox.create(f"sqlite:///{folder / 'sandbox.sqlite'}", clock)
        uvicorn.run(world, host="127.0.0.1", port=port, log_level="critical", access_log=False)
        os._exit(0)
    template = Database(f"sqlite:///{folder / 'template.sqlite'}")
    app.migrate(template)
    template.close()
    sample = film(folder / "sample.mp4")
    key = local_files(Settings(home=folder)).put_file(sample).key
    base = f"http://127.0.0.1:{port}"
    with httpx.Client(transport=httpx.HTTPTransport(retries=20), trust_env=False) as http:
        http.get(f"{base}/_sandbox/knobs").raise_for_status()
    return Ground(folder, clock, base, pid, key)


def play(here: Ground, cell: Cell, *, naive: bool = False, paused: bool = False, sponsor: str | None = None) -> Outcome:
    """Run one cell: plan its misfortunes, kill one worker, let another live on, and count what everybody sees."""
    path = here.folder / "cell.sqlite"
    for old in here.folder.glob("cell.sqlite*"):
        old.unlink()
    shutil.copy(here.folder / "template.sqlite", path)
    here.clock.set(START)
    with httpx.Client(base_url=here.base, trust_env=False, timeout=30) as http:
        http.post("/_sandbox/reset").raise_for_status()
        http.post("/_sandbox/knobs", json={"republish": cell.republish}).raise_for_status()
        opened = {"handle": "mara", "name": "Mara", "network": NETWORKS[cell.network][0]}
        code = http.post("/_sandbox/accounts", json=opened).raise_for_status().json()["code"]
        for plan in cell.plans():
            http.post("/_sandbox/faults", json=plan).raise_for_status()
        how = signal.SIGSTOP if paused else signal.SIGKILL
        first, died = _child(lambda: _begin_and_live(here, path, cell, code, how, naive=naive, sponsor=sponsor))
        second, _ = _child(lambda: _live(here, path, cell, "none", signal.SIGKILL, "two", naive=naive))
        fault = None if os.waitstatus_to_exitcode(second) == 0 else "the second worker broke"
        if paused and died:
            os.kill(first, signal.SIGCONT)
            os.waitpid(first, 0)
        posts = http.get("/_sandbox/posts").json()
    state, bound, commits = _kept(path)
    return Outcome(cell, state, len(posts), [one["id"] for one in posts] == [bound], commits, reached=died, fault=fault)


def _child(work: Callable[[], None]) -> tuple[int, bool]:
    """Run work in a child; return its end (its id, when it was only stopped) and whether a signal ended it."""
    pid = os.fork()
    if pid == 0:
        try:
            work()
        except BaseException:  # noqa: BLE001 - the parent must hear of it
            traceback.print_exc()
            os._exit(1)
        os._exit(0)
    _, status = os.waitpid(pid, os.WUNTRACED)
    if os.WIFSTOPPED(status):
        return pid, True
    return status, os.WIFSIGNALED(status)


def _begin_and_live(
    here: Ground, path: Path, cell: Cell, code: str, how: int, *, naive: bool, sponsor: str | None
) -> None:
    tools = _tools(here, path, cell, cell.point, how, "one", naive=naive)
    network, kind, *_ = NETWORKS[cell.network]
    platform = tools.platform(network, "sandbox")
    grant = platform.exchange(code, "http://127.0.0.1/")
    identity = platform.identity(grant)
    now = here.clock.now()
    with tools.database.begin() as session:
        owner = accounts.first_owner(session, now)
        new = New(name="Mara", handle="mara", mode="lifestyle", persona=Persona(age=29))
        mara = influencers.create(session, owner.id, new, now)
        standing = Standing(wording="Post for me.", agreed_by=owner.id, agreed_at=now)
        fields = {"owner_id": owner.id, "influencer_id": mara.id, "platform": network, "realm": "sandbox"}
        link = Link.model_validate(fields | {"identity": identity, "grant": grant, "standing": standing})
        channel = publishing.channels.connect(session, RING, link, now)
        due_at = now + timedelta(minutes=20)
        booking = Booking(influencer_id=mara.id, scheduled_time=due_at, title="Light")
        video = schedule.book(session, owner.id, booking, now, timedelta(hours=1))[1].id
        publication = publishing.plan(session, video, channel.id, due_at, now)
        publications.prepare(session, publication.id, content(network, kind, here.film_key, sponsor=sponsor), now)
    _go_on(tools, here.clock)


def content(network: str, kind: str, key: str, *, words: str = "Morning light.", sponsor: str | None = None) -> Content:
    """Return what goes out."""
    duties = disclosure.owed(network, cast("Any", kind), sponsored=sponsor is not None)
    caption = disclosure.compose_caption(words, ["light"], duties)
    fields = {"kind": kind, "caption": caption, "media_key": key, "overlay": duties.overlay_lines, "sponsor": sponsor}
    return Content.model_validate(fields | {"approver": "auto"})


def _live(here: Ground, path: Path, cell: Cell, point: str, how: int, name: str, *, naive: bool) -> None:
    _go_on(_tools(here, path, cell, point, how, name, naive=naive), here.clock)


def _tools(here: Ground, path: Path, cell: Cell, point: str, how: int, name: str, *, naive: bool) -> Toolbox:
    settings = Settings(home=here.folder)
    inner = plugins.load("sorcerer.platforms", NETWORKS[cell.network][0])(settings, "sandbox", here.base, here.clock)
    dying = _Dying(inner, point, how, naive=naive)
    tools = Toolbox(
        settings=settings,
        database=Database(f"sqlite:///{path}"),
        clock=here.clock,
        files=local_files(settings),
        keys=RING,
        provider=cast("Any", None),
        platform=lambda *_: cast("Any", dying),
        media_url=lambda *_: None,
        invite=lambda *_: "",
        executor_id=name,
    )
    toolbox.install(tools)
    return tools


def _go_on(tools: Toolbox, clock: SharedClock) -> None:
    """Let time pass and do what is due, as the worker's loop and the engine do, until nothing is left."""
    # A held answer must not take half a minute; what went before was only to get here.
    cast("Any", tools.platform("", ""))._inner._wire._client.timeout = httpx.Timeout(TIMEOUT_S)  # noqa: SLF001 - our own
    end = START + timedelta(hours=8)
    for _ in range(600):
        with tools.database.read() as session:
            moment = publishing.next_due(session)
        if moment is None or moment > end:
            return
        clock.set(max(moment, clock.now()))
        with tools.database.begin() as session:
            offered = publishing.due(session, clock.now())
        for publication in offered:
            _run(tools, publication.id)
    raise RuntimeError("it never came to rest")


def _run(tools: Toolbox, publication_id: str) -> None:
    job: Job | None = None
    try:
        while (taken := _STEPS._claim(publication_id, job)) is not None:  # noqa: SLF001 - the very steps the engine runs
            job, account = taken
            _die_if(tools, "claim:after")
            _STEPS._do(job, account)  # noqa: SLF001 - the same
    except Stale:
        return


def _die_if(tools: Toolbox, here: str) -> None:
    cast("Any", tools.platform("", ""))._die(here)  # noqa: SLF001 - our own stand-in


def receipt_of(here: Ground, cell: Cell) -> dict[str, Any] | None:
    """Play a cell with a sponsored post and return the body of its receipt, or None when it left none."""
    play(here, cell, sponsor="Quiet Tea")
    with sqlite3.connect(here.folder / "cell.sqlite") as database:
        found = database.execute("SELECT body FROM receipt").fetchone()
    database.close()
    return dict(json.loads(found[0])) if found else None


def _kept(path: Path) -> tuple[str, str | None, int]:
    """Return the publication's state, the post it is bound to, and how many calls of no return were written down."""
    with sqlite3.connect(path) as database:
        found = database.execute("SELECT state, remote_post_id FROM publication").fetchone()
        asked = "SELECT count(*) FROM attempt WHERE kind = 'commit' AND state = 'intent'"
        commits = database.execute(asked).fetchone()[0]
    database.close()
    return (found[0], found[1], commits) if found else ("nothing", None, commits)


def shown(outcome: Outcome) -> str:
    """Return one line about a cell."""
    return json.dumps(outcome._asdict() | {"cell": outcome.cell._asdict(), "broken": outcome.broken})
