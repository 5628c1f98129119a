"""Somebody's own script over HTTP: a file goes up, each line is answered, and what fits is pinned and booked."""

from datetime import timedelta
from typing import Any

import httpx2
import pytest

from sorcerer.app import House


@pytest.fixture
def mara(http: httpx2.Client) -> str:
    persona = {"age": 29, "city": "berlin", "habits": ["gym", "cooking"], "people": ["Jonas"]}
    made = http.post("/api/sorcerer/init", json={"name": "Mara", "handle": "mara", "persona": persona})
    assert made.status_code == 201, made.text
    return str(made.json()["influencer"]["id"])


def send(http: httpx2.Client, who: str, text: str, verb: str = "", **fields: Any) -> httpx2.Response:
    file = {"file": ("script.txt", text.encode(), "text/plain")}
    return http.post(f"/api/influencer/{who}/life/script{verb}", files=file, data=fields)


def test_a_script_is_answered_line_by_line_and_then_pinned(http: httpx2.Client, house: House, mara: str) -> None:
    days = [(house.tools.clock.now() + timedelta(days=number)).date().isoformat() for number in (5, 6)]
    text = f"{days[0]} 17:00 drawing the harbour\n{days[1]} zorbing\n"

    first = send(http, mara, text).json()
    seen = {"base": first["preview"]["base"], "digest": first["preview"]["digest"]}
    refused = send(http, mara, text, "/apply", **seen)
    second = send(http, mara, text, without=[2]).json()
    seen = {"base": second["preview"]["base"], "digest": second["preview"]["digest"]}
    pinned = send(http, mara, text, "/apply", without=[2], **seen)
    late = send(http, mara, text, "/apply", without=[2], **seen)

    assert [line["state"] for line in first["lines"]] == ["fits", "unclear"]
    assert (refused.status_code, "Line 2, " in refused.json()["detail"]) == (409, True)
    assert [line["state"] for line in second["lines"]] == ["fits", "left_out"]
    assert (pinned.status_code, pinned.json()["revision"]) == (200, 2)
    assert late.status_code == 409
    items = {one["id"]: one for one in http.get(f"/api/influencer/{mara}/life").json()["items"]}
    assert (items[f"draw@{days[0]}"]["title"], items[f"draw@{days[0]}"]["start"]) == ("drawing the harbour", 17 * 60)
    history = http.get(f"/api/influencer/{mara}/interventions").json()
    assert history[0]["reason"] == "your own script, 1 of 2 lines"


def test_a_hostile_script_is_refused_by_name(http: httpx2.Client, mara: str) -> None:
    large, broken = send(http, mara, "x" * 300_000), send(http, mara, "BEGIN:VCALENDAR\nfoo")

    assert (large.status_code, broken.status_code) == (413, 422)
    assert [error["field"] for error in broken.json()["errors"]] == ["file"]
