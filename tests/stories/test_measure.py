from collections.abc import Callable
from datetime import timedelta
from typing import Any

import httpx2

from sorcerer import growth
from sorcerer.app import House
from sorcerer.workflows.measure import Measurer


def test_a_new_account_is_measured_at_once_and_then_every_ten_minutes(
    house: House, http: httpx2.Client, wait: Callable[..., Any]
) -> None:
    del wait
    persona = http.post("/api/surprise", json={"seed": "measure"}).json()
    wanted = {name: persona[name] for name in ("name", "handle", "persona", "look")}
    influencer = http.post("/api/sorcerer/init", json=wanted | {"face_key": persona["face"]["key"]}).json()[
        "influencer"
    ]
    owner = http.get("/api/account").json()["id"]
    measurer = Measurer(house.tools)

    first, again = measurer.measure(), measurer.measure()

    now = house.tools.clock.now()
    with house.tools.database.read() as session:
        points = growth.series(
            session, owner, influencer["id"], "followers", now - timedelta(minutes=11), now + timedelta(seconds=1)
        )
    assert (first, again) == (1, 0)
    assert len(points) == 1
