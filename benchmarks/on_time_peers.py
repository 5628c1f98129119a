"""The same posts with other schedulers: a process each, its rows waiting in a database of its own.

Installed apart, next to nothing of ours: `uv pip install --target benchmarks/.peers "apscheduler<4" "procrastinate<4"`.
Both only call a function that notes the time: no film, no account, no durable step.
"""

import asyncio
import json
import sys
import threading
import time
from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from pathlib import Path

from sqlalchemy import create_engine, text

PEERS = Path(__file__).parent / ".peers"
SPREAD_S = 5.0
AHEAD_S = 4.0
_called: list[tuple[float, float]] = []
_ROWS = "WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < :count)"


def called(due: float) -> None:
    """Note when it was called, and when it should have been."""
    _called.append((due, time.time()))


def apscheduler(url: str, pending: int, count: int) -> None:
    """Run them as APScheduler 3 does, in its SQL job store; its waiting jobs are copies of one, put in by hand."""
    from apscheduler.jobstores.sqlalchemy import SQLAlchemyJobStore  # noqa: PLC0415 - installed apart
    from apscheduler.schedulers.background import BackgroundScheduler  # noqa: PLC0415

    engine = create_engine(url)
    scheduler = BackgroundScheduler(jobstores={"default": SQLAlchemyJobStore(engine=engine)}, timezone=UTC)
    scheduler.start(paused=True)
    later = datetime.now(UTC) + timedelta(days=1)
    scheduler.add_job(called, "date", run_date=later, args=[later.timestamp()], id="one")
    copies = (
        f"INSERT INTO apscheduler_jobs (id, next_run_time, job_state) {_ROWS} "  # noqa: S608 - ours
        "SELECT 'copy' || i, next_run_time + i, job_state FROM n, apscheduler_jobs WHERE id = 'one'"
    )
    with engine.begin() as connection:
        connection.execute(text(copies), {"count": pending})
    base = time.time() + AHEAD_S + count / 40  # it adds some dozens a second
    for number in range(count):
        due = base + SPREAD_S * number / count
        scheduler.add_job(
            called, "date", run_date=datetime.fromtimestamp(due, UTC), args=[due], misfire_grace_time=3600
        )
    scheduler.resume()
    _wait(count, base + SPREAD_S + 60)
    scheduler.shutdown(wait=False)


def procrastinate(url: str, pending: int, count: int) -> None:
    """Run them as Procrastinate does, asking for work five times a second; its default is every five seconds."""
    import procrastinate as peer  # noqa: PLC0415 - installed apart

    plain = url.replace("+psycopg", "")
    app = peer.App(connector=peer.PsycopgConnector(conninfo=plain, max_size=20))
    task = app.task(called, queue="posts", name="called")

    async def all_of_it() -> None:
        async with app.open_async():
            await app.schema_manager.apply_schema_async()
            later = datetime.now(UTC) + timedelta(days=1)
            await task.configure(schedule_at=later).defer_async(due=later.timestamp())
            engine = create_engine(url)
            copies = (
                f"INSERT INTO procrastinate_jobs (queue_name, task_name, args, scheduled_at) {_ROWS} "  # noqa: S608 - ours
                "SELECT queue_name, task_name, args, scheduled_at + make_interval(secs => i) "
                "FROM n, procrastinate_jobs WHERE id = (SELECT min(id) FROM procrastinate_jobs)"
            )
            with engine.begin() as connection:
                connection.execute(text(copies), {"count": pending})
            with engine.connect().execution_options(isolation_level="AUTOCOMMIT") as connection:
                connection.execute(text("VACUUM ANALYZE"))
            base = time.time() + AHEAD_S
            for number in range(count):
                due = base + SPREAD_S * number / count
                await task.configure(schedule_at=datetime.fromtimestamp(due, UTC)).defer_async(due=due)
            worker = asyncio.create_task(
                app.run_worker_async(
                    queues=["posts"], concurrency=16, install_signal_handlers=False, fetch_job_polling_interval=0.2
                )
            )
            await asyncio.to_thread(_wait, count, base + SPREAD_S + 60)
            worker.cancel()

    asyncio.run(all_of_it())


def _wait(count: int, until: float) -> None:
    pause = threading.Event()
    while len(_called) < count and time.time() < until:
        pause.wait(0.1)


ARMS: dict[str, Callable[[str, int, int], None]] = {"apscheduler": apscheduler, "procrastinate": procrastinate}


if __name__ == "__main__":
    sys.path.append(str(PEERS))  # last: what we have ourselves goes before their copies
    sys.modules["benchmarks.on_time_peers"] = sys.modules[__name__]  # the job store names its functions by module
    called.__module__ = "benchmarks.on_time_peers"
    ARMS[sys.argv[1]](sys.argv[2], int(sys.argv[3]), int(sys.argv[4]))
    print(json.dumps([at - due for due, at in _called]))  # noqa: T201 - the answer to who started us
