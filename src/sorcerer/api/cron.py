"""/api/cron/trigger: start what is due now, as the worker does by itself."""

from sorcerer.api.deps import Caller, TheDoor
from sorcerer.api.gate import Routes
from sorcerer.api.shown import Shown

router = Routes("/cron", tags=["worker"])


class Started(Shown):
    """How much was started."""

    started: int


@router.post("/trigger")
def trigger_cron(door: TheDoor, caller: Caller) -> Started:
    """Start what is due now; calling it twice starts nothing twice."""
    del caller
    return Started(started=door.tick())
