"""The pages in a real Chromium, opened cold on a phone behind a slow line and on a desk; and what serving them costs.

The limits are what the web's own vital signs call good: the largest thing painted within 2.5 s, a tenth of shift.
"""

import json
import os
import re
import shutil
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import httpx

from benchmarks.report import Measure

_WEB = Path(__file__).parent.parent / "web"
_ROUTES = ("dashboard", "calendar", "influencer", "create", "sponsors", "onboarding")
_ASKED = 400


def run(*, quick: bool) -> Iterable[Measure]:
    """Yield the vital signs of each page, its weight beside the framework's own, and the server's share."""
    rounds = 1 if quick else 5
    with tempfile.TemporaryDirectory() as home, _sorcerer(home) as (base, link, process):
        who = _somebody(base, home)
        yield from _served(base, process.pid)
        seen = _opened({"BASE_URL": base, "SIGN_IN_LINK": link, "WHO": who, "ROUNDS": str(rounds)})
    for device in ("phone", "desk"):
        yield from _signs(seen, device, rounds)


def _signs(seen: list[dict[str, Any]], device: str, rounds: int) -> Iterator[Measure]:
    floor = _median(seen, "floor", device, "script_kb")
    for route in _ROUTES:
        note = f"median of {rounds} openings with nothing in the cache"
        painted = _median(seen, route, device, "lcp")
        yield Measure(f"{route}_{device}_largest_paint", painted / 1000, "s", at_most=2.5, aim=1.8, note=note)
        shifted = _median(seen, route, device, "cls")
        yield Measure(f"{route}_{device}_layout_shift", shifted, "score", at_most=0.1, aim=0.02, note=note)
        blocked = _median(seen, route, device, "blocked")
        yield Measure(f"{route}_{device}_blocked", blocked, "ms", aim=200, note="long tasks beyond 50 ms each")
        if device == "phone":
            weight = _median(seen, route, device, "script_kb")
            lightest = f"a page of the framework alone: {floor:.0f} KiB"
            yield Measure(
                f"{route}_scripts",
                weight,
                "KiB",
                aim=220,
                note="as sent, with what is fetched ahead for the next page",
                peer=lightest,
            )


def _median(seen: list[dict[str, Any]], route: str, device: str, figure: str) -> float:
    return statistics.median(float(one[figure]) for one in seen if one["route"] == route and one["device"] == device)


def _served(base: str, process: int) -> Iterator[Measure]:
    took = []
    with httpx.Client(base_url=base) as asking:
        for _ in range(_ASKED):
            start = time.perf_counter()
            asking.get("/dashboard").raise_for_status()
            took.append((time.perf_counter() - start) * 1000)
    note = f"{_ASKED} times one after the other; the slowest in a hundred: {sorted(took)[int(0.99 * _ASKED)]:.1f} ms"
    yield Measure("page_served", statistics.median(took), "ms", aim=2, note=note)
    status = Path(f"/proc/{process}/status").read_text(encoding="ascii")
    resident = int(next(line.split()[1] for line in status.splitlines() if line.startswith("VmRSS"))) / 1024
    yield Measure(
        "server_resident", resident, "MiB", note="web, API, worker and sandbox in one process, a life planned"
    )


def _opened(given: dict[str, str]) -> list[dict[str, Any]]:
    node = shutil.which("node")
    if node is None:
        raise RuntimeError("Node.js is missing; run `make setup`")
    command = [node, "e2e/measure.mjs"]
    done = subprocess.run(command, cwd=_WEB, env=os.environ | given, stdout=subprocess.PIPE, text=True, check=True)
    return [json.loads(line) for line in done.stdout.splitlines()]


@contextmanager
def _sorcerer(home: str) -> Iterator[tuple[str, str, "subprocess.Popen[str]"]]:
    command = [str(Path(sys.executable).with_name("sorcerer")), "run", "--home", home, "--port", "0"]
    with subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True) as process:
        said = f"{process.stdout.readline()}{process.stdout.readline()}" if process.stdout else ""
        link = re.search(r"(http://[^/\s]+)/sign-in/\S+", said)
        try:
            if link is None:
                raise RuntimeError(f"sorcerer run said no address: {said!r}")
            yield link[1], link[0], process
        finally:
            process.terminate()
            process.wait(60)


def _somebody(base: str, home: str) -> str:
    """Make a persona with thirty days planned, as the wizard does, and return her id."""
    command = [str(Path(sys.executable).with_name("sorcerer")), "token", "--home", home]
    token = subprocess.run(command, stdout=subprocess.PIPE, text=True, check=True).stdout.strip().splitlines()[-1]
    with httpx.Client(base_url=base, headers={"Authorization": f"Bearer {token}"}, timeout=60) as asking:
        surprise = asking.post("/api/surprise", json={"seed": "web"}).raise_for_status().json()
        persona = {name: surprise[name] for name in ("name", "handle", "persona", "look")}
        made = asking.post("/api/sorcerer/init", json=persona)
        return str(made.raise_for_status().json()["influencer"]["id"])
