"""Instagram says "action blocked" (4/2207051) and has posted it: others took it at its word and posted twice."""

import importlib
from datetime import timedelta
from typing import Any

from sorcerer import publishing, schedule
from sorcerer.publishing import Job
from sorcerer.toolbox import Toolbox

# The room shows the workflow under the same name, so its steps are asked for by the module's.
steps: Any = importlib.import_module("sorcerer.workflows.publish")


def live_through(tools: Toolbox, clock: Any, hours: int = 2) -> None:
    """Run the product's own steps whenever something is due."""
    end = clock.now() + timedelta(hours=hours)
    while True:
        with tools.database.begin() as session:
            moment = publishing.next_due(session)
            if moment is None or moment > end:
                return
            clock.advance(max(timedelta(), moment - clock.now()))
            offered = publishing.due(session, clock.now())
        for publication in offered:
            job: Job | None = None
            while (taken := steps._claim(publication.id, job)) is not None:  # noqa: SLF001 - the very steps the engine runs
                job = taken[0]
                steps._do(*taken)  # noqa: SLF001 - the same


def test_a_lying_error_ends_in_one_post_and_posted(scene: Any, tools: Toolbox) -> None:
    scene.pretend.knobs(republish="duplicate")
    scene.pretend.fault("ig.media_publish", {"error_after": "ig.4.2207051"})
    publication = scene.planned()

    live_through(tools, scene.clock)

    out = scene.now(publication.id)
    with tools.database.read() as session:
        video = schedule.production.load(session, out.video_id)
        tried = publishing.publications.attempts(session, out.id)
    assert [post["id"] for post in scene.pretend.posts()] == [out.remote_post_id]
    assert (out.state, video.status) == ("live", "posted")
    (lie,) = [one.error for one in tried if one.kind == "commit" and one.state == "unknown"]
    assert lie is not None
    assert lie["code"] == "4/2207051"
    assert sum((one.kind, one.state) == ("commit", "intent") for one in tried) == 1
