"""Bring one publication out: the right to do a step, and what each step's outcome leads to.

Whoever holds a `Job` makes the call; this room decides before it and keeps after it.
"""

from sorcerer.publishing.delivery.claim import claim
from sorcerer.publishing.delivery.committed import committed
from sorcerer.publishing.delivery.failed import failed
from sorcerer.publishing.delivery.halt import halt
from sorcerer.publishing.delivery.intend import Intent, intend
from sorcerer.publishing.delivery.keep import keep
from sorcerer.publishing.delivery.let_go import let_go
from sorcerer.publishing.delivery.looked import looked
from sorcerer.publishing.delivery.post import kind_for, post_of, staged_of, takes
from sorcerer.publishing.delivery.read_back import read_back
from sorcerer.publishing.pace import Pause
from sorcerer.publishing.policy import decide

__all__ = [
    "Intent",
    "Pause",
    "claim",
    "committed",
    "decide",
    "failed",
    "halt",
    "intend",
    "keep",
    "kind_for",
    "let_go",
    "looked",
    "post_of",
    "read_back",
    "staged_of",
    "takes",
]
