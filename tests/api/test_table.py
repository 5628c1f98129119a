"""The posts as a table: whole, readable by a spreadsheet, and harmless in it."""

import csv
import io
from datetime import timedelta
from typing import Any

import pytest
from fastapi import FastAPI
from starlette.testclient import TestClient

from sorcerer import influencers, schedule
from sorcerer.api import table
from sorcerer.app import House
from sorcerer.influencers import New, Persona
from sorcerer.testing import FrozenClock

TITLES = ('=HYPERLINK("http://evil","x")', "+1", "-1", "@sum", "\ttab", 'Soup, "hot"\nand twice', "Ümlaut")


@pytest.fixture
def her(house: House, mara: Any, clock: FrozenClock) -> str:
    with house.tools.database.begin() as session:
        new = New(name="Mara", handle="mara", mode="lifestyle", persona=Persona(age=29))
        who = influencers.create(session, mara.user.id, new, clock.now()).id
        for hour, title in enumerate(TITLES, start=1):
            wanted = schedule.Booking(
                influencer_id=who,
                scheduled_time=clock.now() + timedelta(hours=hour),
                timezone="Asia/Tokyo",
                title=title,
                direction="Soup",
                tags=("a", "b"),
            )
            schedule.book(session, mara.user.id, wanted, clock.now(), house.tools.lead)
    return who


def read(text: str) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(text.removeprefix("\ufeff"), newline="")))


def test_every_post_is_a_line_and_no_cell_is_a_formula(whole: FastAPI, mara: Any, her: str) -> None:
    answer = TestClient(whole, headers=mara.headers).get("/api/video.csv", params={"influencer_id": her})

    assert (answer.status_code, answer.headers["content-type"]) == (200, "text/csv; charset=utf-8")
    assert answer.content[:3] == b"\xef\xbb\xbf"
    assert answer.text.count("\r\n") == len(TITLES) + 1
    rows = read(answer.text)
    assert [row["title"] for row in rows] == [f"'{title}" if title[0] in "=+-@\t" else title for title in TITLES]
    first = rows[0]
    assert (first["influencer"], first["status"], first["labels"], first["tags"]) == (
        "Mara",
        "pending",
        "AI-generated",
        "a b",
    )
    assert (first["cost_usd"], first["timezone"]) == ("0.000000", "Asia/Tokyo")


def test_a_post_tells_its_time_in_utc_and_on_her_clock(whole: FastAPI, mara: Any, her: str, clock: FrozenClock) -> None:
    at = clock.now() + timedelta(hours=1)
    span = {"from": at.isoformat(), "to": (at + timedelta(minutes=1)).isoformat()}
    rows = read(TestClient(whole, headers=mara.headers).get("/api/video.csv", params=span).text)

    tokyo = at + timedelta(hours=9)
    assert [(row["time_utc"], row["time_local"]) for row in rows] == [
        (f"{at:%Y-%m-%d %H:%M}", f"{tokyo:%Y-%m-%d %H:%M}")
    ]
    assert her != ""


def test_pages_follow_each_other_without_a_gap(
    whole: FastAPI, mara: Any, her: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(table, "_PAGE", 2)

    rows = read(TestClient(whole, headers=mara.headers).get("/api/video.csv").text)
    assert (len(rows), len({row["id"] for row in rows})) == (len(TITLES), len(TITLES))
    assert her != ""


def test_nobody_reads_somebody_else_s_posts(whole: FastAPI, stranger: Any, her: str) -> None:
    answer = TestClient(whole, headers=stranger.headers).get("/api/video.csv", params={"influencer_id": her})

    assert (answer.status_code, read(answer.text)) == (200, [])
    assert TestClient(whole).get("/api/video.csv").status_code == 401
