"""Start what is due: the only way from a row to durable work."""

from datetime import datetime
from typing import NamedTuple

from sqlalchemy.orm import Session

from sorcerer import publishing, schedule
from sorcerer.toolbox import Toolbox
from sorcerer.workflows import engine

_LIMIT = 200


def tick(toolbox: Toolbox) -> int:
    """Claim the rows that are due, enqueue their work in the same transaction, and return how many were started.

    Called by the worker's loop, by `POST /api/cron/trigger` and by `sorcerer tick`, also at the same moment.
    """
    client = engine.client(toolbox)
    now = toolbox.clock.now()
    with toolbox.database.begin() as session:
        videos = schedule.due(session, now, toolbox.lead, _LIMIT)
        for video in videos:
            name = engine.RELEASE if video.made else engine.MAKE
            run = f"{name}:{video.video_id}:{video.rev}"
            # A yes may come again within a second of the last, or after a film was moved: the moment names it too.
            run = f"{run}:{now.isoformat()}" if video.made else run
            _enqueue(session, client, _Run(name, run, video.at), video.video_id, video.rev)
        publications = publishing.due(session, now, _LIMIT)
        for publication in publications:
            run = f"{engine.PUBLISH}:{publication.id}:{publication.epoch}"
            _enqueue(session, client, _Run(engine.PUBLISH, run, publication.due_at), publication.id)
    if videos or publications:
        engine.ring()
    return len(videos) + len(publications)


class _Run(NamedTuple):
    """What is started: which workflow, under which name, and for which moment."""

    workflow: str
    name: str
    due_at: datetime


def _enqueue(session: Session, client: engine.DBOSClient, run: _Run, *args: object) -> None:
    options: engine.EnqueueOptions = {
        "workflow_name": run.workflow,
        "queue_name": engine.QUEUES[run.workflow],
        "workflow_id": run.name,
        "app_version": engine.VERSION,
        "priority": priority(run.due_at),
    }
    client.enqueue_in_transaction(session, options, *args)


def priority(due_at: datetime) -> int:
    """Return the place in the queue, the lowest first: what goes out first is made first, to the minute."""
    return min(max(1, int(due_at.timestamp() // 60)), 2**31 - 1)
