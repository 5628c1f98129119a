"""Install and build what `make run` and `make test` need, and nothing twice. Standard library only.

A stage is skipped while the files it depends on have the same content as when it last ended well:
their hash is kept in `.build/NAME.stamp`, what the stage printed in `.build/NAME.log`.

    python3 scripts/setup.py run     what `make run` needs
    python3 scripts/setup.py         that, a browser for the tests and the tools of `make check`
"""

from __future__ import annotations

import ctypes
import fcntl
import hashlib
import os
import shutil
import subprocess
import sys
import time
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path
from typing import TextIO

ROOT = Path(__file__).resolve().parent.parent
BUILD, VENV, WEB, SITE = ROOT / ".build", ROOT / ".venv", ROOT / "web", ROOT / "src/sorcerer/site"
PYTHON, UV = VENV / "bin/python", VENV / "bin/uv"
LOCK, NODE_LOCK, PROJECT = ROOT / "requirements.lock", ROOT / "scripts/node.lock", ROOT / "pyproject.toml"
QUIET = {"DEBIAN_FRONTEND": "noninteractive", "NEXT_TELEMETRY_DISABLED": "1", "NO_COLOR": "1"}
OLDEST_PYTHON, OLDEST_NODE = (3, 11), 20
BROWSERS = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable")
WEB_ONLY = {"node_modules", ".next", "out", "e2e", "test-results"}  # nothing that the built site is made of


class Missing(Exception):
    """The machine lacks something that this script may not or cannot install."""


def run(*command: str | Path, cwd: Path = ROOT, log: TextIO) -> None:
    """Run a command, its words into the log, with no input to wait for."""
    log.write(f"$ {' '.join(map(str, command))}\n")
    log.flush()
    subprocess.run(command, cwd=cwd, stdin=subprocess.DEVNULL, stdout=log, stderr=log, check=True)


def digest(files: Iterable[Path], *also: object) -> str:
    """Return the hash of the names and contents of files, and of whatever else decides the result."""
    sha = hashlib.sha256(repr(also).encode())
    for path in sorted(files):
        sha.update(f"{path}\0".encode() + hashlib.sha256(path.read_bytes()).digest())
    return sha.hexdigest()


def stage(name: str, key: str, there: Callable[[], bool], make: Callable[[TextIO], None]) -> None:
    """Make something unless it is there and was made from the same things."""
    stamp, log = BUILD / f"{name}.stamp", BUILD / f"{name}.log"
    if there() and stamp.exists() and stamp.read_text() == key:
        return
    print(f"  {name} …", end="", flush=True)
    started = time.monotonic()
    stamp.unlink(missing_ok=True)
    try:
        with log.open("w") as out:
            make(out)
    except (subprocess.CalledProcessError, OSError) as failure:
        print(f" failed: {failure}\n", *log.read_text(errors="replace").splitlines()[-30:], sep="\n")
        raise SystemExit(f"setup stopped at {name!r}; the whole output is in {log.relative_to(ROOT)}") from None
    stamp.write_text(key)
    print(f" {time.monotonic() - started:.1f} s", flush=True)


def debian(*packages: str, log: TextIO) -> None:
    """Install Debian packages when we may, else say the one line to run."""
    if not shutil.which("apt-get"):
        raise Missing(f"Please install what Debian calls {' and '.join(packages)}; this machine has no apt-get.")
    if os.geteuid() != 0:
        raise Missing(f"Please run once:  sudo apt-get install --no-install-recommends {' '.join(packages)}")
    run("apt-get", "update", "-q", log=log)
    run("apt-get", "install", "-qy", "--no-install-recommends", *packages, log=log)


def system_libraries() -> None:
    """The picture library is linked against these two, even where there is no screen."""
    lacking = []
    for package, library in (("libegl1", "libEGL.so.1"), ("libgl1", "libGL.so.1")):
        try:
            ctypes.CDLL(library)
        except OSError:
            lacking.append(package)
    if sys.platform == "linux" and lacking:
        stage("system libraries", "", lambda: False, lambda log: debian(*lacking, log=log))


def python() -> None:
    """Make .venv, put the locked packages into it by hash, then Sorcerer itself, editable."""

    def usable() -> bool:
        return UV.exists() and answers(PYTHON) != ""

    def environment(log: TextIO) -> None:
        if usable():  # made by hand, or by an earlier version of this file
            return
        make = (getattr(sys, "_base_executable", sys.executable), "-m", "venv", "--clear", VENV)
        try:
            run(*make, log=log)
        except subprocess.CalledProcessError:  # Debian's python3 comes without ensurepip
            debian("python3-venv", log=log)
            run(*make, log=log)
        (BUILD / "uv.txt").write_text(locked("uv"))
        run(PYTHON, "-m", "pip", "install", "--no-deps", "--require-hashes", "-r", BUILD / "uv.txt", log=log)

    def packages(log: TextIO) -> None:
        run(UV, "pip", "sync", "--python", PYTHON, "--require-hashes", LOCK, log=log)
        run(UV, "pip", "install", "--python", PYTHON, "--no-deps", "--no-build-isolation", "-e", ".", log=log)

    stage("python environment", str(VENV), usable, environment)
    stage("python packages", digest([LOCK, PROJECT], VENV), (VENV / "bin/sorcerer").exists, packages)


def locked(name: str) -> str:
    """Return the lines of one package from the lock, hashes and all."""
    blocks = LOCK.read_text().replace("\\\n", "\0").splitlines()
    return next(line for line in blocks if line.startswith(f"{name}==")).replace("\0", "\\\n") + "\n"


def node() -> None:
    """Take the machine's Node.js, else the one that comes as a Python package."""
    if node_version() < OLDEST_NODE or not shutil.which("npm"):
        install = (UV, "pip", "install", "--python", PYTHON, "--require-hashes", "-r", NODE_LOCK)
        stage("node", digest([NODE_LOCK]), lambda: False, lambda log: run(*install, log=log))


def node_version() -> int:
    """Return the major version of Node.js, 0 without one."""
    return int((answers("node") or "v0").lstrip("v").split(".")[0])


def answers(program: str | Path) -> str:
    """Return what a program says of its version, nothing when it does not run."""
    try:
        return subprocess.run([program, "--version"], capture_output=True, text=True, check=True).stdout.strip()
    except (OSError, subprocess.CalledProcessError):
        return ""


def npm(folder: Path, name: str) -> None:
    """Install the locked packages of one folder."""
    key = digest([folder / "package-lock.json", folder / "package.json"], node_version())
    there = (folder / "node_modules/.package-lock.json").exists
    stage(name, key, there, lambda log: run("npm", "ci", cwd=folder, log=log))


def web_sources() -> Iterator[Path]:
    """Every file that the built site is made of."""
    for folder, folders, files in os.walk(WEB):
        folders[:] = [name for name in folders if name not in WEB_ONLY and Path(folder) / name != WEB / "tools"]
        yield from (Path(folder) / name for name in files if not name.endswith((".tsbuildinfo", "next-env.d.ts")))


def site() -> None:
    """Build the pages and lay them where the package looks for them."""

    def build(log: TextIO) -> None:
        run("npm", "run", "build", cwd=WEB, log=log)
        fresh = SITE.with_name("site.new")
        for old in (fresh, SITE):
            shutil.rmtree(old, ignore_errors=True)
        shutil.copytree(WEB / "out", fresh)
        fresh.rename(SITE)

    npm(WEB, "web packages")
    stage("web site", digest(web_sources()), (SITE / "index.html").exists, build)


def browser() -> None:
    """Find a browser for the tests: the machine's, else Debian's, else Playwright's own."""

    def get(log: TextIO) -> None:
        try:
            debian("chromium", log=log)
        except Missing as missing:
            log.write(f"{missing}\n")
            run("npx", "playwright-core", "install", "chromium", cwd=WEB, log=log)

    playwrights = (Path.home() / ".cache/ms-playwright").glob("chromium*")
    if not any(map(shutil.which, BROWSERS)) and not any(playwrights):
        stage("browser", "", lambda: False, get)


def main(goal: str) -> None:
    """Do the stages of a goal, one setup at a time in this checkout."""
    os.environ.update(QUIET, PATH=f"{VENV / 'bin'}:{os.environ['PATH']}")
    BUILD.mkdir(exist_ok=True)
    with (BUILD / "lock").open("w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        for step in (system_libraries, python, node, site):
            step()
        if goal != "run":
            browser()
            npm(WEB / "tools/openapi", "client generator")


if __name__ == "__main__":
    if sys.version_info < OLDEST_PYTHON:
        sys.exit(f"Sorcerer needs Python 3.11 or newer, not {sys.version.split()[0]}. Try `make PYTHON=python3.12`.")
    try:
        main(sys.argv[1] if len(sys.argv) > 1 else "all")
    except Missing as missing:
        sys.exit(f"\n{missing}")
