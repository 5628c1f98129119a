"""The shape of a measurement, and of the document that a benchmark prints."""

import os
import platform
import subprocess
from collections.abc import Iterable
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any

_HERE = Path(__file__).parent.parent


@dataclass(frozen=True)
class Measure:
    """One measured figure.

    Args:
        value: what was measured; None when it could not be, and `note` says why.
        at_least, at_most: what must hold.
        aim: what we want.
        peer: the same figure of something else, measured in the same run, in words.
    """

    id: str
    value: float | None
    unit: str
    at_least: float | None = None
    at_most: float | None = None
    aim: float | None = None
    note: str = ""
    peer: str | None = None

    @property
    def holds(self) -> bool | None:
        """Tell whether what must hold does; None when it was not measured or nothing must."""
        if self.value is None or (self.at_least is None and self.at_most is None):
            return None
        low = self.at_least is None or self.value >= self.at_least
        return low and (self.at_most is None or self.value <= self.at_most)


def document(name: str, runs: int, measures: Iterable[Measure]) -> dict[str, Any]:
    """Return the document of one benchmark."""
    found = [asdict(one) | {"holds": one.holds} for one in measures]
    return {"benchmark": name, "commit": _commit(), "machine": machine(), "runs": runs, "measures": found}


def machine() -> dict[str, Any]:
    """Return what was measured on."""
    return {"cores": os.cpu_count(), "python": platform.python_version(), "system": platform.system()}


def _commit() -> str:
    asked = ["git", "-C", str(_HERE), "rev-parse", "--short", "HEAD"]
    done = subprocess.run(asked, capture_output=True, text=True, check=False)
    return done.stdout.strip() or "unknown"
