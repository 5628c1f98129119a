"""Supervised: a film for a real account waits for a person's yes, which can be taken back until it is sent."""

from collections.abc import Callable
from typing import Any

import httpx2

from sorcerer import accounts, publishing
from sorcerer.app import House
from sorcerer.platforms import Grant, Identity
from sorcerer.publishing.channels.breaker import ask_again

Wait = Callable[..., Any]


def with_a_real_account(house: House, influencer_id: str) -> None:
    """Connect a real account whose network wants her to sign in again: nothing is sent to it in a test."""
    now = house.tools.clock.now()
    with house.tools.database.begin() as session:
        link = publishing.Link(
            owner_id=accounts.first_owner(session, now).id,
            influencer_id=influencer_id,
            platform="instagram",
            realm="live",
            identity=Identity(account_id="1", handle="mara.real"),
            grant=Grant(access_token="none"),
        )
        channel = publishing.channels.connect(session, house.tools.keys, link, now)
        ask_again(session, channel, "A test connects nothing.", now)


def begun(http: httpx2.Client) -> str:
    persona = http.post("/api/surprise", json={"mode": "lifestyle", "seed": "yes"}).json()
    wanted = {name: persona[name] for name in ("name", "handle", "persona", "look")}
    answer = http.post("/api/sorcerer/init", json=wanted | {"face_key": persona["face"]["key"], "channels": []})
    assert answer.status_code == 201, answer.text
    return str(answer.json()["influencer"]["id"])


def test_a_post_waits_for_a_yes_and_the_yes_can_be_taken_back(house: House, http: httpx2.Client, wait: Wait) -> None:
    with_a_real_account(house, begun(http))
    videos = http.get("/api/video", params={"limit": 200}).json()["items"]
    story = next(video for video in videos if video["kind"] == "story")
    early = http.post(f"/api/video/{story['id']}/approve")
    assert (early.status_code, "no film to approve yet" in early.json()["detail"]) == (409, True)

    def waiting() -> list[dict[str, Any]]:
        found: list[dict[str, Any]] = http.get("/api/video", params={"approval": "asked"}).json()["items"]
        return found

    def states() -> list[str]:
        found = http.get("/api/publication", params={"video_id": story["id"]}).json()["items"]
        return [one["state"] for one in found]

    http.post("/api/create", json={"video_id": story["id"]})
    asked = wait(waiting, "it is asked about")[0]
    assert (asked["id"], asked["status"], states()) == (story["id"], "ready", [])
    seen = {"If-Match": f'"{asked["rev"]}"'}
    assert http.post(f"/api/video/{story['id']}/approve", headers={"If-Match": '"77"'}).status_code == 412

    assert http.post(f"/api/video/{story['id']}/approve", headers=seen).json()["approval"] == "given"
    wait(lambda: states() in (["planned"], ["waiting"]), "it is planned")
    assert http.delete(f"/api/video/{story['id']}/approve", headers=seen).json()["approval"] == "asked"
    assert states() == ["cancelled"]
    assert [one["id"] for one in waiting()] == [story["id"]]

    assert http.post(f"/api/video/{story['id']}/approve", headers=seen).status_code == 200
    wait(lambda: states() in (["planned"], ["waiting"]), "it is planned again")
    lines = http.get(f"/api/influencer/{story['influencer_id']}/journal", params={"limit": 200}).json()["items"]
    said = [line["verb"] for line in lines if line["verb"] in {"video.asked", "video.approved"}]
    assert said == ["video.approved", "video.asked", "video.approved", "video.asked"]
