"""What a database that is away or full leaves behind is gone on with: runs nobody is at, and posts that were let go."""

import importlib
from queue import SimpleQueue
from typing import Any

import pytest
from dbos import DBOS, WorkflowHandle
from sqlalchemy import text

from sorcerer import publishing, schedule
from sorcerer.app import House
from sorcerer.errors import Away
from sorcerer.platforms import PlatformError
from sorcerer.toolbox import current
from sorcerer.workflows import engine, store, stray

steps: Any = importlib.import_module("sorcerer.workflows.publish")


_begun: list[str | None] = []


@engine.workflow("looks")
def look() -> list[list[str]]:
    """Return which runs this process holds, and what it takes for stray, three times."""
    if _begun:
        return []  # it was taken for stray, and begun again
    _begun.append(DBOS.workflow_id)
    toolbox = current()
    with toolbox.database.read() as session:
        mine = [*store.held(session, toolbox.executor_id)]
    return [mine, *(stray.bring_back(toolbox) for _ in range(3))]


def claimed(house: House, run: str, executor: str) -> None:
    """Write down a run as it is when a process has claimed it, and no further."""
    tables = "dbos." if house.tools.database.kind == "postgresql" else ""
    with house.tools.database.begin() as session:
        options: engine.EnqueueOptions = {
            "workflow_name": engine.RELEASE,
            "queue_name": "elsewhere",
            "workflow_id": run,
            "app_version": engine.VERSION,
        }
        engine.client(house.tools).enqueue_in_transaction(session, options, "nothing", 1)
        update = (
            f"UPDATE {tables}workflow_status SET status = 'PENDING', executor_id = :executor WHERE workflow_uuid = :run"  # noqa: S608 - the schema is ours
        )
        session.execute(text(update), {"executor": executor, "run": run})


def state(house: House, run: str) -> tuple[str, str]:
    tables = "dbos." if house.tools.database.kind == "postgresql" else ""
    with house.tools.database.read() as session:
        asked = text(f"SELECT status, queue_name FROM {tables}workflow_status WHERE workflow_uuid = :run")  # noqa: S608 - a constant
        status, queue = session.execute(asked, {"run": run}).one()
        return status, queue


def test_a_run_that_nobody_here_is_at_goes_back_into_its_queue_at_the_second_look(launched: House) -> None:
    claimed(launched, "stray", launched.tools.executor_id)
    claimed(launched, "at hand", launched.tools.executor_id)
    claimed(launched, "another's", "alive")

    with stray.at_hand("at hand"):
        looks = [stray.bring_back(launched.tools) for _ in range(3)]

    assert looks == [[], ["stray"], []]
    assert state(launched, "stray") == ("ENQUEUED", "elsewhere")
    assert state(launched, "at hand")[0] == state(launched, "another's")[0] == "PENDING"


def test_a_run_that_goes_on_is_not_stray(launched: House) -> None:
    _begun.clear()
    with launched.tools.database.begin() as session:
        options: engine.EnqueueOptions = {
            "workflow_name": "looks",
            "queue_name": engine.QUEUES[engine.MAKE],
            "workflow_id": "looking",
            "app_version": engine.VERSION,
        }
        handle: WorkflowHandle[list[list[str]]] = engine.client(launched.tools).enqueue_in_transaction(session, options)
    engine.ring([engine.MAKE])

    assert handle.get_result(polling_interval_sec=0.05) == [["looking"], [], [], []]


@pytest.mark.parametrize("call", ["upload", "progress", "commit"])
def test_a_post_whose_database_was_away_in_the_middle_is_offered_again_at_once_and_goes_out_once(
    posts: Any, monkeypatch: pytest.MonkeyPatch, call: str
) -> None:
    monkeypatch.setattr(steps, "_sent", SimpleQueue())
    posts.network.let_go.set()
    (hers,) = posts.girl()
    due = posts.post(hers, -1, uploaded=False, ready=False)
    answer = getattr(posts.network, call)

    def away(*args: Any) -> Any:
        answer(*args)
        raise Away

    with monkeypatch.context() as once:
        once.setattr(posts.network, call, away)
        steps.publish.__wrapped__(due)

    with posts.house.tools.database.begin() as session:
        (offered,) = publishing.due(session, posts.house.tools.clock.now())
    assert offered.id == due
    steps.publish.__wrapped__(due)
    assert posts.network.out == [due]


def test_a_post_whose_process_must_not_go_on_is_offered_again_at_once(posts: Any) -> None:
    (hers,) = posts.girl()
    due = posts.post(hers, -1, uploaded=False, ready=False)
    posts.house.tools.leaving.set()

    with pytest.raises(engine.Leaving):
        steps.publish.__wrapped__(due)

    with posts.house.tools.database.begin() as session:
        assert [one.id for one in publishing.due(session, posts.house.tools.clock.now())] == [due]
    assert posts.network.begun == []


def test_a_post_that_another_hand_has_taken_is_not_let_go(posts: Any) -> None:
    tools = posts.house.tools
    (hers,) = posts.girl()
    due = posts.post(hers, -1)
    with tools.database.begin() as session:
        lost = publishing.delivery.claim(session, due, "gone", tools.clock.now())
        late = tools.clock.now() + publishing.policy.LEASE
        mine = publishing.delivery.claim(session, due, "here", late)
        assert lost is not None
        assert mine is not None

        publishing.delivery.let_go(session, lost, late)

        assert publishing.publications.load(session, due).lease_owner == "here"


@pytest.mark.parametrize(("call", "ends"), [("read_back", "posted"), ("upload", "failed")])
def test_a_process_killed_right_after_the_last_step_leaves_a_video_that_knows_how_it_ended(
    posts: Any, monkeypatch: pytest.MonkeyPatch, call: str, ends: str
) -> None:
    """Nothing looks at a publication again once it has ended, so its end and the video's are one transaction."""
    monkeypatch.setattr(steps, "_sent", SimpleQueue())
    posts.network.let_go.set()
    (hers,) = posts.girl()
    due = posts.post(hers, -1, uploaded=call == "read_back", ready=call == "read_back")
    if call == "read_back":
        steps.publish.__wrapped__(due)
        taken = steps._claim(due, steps._sent.get_nowait())  # noqa: SLF001 - what is killed between
    else:
        monkeypatch.setattr(posts.network, call, refuse)
        taken = steps._claim(due, None)  # noqa: SLF001 - what is killed between
    assert taken is not None

    steps._do(*taken)  # noqa: SLF001 - and here the process is gone

    with posts.house.tools.database.read() as session:
        publication = publishing.publications.load(session, due)
        assert schedule.production.load(session, publication.video_id).status == ends


def refuse(*_: object) -> None:
    raise PlatformError("It is no film.", outcome="rejected", cure="none", code="no")
