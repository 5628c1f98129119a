"""What went out is measured at its moments, by whichever worker is there."""

from datetime import timedelta
from typing import Any

from sorcerer import growth
from sorcerer.toolbox import Toolbox
from sorcerer.workflows.measure import Measurer


def test_a_post_is_measured_an_hour_after_it_went_out_and_not_before(scene: Any, tools: Toolbox) -> None:
    publication = scene.planned()
    scene.worker.live_through()
    measurer = Measurer(tools)
    measurer.measure()
    scene.clock.advance(timedelta(minutes=50))
    early = measurer.measure()

    scene.clock.advance(timedelta(minutes=15))
    on_time, again, elsewhere = measurer.measure(), measurer.measure(), Measurer(tools).measure()

    with tools.database.read() as session:
        told = growth.measured(session, scene.owner.id, 100)
        (reading,) = [one for one in growth.readings.page(session, scene.owner.id) if one.video_id]
    assert (early, again, elsewhere) == (0, 0, 0)
    assert on_time == len([one for one in told if one.video_id == publication.video_id]) > 0
    assert {"views", "reach", "watch_min"} <= {one.metric for one in told if one.video_id}
    assert reading.due_at == reading.began_at + timedelta(hours=6)
