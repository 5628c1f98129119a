"""Money: what each paid call may cost, did cost, and the ceiling nobody can exceed.

Owns the table `operation`. Knows no vendor and no film; a caller names its work by a key, and the same key is never
paid twice: a call is reserved, sent under its key, known by its handle, and settled with its price and its result.
"""

from sorcerer.ledger.model import Operation, month_of
from sorcerer.ledger.reserve import reserve
from sorcerer.ledger.settle import doubt, release, run, settle
from sorcerer.ledger.store import cost_of, forget_results, forget_work, result_of, spent

__all__ = [
    "Operation",
    "cost_of",
    "doubt",
    "forget_results",
    "forget_work",
    "month_of",
    "release",
    "reserve",
    "result_of",
    "run",
    "settle",
    "spent",
]
