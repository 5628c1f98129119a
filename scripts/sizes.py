"""Print how long our files and functions are, beside the sizes of the house. The hard limits are tests."""

from __future__ import annotations

import ast
import sys
from pathlib import Path
from statistics import median, quantiles

SRC = Path(__file__).resolve().parent.parent / "src" / "sorcerer"
AIMS = {"lines per file": (80, 200, 400), "lines per function": (None, 25, 60)}


def sizes() -> dict[str, list[tuple[int, str]]]:
    """Return the length and the name of every file and every function, revisions of the database left out."""
    files: list[tuple[int, str]] = []
    functions: list[tuple[int, str]] = []
    for path in sorted(path for path in SRC.rglob("*.py") if "versions" not in path.parts):
        source, name = path.read_text(encoding="utf-8"), str(path.relative_to(SRC))
        files.append((len(source.splitlines()), name))
        functions += [
            ((node.end_lineno or node.lineno) - node.lineno, f"{name}:{node.lineno} {node.name}")
            for node in ast.walk(ast.parse(source))
            if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef)
        ]
    return {"lines per file": files, "lines per function": functions}


def report(name: str, found: list[tuple[int, str]]) -> bool:
    """Print one line and say whether it stays below its aims."""
    lengths = [length for length, _ in found]
    shown = (int(median(lengths)), int(quantiles(lengths, n=10)[-1]), max(lengths))
    parts = [
        f"{word} {value}" + (f" (aim {aim})" if aim else "")
        for word, value, aim in zip(("median", "p90", "max"), shown, AIMS[name], strict=True)
    ]
    print(f"{name:20} {len(found):5}   {'   '.join(parts)}   longest: {max(found)[1]}")
    return all(aim is None or value <= aim for value, aim in zip(shown, AIMS[name], strict=True))


if __name__ == "__main__":
    kept = [report(name, found) for name, found in sizes().items()]
    sys.exit(0 if all(kept) else 1)
