"""`python -m benchmarks NAME [--json] [--quick]`: run one benchmark, or all of them."""

import argparse
import importlib
import json
import sys
from pathlib import Path
from typing import Any

from benchmarks.report import document
from sorcerer import log


def names() -> list[str]:
    """Return the benchmarks there are."""
    files = Path(__file__).parent.glob("*.py")
    return sorted(path.stem for path in files if "\ndef run(" in path.read_text(encoding="utf-8"))


def main(arguments: list[str] | None = None) -> int:
    """Run what was asked for; 1 when something that must hold does not."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks", description=__doc__)
    parser.add_argument("name", nargs="?", choices=[*names(), "all"], default="all")
    parser.add_argument("--json", action="store_true", help="print one JSON document for each benchmark")
    parser.add_argument("--quick", action="store_true", help="measure on less")
    asked = parser.parse_args(arguments)
    log.configure()
    bad = 0
    for name in names() if asked.name == "all" else [asked.name]:
        run = importlib.import_module(f"benchmarks.{name}").run
        told = document(name, 1, run(quick=asked.quick))
        bad += sum(one["holds"] is False for one in told["measures"])
        sys.stdout.write(json.dumps(told, ensure_ascii=False) + "\n" if asked.json else _table(told))
    return 1 if bad else 0


def _table(told: dict[str, Any]) -> str:
    lines = [f"{told['benchmark']} at {told['commit']}"]
    for one in told["measures"]:
        mark = {True: "holds", False: "MISSED", None: "-"}[one["holds"]]
        value = "not measured" if one["value"] is None else f"{one['value']:g} {one['unit']}"
        lines.append(f"  {mark:7} {one['id']:44} {value:24} {one['note']}")
    return "\n".join(lines) + "\n"


if __name__ == "__main__":
    raise SystemExit(main())
