"""What goes first: a post whose minute is now, then the film or upload whose minute is nearest, reading back last."""

from collections.abc import Iterator
from datetime import timedelta
from pathlib import Path
from threading import Timer
from time import monotonic, sleep
from typing import Any

import pytest
from sqlalchemy import text

from sorcerer import app, publishing, schedule
from sorcerer.app import House
from sorcerer.settings import Settings
from sorcerer.workflows import Worker, engine, tick
from sorcerer.workflows.urgent import urgent

EARLY_AT_ONCE = 16


@pytest.fixture
def house(database_url: str, tmp_path: Path) -> Iterator[House]:
    opened = app.open_house(Settings(home=tmp_path / "home", port=0, database_url=database_url))
    yield opened
    opened.close()


def until(what: Any) -> bool:
    deadline = monotonic() + 20
    while monotonic() < deadline and not what():
        sleep(0.05)
    return bool(what())


def test_uploads_wait_elsewhere_nearest_first_and_what_is_out_comes_last(house: House, posts: Any) -> None:
    hers = posts.girl(4)
    out = posts.post(hers[0], -9, state="live", remote_post_id="p1")
    tomorrow = posts.post(hers[1], 60, uploaded=False)
    soon = posts.post(hers[2], 30, uploaded=False)
    due = posts.post(hers[3], -0.1)

    assert tick(house.tools) == 4
    tables = "dbos." if house.tools.database.kind == "postgresql" else ""
    asked = f"SELECT queue_name, workflow_uuid FROM {tables}workflow_status ORDER BY priority"  # noqa: S608 - a constant
    with house.tools.database.read() as session:
        queued = [(queue, run.split(":")[1]) for queue, run in session.execute(text(asked))]
    assert [one for queue, one in queued if queue == "publish"] == [due]
    assert [one for queue, one in queued if queue == "early"] == [soon, tomorrow, out]


def test_of_more_work_than_one_look_can_start_the_post_whose_minute_is_now_is_first(house: House, posts: Any) -> None:
    hers = posts.girl(3)
    long_ago = house.tools.clock.now() - timedelta(hours=1)
    posts.post(hers[0], -60, state="live", remote_post_id="p1", next_at=long_ago)
    posts.post(hers[1], 30, uploaded=False, next_at=long_ago)
    due = posts.post(hers[2], -0.1)

    with house.tools.database.begin() as session:
        offered = publishing.due(session, house.tools.clock.now(), 1)

    assert [one.id for one in offered] == [due]


def test_a_post_whose_minute_is_now_passes_uploads_that_hang(house: House, posts: Any) -> None:
    network = posts.network
    first, *others = posts.girl(EARLY_AT_ONCE + 5)
    for channel in others:
        posts.post(channel, 60, uploaded=False, ready=False)
    worker = Worker(posts.house.tools)
    worker.start()
    try:
        assert until(lambda: len(network.begun) >= EARLY_AT_ONCE)
        due = posts.post(first, 0)
        worker.wake()
        assert until(lambda: network.out)
        assert (network.out, len(network.begun)) == ([due], EARLY_AT_ONCE)
        network.let_go.set()
        assert until(lambda: len(network.begun) == len(others))
        assert until(lambda: seen(house, due))
    finally:
        network.let_go.set()
        worker.stop()


def test_hundreds_of_due_posts_of_one_account_hold_up_no_other(posts: Any, monkeypatch: pytest.MonkeyPatch) -> None:
    crowded, other = posts.girl(2)
    many = {posts.post(crowded, -0.5) for _ in range(300)}
    network, commit = posts.network, posts.network.commit
    begun: list[str] = []

    def slow(account: Any, a_post: Any, staged: Any) -> Any:
        begun.append(a_post.marker)
        if a_post.marker in many:
            network.let_go.wait(30)
        return commit(account, a_post, staged)

    monkeypatch.setattr(network, "commit", slow)
    worker = Worker(posts.house.tools)
    worker.start()
    try:
        assert until(lambda: begun)
        due = posts.post(other, 0)
        waited = monotonic()
        worker.wake()
        assert until(lambda: due in network.out)
        waited = monotonic() - waited
    finally:
        network.let_go.set()
        worker.stop()

    assert waited < 5
    assert len(many.intersection(begun)) == 1, "one post of an account at a time"


def seen(house: House, publication_id: str) -> bool:
    with house.tools.database.read() as session:
        found = publishing.publications.load(session, publication_id)
        return found.read_at is not None and schedule.production.load(session, found.video_id).status == "posted"


@engine.workflow("counts", engine.QUEUES[engine.MAKE])
def count(number: int) -> int:
    """Go on for longer than the queue is looked at often."""
    sleep(0.7)
    return number


def test_a_run_that_ends_makes_room_for_the_next_at_once(house: House, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(engine, "_POLL_S", 60.0)
    monkeypatch.setattr(engine, "_EAGER_FOR_S", 0.5)
    monkeypatch.setattr(engine, "_makings_at_once", lambda _toolbox: 1)
    engine.launch(house.tools)
    try:
        with house.tools.database.begin() as session:
            for number in range(3):
                options: engine.EnqueueOptions = {
                    "workflow_name": "counts",
                    "queue_name": engine.QUEUES[engine.MAKE],
                    "workflow_id": f"count {number}",
                    "app_version": engine.VERSION,
                }
                engine.client(house.tools).enqueue_in_transaction(session, options, number)
        engine.ring([engine.MAKE])
        assert until(lambda: not engine.client(house.tools).list_workflows(status="ENQUEUED"))
    finally:
        engine.shutdown(house.tools, patience_s=1)


def test_what_can_wait_waits_in_the_gap_between_two_posts() -> None:
    with urgent.one_more():
        pass
    began = monotonic()
    Timer(0.1, _one_for_a_moment).start()

    urgent.let_pass(5)

    assert 0.4 < monotonic() - began < 4


def _one_for_a_moment() -> None:
    with urgent.one_more():
        sleep(0.1)


def test_nothing_waits_for_longer_than_its_patience() -> None:
    began = monotonic()
    with urgent.one_more():
        urgent.let_pass(0.2)

    assert 0.2 <= monotonic() - began < 2
