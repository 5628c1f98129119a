from datetime import timedelta
from typing import Any

from fastapi import FastAPI
from starlette.testclient import TestClient

from sorcerer import influencers, sponsors
from sorcerer.app import House


def test_a_text_is_read_while_it_is_typed_and_says_what_stops_it(whole: FastAPI, mara: Any) -> None:
    client = TestClient(whole, headers=mara.headers)
    text = "I used it for three weeks."

    free = client.post("/api/claims/check", json={"text": text}).json()["claims"]
    paid = client.post("/api/claims/check", json={"text": text, "sponsored": True}).json()["claims"]

    assert [(one["quote"], one["blocked"]) for one in free] == [("I used it for three weeks", False)]
    assert [one["blocked"] for one in paid] == [True]
    assert "Made for" in paid[0]["suggestion"]


def test_a_sponsored_script_that_could_not_go_out_is_not_booked(whole: FastAPI, house: House, mara: Any) -> None:
    client = TestClient(whole, headers=mara.headers)
    now = house.tools.clock.now()
    with house.tools.database.begin() as session:
        new = influencers.New(name="Mara", handle="mara", mode="lifestyle", persona=influencers.Persona(age=27))
        her = influencers.create(session, mara.user.id, new, now).id
        brand = sponsors.add(session, mara.user.id, sponsors.New(company="Quiet Tea"), now).id
    wish = {
        "influencer_id": her,
        "scheduled_time": (now + timedelta(days=1)).isoformat(),
        "script": "I used it for three weeks.",
    }

    refused = client.post("/api/schedule", json=wish | {"sponsor_id": brand})

    assert refused.status_code == 422
    assert refused.json()["errors"][0]["field"] == "script"
    assert client.post("/api/schedule", json=wish).status_code == 201
