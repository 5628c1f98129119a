"""A page can tell that nobody works: the heartbeat of the workers, as the banner reads it."""

from datetime import timedelta

from fastapi import FastAPI
from starlette.testclient import TestClient

from sorcerer.app import House
from sorcerer.workflows import lease, store


def test_a_worker_that_was_silent_for_longer_than_fifteen_seconds_is_not_alive(whole: FastAPI, house: House) -> None:
    client, tools = TestClient(whole), house.tools

    def told(silent_s: float) -> tuple[bool, int]:
        with tools.database.begin() as session:
            at = store.shared_now(session, tools.clock.now()) - timedelta(seconds=silent_s)
            store.beat(session, tools.executor_id, "here", 1, at)
        worker = client.get("/api/health").json()["worker"]
        return worker["alive"], int(worker["beat_age_s"])

    never = client.get("/api/health").json()["worker"]
    lease.beat(tools)
    fresh = client.get("/api/health").json()["worker"]["alive"]

    assert never == {"alive": False, "beat_age_s": None}
    assert fresh
    assert told(12.1) == (True, 12)
    assert told(15.5) == (False, 15)
