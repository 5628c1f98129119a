"""The locks pin everything, by hash, and name no index: what is installed is what was tested."""

import json
import re
import tomllib
from pathlib import Path
from runpy import run_path
from typing import Any

ROOT = Path(__file__).parent.parent.parent
PYTHON_LOCKS = [ROOT / "requirements.lock", ROOT / "scripts/node.lock"]
NPM_LOCKS = [ROOT / "web/package-lock.json", ROOT / "web/tools/openapi/package-lock.json"]


def pinned(lock: Path) -> dict[str, str]:
    """Every package of a lock with the lines that belong to it."""
    blocks = re.split(r"(?m)^(?=[a-z0-9])", lock.read_text())
    return {block.partition("==")[0]: block for block in blocks if block}


def wanted() -> set[str]:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text())
    extras = project["project"]["optional-dependencies"]
    asked = [
        *project["project"]["dependencies"],
        *extras["dev"],
        *extras["postgres"],
        *project["dependency-groups"]["build"],
    ]
    return {re.split(r"[<>=\[; ]", requirement)[0].lower().replace("_", "-") for requirement in asked}


def test_no_lock_names_an_address() -> None:
    texts = {lock.name: lock.read_text() for lock in [*PYTHON_LOCKS, *NPM_LOCKS]}
    assert {name: text.count("://") - text.count('"url": "http') for name, text in texts.items()} == dict.fromkeys(
        texts, 0
    )


def test_every_locked_python_package_has_a_hash() -> None:
    assert [
        name for lock in PYTHON_LOCKS for name, block in pinned(lock).items() if "--hash=sha256:" not in block
    ] == []


def test_everything_the_project_asks_for_is_locked() -> None:
    assert wanted() - set(pinned(ROOT / "requirements.lock")) == set()


def test_the_web_lock_belongs_to_its_package() -> None:
    for lock in NPM_LOCKS:
        package = json.loads((lock.parent / "package.json").read_text())
        root = json.loads(lock.read_text())["packages"][""]
        for kind in ("dependencies", "devDependencies"):
            assert root.get(kind, {}) == package.get(kind, {})


def test_packages_for_other_platforms_stay_in_the_web_lock() -> None:
    for path in NPM_LOCKS:
        assert complete(json.loads(path.read_text())) == []


def test_what_npm_left_out_is_added_for_its_platform_only() -> None:
    lock: dict[str, Any] = {
        "packages": {"node_modules/a": {"optionalDependencies": {"@a/linux-x64-musl": "1.0.0", "fsevents": "~2.3.2"}}}
    }

    assert complete(lock) == ["@a/linux-x64-musl"]
    assert lock["packages"]["node_modules/@a/linux-x64-musl"] == {
        "version": "1.0.0",
        "optional": True,
        "cpu": ["x64"],
        "os": ["linux"],
        "libc": ["musl"],
    }


def complete(lock: dict[str, Any]) -> list[str]:
    added: list[str] = run_path(str(ROOT / "scripts/npm_lock.py"))["complete"](lock)
    return added
