"""What waits for a person is told in one list, to its owner alone."""

from datetime import timedelta
from typing import Any

from fastapi import FastAPI
from starlette.testclient import TestClient

from sorcerer import influencers, schedule
from sorcerer.app import House
from sorcerer.influencers import New, Persona
from sorcerer.schedule import Failure
from sorcerer.testing import FrozenClock


def test_what_failed_and_what_waits_for_a_yes_is_listed_with_whose_it_is(
    house: House, whole: FastAPI, mara: Any, stranger: Any, clock: FrozenClock
) -> None:
    with house.tools.database.begin() as session:
        new = New(name="Mara", handle="mara", mode="lifestyle", persona=Persona(age=29))
        her = influencers.create(session, mara.user.id, new, clock.now())
        for title in ("asked", "failed", "fine"):
            at = clock.now() + timedelta(hours=3)
            wanted = schedule.Booking(influencer_id=her.id, scheduled_time=at, title=title)
            video = schedule.book(session, mara.user.id, wanted, clock.now(), house.tools.lead)[1]
            schedule.production.begin(session, video.id, video.rev, clock.now())
            if title == "failed":
                schedule.production.fail(session, video.id, Failure(stage="film", cause="No room."), clock.now())
                continue
            schedule.production.finish(session, video.id, video.rev, {"beats": []}, "", clock.now())
            if title == "asked":
                schedule.production.ask(session, video.id, clock.now())

    told = TestClient(whole, headers=mara.headers).get("/api/needs").json()
    assert [(one["kind"], one["name"]) for one in told] == [("approve", "Mara"), ("failed", "Mara")]
    assert TestClient(whole, headers=stranger.headers).get("/api/needs").json() == []
