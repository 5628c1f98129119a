"""Prove that this home works, and say how to mend what does not."""

import shutil
from collections.abc import Callable
from dataclasses import asdict, dataclass
from typing import TypeVar

import typer

from sorcerer import app, children, workflows
from sorcerer.app import House
from sorcerer.cli import options
from sorcerer.platforms import Grant, PlatformError
from sorcerer.settings import Settings

T = TypeVar("T")

_ENOUGH_BYTES = 2_000_000_000
_STALE_S = 15.0
_APART_S = 2.0
_MOST_WORDS = 300


@dataclass(frozen=True)
class Finding:
    """One thing that was looked at."""

    name: str
    ok: bool
    detail: str
    fix: str = ""


def doctor(home: options.Home = None, *, as_json: options.AsJson = False) -> None:
    """Look at clock, database, worker, disk, files, encoder, sandbox and keys, and say how to mend each."""
    findings = _findings(options.settings(home))
    lines = [
        f"{'ok  ' if found.ok else 'MEND'} {found.name}: {found.detail} {found.fix}".rstrip() for found in findings
    ]
    document = {"ok": all(found.ok for found in findings), "findings": [asdict(found) for found in findings]}
    options.answer(document, "\n".join(lines), as_json=as_json)
    if not document["ok"]:
        raise typer.Exit(1)


def _findings(settings: Settings) -> list[Finding]:
    """Look at everything; of a home that cannot be opened, at what needs none."""
    try:
        house = app.open_house(settings)
    except Exception as trouble:  # noqa: BLE001 - whatever keeps a home from opening is what is to be told
        name = _OF_SETTING.get(getattr(trouble, "field", None) or "", "home")
        return [_ill(name, trouble), *(_look(name, check, settings) for name, check in _ALONE.items())]
    found = {name: _look(name, check, house) for name, check in _OF_HOUSE.items()}
    found |= {name: _look(name, check, settings) for name, check in _ALONE.items()}
    house.close()
    return [found[name] for name in _ORDER]


def _look(name: str, check: Callable[[T], Finding], at: T) -> Finding:
    try:
        return check(at)
    except Exception as trouble:  # noqa: BLE001 - a check that breaks off has found something
        return _ill(name, trouble)


def _ill(name: str, trouble: Exception) -> Finding:
    words = " ".join(str(trouble).split()) or type(trouble).__name__
    return Finding(
        name,
        ok=False,
        detail=words[:_MOST_WORDS].rstrip(".") + ".",
        fix=getattr(trouble, "fix", None) or _WAYS_OUT[name],
    )


def _clock(house: House) -> Finding:
    apart = workflows.clocks_apart_s(house.tools)
    if apart is None:
        return Finding("clock", ok=True, detail="this machine's own; one machine needs no other.")
    if apart > _APART_S:
        return Finding(
            "clock", ok=False, detail=f"{apart:.1f} s apart from the database's.", fix="Switch on NTP on both."
        )
    return Finding("clock", ok=True, detail=f"{apart:.2f} s apart from the database's.")


def _database(house: House) -> Finding:
    with house.tools.database.begin() as session:
        session.connection()
    return Finding("database", ok=True, detail=f"{house.tools.database.kind} answers and its tables are up to date.")


def _worker(house: House) -> Finding:
    age = workflows.beat_age_s(house.tools)
    if age is None or age > _STALE_S:
        seen = "never seen" if age is None else f"last seen {age:.0f} s ago"
        fix = "Start one with `make run` or `sorcerer worker`."
        return Finding("worker", ok=True, detail=f"none runs now ({seen}).", fix=fix)
    return Finding("worker", ok=True, detail=f"beat {age:.1f} s ago.")


def _disk(settings: Settings) -> Finding:
    home = settings.resolved_home()
    free = shutil.disk_usage(next(folder for folder in (home, *home.parents) if folder.exists())).free
    fix = "" if free > _ENOUGH_BYTES else "Make room: films take about 3 MB each."
    return Finding("disk", ok=free > _ENOUGH_BYTES, detail=f"{free / 1e9:.1f} GB free.", fix=fix)


def _files(house: House) -> Finding:
    kept = house.tools.files.put(b"sorcerer doctor", ".txt")
    same = house.tools.files.read(kept.key) == b"sorcerer doctor"
    house.tools.files.delete(kept.key)
    if not same:
        return Finding("files", ok=False, detail="the store lies.", fix="Check the disk, or the bucket's settings.")
    sizes = [file.size for file in house.tools.files.listed()]
    quota = house.settings.files_quota_gb
    limit = f" of the {quota:g} GB they may take" if quota else ""
    fix = "Withdraw old videos or raise SORCERER_FILES_QUOTA_GB." if quota and sum(sizes) > quota * 1e9 else ""
    detail = f"{len(sizes)} kept, {sum(sizes):,} bytes{limit}; what is put there comes back as it was."
    return Finding("files", ok=not fix, detail=detail, fix=fix)


def _sandbox(house: House) -> Finding:
    network = house.tools.platform("instagram", "sandbox")
    try:
        network.identity(Grant(access_token="doctor"))  # noqa: S106 - nobody's, so that it is refused
    except PlatformError as answer:
        if answer.code.startswith("transport."):
            detail = "does not answer now; posts to the sandbox wait."
            return Finding("sandbox", ok=True, detail=detail, fix="It runs with `make run` or `sorcerer sandbox`.")
    return Finding("sandbox", ok=True, detail="answers, and refuses whom it does not know.")


def _keys(house: House) -> Finding:
    opened = house.tools.keys.unseal(house.tools.keys.seal("x", "doctor:1:x"), "doctor:1:x") == "x"
    return Finding("keys", ok=opened, detail=f"{len(house.tools.keys.ids)} on the ring.")


def _encoder(_settings: Settings) -> Finding:
    versions = children.call("sorcerer.studio.film.check:versions", {})
    listed = ", ".join(f"{name} {version}" for name, version in sorted(versions.items()))
    return Finding("encoder", ok=True, detail=f"draws, speaks and encodes: {listed}.")


_ORDER = ("clock", "database", "worker", "disk", "files", "encoder", "sandbox", "keys")
_ALONE: dict[str, Callable[[Settings], Finding]] = {"disk": _disk, "encoder": _encoder}
_OF_HOUSE: dict[str, Callable[[House], Finding]] = {
    "clock": _clock,
    "database": _database,
    "worker": _worker,
    "files": _files,
    "sandbox": _sandbox,
    "keys": _keys,
}
_OF_SETTING = {"database_url": "database", "key_ring": "keys"}
_WAYS_OUT = {
    "home": "Check SORCERER_HOME and that its folder can be written.",
    "clock": "Switch on NTP.",
    "database": "Check SORCERER_DATABASE_URL and that the server runs.",
    "worker": "Start one with `make run` or `sorcerer worker`.",
    "disk": "Check that the disk of SORCERER_HOME is there.",
    "files": "Check SORCERER_STORAGE_URL, its keys and that the store answers.",
    "encoder": "Run `make setup` again; on a server see deploy/Dockerfile for the libraries it needs.",
    "sandbox": "Start it with `make run` or `sorcerer sandbox`.",
    "keys": "Put keys.json back from a backup, or SORCERER_KEY_RING.",
}
