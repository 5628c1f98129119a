"""Children are run for real: each test starts a fresh interpreter."""

import os
import signal
import subprocess
import sys
import threading
import time
from pathlib import Path
from typing import Any

import psutil
import pytest

from sorcerer import children
from sorcerer.errors import Unavailable

DEEDS = """
import os, subprocess, sys, time
from sorcerer import children

born = time.monotonic()
def age(payload): return {"pid": os.getpid(), "age": time.monotonic() - born}
def double(payload): return {"twice": payload["number"] * 2, "pid": os.getpid()}
def shout(payload): print("this is not an answer"); os.write(1, b"nor is this\\n"); return "still fine"
def fail(payload): raise ValueError("no such colour: mauve")
def die(payload): sys.stderr.write("about to fall\\n"); sys.stderr.flush(); os.kill(os.getpid(), 11)
def leave(payload): os._exit(3)
def hang(payload):
    if "pid" in payload: open(payload["pid"], "w").write(str(os.getpid()))
    while True: time.sleep(1)
def grow(payload):
    kept = []
    while True: kept.append(bytearray(16 << 20))
def gulp(payload): return len(bytearray(200 << 30))
def count(payload):
    for number in range(3): children.report(done=number)
    return "counted"
def environment(payload): return sorted(os.environ)
def leave_one_behind(payload):
    deed = f"import time; time.sleep(3); open({payload['note']!r}, 'w').close()"
    return subprocess.Popen([sys.executable, "-c", deed]).pid
def unspeakable(payload): return {1, 2}
"""


@pytest.fixture(autouse=True)
def deeds(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "deeds.py").write_text(DEEDS)
    monkeypatch.syspath_prepend(str(tmp_path))


def failure(target: str, payload: dict[str, Any] | None = None, **limits: Any) -> children.ChildFailed:
    with pytest.raises(children.ChildFailed) as caught:
        children.call(f"deeds:{target}", payload or {}, **limits)
    return caught.value


def gone(pid: int) -> bool:
    try:
        psutil.Process(pid).wait(5)
    except psutil.NoSuchProcess:
        return True
    except psutil.TimeoutExpired:  # a zombie is gone too: whoever inherited it buries it when it likes
        return psutil.Process(pid).status() == psutil.STATUS_ZOMBIE
    return True


def test_a_child_answers_from_another_process() -> None:
    answer = children.call("deeds:double", {"number": 21})
    assert answer["twice"] == 42
    assert answer["pid"] != os.getpid()


def test_what_a_child_started_ends_with_it(tmp_path: Path) -> None:
    note = tmp_path / "note"
    grandchild = children.call("deeds:leave_one_behind", {"note": str(note)})

    assert gone(grandchild)
    assert not note.exists()  # it did not come to its end


def test_what_a_library_prints_is_not_taken_for_an_answer() -> None:
    assert children.call("deeds:shout", {}) == "still fine"


def test_an_exception_is_told_with_its_words_and_its_traceback() -> None:
    failed = failure("fail")
    assert failed.reason == "raised"
    assert failed.message == "deeds:fail failed: ValueError: no such colour: mauve"
    assert failed.tail.splitlines()[-1] == "ValueError: no such colour: mauve"
    assert isinstance(failed, Unavailable)


def test_a_result_that_json_cannot_hold_is_a_failure_that_says_so() -> None:
    assert failure("unspeakable").reason == "raised"


def test_a_child_that_crashes_is_told_with_its_signal_and_its_last_words() -> None:
    failed = failure("die")
    assert failed.reason == "died"
    assert failed.message == "deeds:die died by signal 11 before it answered; its last words: about to fall"


def test_a_child_that_leaves_without_an_answer_is_a_failure() -> None:
    failed = failure("leave")
    assert (failed.reason, failed.message) == ("died", "deeds:leave died with exit code 3 before it answered.")


def test_a_child_that_hangs_is_stopped_at_its_time_and_is_gone(tmp_path: Path) -> None:
    note = tmp_path / "pid"
    failed = failure("hang", {"pid": str(note)}, seconds=1.5)
    assert failed.reason == "time"
    assert failed.message == "deeds:hang took longer than 1.5 s and was stopped."
    assert not psutil.pid_exists(int(note.read_text()))


def test_a_child_that_grows_is_stopped_at_its_memory() -> None:
    assert failure("grow", megabytes=200).reason == "memory"


def test_a_child_that_asks_for_far_too_much_at_once_is_refused_it() -> None:
    assert failure("gulp", megabytes=200).reason == "memory"


def test_a_cancelled_child_is_stopped() -> None:
    asked = iter([False, False, True])
    failed = failure("hang", cancelled=lambda: next(asked))
    assert failed.reason == "cancelled"


def test_progress_arrives_in_order_before_the_result() -> None:
    heard: list[dict[str, Any]] = []
    assert children.call("deeds:count", {}, progress=heard.append) == "counted"
    assert heard == [{"done": 0}, {"done": 1}, {"done": 2}]


def test_a_report_outside_of_a_child_does_nothing() -> None:
    children.report(done=1)


def test_a_child_inherits_no_secret_of_ours(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SORCERER_KEY_RING", "secret")
    inherited = set(children.call("deeds:environment", {}))
    ours = {"LANG", "OPENBLAS_NUM_THREADS", "PYDANTIC_DISABLE_PLUGINS", "PYTHONHASHSEED", "PYTHONPATH"}
    assert {name for name in inherited - {"LC_CTYPE"} if not name.startswith("MALLOC_")} == ours


def test_a_child_whose_parent_was_killed_leaves_too(tmp_path: Path) -> None:
    note = tmp_path / "pid"
    code = f"from sorcerer import children; children.call('deeds:hang', {{'pid': {str(note)!r}}})"
    paths = os.pathsep.join(sys.path)
    parent = subprocess.Popen([sys.executable, "-c", code], env={"PYTHONPATH": paths})
    while not note.exists() or not note.read_text():
        assert parent.poll() is None
        threading.Event().wait(0.02)
    orphan = psutil.Process(int(note.read_text()))
    parent.send_signal(signal.SIGKILL)
    parent.wait()
    assert orphan.wait(timeout=30) in {None, 1}


def waiting() -> list[psutil.Process]:
    return [child for child in psutil.Process().children() if "serve()" in " ".join(child.cmdline())]


def the_one_that_waits() -> psutil.Process:
    for _ in range(100):  # its command line is there a moment after it is
        if found := waiting():
            (one,) = found
            return one
        time.sleep(0.05)
    raise AssertionError("nobody waits")


def test_a_child_that_was_expected_has_imported_its_work_before_it_is_called() -> None:
    children.expect("deeds")
    expected = the_one_that_waits()
    time.sleep(1)
    first, second = children.call("deeds:age", {}), children.call("deeds:age", {})
    assert (first["pid"], first["age"] > 0.3) == (expected.pid, True)
    assert (second["pid"] != expected.pid, second["age"] < 0.3) == (True, True)
    assert waiting() == []


def test_a_child_is_expected_once_and_by_its_own_module_only() -> None:
    children.expect("deeds")
    children.expect("deeds")
    expected = the_one_that_waits()
    assert children.call("json:dumps", {}) == "{}"
    assert children.call("deeds:double", {"number": 1})["pid"] == expected.pid


def test_an_expected_child_that_died_meanwhile_is_replaced() -> None:
    children.expect("deeds")
    expected = the_one_that_waits()
    expected.kill()
    expected.wait(5)
    assert children.call("deeds:double", {"number": 21})["twice"] == 42
    assert waiting() == []


def test_an_expected_child_that_waited_too_long_leaves_by_itself(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(children, "_START", "from sorcerer import children as c; c._PATIENCE_SECONDS = 1; c.serve()")
    children.expect("deeds")
    expected = the_one_that_waits()
    assert gone(expected.pid)
    assert children.call("deeds:double", {"number": 21})["twice"] == 42


def test_what_cannot_be_imported_is_told_when_it_is_called() -> None:
    children.expect("deeds_nobody_wrote")
    with pytest.raises(children.ChildFailed, match="No module named 'deeds_nobody_wrote'"):
        children.call("deeds_nobody_wrote:anything", {})


def test_an_expected_child_leaves_with_its_parent() -> None:
    code = """
from sorcerer import children
children.expect('json')
print(children._waiting['json'].process.pid, flush=True)
"""
    for end in ("", "import os; os._exit(0)"):
        told = subprocess.run([sys.executable, "-c", code + end], capture_output=True, text=True, check=True).stdout
        assert gone(int(told))
