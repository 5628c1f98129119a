"""The month's money and the prices of the next calls, as the meter counts them."""

from dataclasses import replace
from typing import Any

from fastapi import FastAPI
from starlette.testclient import TestClient

from sorcerer import api, ledger
from sorcerer.app import House
from sorcerer.testing import FrozenClock


class Priced:
    """The embedded provider, with a price on its pictures and none known for its films."""

    def __init__(self, inner: Any) -> None:
        self._inner = inner
        self.name = "priced"

    def __getattr__(self, name: str) -> Any:
        return getattr(self._inner, name)

    def estimate(self, port: str, task: str) -> int | None:
        del task
        return {"image": 40_000, "video": None}.get(port, 0)


def test_the_embedded_studio_costs_nothing_and_says_so(whole: FastAPI, mara: Any) -> None:
    told = TestClient(whole, headers=mara.headers).get("/api/spending").json()

    assert (told["free"], told["reached"], told["spent_usd"], told["ceiling_usd"]) == (True, False, 0.0, 25.0)
    assert {price["usd"] for price in told["prices"]} == {0.0}


def test_prices_and_what_is_spent_come_from_the_meter_and_are_the_owner_s_alone(
    house: House, mara: Any, stranger: Any, clock: FrozenClock
) -> None:
    tools = replace(house.tools, provider=Priced(house.tools.provider))
    door = replace(house.web.state.door, tools=tools)
    web = api.create(door)
    with tools.database.begin() as session:
        call = {"provider": "priced", "port": "image", "ceiling_micros": 25_000_000, "now": clock.now()}
        ledger.reserve(session, mara.user.id, key="v:1:a", estimate_micros=24_990_000, **call)  # type: ignore[arg-type] # a table

    told = TestClient(web, headers=mara.headers).get("/api/spending").json()
    assert {price["port"]: price["usd"] for price in told["prices"]} == {
        "text": 0.0,
        "image": 0.04,
        "voice": 0.0,
        "video": None,
    }
    assert (told["free"], told["spent_usd"], told["reached"]) == (False, 24.99, True)
    hers = TestClient(web, headers=stranger.headers).get("/api/spending").json()
    assert (hers["spent_usd"], hers["reached"]) == (0.0, False)
