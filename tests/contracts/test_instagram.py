"""The Instagram connector against the sandbox, over real sockets."""

import threading
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any

import httpx
import pytest

from sorcerer import ids, sandbox
from sorcerer.platforms import Account, Platform, Post
from sorcerer.platforms.instagram import connector
from sorcerer.settings import Settings
from sorcerer.testing import FrozenClock, PlatformContract, serve
from sorcerer.testing.samples import film, picture


@dataclass
class SandboxBench:
    platform: Platform
    account: Account
    clock: FrozenClock
    base: str
    film: Path
    image_url: str
    kinds: dict[str, Any] = field(default_factory=dict)

    def now(self) -> datetime:
        return self.clock.now()

    def post(self, kind: str = "reel") -> Post:
        media = {"media_url": self.image_url} if kind == "story_image" else {"media_path": self.film}
        caption = "Morning light.\n\nMade with AI." if kind == "reel" else ""
        return Post.model_validate({"kind": kind, "caption": caption, "marker": ids.new(), **media})

    def wait(self) -> None:
        self.clock.advance(timedelta(seconds=5))

    def cut_after_commit(self) -> None:
        self._fault({"drop_after": True})

    def lie_after_commit(self) -> None:
        self._fault({"error_after": "ig.4.2207051"})

    def refuse_commit(self) -> None:
        self._fault({"error": "ig.9007.2207027"}, times=-1)

    def republish(self, mode: str) -> None:
        httpx.post(f"{self.base}/_sandbox/knobs", json={"republish": mode}).raise_for_status()

    def visible(self) -> list[str]:
        return [post["id"] for post in httpx.get(f"{self.base}/_sandbox/posts").json()]

    def commits(self) -> int:
        faults = httpx.get(f"{self.base}/_sandbox/faults").json()
        return sum(fault["seen"] for fault in faults if fault["op"] == "ig.media_publish")

    def _fault(self, action: dict[str, Any], times: int = 1) -> None:
        # A plan that strikes only once goes on counting, so what reaches the network is known.
        body = {"op": "ig.media_publish", "action": action, "times": times}
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


class TestInstagram(PlatformContract):
    @pytest.fixture
    def bench(self, tmp_path: Path, image_url: str, sample: Path) -> Iterator[SandboxBench]:
        clock = FrozenClock()
        app = sandbox.create(f"sqlite:///{tmp_path / 'sandbox.sqlite'}", clock)
        with serve(app) as base:
            code = sandbox.open_account(app.state.world.database, "mara", "Mara", clock.now())
            platform = connector(Settings(home=tmp_path), "sandbox", base, clock)
            grant = platform.exchange(code, "http://127.0.0.1/")
            account = Account(account_id=platform.identity(grant).account_id, grant=grant)
            yield SandboxBench(platform, account, clock, base, sample, image_url)
            platform.close()
