"""Start what is due: the only way from a row to durable work."""

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
            # An approval may come again after a film was moved: its run is named by the moment as well.
            _enqueue(session, client, name, f"{run}:{now:%s}" if video.made else run, video.video_id, video.rev)
        publications = publishing.due(session, now, _LIMIT)
        for publication in publications:
            run = f"{engine.PUBLISH}:{publication.id}:{publication.epoch}"
            _enqueue(session, client, engine.PUBLISH, run, publication.id)
    if videos or publications:
        engine.ring()
    return len(videos) + len(publications)


def _enqueue(session: Session, client: engine.DBOSClient, name: str, run: str, *args: object) -> None:
    options: engine.EnqueueOptions = {
        "workflow_name": name,
        "queue_name": engine.QUEUES[name],
        "workflow_id": run,
        "app_version": engine.VERSION,
    }
    client.enqueue_in_transaction(session, options, *args)
