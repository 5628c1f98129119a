"""What a broken connection proves, over real sockets."""

import socket
import threading
from collections.abc import Iterator
from contextlib import contextmanager

import pytest

from sorcerer.platforms import PlatformError
from sorcerer.platforms.instagram.addresses import addresses
from sorcerer.platforms.instagram.wire import Wire
from sorcerer.platforms.wire import trusted

SHORT = b"HTTP/1.1 200 OK\r\nContent-Length: 64\r\nContent-Type: application/json\r\n\r\n{"
MOVED = b"HTTP/1.1 302 Found\r\nLocation: http://127.0.0.1:1/\r\nContent-Length: 0\r\n\r\n"
ODD = b"HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\nok"
LYING = b'HTTP/1.1 200 OK\r\nContent-Length: 22\r\n\r\n{"error": {"code": 10}}'


@contextmanager
def network(says: bytes) -> Iterator[str]:
    """A network that reads a request, says something, and hangs up."""
    listener = socket.create_server(("127.0.0.1", 0))

    def answer() -> None:
        connection, _ = listener.accept()
        with connection:
            connection.recv(65536)
            connection.sendall(says)

    thread = threading.Thread(target=answer, daemon=True)
    thread.start()
    yield f"http://127.0.0.1:{listener.getsockname()[1]}/"
    thread.join(5)
    listener.close()


@pytest.fixture
def wire() -> Iterator[Wire]:
    opened = Wire(local=True)
    yield opened
    opened.close()


@pytest.mark.parametrize("says", [b"", SHORT, MOVED, ODD, LYING], ids=["cut", "half", "moved", "odd", "lying"])
def test_what_may_have_been_done_is_unknown(wire: Wire, says: bytes) -> None:
    with network(says) as url, pytest.raises(PlatformError) as failure:
        wire.post(url, {"creation_id": "1"}, "EAAStoken123")
    assert failure.value.outcome == "unknown"


def test_what_never_left_was_not_sent(wire: Wire) -> None:
    with socket.create_server(("127.0.0.1", 0)) as listener:
        closed = listener.getsockname()[1]
    with pytest.raises(PlatformError) as failure:
        wire.post(f"http://127.0.0.1:{closed}/", {}, "EAAStoken123")
    assert (failure.value.outcome, failure.value.code) == ("not_sent", "transport.ConnectError")


@pytest.mark.parametrize("url", ["ftp://127.0.0.1/x", "http://[::"])
def test_an_address_that_is_none_was_not_sent(wire: Wire, url: str) -> None:
    with pytest.raises(PlatformError) as failure:
        wire.get(url, {})
    assert failure.value.outcome == "not_sent"


@pytest.mark.parametrize(
    "url",
    [
        "http://169.254.169.254/rupload/x",
        "https://127.0.0.1:8000/sandbox/rupload/x",
        "http://127.0.0.1:8001/sandbox/rupload/x",
        "http://127.0.0.1:8000/sandbox/fb/x",
        "http://127.0.0.1:8000/sandbox/rupload/../fb/x",
        "http://127.0.0.1:8000@evil.example/sandbox/rupload/x",
        "file:///etc/passwd",
        "",
    ],
)
def test_an_upload_address_elsewhere_is_not_followed(url: str) -> None:
    at = addresses("v25.0", "http://127.0.0.1:8000/sandbox")
    with pytest.raises(PlatformError) as failure:
        trusted(url, at.upload, "Instagram")
    assert failure.value.code == "foreign_host"


def test_the_upload_host_s_own_addresses_are_followed() -> None:
    url = "https://rupload.facebook.com/ig-api-upload/v25.0/17"
    assert trusted(url, addresses("v25.0", None).upload, "Instagram") == url
