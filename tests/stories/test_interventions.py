"""Stepping into a life over HTTP: preview, apply, undo, pins, and every way it is refused."""

from datetime import datetime, timedelta
from typing import Any

import httpx2
import pytest

from sorcerer.app import House


@pytest.fixture
def mara(http: httpx2.Client) -> str:
    wanted = {
        "name": "Mara",
        "handle": "mara",
        "persona": {"age": 29, "city": "berlin", "habits": ["gym", "cooking"], "people": ["Jonas"]},
    }
    made = http.post("/api/sorcerer/init", json=wanted)
    assert made.status_code == 201, made.text
    return str(made.json()["influencer"]["id"])


def day(house: House, days: int) -> str:
    return (house.tools.clock.now() + timedelta(days=days)).date().isoformat()


def ask(http: httpx2.Client, who: str, text: str) -> dict[str, Any]:
    answer = http.post(f"/api/influencer/{who}/interventions", json={"text": text})
    assert answer.status_code == 200, answer.text
    preview: dict[str, Any] = answer.json()
    return preview


def apply(http: httpx2.Client, who: str, text: str, preview: dict[str, Any]) -> httpx2.Response:
    wish = {"text": text, "base": preview["base"], "digest": preview["digest"]}
    return http.post(f"/api/influencer/{who}/interventions/apply", json=wish)


def planned(http: httpx2.Client) -> dict[str, str]:
    videos = http.get("/api/video", params={"limit": 200}).json()["items"]
    return {video["life_post_id"]: video["id"] for video in videos}


def test_a_wish_is_shown_applied_and_taken_back(http: httpx2.Client, house: House, mara: str) -> None:
    text = f"she goes to Lisbon on {day(house, 6)} for five days and breaks her ankle on {day(house, 8)}"
    before, life_before = planned(http), http.get(f"/api/influencer/{mara}/life").json()

    preview = ask(http, mara, text)
    untouched = http.get(f"/api/influencer/{mara}/life").json()
    applied = apply(http, mara, text, preview)
    after = planned(http)
    life_after = http.get(f"/api/influencer/{mara}/life").json()
    undone = http.post(f"/api/influencer/{mara}/interventions/undo", json={"base": 2})

    assert [change["op"] for change in preview["changes"]] == ["trip", "injury"]
    assert preview["clashes"] == []
    assert all(one["cause"] for one in preview["differences"])
    assert untouched == life_before
    assert (applied.status_code, applied.json()["revision"]) == (200, 2)
    assert {item["city"] for item in life_after["items"]} == {"berlin", "lisbon"}
    bare = [[post["id"] for post in seen["posts"] if not post["video_id"]] for seen in (life_before, life_after)]
    assert bare[0] == bare[1]
    kept = {post: video for post, video in before.items() if post in after and after[post] == video}
    assert len(kept) >= preview["posts"]["kept"] - 1
    assert undone.json()["revision"] == 3
    again = http.get(f"/api/influencer/{mara}/life").json()
    assert again["items"] == life_before["items"]
    assert set(planned(http)) == set(before)
    lines = http.get(f"/api/influencer/{mara}/interventions").json()
    assert [line["kind"] for line in lines] == ["undo", "intervention", "plan"]


def test_what_is_not_understood_is_shown_and_not_applied(http: httpx2.Client, mara: str) -> None:
    preview = ask(http, mara, "she turns into a pumpkin")

    refused = apply(http, mara, "she turns into a pumpkin", preview | {"digest": "none"})

    assert preview["puzzles"][0]["text"] == "she turns into a pumpkin"
    assert len(preview["puzzles"][0]["forms"]) == 3
    assert refused.status_code == 422


def test_of_two_at_once_one_gets_a_conflict(http: httpx2.Client, house: House, mara: str) -> None:
    texts = (f"she goes to Paris on {day(house, 5)} for three days", f"she breaks her wrist on {day(house, 5)}")
    previews = [ask(http, mara, text) for text in texts]

    answers = [apply(http, mara, text, preview) for text, preview in zip(texts, previews, strict=True)]

    assert [answer.status_code for answer in answers] == [200, 409]
    assert len(http.get(f"/api/influencer/{mara}/interventions").json()) == 2


def test_a_pin_by_hand_stops_a_trip_until_it_is_let_go(http: httpx2.Client, house: House, mara: str) -> None:
    items = http.get(f"/api/influencer/{mara}/life").json()["items"]
    item = next(one for one in items if one["day"] == day(house, 7) and one["category"] == "eat")
    text = f"she goes to Lisbon on {day(house, 5)} for five days"

    pinned = http.patch(f"/api/influencer/{mara}/life", json={"item_id": item["id"], "base": 1})
    preview = ask(http, mara, text)
    refused = apply(http, mara, text, preview)
    http.patch(f"/api/influencer/{mara}/life", json={"item_id": item["id"], "base": 2, "pinned": False})
    again = ask(http, mara, text)

    assert pinned.status_code == 200, pinned.text
    assert [(one["id"], one["cause"]) for one in pinned.json()["differences"]] == [(item["id"], "Somebody pinned it.")]
    kept = {one["id"]: one["pinned"] for one in http.get(f"/api/influencer/{mara}/life").json()["items"]}
    assert (item["pinned"], kept[item["id"]]) == (False, False)
    assert preview["clashes"][0]["item_id"] == item["id"]
    assert preview["clashes"][0]["choices"] == ["move the pin", "let the pin go", "change the intervention"]
    assert refused.status_code == 409
    assert "let the pin go" in refused.json()["detail"]
    assert again["clashes"] == []


def test_a_new_plan_remembers_what_she_was_told(http: httpx2.Client, house: House, mara: str) -> None:
    text = f"she goes to Lisbon on {day(house, 6)} for five days"
    apply(http, mara, text, ask(http, mara, text))

    answer = http.post("/api/generate/lifestyle", json={"influencer_id": mara, "days": 20})

    assert (answer.status_code, answer.json()["violations"]) == (200, 0)
    items = http.get(f"/api/influencer/{mara}/life").json()["items"]
    assert {item["city"] for item in items if item["day"] == day(house, 8)} == {"lisbon"}


def test_nobody_steps_into_a_company_persona(http: httpx2.Client) -> None:
    wanted = {"name": "Max", "handle": "max", "mode": "company", "persona": {"age": 40}}
    made = http.post("/api/sorcerer/init", json=wanted).json()["influencer"]["id"]

    answer = http.post(f"/api/influencer/{made}/interventions", json={"text": "she breaks her ankle tomorrow"})

    assert answer.status_code == 403
    assert "company mode" in answer.json()["detail"]


def test_the_growth_phase_moves_posts_and_never_what_she_does(http: httpx2.Client, house: House, mara: str) -> None:
    before, pending = http.get(f"/api/influencer/{mara}/life").json(), planned(http)

    longer = http.post(f"/api/influencer/{mara}/growth", json={"action": "extend", "days": 30})
    slower, fewer = http.get(f"/api/influencer/{mara}/life").json(), planned(http)
    ended = http.post(f"/api/influencer/{mara}/growth", json={"action": "intercept"})
    faster, more = http.get(f"/api/influencer/{mara}/life").json(), planned(http)

    assert (longer.status_code, ended.status_code) == (200, 200)
    assert before["items"] == slower["items"] == faster["items"]
    assert len(fewer) < len(pending) < len(more)
    now = house.tools.clock.now()
    coming = [post for post in faster["posts"] if datetime.fromisoformat(post["at"]) > now]
    assert [post["id"] for post in coming if not post["video_id"]] == []
    lines = http.get(f"/api/influencer/{mara}/interventions").json()
    assert [line["kind"] for line in lines] == ["pace", "pace", "plan"]
    as_it_was = http.get(f"/api/influencer/{mara}/life", params={"revision": 1}).json()
    assert [post["id"] for post in as_it_was["posts"]] == [post["id"] for post in before["posts"]]


def test_a_sponsor_stays_out_of_the_growth_phase_whichever_comes_first(
    http: httpx2.Client, house: House, mara: str
) -> None:
    brand = http.post("/api/sponsor", json={"company": "Halden"}).json()["id"]
    videos = sorted(
        http.get("/api/video", params={"limit": 200}).json()["items"], key=lambda one: one["scheduled_time"]
    )
    inside, after = videos[2], next(one for one in videos if one["scheduled_time"][:10] > day(house, 16))

    refused = http.post(f"/api/video/{inside['id']}/add-sponsor", json={"sponsor_id": brand})
    kept = http.post(f"/api/video/{after['id']}/add-sponsor", json={"sponsor_id": brand})
    longer = http.post(f"/api/influencer/{mara}/growth", json={"action": "extend", "days": 30})
    text = f"she goes to Lisbon on {day(house, 4)} for five days"
    apply(http, mara, text, ask(http, mara, text))
    paid = [one for one in http.get("/api/video", params={"limit": 200}).json()["items"] if one["sponsor_id"]]

    assert (refused.status_code, refused.json()["errors"][0]["field"]) == (409, "sponsor_id")
    assert kept.status_code == 200, kept.text
    assert (longer.status_code, "cannot carry a sponsor" in longer.json()["detail"]) == (409, True)
    assert [(one["life_post_id"], one["sponsor_id"]) for one in paid] == [(after["life_post_id"], brand)]


WRONG = [
    ("ten thousand characters", "x" * 10_000, "text"),
    ("nothing", "", "text"),
    ("a day that is past", "she moves to Lisbon on 2020-01-01", "changes"),
]


@pytest.mark.parametrize(("what", "text", "field"), WRONG, ids=[case[0] for case in WRONG])
def test_what_cannot_be_is_refused_by_name(http: httpx2.Client, mara: str, what: str, text: str, field: str) -> None:
    answer = http.post(f"/api/influencer/{mara}/interventions", json={"text": text})

    assert answer.status_code == 422, what
    assert field in [error["field"] for error in answer.json()["errors"]]
