"""Start what is due: the only way from a row to durable work."""

from datetime import datetime
from typing import NamedTuple

from sqlalchemy.orm import Session

from sorcerer import publishing, schedule
from sorcerer.publishing import Publication
from sorcerer.schedule import Due
from sorcerer.toolbox import Toolbox
from sorcerer.workflows import engine

_LIMIT = 200
_LAST = 2**31 - 1  # the engine takes no larger place


def tick(toolbox: Toolbox) -> int:
    """Claim the rows that are due, enqueue their work in the same transaction, and return how many were started.

    Called by the worker's loop, by `POST /api/cron/trigger` and by `sorcerer tick`, also at the same moment.
    """
    client = engine.client(toolbox)
    started: set[str] = set()
    now = toolbox.clock.now()
    with toolbox.database.begin() as session:
        videos = schedule.due(session, now, toolbox.lead, _LIMIT)
        for video in videos:
            name = engine.RELEASE if video.made else engine.MAKE
            run = f"{name}:{video.video_id}:{video.rev}"
            # A yes may come again within a second of the last, or after a film was moved: the moment names it too.
            run = f"{run}:{now.isoformat()}" if video.made else run
            _enqueue(session, client, _Run(name, run, turn(video)), video.video_id, video.rev)
            started.add(name)
        publications = publishing.due(session, now, _LIMIT)
        for publication in publications:
            name = engine.PUBLISH if publication.is_now(now) else engine.EARLY
            run = f"{name}:{publication.id}:{publication.epoch}"
            _enqueue(session, client, _Run(name, run, place(publication)), publication.id)
            started.add(name)
    engine.ring(started)
    return len(videos) + len(publications)


class _Run(NamedTuple):
    """What is started: which workflow, under which name, and at which place in its queue."""

    workflow: str
    name: str
    place: int


def _enqueue(session: Session, client: engine.DBOSClient, run: _Run, *args: object) -> None:
    options: engine.EnqueueOptions = {
        "workflow_name": run.workflow,
        "queue_name": engine.QUEUES[run.workflow],
        "workflow_id": run.name,
        "app_version": engine.VERSION,
        "priority": run.place,
    }
    client.enqueue_in_transaction(session, options, *args)


def priority(due_at: datetime) -> int:
    """Return the place in the queue, the lowest first: what goes out first is made first, to the minute."""
    return min(max(1, int(due_at.timestamp() // 60)), _LAST - 1)


def turn(video: Due) -> int:
    """Return a film's place in the queue: a minute later for each film of the same influencer before it.

    Who has hundreds of films to make at once has nobody else's wait for all of them.
    """
    return min(priority(video.at) + video.before, _LAST - 1)


def place(publication: Publication) -> int:
    """Return a publication's place in its queue: by its minute, and after all others once it is out."""
    return _LAST if publication.state == "live" else priority(publication.due_at)
