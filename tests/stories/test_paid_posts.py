"""A sponsor put on a post of a life, over HTTP: what her life does not allow is refused, with the way out."""

from datetime import timedelta
from typing import Any

import httpx2
import pytest

from sorcerer import accounts, schedule
from sorcerer.app import House


@pytest.fixture
def mara(http: httpx2.Client) -> str:
    wanted = {
        "name": "Mara",
        "handle": "mara",
        "growth": {"on": False},
        "persona": {"age": 29, "city": "berlin", "habits": ["gym", "cooking"], "people": ["Jonas"]},
    }
    made = http.post("/api/sorcerer/init", json=wanted)
    assert made.status_code == 201, made.text
    return str(made.json()["influencer"]["id"])


@pytest.fixture
def brand(http: httpx2.Client) -> str:
    wanted = {"company": "Lumen", "product_info": {"name": "Glow Serum 30 ml"}}
    return str(http.post("/api/sponsor", json=wanted).json()["id"])


def reels(http: httpx2.Client) -> list[dict[str, Any]]:
    videos = http.get("/api/video", params={"limit": 200}).json()["items"]
    told = [one for one in videos if one["life_post_id"] and one["kind"] == "reel"]
    return sorted(told, key=lambda one: str(one["scheduled_time"]))


def put(http: httpx2.Client, video: dict[str, Any], brand: str) -> httpx2.Response:
    return http.post(f"/api/video/{video['id']}/add-sponsor", json={"sponsor_id": brand})


def day(house: House, days: int) -> str:
    return (house.tools.clock.now() + timedelta(days=days)).date().isoformat()


def step_in(http: httpx2.Client, who: str, text: str) -> dict[str, Any]:
    preview: dict[str, Any] = http.post(f"/api/influencer/{who}/interventions", json={"text": text}).json()
    wish = {"text": text, "base": preview["base"], "digest": preview["digest"]}
    applied = http.post(f"/api/influencer/{who}/interventions/apply", json=wish)
    assert applied.status_code == 200, applied.text
    return preview


def paid(http: httpx2.Client) -> list[str]:
    return [one["life_post_id"] for one in reels(http) if one["sponsor_id"]]


@pytest.mark.usefixtures("mara")
def test_a_second_sponsored_post_too_near_is_refused_with_the_way_out(http: httpx2.Client, brand: str) -> None:
    one, other = reels(http)[8:10]

    kept, refused = put(http, one, brand), put(http, other, brand)

    assert kept.status_code == 200, kept.text
    assert (refused.status_code, refused.json()["errors"][0]["field"]) == (409, "sponsor_id")
    assert "sponsored reels of one sponsor keep 4 days between them." in refused.json()["detail"]
    assert "Take the sponsor off one of them, or choose another post." in refused.text
    assert paid(http) == [one["life_post_id"]]


def test_what_she_has_lost_cannot_be_put_into_her_post(
    http: httpx2.Client, house: House, mara: str, brand: str
) -> None:
    step_in(http, mara, f"she loses her glow serum on {day(house, 4)}")

    refused = put(http, reels(http)[8], brand)

    assert (refused.status_code, refused.json()["errors"][0]["field"]) == (409, "sponsor_id")
    assert "which she does not have" in refused.json()["detail"]
    step_in(http, mara, f"she gets a glow serum on {day(house, 5)}")
    assert put(http, reels(http)[8], brand).status_code == 200


def test_whoever_loses_the_product_is_told_which_post_loses_its_sponsor_and_gets_it_back_by_undo(
    http: httpx2.Client, house: House, mara: str, brand: str
) -> None:
    post = reels(http)[8]
    put(http, post, brand)

    preview = step_in(http, mara, f"she loses her glow serum on {day(house, 4)}")
    without = paid(http)
    undone = http.post(f"/api/influencer/{mara}/interventions/undo", json={"base": 2})

    assert [one["id"] for one in preview["differences"]] == [post["life_post_id"]]
    assert preview["differences"][0]["cause"].startswith("It loses its sponsor: she does not have 'Glow Serum 30 ml'")
    assert without == []
    assert undone.status_code == 200, undone.text
    assert paid(http) == [post["life_post_id"]]


def test_sponsors_that_stood_too_near_before_there_was_a_distance_stop_no_later_change(
    http: httpx2.Client, house: House, mara: str, brand: str
) -> None:
    now = house.tools.clock.now()
    one, other = reels(http)[8:10]
    with house.tools.database.begin() as session:
        owner = accounts.first_owner(session, now).id
        for video in (one, other):
            paying = schedule.videos.Changes(sponsor_id=brand)
            schedule.videos.change(session, owner, video["id"], paying, now, house.tools.lead)

    step_in(http, mara, f"she goes to Lisbon on {day(house, 25)} for three days")
    undone = http.post(f"/api/influencer/{mara}/interventions/undo", json={"base": 2})
    rev = http.get(f"/api/influencer/{mara}").headers["etag"]
    slower = http.patch(
        f"/api/influencer/{mara}", json={"pace": {"posts_per_week": 3, "stories_per_day": 1}}, headers={"If-Match": rev}
    )

    assert (undone.status_code, slower.status_code) == (200, 200), (undone.text, slower.text)
    assert paid(http) == [one["life_post_id"], other["life_post_id"]]


def test_a_deleted_sponsor_does_not_come_back_with_what_is_taken_back(
    http: httpx2.Client, house: House, mara: str, brand: str
) -> None:
    put(http, reels(http)[8], brand)
    step_in(http, mara, f"she loses her glow serum on {day(house, 4)}")
    gone = http.delete(f"/api/sponsor/{brand}")

    undone = http.post(f"/api/influencer/{mara}/interventions/undo", json={"base": 2})
    again = http.get(f"/api/influencer/{mara}/life")

    assert (gone.status_code, undone.status_code, again.status_code) == (204, 200, 200)
    assert paid(http) == []
