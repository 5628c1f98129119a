"""A video is made again from the stage a person chooses; what stands before it is kept."""

from datetime import timedelta
from typing import Any

import pytest
from fastapi import FastAPI
from starlette.testclient import TestClient

from sorcerer import influencers, ledger, schedule, studio
from sorcerer.app import House
from sorcerer.influencers import New, Persona
from sorcerer.schedule import Video
from sorcerer.testing import FrozenClock

KINDS = ("script", "storyboard", "frame", "film", "srt", "thumbnail")


@pytest.fixture
def video(house: House, mara: Any, clock: FrozenClock) -> Video:
    """A reel that is made, with everything that was made for it, and one paid call."""
    with house.tools.database.begin() as session:
        new = New(name="Mara", handle="mara", mode="lifestyle", persona=Persona(age=29))
        her = influencers.create(session, mara.user.id, new, clock.now())
        wanted = schedule.Booking(influencer_id=her.id, scheduled_time=clock.now() + timedelta(hours=3))
        booked = schedule.book(session, mara.user.id, wanted, clock.now(), house.tools.lead)[1]
        schedule.production.begin(session, booked.id, booked.rev, clock.now())
        for kind in KINDS:
            made = studio.artifacts.Artifact.model_validate({"kind": kind, "rev": 1})
            studio.artifacts.keep(session, mara.user.id, booked.id, made, clock.now())
        call = {"provider": "x", "port": "video", "estimate_micros": 1, "ceiling_micros": 9, "now": clock.now()}
        ledger.reserve(session, mara.user.id, key=f"{booked.id}:1:a", **call)  # type: ignore[arg-type] # a table
        ledger.settle(session, f"{booked.id}:1:a", 1, "kept")
        schedule.production.finish(session, booked.id, booked.rev, {"beats": []}, "", clock.now())
    return booked


def left(house: House, video: Video) -> tuple[set[str], str | None]:
    with house.tools.database.read() as session:
        kinds = {one.kind for one in studio.artifacts.of_video(session, video.owner_id, video.id)}
        return set(kinds), ledger.result_of(session, video.owner_id, video.id, "a")


def test_the_chosen_stage_and_those_after_it_are_made_anew(
    house: House, whole: FastAPI, mara: Any, video: Video
) -> None:
    client = TestClient(whole, headers=mara.headers)

    answer = client.post(f"/api/video/{video.id}/retry", json={"stage": "first_frame"})

    assert (answer.status_code, answer.json()["status"], answer.json()["rev"]) == (200, "pending", video.rev + 1)
    assert left(house, video) == ({"script", "storyboard"}, None)


def test_without_a_stage_a_video_that_is_made_is_left_as_it_is(
    house: House, whole: FastAPI, mara: Any, video: Video
) -> None:
    client = TestClient(whole, headers=mara.headers)

    answer = client.post(f"/api/video/{video.id}/retry")

    assert (answer.status_code, "is made already" in answer.json()["detail"]) == (409, True)
    assert left(house, video) == (set(KINDS), "kept")


def test_a_stage_that_does_not_exist_is_refused(whole: FastAPI, mara: Any, video: Video) -> None:
    client = TestClient(whole, headers=mara.headers)

    assert client.post(f"/api/video/{video.id}/retry", json={"stage": "dance"}).status_code == 422
