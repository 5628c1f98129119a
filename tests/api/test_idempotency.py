"""However often a creating request is sent with one key, it happens once and is answered alike."""

from concurrent.futures import ThreadPoolExecutor
from datetime import timedelta
from typing import Any

import pytest
from fastapi import FastAPI
from starlette.testclient import TestClient

from sorcerer.testing import FrozenClock

KEY = {"Idempotency-Key": "k1"}


def _names(client: TestClient) -> list[str]:
    return [token["name"] for token in client.get("/api/token").json()["items"]]


def test_a_repeated_request_makes_one_thing_and_shows_its_secret_once(client: TestClient) -> None:
    first = client.post("/api/token", json={"name": "a"}, headers=KEY)
    second = client.post("/api/token", json={"name": "a"}, headers=KEY)

    assert (first.status_code, second.status_code, second.headers["idempotency-replayed"]) == (201, 201, "true")
    assert second.json() == first.json() | {"secret": None}
    assert first.json()["secret"].startswith("srcr_")
    assert _names(client) == ["test", "a"]


def test_requests_without_a_key_happen_each_time(client: TestClient) -> None:
    client.post("/api/token", json={"name": "a"})
    client.post("/api/token", json={"name": "a"})

    assert _names(client) == ["test", "a", "a"]


def test_a_key_may_not_mean_another_request(client: TestClient) -> None:
    client.post("/api/token", json={"name": "a"}, headers=KEY)
    other = client.post("/api/token", json={"name": "b"}, headers=KEY)

    assert (other.status_code, other.json()["errors"][0]["field"]) == (422, "Idempotency-Key")
    assert _names(client) == ["test", "a"]


def test_a_refusal_is_not_kept(client: TestClient) -> None:
    assert client.post("/api/token", json={"name": ""}, headers=KEY).status_code == 422
    assert client.post("/api/token", json={"name": "a"}, headers=KEY).status_code == 201


def test_two_owners_may_use_the_same_key(client: TestClient, app: FastAPI, stranger: Any) -> None:
    other = TestClient(app, headers=stranger.headers)
    client.post("/api/token", json={"name": "mine"}, headers=KEY)
    theirs = other.post("/api/token", json={"name": "mine"}, headers=KEY)

    assert theirs.json()["secret"] is not None
    assert _names(other) == ["test", "mine"]


def test_a_key_is_forgotten_after_a_day(client: TestClient, clock: FrozenClock) -> None:
    client.post("/api/token", json={"name": "a"}, headers=KEY)
    clock.advance(timedelta(hours=24))
    client.post("/api/token", json={"name": "a"}, headers=KEY)

    assert _names(client) == ["test", "a", "a"]


def test_a_route_without_a_session_happens_once_too(client: TestClient, app: FastAPI) -> None:
    answers = [client.post("/api/demo/wish", json={"name": "a"}, headers=KEY).json() for _ in range(3)]

    assert answers == [{"count": 1, "name": "a"}] * 3
    assert app.state.wishes == 1


def test_a_route_that_failed_may_be_tried_again_with_its_key(client: TestClient, app: FastAPI) -> None:
    assert [client.post("/api/demo/failing", json={"name": "a"}, headers=KEY).status_code for _ in range(2)] == [
        500
    ] * 2
    assert app.state.wishes == 2


@pytest.mark.parametrize("round_", range(3))
def test_twins_at_the_same_moment_make_one_thing(app: FastAPI, mara: Any, round_: int) -> None:
    with TestClient(app, headers=mara.headers) as client, ThreadPoolExecutor(8) as pool:
        answers = list(
            pool.map(lambda _: client.post("/api/token", json={"name": f"a{round_}"}, headers=KEY), range(8))
        )
        names = _names(client)

    assert [answer.status_code for answer in answers] == [201] * 8
    assert len({answer.json()["id"] for answer in answers}) == 1
    assert names == ["test", f"a{round_}"]


def test_sixty_writers_at_once_all_get_through(app: FastAPI, mara: Any) -> None:
    """Each waits for the one write lock of SQLite; none may hold the thread that the lock's holder needs."""
    with TestClient(app, headers=mara.headers) as client, ThreadPoolExecutor(60) as pool:
        client.get("/api/account")
        answers = list(pool.map(lambda number: client.post("/api/token", json={"name": f"t{number}"}), range(60)))

    assert [answer.status_code for answer in answers] == [201] * 60
