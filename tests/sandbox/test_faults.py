"""Planned misfortunes, and the ledger of what was really done."""

import asyncio
from typing import Any

import httpx
import pytest

from sorcerer.sandbox.gate import Gate
from sorcerer.sandbox.media import NotMedia, read_film
from sorcerer.sandbox.world import World


def effects(network: Any, op: str) -> int:
    return len(network.http.get(f"{network.base}/_sandbox/effects", params={"op": op}).json())


@pytest.mark.parametrize(
    ("action", "done"), [({"drop_before": True}, 0), ({"drop_after": True}, 1), ({"truncate_after": True}, 1)]
)
def test_a_cut_leaves_the_client_in_the_dark_and_the_ledger_knows(
    network: Any, action: dict[str, Any], done: int
) -> None:
    made = network.finished()
    network.fault("ig.media_publish", action)

    with pytest.raises((httpx.RemoteProtocolError, httpx.ReadError)):
        network.publish(made)

    assert (effects(network, "ig.media_publish"), len(network.posts())) == (done, done)


@pytest.mark.parametrize(("action", "done"), [({"error": "ig.4.2207051"}, 0), ({"error_after": "ig.4.2207051"}, 1)])
def test_the_same_error_comes_before_or_after_the_deed(network: Any, action: dict[str, Any], done: int) -> None:
    made = network.finished()
    network.fault("ig.media_publish", action)

    error = network.publish(made).json()["error"]

    assert (error["code"], error["error_subcode"]) == (4, 2207051)
    assert len(network.posts()) == done


def test_a_held_answer_comes_after_the_deed(network: Any) -> None:
    made = network.finished()
    network.fault("ig.media_publish", {"hang_after_s": 0.5})
    with pytest.raises(httpx.ReadTimeout):
        network.http.post(
            f"{network.base}/fb/v25.0/{network.user}/media_publish",
            data={"creation_id": made},
            headers=network.headers,
            timeout=0.2,
        )
    assert len(network.posts()) == 1


def test_a_fault_can_wait_its_turn_and_strikes_so_often(network: Any) -> None:
    network.fault("ig.node.get", {"error": "ig.1"}, skip=1, times=2)
    assert [network.get("me").status_code for _ in range(5)] == [200, 500, 500, 200, 200]
    (fault,) = network.http.get(f"{network.base}/_sandbox/faults").json()
    assert (fault["seen"], fault["struck"]) == (5, 2)


def test_chance_is_the_same_each_time(network: Any) -> None:
    runs = []
    for _ in range(2):
        network.http.delete(f"{network.base}/_sandbox/faults")
        network.fault("ig.node.get", {"error": "ig.1"}, probability=0.5, times=-1, seed=3)
        runs.append([network.get("me").status_code for _ in range(12)])
    assert set(runs[0]) == {200, 500}


def test_a_fault_strikes_one_account_and_one_call(network: Any) -> None:
    network.fault("ig.node.get", {"error": "ig.1"}, account="17900000000000000", times=-1)
    network.fault("ig.media.create", {"error": "ig.1"}, times=-1)
    assert network.get("me").status_code == 200


@pytest.mark.parametrize("action", [{}, {"explode": 1}, {"error": "ig.nonsense"}])
def test_a_plan_that_means_nothing_is_refused(network: Any, action: dict[str, Any]) -> None:
    assert network.fault("*", action).status_code == 422


def test_reads_can_be_behind(network: Any) -> None:
    made = network.finished()
    network.publish(made)
    for op in ("ig.media.list", "ig.container.get", "ig.limit.get"):
        network.fault(op, {"stale_reads_s": 20})

    behind = (network.get(f"{network.user}/media").json()["data"], network.status(made))
    used = network.get(f"{network.user}/content_publishing_limit").json()["data"][0]["quota_usage"]

    assert (behind, used) == (([], "IN_PROGRESS"), 0)
    assert len(network.get(f"{network.user}/media").json()["data"]) == 1


def test_work_can_take_long_or_go_wrong(network: Any) -> None:
    network.fault("ig.media.create", {"process": {"delay_s": 30, "result": "error:2207053"}})
    made = network.finished()
    assert network.status(made) == "IN_PROGRESS"
    network.http.post(f"{network.base}/_sandbox/clock", json={"advance_s": 30})
    assert network.get(made, fields="status_code,status").json()["status"].endswith("2207053")


def test_a_quota_and_an_account_can_change_in_the_middle(network: Any) -> None:
    made = network.finished()
    network.fault("ig.node.get", {"account": "restrict"})
    network.get("me")
    assert network.publish(made).json()["error"]["code"] == 25


def test_an_unknown_knob_is_refused(network: Any) -> None:
    assert network.knobs(colour="red").status_code == 422
    assert network.knobs(republish="sometimes").status_code in {422, 500}


def test_a_reset_leaves_nothing(network: Any) -> None:
    network.publish(network.finished())
    network.http.post(f"{network.base}/_sandbox/reset")
    assert (network.posts(), network.http.get(f"{network.base}/_sandbox/accounts").json()) == ([], [])


def test_only_this_machine_is_answered(network: Any) -> None:
    forwarded = network.http.get(f"{network.base}/@mara", headers={"X-Forwarded-For": "203.0.113.9"})
    assert forwarded.status_code == 403
    assert _asked_from("203.0.113.9", network) == 403
    reset = f"{network.base}/_sandbox/reset"
    assert network.http.post(reset, headers={"Origin": "https://evil.example"}).status_code == 403
    assert (
        network.http.post(f"{network.base}/_sandbox/clock", json={}, headers={"Origin": network.base}).status_code
        == 200
    )
    assert network.http.get(f"{network.base}/@mara", headers={"X-Forwarded-For": "127.0.0.1"}).status_code == 200


def _asked_from(host: str, network: Any) -> int:
    async def never(*_: Any) -> None:
        raise AssertionError("it was let in")

    statuses: list[int] = []

    async def send(message: Any) -> None:
        statuses.append(message.get("status", 0))

    world = World(network.url, network.clock)
    scope = {"type": "http", "client": (host, 1), "headers": [], "method": "GET", "path": "/", "query_string": b""}
    asyncio.run(Gate(never, world)(scope, never, send))  # type: ignore[arg-type] # a plain scope
    world.close()
    return statuses[0]


@pytest.mark.parametrize("body", [b"", b"\x00", b"\x00" * 64, (b"\x00\x00\x00\x08moov" * 40), b"\xff" * 4096])
def test_strange_bytes_are_no_film(body: bytes, tmp_path: Any) -> None:
    path = tmp_path / "x.mp4"
    path.write_bytes(body)
    with pytest.raises(NotMedia):
        read_film(path)
