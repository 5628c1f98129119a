"""Prove that this home works, and say how to mend what does not."""

import shutil
from collections.abc import Callable
from dataclasses import asdict, dataclass

import typer

from sorcerer import app, children, workflows
from sorcerer.app import House
from sorcerer.cli import options
from sorcerer.errors import SorcererError
from sorcerer.platforms import Grant, PlatformError

_ENOUGH_BYTES = 2_000_000_000
_STALE_S = 15.0
_APART_S = 2.0


@dataclass(frozen=True)
class Finding:
    """One thing that was looked at."""

    name: str
    ok: bool
    detail: str
    fix: str = ""


def doctor(home: options.Home = None, *, as_json: options.AsJson = False) -> None:
    """Look at clock, database, worker, disk, files, encoder, sandbox and keys, and say how to mend each."""
    house = app.open_house(options.settings(home))
    findings = [_look(name, check, house) for name, check in _CHECKS.items()]
    house.close()
    lines = [
        f"{'ok  ' if found.ok else 'MEND'} {found.name}: {found.detail} {found.fix}".rstrip() for found in findings
    ]
    document = {"ok": all(found.ok for found in findings), "findings": [asdict(found) for found in findings]}
    options.answer(document, "\n".join(lines), as_json=as_json)
    if not document["ok"]:
        raise typer.Exit(1)


def _look(name: str, check: Callable[[House], Finding], house: House) -> Finding:
    try:
        return check(house)
    except (SorcererError, OSError) as refusal:
        return Finding(name, ok=False, detail=str(refusal), fix=getattr(refusal, "fix", "") or "")


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


def _disk(house: House) -> Finding:
    free = shutil.disk_usage(house.settings.resolved_home()).free
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


def _encoder(_house: House) -> Finding:
    versions = children.call("sorcerer.studio.film.check:versions", {})
    listed = ", ".join(f"{name} {version}" for name, version in sorted(versions.items()))
    return Finding("encoder", ok=True, detail=f"draws, speaks and encodes: {listed}.")


_CHECKS: dict[str, Callable[[House], Finding]] = {
    "clock": _clock,
    "database": _database,
    "worker": _worker,
    "disk": _disk,
    "files": _files,
    "encoder": _encoder,
    "sandbox": _sandbox,
    "keys": _keys,
}
