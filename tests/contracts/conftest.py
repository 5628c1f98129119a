"""A network's pretend side over real sockets, as the contract of platforms asks for it."""

import threading
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import datetime, timedelta
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any

import httpx
import pytest

from sorcerer import ids, plugins, sandbox
from sorcerer.platforms import Account, Platform, Post, Standing
from sorcerer.settings import Settings
from sorcerer.testing import FrozenClock, serve
from sorcerer.testing.samples import film, picture


@dataclass
class Misfortunes:
    """What each network calls the call of no return, and how it lies and refuses."""

    op: str
    lie: str
    refuse: str
    kinds: tuple[str, ...] = ("reel",)


NETWORKS = {
    "instagram": Misfortunes(
        "ig.media_publish", "ig.4.2207051", "ig.9007.2207027", ("reel", "story_image", "story_video")
    ),
    "tiktok": Misfortunes("tt.chunk.last", "tt.put.500", "tt.put.400"),
    "youtube": Misfortunes("yt.videos.update", "yt.backendError", "yt.quotaExceeded"),
}


@dataclass
class SandboxBench:
    platform: Platform
    account: Account
    clock: FrozenClock
    base: str
    film: Path
    image_url: str
    network: Misfortunes

    @property
    def kinds(self) -> tuple[str, ...]:
        return self.network.kinds

    def now(self) -> datetime:
        return self.clock.now()

    def post(self, kind: str = "reel") -> Post:
        media = {"media_url": self.image_url} if kind == "story_image" else {"media_path": self.film}
        caption = "Morning light.\n\nMade with AI." if kind == "reel" else ""
        return Post.model_validate({"kind": kind, "caption": caption, "marker": ids.new(), **media})

    def wait(self) -> None:
        self.clock.advance(timedelta(seconds=5))

    def cut_after_commit(self) -> None:
        self.fault({"drop_after": True})

    def lie_after_commit(self) -> None:
        self.fault({"error_after": self.network.lie})

    def refuse_commit(self) -> None:
        self.fault({"error": self.network.refuse}, times=-1)

    def republish(self, mode: str) -> None:
        httpx.post(f"{self.base}/_sandbox/knobs", json={"republish": mode}).raise_for_status()

    def visible(self) -> list[str]:
        return [post["id"] for post in httpx.get(f"{self.base}/_sandbox/posts").json()]

    def commits(self) -> int:
        faults = httpx.get(f"{self.base}/_sandbox/faults").json()
        return sum(fault["seen"] for fault in faults if fault["op"] == self.network.op)

    def fault(self, action: dict[str, Any], times: int = 1, op: str | None = None) -> None:
        # A plan that strikes only once goes on counting, so what reaches the network is known.
        body = {"op": op or self.network.op, "action": action, "times": times}
        httpx.post(f"{self.base}/_sandbox/faults", json=body).raise_for_status()


class Picture(BaseHTTPRequestHandler):
    """Serves one JPEG, as our own media route does."""

    jpeg = picture()

    def do_GET(self) -> None:
        self.send_response(200)
        self.send_header("Content-Length", str(len(self.jpeg)))
        self.end_headers()
        self.wfile.write(self.jpeg)

    def log_message(self, *_: Any) -> None:
        """Keep the test's output quiet."""


@pytest.fixture(scope="module")
def image_url() -> Iterator[str]:
    server = ThreadingHTTPServer(("127.0.0.1", 0), Picture)
    thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.02}, daemon=True)
    thread.start()
    yield f"http://127.0.0.1:{server.server_port}/story.jpg"
    server.shutdown()
    server.server_close()
    thread.join()


@pytest.fixture(scope="module")
def sample(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return film(tmp_path_factory.mktemp("film") / "reel.mp4")


@contextmanager
def bench_of(network: str, home: Path, sample: Path, image_url: str = "") -> Iterator[SandboxBench]:
    clock = FrozenClock()
    app = sandbox.create(f"sqlite:///{home / 'sandbox.sqlite'}", clock)
    with serve(app) as base:
        code = sandbox.open_account(app.state.world.database, "mara", "Mara", clock.now(), network)
        platform = plugins.load("sorcerer.platforms", network)(Settings(home=home), "sandbox", base, clock)
        grant = platform.exchange(code, "http://127.0.0.1/")
        standing = Standing(wording="Post for me.", agreed_by="u", agreed_at=clock.now())
        account = Account(account_id=platform.identity(grant).account_id, grant=grant, standing=standing)
        yield SandboxBench(platform, account, clock, base, sample, image_url, NETWORKS[network])
        platform.close()


@pytest.fixture
def benches() -> Any:
    return bench_of
