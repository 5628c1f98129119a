"""Packages that are only measured against: `pip install --target benchmarks/.peers scikit-learn ortools`.

They are no dependency of ours and in no lock file; without them their figures are null, with the reason.
"""

import importlib
import os
import sys
from pathlib import Path
from typing import Any

_HERE = Path(__file__).parent / ".peers"
ABSENT = "not installed: pip install --target benchmarks/.peers scikit-learn ortools"


def peer(module: str) -> Any:  # noqa: ANN401 - a module that may not be there
    """Return a module of a peer, or None when it is not installed; what we depend on ourselves comes first."""
    # Threads that spin while they wait make a shared machine slower, and a timing a lie.
    os.environ.setdefault("OMP_NUM_THREADS", "1")
    if str(_HERE) not in sys.path:
        sys.path.append(str(_HERE))
    try:
        return importlib.import_module(module)
    except ImportError:
        return None
