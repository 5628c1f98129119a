"""A pretend network behind a real server, and a plain client of it."""

import threading
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import timedelta
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any

import httpx
import pytest

from sorcerer import sandbox
from sorcerer.testing import FrozenClock, serve
from sorcerer.testing.samples import film, picture

V = "v25.0"
SECRETS = {"client_id": "sandbox-client", "client_secret": "sandbox-secret"}


@dataclass
class Network:
    """Speaks to the network as an app does."""

    http: httpx.Client
    base: str
    clock: FrozenClock
    url: str
    film: bytes
    user: str = ""
    token: str = ""

    def sign_in(self, handle: str = "mara", name: str = "Mara") -> None:
        opened = self.http.post(f"{self.base}/_sandbox/accounts", json={"handle": handle, "name": name}).json()
        form = SECRETS | {"code": opened["code"]}
        short = self.grant(**form).json()["access_token"]
        longer = self.grant(**SECRETS, grant_type="fb_exchange_token", fb_exchange_token=short)
        self.user, self.token = opened["id"], longer.json()["access_token"]

    def grant(self, **form: str) -> httpx.Response:
        return self.http.post(f"{self.base}/fb/{V}/oauth/access_token", data=form)

    def get(self, path: str, **params: Any) -> httpx.Response:
        return self.http.get(f"{self.base}/fb/{V}/{path}", params=params, headers=self.headers)

    def post(self, path: str, **form: Any) -> httpx.Response:
        return self.http.post(f"{self.base}/fb/{V}/{path}", data=form, headers=self.headers)

    def upload(self, container: str, data: bytes, offset: int = 0, size: int | None = None) -> httpx.Response:
        headers = {"Authorization": f"OAuth {self.token}", "offset": str(offset), "file_size": str(size or len(data))}
        return self.http.post(f"{self.base}/rupload/ig-api-upload/{V}/{container}", content=data, headers=headers)

    def container(self, **form: Any) -> str:
        whole = {"media_type": "REELS", "upload_type": "resumable", "is_ai_generated": "true"} | form
        return str(self.post(f"{self.user}/media", **whole).json()["id"])

    def finished(self, **form: Any) -> str:
        made = self.container(**form)
        assert self.upload(made, self.film).status_code == 200
        self.clock.advance(timedelta(seconds=1))
        return made

    def publish(self, container: str) -> httpx.Response:
        return self.post(f"{self.user}/media_publish", creation_id=container)

    def status(self, container: str) -> str:
        return str(self.get(container, fields="status_code").json()["status_code"])

    def fault(self, op: str, action: dict[str, Any], **more: Any) -> httpx.Response:
        return self.http.post(f"{self.base}/_sandbox/faults", json={"op": op, "action": action} | more)

    def knobs(self, **changes: Any) -> httpx.Response:
        return self.http.post(f"{self.base}/_sandbox/knobs", json=changes)

    def posts(self) -> list[dict[str, Any]]:
        posts: list[dict[str, Any]] = self.http.get(f"{self.base}/_sandbox/posts").json()
        return posts

    @property
    def headers(self) -> dict[str, str]:
        return {"Authorization": f"Bearer {self.token}"}


@pytest.fixture(scope="session")
def sample(tmp_path_factory: pytest.TempPathFactory) -> bytes:
    return film(tmp_path_factory.mktemp("film") / "reel.mp4").read_bytes()


@pytest.fixture(scope="session")
def served(tmp_path_factory: pytest.TempPathFactory) -> Iterator[tuple[str, str, FrozenClock]]:
    """One server for all tests; each begins in an empty world."""
    clock = FrozenClock()
    url = f"sqlite:///{tmp_path_factory.mktemp('sandbox') / 'sandbox.sqlite'}"
    with serve(sandbox.create(url, clock)) as base:
        yield base, url, clock


@pytest.fixture
def network(served: tuple[str, str, FrozenClock], sample: bytes) -> Iterator[Network]:
    base, url, clock = served
    clock.advance(FrozenClock().now() - clock.now())
    with httpx.Client() as http:
        assert http.post(f"{base}/_sandbox/reset").status_code == 200
        network = Network(http, base, clock, url, sample)
        network.sign_in()
        yield network


class Shelf(BaseHTTPRequestHandler):
    """Serves a JPEG, something that is none, something too big, and nothing."""

    def do_GET(self) -> None:
        bodies = {"/story.jpg": picture(), "/text.jpg": b"words", "/big.jpg": picture() + b"\x00" * (9 << 20)}
        body = bodies.get(self.path)
        self.send_response(200 if body else 404)
        self.end_headers()
        try:
            self.wfile.write(body or b"")
        except ConnectionError:
            return

    def log_message(self, *_: Any) -> None:
        """Keep the test's output quiet."""


@pytest.fixture(scope="session")
def shelf() -> Iterator[str]:
    server = ThreadingHTTPServer(("127.0.0.1", 0), Shelf)
    thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.02}, daemon=True)
    thread.start()
    yield f"http://127.0.0.1:{server.server_port}"
    server.shutdown()
    server.server_close()
    thread.join()
