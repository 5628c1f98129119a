"""What the door tells of times that a clock change skips or has twice, and of series that are changed."""

from collections.abc import Callable
from datetime import UTC, datetime
from typing import Any
from zoneinfo import ZoneInfo

import pytest
from fastapi import FastAPI
from starlette.testclient import TestClient

from sorcerer import influencers, schedule
from sorcerer.app import House
from sorcerer.testing import FrozenClock

BERLIN = ZoneInfo("Europe/Berlin")
SKIPPED = "02:30 does not exist on 28 March 2027 in Europe/Berlin: it happens at 03:00."
NEXT_YEAR = "02:30 does not exist on 26 March 2028 in Europe/Berlin: it happens at 03:00."
TWICE = "02:30 comes twice on 31 October 2027 in Europe/Berlin: it happens the first time."


@pytest.fixture
def http(whole: FastAPI, house: House, mara: Any, clock: FrozenClock) -> TestClient:
    """Her program, a week before the clocks go forward in Berlin."""
    clock.advance(datetime(2027, 3, 21, 12, tzinfo=UTC) - clock.now())
    with house.tools.database.begin() as session:
        new = influencers.New(name="Mara", handle="mara", mode="lifestyle", persona=influencers.Persona(age=27))
        influencers.create(session, mara.user.id, new, clock.now())
    return TestClient(whole, headers=mara.headers)


@pytest.fixture
def book(http: TestClient) -> Callable[..., Any]:
    """Book soup on the clock of Berlin; what a test names comes on top."""
    who = http.get("/api/influencer").json()["items"][0]["id"]

    def booked(local_time: str, **more: Any) -> Any:
        wanted = {"influencer_id": who, "timezone": "Europe/Berlin", "direction": "Soup", "local_time": local_time}
        answer = http.post("/api/schedule", json=wanted | more)
        assert answer.status_code == 201, answer.text
        return answer.json()

    return booked


def walls(http: TestClient, **more: str) -> list[str]:
    """The wall clocks in Berlin of what is still to be made."""
    told = http.get("/api/video", params={"status": "pending", "limit": "200"} | more).json()["items"]
    moments = [datetime.fromisoformat(one["scheduled_time"]).astimezone(BERLIN) for one in told]
    return [f"{moment:%d %b %H:%M}" for moment in moments]


def test_a_post_moved_to_a_time_the_clock_skips_says_when_it_goes_out_instead(
    http: TestClient, book: Callable[..., Any]
) -> None:
    path = f"/api/video/{book('2027-03-26T02:30')['video']['id']}"

    onto = http.patch(path, json={"local_date": "2027-03-28"}).json()
    words = http.patch(path, json={"title": "Stew"}).json()
    away = http.patch(path, json={"local_date": "2027-03-29"}).json()

    assert (onto["notes"], words["notes"], away["notes"]) == ([SKIPPED], [], [])
    assert walls(http) == ["29 Mar 02:30"]


@pytest.mark.parametrize(
    ("wall", "at", "told"),
    [
        ("2027-03-28T02:30", "2027-03-28T01:00:00Z", [SKIPPED]),
        ("2027-10-31T02:30", "2027-10-31T00:30:00Z", [TWICE]),
        ("2027-03-28T03:30", "2027-03-28T01:30:00Z", []),
    ],
)
def test_a_post_moved_to_a_wall_clock_goes_out_at_its_first_valid_minute(
    http: TestClient, book: Callable[..., Any], wall: str, at: str, told: list[str]
) -> None:
    video = book("2027-03-26T02:30")["video"]

    moved = http.patch(f"/api/video/{video['id']}", json={"local_time": wall}).json()

    assert (moved["scheduled_time"], moved["notes"]) == (at, told)


@pytest.mark.parametrize(
    "said",
    [
        {"local_time": "2027-03-28T02:30", "local_date": "2027-03-28"},
        {"local_time": "2027-03-28T02:30", "scheduled_time": "2027-03-28T02:30:00Z"},
        {"local_time": "2027-03-28T02:30:00Z"},
    ],
)
def test_a_time_that_is_said_in_two_ways_is_refused(
    http: TestClient, book: Callable[..., Any], said: dict[str, str]
) -> None:
    video = book("2027-03-26T02:30")["video"]

    assert http.patch(f"/api/video/{video['id']}", json=said).status_code == 422


def test_a_film_that_is_made_keeps_the_wall_clock_it_was_moved_to(
    http: TestClient, book: Callable[..., Any], house: House, clock: FrozenClock
) -> None:

    video = book("2027-03-26T02:30")["video"]
    with house.tools.database.begin() as session:
        schedule.production.begin(session, video["id"], video["rev"], clock.now())
        schedule.production.finish(session, video["id"], video["rev"], {"title": "Soup"}, "Soup.", clock.now())

    told = [http.patch(f"/api/video/{video['id']}", json={"local_date": f"2027-03-{day}"}).json() for day in (28, 29)]

    assert [one["status"] for one in told] == ["ready", "ready"]
    assert [one["notes"] for one in told] == [[SKIPPED], []]
    assert told[1]["scheduled_time"] == "2027-03-29T00:30:00Z"


def test_a_series_tells_of_the_clock_changes_of_the_year_from_now_on(
    http: TestClient, book: Callable[..., Any], clock: FrozenClock
) -> None:
    booked = book("2027-03-22T02:30", recurrence_rule="FREQ=DAILY")
    path = f"/api/schedule/{booked['schedule']['id']}"
    first = http.get(path).json()["notes"]
    later = http.patch(path, json={"local_time": "09:00"}).json()["notes"]
    back = http.patch(path, json={"local_time": "02:30"}).json()["notes"]
    paused = http.patch(path, json={"active": False}).json()["notes"]
    clock.advance(datetime(2027, 4, 2, tzinfo=UTC) - clock.now())
    resumed = http.patch(path, json={"active": True}).json()["notes"]

    assert booked["notes"] == first == [SKIPPED, TWICE, NEXT_YEAR]
    assert (later, back, paused) == ([], [SKIPPED, TWICE, NEXT_YEAR], [])
    assert resumed == [TWICE, NEXT_YEAR]


def test_a_series_says_nothing_of_an_occurrence_that_was_skipped_and_leaves_it_out_from_then_on(
    http: TestClient, book: Callable[..., Any]
) -> None:
    booked = book("2027-03-26T02:30", recurrence_rule="FREQ=DAILY;COUNT=5")
    on_the_day = {"from": "2027-03-28T00:30:00Z", "to": "2027-03-28T12:00:00Z"}
    skipped = http.get("/api/video", params=on_the_day).json()["items"][0]
    assert http.delete(f"/api/video/{skipped['id']}").status_code == 200

    path = f"/api/schedule/{booked['schedule']['id']}"
    quiet = http.get(path).json()["notes"]
    for change in ({"title": "Stew"}, {"active": False}, {"active": True}):
        assert http.patch(path, json=change).status_code == 200

    assert quiet == []
    assert walls(http) == ["26 Mar 02:30", "27 Mar 02:30", "29 Mar 02:30", "30 Mar 02:30"]


def test_the_list_of_schedules_can_be_of_series_alone(http: TestClient, book: Callable[..., Any]) -> None:
    book("2027-03-26T09:00")
    series = book("2027-03-26T10:00", recurrence_rule="FREQ=DAILY;COUNT=3")["schedule"]["id"]

    told = http.get("/api/schedule", params={"recurring": "true"}).json()["items"]

    assert [one["id"] for one in told] == [series]
    assert len(http.get("/api/schedule").json()["items"]) == 5
