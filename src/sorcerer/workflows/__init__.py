"""What waits, retries and remembers: the only room that speaks to the workflow engine.

Starts durable work from due rows, makes videos, publishes them, and takes over what a dead process left.
Workflows take ids only and read the toolbox inside their steps. Knows nothing of HTTP requests: the door only writes
rows.
"""

from sorcerer.workflows.engine import launch, prepare, shutdown
from sorcerer.workflows.lease import beat_age_s, clocks_apart_s
from sorcerer.workflows.make_video import make_video
from sorcerer.workflows.publish import publish
from sorcerer.workflows.release import release
from sorcerer.workflows.sweep import sweep
from sorcerer.workflows.tick import tick
from sorcerer.workflows.worker import Worker

__all__ = [
    "Worker",
    "beat_age_s",
    "clocks_apart_s",
    "launch",
    "make_video",
    "prepare",
    "publish",
    "release",
    "shutdown",
    "sweep",
    "tick",
]
