"""Serves an ASGI app on a free loopback port by a real server in a thread, so that tests speak real HTTP."""

import socket
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import Any

import uvicorn

_START_S = 20.0
_STEP_S = 0.01


@contextmanager
def serve(app: Callable[..., Any]) -> Iterator[str]:
    """Yield the address the app answers under; the server is gone when the block ends."""
    listener = socket.create_server(("127.0.0.1", 0))
    config = uvicorn.Config(app, log_level="critical", lifespan="on", timeout_graceful_shutdown=1)
    server = uvicorn.Server(config)
    thread = threading.Thread(target=server.run, kwargs={"sockets": [listener]}, daemon=True)
    thread.start()
    try:
        _wait(server, thread)
        yield f"http://127.0.0.1:{listener.getsockname()[1]}"
    finally:
        server.should_exit = True
        thread.join(_START_S)
        listener.close()


def _wait(server: uvicorn.Server, thread: threading.Thread) -> None:
    tick = threading.Event()
    for _ in range(int(_START_S / _STEP_S)):
        if server.started:
            return
        if not thread.is_alive():
            break
        tick.wait(_STEP_S)
    raise RuntimeError("the test server did not start")
