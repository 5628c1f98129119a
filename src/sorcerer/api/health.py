"""`GET /api/health`: is this process there, and does the worker live."""

from typing import Literal

from pydantic import BaseModel, Field

from sorcerer import __version__
from sorcerer.api.deps import TheDoor
from sorcerer.api.gate import OPEN, Routes

router = Routes("/health", tags=["health"])


class Worker(BaseModel):
    """How the worker is."""

    alive: bool
    beat_age_s: float | None = Field(description="Seconds since it was last heard of; null when it never was.")


class Health(BaseModel):
    """How Sorcerer is."""

    status: Literal["ok"] = "ok"
    version: str
    worker: Worker
    database: Literal["sqlite", "postgresql"]


@router.get("", openapi_extra=OPEN)
def read_health(door: TheDoor) -> Health:
    """Tell whether this process answers, its worker lives and its database can be read."""
    beat = door.heartbeat()
    kind: Literal["sqlite", "postgresql"] = "sqlite" if door.database.kind == "sqlite" else "postgresql"
    return Health(version=__version__, worker=Worker(alive=beat.alive, beat_age_s=beat.age_s), database=kind)
