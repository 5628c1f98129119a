"""Social networks behind one port.

Holds the port, its values and the three classes of failure. Each network is one module beside this one and is
reached by its base URLs alone, so the sandbox is reached by the same code as the real thing. Knows no database and no
video's row.
"""

from sorcerer.platforms.ports import (
    Account,
    Allowance,
    Committed,
    Figures,
    Grant,
    Identity,
    Labels,
    Platform,
    PlatformError,
    Post,
    Seen,
    Staged,
    Standing,
)

__all__ = [
    "Account",
    "Allowance",
    "Committed",
    "Figures",
    "Grant",
    "Identity",
    "Labels",
    "Platform",
    "PlatformError",
    "Post",
    "Seen",
    "Staged",
    "Standing",
]
