"""Put into a package-lock.json the optional packages of other platforms that npm left out.

npm drops an optional package it could not reach while it wrote the lock, and `npm ci` then refuses that lock.
What is added carries no hash: npm fetches such an entry only on the platform that its name tells.

    python scripts/npm_lock.py web/package-lock.json
"""

from __future__ import annotations

import json
import re
import sys
from pathlib import Path
from typing import Any

SYSTEMS = "darwin|linux|win32|freebsd|openbsd|netbsd|sunos|aix|android|openharmony|wasi"
CHIPS = "arm64|arm|x64|ia32|loong64|mips64el|ppc64|riscv64|s390x|wasm32"


def entry(name: str, version: str, *, dev: bool) -> dict[str, Any]:
    """Return the lock's entry for a package whose name tells its platform, in npm's own order of fields."""
    found: dict[str, Any] = {"optional": True} | ({"dev": True} if dev else {})
    for field, words in (("cpu", CHIPS), ("os", SYSTEMS), ("libc", "musl|gnu" if "linux" in name else "-")):
        match = re.search(rf"(?:^|[-/])({words})(?=-|e?abi|$)", name)
        found |= {field: [match[1].replace("gnu", "glibc")]} if match else {}
    return {"version": version} | dict(sorted(found.items()))


def complete(lock: dict[str, Any]) -> list[str]:
    """Add what is missing and return the names."""
    packages = lock["packages"]
    added = []
    for where, package in list(packages.items()):
        for name, version in package.get("optionalDependencies", {}).items():
            known = any(f"{home}node_modules/{name}" in packages for home in ("", f"{where}/"))
            if not known and version[0].isdigit():
                packages[f"node_modules/{name}"] = entry(name, version, dev=package.get("dev", False))
                added.append(name)
    lock["packages"] = dict(sorted(packages.items()))
    return added


if __name__ == "__main__":
    path = Path(sys.argv[1])
    document = json.loads(path.read_text())
    names = complete(document)
    path.write_text(json.dumps(document, indent=2, ensure_ascii=False) + "\n")
    print(f"{path}: {len(names)} added")
