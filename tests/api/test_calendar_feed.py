from datetime import UTC, datetime

from fastapi import FastAPI
from fastapi.testclient import TestClient

from sorcerer import accounts
from sorcerer.api.calendar_feed import ics
from sorcerer.app import House
from sorcerer.schedule import Video

AT = datetime(2026, 12, 1, 9, 0, tzinfo=UTC)


def video(**more: object) -> Video:
    fields = {"id": "v1", "owner_id": "o", "influencer_id": "i", "kind": "reel", "title": "Soup, hot; twice"}
    times = {"direction": "One\nTwo " + "ü" * 60, "scheduled_time": AT, "timezone": "UTC", "created_at": AT}
    return Video.model_validate(fields | times | more)


def test_a_video_is_an_event_with_its_words_escaped_and_its_lines_folded() -> None:
    lines = ics([video(), video(id="v2", status="withdrawn")], AT).split("\r\n")

    assert max(len(line.encode()) for line in lines) <= 75
    assert lines[5:14] == [
        "BEGIN:VEVENT",
        "UID:v1@sorcerer",
        "SEQUENCE:1",
        "DTSTAMP:20261201T090000Z",
        "DTSTART:20261201T090000Z",
        "DTEND:20261201T091500Z",
        "SUMMARY:Soup\\, hot\\; twice (reel\\, pending)",
        "DESCRIPTION:One\\nTwo " + "ü" * 26,
        " " + "ü" * 34,
    ]
    assert lines.count("BEGIN:VEVENT") == 1


def test_the_feed_s_address_opens_the_calendar_and_nothing_else(whole: FastAPI, house: House) -> None:
    with house.tools.database.begin() as session:
        now = house.tools.clock.now()
        owner = accounts.first_owner(session, now)
        _, secret = accounts.tokens.issue(session, owner.id, "test", now)
    client = TestClient(whole)
    made = client.post("/api/calendar", headers={"Authorization": f"Bearer {secret}"})
    key = made.json()["url"].partition("key=")[2]

    feed = client.get("/api/calendar.ics", params={"key": key})
    assert (feed.status_code, feed.headers["content-type"]) == (200, "text/calendar; charset=utf-8")
    assert feed.text.startswith("BEGIN:VCALENDAR\r\n")
    assert client.get("/api/video", headers={"Authorization": f"Bearer {key}"}).status_code == 403
    assert client.get("/api/calendar.ics", params={"key": "srcr_wrong"}).status_code == 401


def test_metrics_are_for_this_machine_or_a_token(whole: FastAPI, house: House) -> None:
    with house.tools.database.begin() as session:
        now = house.tools.clock.now()
        _, secret = accounts.tokens.issue(session, accounts.first_owner(session, now).id, "test", now)

    here = TestClient(whole, client=("127.0.0.1", 1))
    assert here.get("/metrics").status_code == 200
    assert here.get("/metrics", headers={"X-Forwarded-For": "203.0.113.5"}).status_code == 401
    there = TestClient(whole, client=("203.0.113.5", 1))
    assert there.get("/metrics").status_code == 401
    told = there.get("/metrics", headers={"Authorization": f"Bearer {secret}"}).text
    assert "sorcerer_overdue_schedules 0\n" in told
