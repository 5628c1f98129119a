"""What we use of dbos that it does not promise: dbos is pinned, and these say what to look at when it moves."""

import inspect
import threading
from time import monotonic, sleep

import pytest
from dbos import DBOS, Queue
from dbos._queue import queue_worker_thread
from sqlalchemy import text

from sorcerer.app import House
from sorcerer.schedule import Video
from sorcerer.workflows import engine, lease, store
from sorcerer.workflows.worker import Worker


def put(house: House, run: str, status: str, executor: str, attempts: int = 1, workflow: str = "") -> None:
    """Write down a run as another process would have left it."""
    tables = "dbos." if house.tools.database.kind == "postgresql" else ""
    with house.tools.database.begin() as session:
        options: engine.EnqueueOptions = {
            "workflow_name": workflow or engine.RELEASE,
            "queue_name": engine.QUEUES[workflow] if workflow else "elsewhere",
            "workflow_id": run,
            "app_version": engine.VERSION,
        }
        engine.client(house.tools).enqueue_in_transaction(
            session, options, *(["nothing"] if workflow else ["nothing", 1])
        )
        told = {"status": status, "executor": executor, "attempts": attempts, "run": run}
        session.execute(
            text(
                f"UPDATE {tables}workflow_status SET status = :status, executor_id = :executor, "  # noqa: S608 - a constant
                "recovery_attempts = :attempts WHERE workflow_uuid = :run"
            ),
            told,
        )


def status(house: House, run: str) -> str | None:
    tables = "dbos." if house.tools.database.kind == "postgresql" else ""
    with house.tools.database.read() as session:
        query = text(f"SELECT status FROM {tables}workflow_status WHERE workflow_uuid = :run")  # noqa: S608 - a constant
        found: str | None = session.scalar(query, {"run": run})
        return found


def test_recovering_puts_a_dead_executor_s_run_back_into_its_queue_and_no_other(launched: House) -> None:
    put(launched, "left", "PENDING", "dead")
    put(launched, "living", "PENDING", "alive")

    DBOS._recover_pending_workflows(["dead"])  # noqa: SLF001 - what is tested

    assert (status(launched, "left"), status(launched, "living")) == ("ENQUEUED", "PENDING")
    DBOS._recover_pending_workflows(["dead"])  # noqa: SLF001 - twice is once


def test_a_takeover_goes_on_until_nothing_of_the_dead_is_left(launched: House, video: Video) -> None:
    run = f"make:{video.id}:{video.rev}"
    put(launched, run, "PENDING", "dead")

    assert lease.take_over(launched.tools) == ["dead"]
    assert lease.take_over(launched.tools) == []
    with launched.tools.database.read() as session:
        assert store.unfinished(session, "dead") == 0


def test_a_queue_s_thread_takes_the_event_the_engine_and_the_queue_and_ends_with_the_event(launched: House) -> None:
    assert list(inspect.signature(queue_worker_thread).parameters) == ["stop_event", "dbos", "queue"]
    assert "database_backed_queue" in inspect.signature(Queue.__init__).parameters
    threads = [one for one in threading.enumerate() if one.name in {"queue-make", "queue-publish", "queue-early"}]
    assert len(threads) == 3

    engine.shutdown(launched.tools, patience_s=1)
    for thread in threads:
        thread.join(5)
    assert not any(thread.is_alive() for thread in threads)


def test_a_worker_that_is_asked_to_end_does_so_within_ten_seconds(house: House) -> None:
    worker = Worker(house.tools)
    worker.start()
    began = monotonic()
    worker.stop(patience_s=8)

    assert monotonic() - began < 10
    assert lease.beat_age_s(house.tools) is None


@pytest.mark.parametrize(("attempts", "ends"), [(5, "SUCCESS"), (6, "MAX_RECOVERY_ATTEMPTS_EXCEEDED")])
def test_a_run_that_ended_its_process_five_times_is_not_tried_again(launched: House, attempts: int, ends: str) -> None:
    run = f"{engine.PUBLISH}:nothing:{attempts}"
    put(launched, run, "PENDING", "dead", attempts, engine.PUBLISH)

    DBOS._recover_pending_workflows(["dead"])  # noqa: SLF001 - what is tested

    deadline = monotonic() + 20
    while monotonic() < deadline and status(launched, run) not in {"SUCCESS", "ERROR", ends}:
        sleep(0.05)
    assert status(launched, run) == ends
