from collections.abc import Callable
from datetime import timedelta
from typing import Any

import httpx2

from sorcerer import growth
from sorcerer.app import House
from sorcerer.workflows.measure import Measurer


def test_a_new_account_is_measured_at_once_and_then_every_night(
    house: House, http: httpx2.Client, wait: Callable[..., Any]
) -> None:
    del wait
    persona = http.post("/api/surprise", json={"seed": "measure"}).json()
    wanted = {name: persona[name] for name in ("name", "handle", "persona", "look")}
    her = http.post("/api/sorcerer/init", json=wanted | {"face_key": persona["face"]["key"]}).json()["influencer"]["id"]
    owner = http.get("/api/account").json()["id"]

    kept = [Measurer(house.tools).measure() for _ in range(3)]

    with house.tools.database.read() as session:
        (reading,) = growth.readings.page(session, owner, her)
    series = http.get(f"/api/influencer/{her}/growth").json()
    assert kept[1:] == [0, 0]
    assert len(series["points"]) == 1
    assert series["gaps"] == []
    assert reading.due_at is not None
    assert timedelta() < reading.due_at - house.tools.clock.now() < timedelta(hours=26)
