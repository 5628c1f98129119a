"""Accounts and publications at the door."""

from datetime import timedelta
from typing import Any

from fastapi import FastAPI
from starlette.testclient import TestClient

from sorcerer import influencers, publishing
from sorcerer.app import House
from sorcerer.platforms import Grant, Identity
from sorcerer.publishing import Channel, Link
from sorcerer.publishing.channels import breaker


def connected(house: House, owner_id: str) -> Channel:
    now = house.tools.clock.now()
    with house.tools.database.begin() as session:
        new = influencers.New(name="Mara", handle="mara", mode="lifestyle", persona=influencers.Persona(age=27))
        her = influencers.create(session, owner_id, new, now)
        link = Link(
            owner_id=owner_id,
            influencer_id=her.id,
            platform="tiktok",
            realm="sandbox",
            identity=Identity(account_id="1", handle="mara"),
            grant=Grant(access_token="access"),
        )
        return publishing.channels.connect(session, house.tools.keys, link, now)


def test_an_account_that_was_stopped_goes_on_when_a_person_says_so(whole: FastAPI, house: House, mara: Any) -> None:
    channel = connected(house, mara.user.id)
    with house.tools.database.begin() as session:
        breaker.trip(session, channel, "TikTok took it for spam.", house.tools.clock.now() + timedelta(hours=24))
    client = TestClient(whole, headers=mara.headers)
    stopped = client.get("/api/channel").json()["items"][0]

    answer = client.post(f"/api/channel/{channel.id}/resume")

    assert stopped["breaker"] == "TikTok took it for spam."
    assert answer.status_code == 200
    assert (answer.json()["breaker"], answer.json()["not_before"]) == (None, None)
    assert client.get("/api/channel").json()["items"][0]["breaker"] is None
