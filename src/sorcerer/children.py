"""The one home of child processes: run one of our functions in a fresh interpreter, with a clock and a ceiling.

What may crash, hang or eat the machine (drawing, encoding, a C library of somebody else's) runs here. The child
reads one request from its standard input and answers in JSON lines; everything a library prints goes to stderr,
of which the tail is kept.
"""

import atexit
import importlib
import json
import math
import os
import queue
import resource
import signal
import subprocess  # noqa: TID251 - this module is the home of child processes
import sys
import threading
import time
from collections import deque
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from typing import IO, Any, NamedTuple, NoReturn, cast

import psutil

from sorcerer.errors import Unavailable

_START = "from sorcerer.children import serve; serve()"
_TICK_SECONDS = 0.05
_TAIL_LINES = 20
_MIB = 1 << 20
_ADDRESS_SLACK_MIB = 6144  # libraries reserve far more addresses than they ever touch
_MALLOC = {  # a child makes and drops large pictures all the time: keep their pages, and all in one heap
    "MALLOC_ARENA_MAX": "1",
    "MALLOC_MMAP_THRESHOLD_": str(32 << 20),
    "MALLOC_TRIM_THRESHOLD_": str(128 << 20),
}
_PATIENCE_SECONDS = 60  # that a child waits for its work
_answers: IO[str] | None = None
_waiting: dict[str, "_Waiting"] = {}
_waiting_lock = threading.Lock()

Progress = Callable[[dict[str, Any]], None]


class ChildFailed(Unavailable):
    """A child process gave no result.

    Args:
        reason: "raised", "died", "time", "memory" or "cancelled".
        tail: the last lines the child wrote to stderr.
    """

    def __init__(self, message: str, *, reason: str, tail: str = "", fix: str | None = None) -> None:
        super().__init__(message, fix=fix)
        self.reason = reason
        self.tail = tail


def call(
    target: str,
    payload: dict[str, Any],
    *,
    seconds: float = 120.0,
    megabytes: int = 1500,
    progress: Progress | None = None,
    cancelled: Callable[[], bool] | None = None,
) -> Any:  # noqa: ANN401 - each target answers its own JSON
    """Run "module:function" with a JSON payload in a child process and return its JSON result.

    Args:
        target: the function; it takes the payload and returns what JSON can hold.
        payload: its only argument.
        seconds: wall time after which the child is killed.
        megabytes: resident memory, in MiB, above which it is killed.
        progress: called in this thread with every value the child hands to `report`.
        cancelled: asked some twenty times a second; True kills the child.

    Raises:
        ChildFailed: it raised, died, overran its time or memory, or was cancelled.
    """
    limits = {"cpu_seconds": math.ceil(seconds) * max(2, os.cpu_count() or 2), "megabytes": megabytes}
    request = json.dumps({"target": target, "payload": payload, **limits})
    with _child(target.partition(":")[0]) as process:
        lines: queue.SimpleQueue[str | None] = queue.SimpleQueue()
        tail: deque[str] = deque(maxlen=_TAIL_LINES)
        pumps = [
            threading.Thread(target=_send, args=(process.stdin, request), daemon=True),
            threading.Thread(target=_listen, args=(process.stdout, lines), daemon=True),
            threading.Thread(target=_keep_tail, args=(process.stderr, tail), daemon=True),
        ]
        for pump in pumps:
            pump.start()
        watch = _Watch(process.pid, target, time.monotonic() + seconds, seconds, megabytes, cancelled)
        try:
            return _answer(lines, watch, progress)
        except ChildFailed as failure:
            _end(process)
            pumps[2].join(1)
            failure.tail = "\n".join(tail)
            if failure.reason == "died":
                failure.message = _epitaph(target, process.wait(), failure.tail)
                failure.args = (failure.message,)
            raise
        finally:
            _end(process)
            for pump in pumps:
                pump.join(1)  # before the pipes are closed: a reader must not meet a closed file


def expect(module: str) -> None:
    """Start a child that imports a module and waits for the next call of a function in it.

    What is called soon begins sooner. If nothing is called within a minute the child leaves; a call without one
    starts its own.
    """
    with _waiting_lock:
        if _expected(module) is None:
            process = _started()
            _send(process.stdin, json.dumps({"expect": module}))
            _waiting[module] = _Waiting(process, _path(), time.monotonic())


def report(**facts: Any) -> None:  # noqa: ANN401 - whatever JSON can hold
    """Tell the parent how far a child has come; outside of a child this does nothing."""
    if _answers is not None:
        _answers.write(json.dumps({"progress": facts}) + "\n")
        _answers.flush()


def serve() -> None:
    """Be the child: read one request, run it, answer, and leave at once when the parent is gone."""
    global _answers  # noqa: PLW0603 - one process, one line home
    _answers = os.fdopen(os.dup(1), "w", encoding="utf-8")
    os.dup2(2, 1)
    request = _request()
    threading.Thread(target=_leave_with_parent, daemon=True).start()
    _cap(request["cpu_seconds"], request["megabytes"])
    try:
        module, _, name = request["target"].partition(":")
        answer = {"result": getattr(importlib.import_module(module), name)(request["payload"])}
        line = json.dumps(answer)
    except Exception as error:  # noqa: BLE001 - whatever it is, the parent must hear it
        sys.excepthook(type(error), error, error.__traceback__)
        line = json.dumps({"error": f"{type(error).__name__}: {error}", "memory": isinstance(error, MemoryError)})
    _answers.write(line + "\n")
    _answers.flush()
    os._exit(0)  # threads of C libraries are not worth waiting for


def _request() -> Any:  # noqa: ANN401 - JSON
    """Return the request; before it may come the word of what to import meanwhile."""
    first = json.loads(sys.stdin.readline())
    if "expect" not in first:
        return first
    signal.alarm(_PATIENCE_SECONDS)
    with suppress(Exception):  # the request will meet it again, and then somebody hears of it
        importlib.import_module(first["expect"])
    line = sys.stdin.readline()
    signal.alarm(0)
    if not line:
        os._exit(0)
    return json.loads(line)


class _Waiting(NamedTuple):
    """A child that waits for its work: what it can import, and since when."""

    process: "subprocess.Popen[str]"
    path: str
    since: float

    @property
    def ready(self) -> bool:
        """Tell whether it still waits, and will while it is handed its work."""
        young = time.monotonic() - self.since < _PATIENCE_SECONDS / 2
        return young and self.path == _path() and self.process.poll() is None


def _expected(module: str) -> "_Waiting | None":
    """Return the child that waits for a module, and end those that waited too long; the lock is held."""
    for name, waiting in list(_waiting.items()):
        if not waiting.ready:
            _dismissed(_waiting.pop(name).process)
    return _waiting.get(module)


def _dismissed(process: "subprocess.Popen[str]") -> None:
    _end(process)
    for pipe in (process.stdin, process.stdout, process.stderr):
        _close(pipe)


@atexit.register
def _dismiss_all() -> None:
    with _waiting_lock:
        while _waiting:
            _dismissed(_waiting.popitem()[1].process)


class _Watch:
    """Decide whether a running child may go on."""

    def __init__(
        self,
        pid: int,
        target: str,
        deadline: float,
        seconds: float,
        megabytes: int,
        cancelled: Callable[[], bool] | None,
    ) -> None:
        self.target, self.deadline, self.seconds, self.megabytes = target, deadline, seconds, megabytes
        self.cancelled = cancelled
        self.process = psutil.Process(pid)

    def check(self) -> None:
        """Raise when the child was cancelled, is late or is too large."""
        if self.cancelled is not None and self.cancelled():
            raise ChildFailed(f"{self.target} was cancelled.", reason="cancelled")
        if time.monotonic() > self.deadline:
            raise ChildFailed(f"{self.target} took longer than {self.seconds:g} s and was stopped.", reason="time")
        try:
            used = self.process.memory_info().rss // _MIB
        except psutil.Error:
            return
        if used > self.megabytes:
            self.too_large(f"used {used} MiB")

    def too_large(self, what: str) -> NoReturn:
        """Raise that the child wanted more memory than it may have."""
        raise ChildFailed(
            f"{self.target} {what}; {self.megabytes} MiB are allowed, so it was stopped.", reason="memory"
        )


@contextmanager
def _child(module: str) -> Iterator["subprocess.Popen[str]"]:
    """Give the child that waits for a module, or a new one, and end it afterwards."""
    with _waiting_lock:
        waiting = _expected(module)
        if waiting is not None:
            del _waiting[module]
    process = _started() if waiting is None else waiting.process
    try:
        yield process
    finally:
        _dismissed(process)


def _path() -> str:
    return os.pathsep.join(part for part in sys.path if part)


def _started() -> "subprocess.Popen[str]":
    environment = {
        "PYTHONPATH": _path(),
        "PYTHONHASHSEED": "0",
        "LANG": "C.UTF-8",
        "PYDANTIC_DISABLE_PLUGINS": "1",  # looking for them among all packages takes longer than some pictures
        "OPENBLAS_NUM_THREADS": "1",  # numpy starts its threads when it is imported, and we multiply no matrices
        **_MALLOC,
    }
    return subprocess.Popen(  # noqa: S603 - our own interpreter with our own line
        [sys.executable, "-c", _START],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        env=environment,
        text=True,
        encoding="utf-8",
        errors="replace",
        start_new_session=True,
    )


def _close(pipe: IO[str] | None) -> None:
    try:
        cast("IO[str]", pipe).close()
    except (BrokenPipeError, ValueError):
        return


def _end(process: "subprocess.Popen[str]") -> None:
    if process.returncode is None:  # not reaped yet, so the number of its group is still its own
        with suppress(ProcessLookupError):
            os.killpg(process.pid, signal.SIGKILL)  # with whatever it started: that would hold the pipes open
        process.wait()


def _answer(lines: "queue.SimpleQueue[str | None]", watch: _Watch, progress: Progress | None) -> Any:  # noqa: ANN401 - JSON
    while True:
        watch.check()
        try:
            line = lines.get(timeout=_TICK_SECONDS)
        except queue.Empty:
            continue
        if line is None:
            raise ChildFailed(f"{watch.target} died without an answer.", reason="died")
        message = json.loads(line)
        if "progress" in message:
            if progress is not None:
                progress(message["progress"])
        elif "error" not in message:
            return message["result"]
        elif message["memory"]:
            watch.too_large("asked for more memory")
        else:
            raise ChildFailed(f"{watch.target} failed: {message['error']}", reason="raised")


def _epitaph(target: str, code: int, tail: str) -> str:
    how = f"by signal {-code}" if code < 0 else f"with exit code {code}"
    last = tail.strip().rpartition("\n")[2]
    return f"{target} died {how} before it answered" + (f"; its last words: {last}" if last else ".")


def _send(pipe: IO[str] | None, request: str) -> None:
    try:
        stream = cast("IO[str]", pipe)
        stream.write(request + "\n")
        stream.flush()  # left open: its end tells the child that we are gone
    except (BrokenPipeError, ValueError):
        return


def _listen(pipe: IO[str] | None, lines: "queue.SimpleQueue[str | None]") -> None:
    with suppress(ValueError):  # closed beneath us: a grandchild kept it open longer than we wait
        for line in cast("IO[str]", pipe):
            lines.put(line)
    lines.put(None)


def _keep_tail(pipe: IO[str] | None, tail: "deque[str]") -> None:
    with suppress(ValueError):
        tail.extend(line.rstrip("\n") for line in cast("IO[str]", pipe))


def _leave_with_parent() -> None:
    sys.stdin.read()
    os._exit(1)


def _cap(cpu_seconds: int, megabytes: int) -> None:
    resource.setrlimit(resource.RLIMIT_CPU, (cpu_seconds, cpu_seconds + 1))
    space = (megabytes + _ADDRESS_SLACK_MIB) * _MIB
    resource.setrlimit(resource.RLIMIT_AS, (space, space))
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
