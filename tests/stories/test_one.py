"""From the wizard to a labelled post, over HTTP, on a house that really runs."""

from collections.abc import Callable
from datetime import timedelta
from typing import Any

import av
import httpx2
import pytest

from sorcerer import publishing
from sorcerer.app import House
from sorcerer.platforms import Grant, Identity

Wait = Callable[..., Any]


def begin(http: httpx2.Client, **more: object) -> dict[str, Any]:
    persona = http.post("/api/surprise", json={"mode": "lifestyle", "seed": "story"}).json()
    wanted = {name: persona[name] for name in ("name", "handle", "persona", "look")}
    answer = http.post("/api/sorcerer/init", json=wanted | {"face_key": persona["face"]["key"]} | more)
    assert answer.status_code == 201, answer.text
    begun: dict[str, Any] = answer.json()
    return begun


def first(http: httpx2.Client, kind: str) -> dict[str, Any]:
    videos = http.get("/api/video", params={"limit": 200}).json()["items"]
    found: dict[str, Any] = next(video for video in videos if video["kind"] == kind)
    return found


def post_now(http: httpx2.Client, house: House, video: dict[str, Any]) -> None:
    moment = (house.tools.clock.now() + timedelta(seconds=1)).isoformat()
    answer = http.patch(f"/api/video/{video['id']}", json={"scheduled_time": moment})
    assert answer.status_code == 200, answer.text


def settled(http: httpx2.Client, video: dict[str, Any], wait: Wait) -> dict[str, Any]:
    def look() -> dict[str, Any] | None:
        seen: dict[str, Any] = http.get(f"/api/video/{video['id']}").json()
        return seen if seen["status"] in {"posted", "failed", "missed"} else None

    result: dict[str, Any] = wait(look, f"{video['title']} is posted")
    return result


def test_a_story_of_her_first_days_goes_out_once_and_labelled(house: House, http: httpx2.Client, wait: Wait) -> None:
    begun = begin(http)
    story = first(http, "story")

    post_now(http, house, story)
    seen = settled(http, story, wait)

    assert seen["status"] == "posted", seen["failure"]
    publication = http.get("/api/publication", params={"video_id": story["id"]}).json()["items"][0]
    wait(
        lambda: http.get(f"/api/publication/{publication['id']}").json()["ai_label_seen"], "the label is read back", 30
    )
    page = http.get(seen["permalink"] or http.get(f"/api/video/{story['id']}").json()["permalink"])
    assert page.status_code == 200
    assert "AI info" in page.text
    effects = http.get("/sandbox/_sandbox/effects", params={"op": "ig.media_publish"}).json()
    assert len(effects["effects"] if isinstance(effects, dict) else effects) == 1
    attempts = http.get(f"/api/publication/{publication['id']}").json()["attempts"]
    assert [one["state"] for one in attempts if one["kind"] == "commit"] == ["intent", "acked"]
    with house.tools.database.read() as session:
        content = publishing.publications.load(session, publication["id"]).content
    assert content is not None
    published = house.tools.files.read(content.media_key)
    passport = http.post("/api/verify", files={"file": published}).json()
    assert (passport["verdict"], passport["made_from"]) == ("signed", ["frame", "face"]), passport
    assert passport["published_at"] is not None
    receipt = http.get(f"/api/channel/{publication['channel_id']}/receipts").json()["items"][0]["body"]
    assert (receipt["media_sha256"], receipt["c2pa_manifest"][:9]) == (passport["sha256"], "urn:c2pa:")
    assert begun["plan"] == {
        "days": 30,
        "items": begun["plan"]["items"],
        "posts": begun["plan"]["posts"],
        "violations": 0,
    }


@pytest.mark.slow
def test_a_reel_is_filmed_from_the_user_s_own_words(house: House, http: httpx2.Client, wait: Wait) -> None:
    begun = begin(http)
    words = "I tried the easy wall today. The easy wall did not agree. Tomorrow we talk again."
    moment = (house.tools.clock.now() + timedelta(seconds=2)).isoformat()
    wanted = {
        "influencer_id": begun["influencer"]["id"],
        "kind": "reel",
        "scheduled_time": moment,
        "direction": "Climbing hall",
        "script": words,
    }
    booked = http.post("/api/schedule", json=wanted, headers={"Idempotency-Key": "reel"}).json()
    again = http.post("/api/schedule", json=wanted, headers={"Idempotency-Key": "reel"}).json()

    seen = settled(http, booked["video"], wait)

    assert again == booked
    assert seen["status"] == "posted", seen["failure"]
    assert " ".join(beat["line"] for beat in seen["script"]["beats"]) == words
    film = http.get(seen["film_url"])
    path = house.settings.resolved_home() / "film.mp4"
    path.write_bytes(film.content)
    with av.open(str(path)) as container:
        video, audio = container.streams.video[0], container.streams.audio[0]
        facts = (video.codec_context.name, video.width, video.height, audio.codec_context.name, audio.rate)
        assert facts == ("h264", 1080, 1920, "aac", 48000)
        assert 8 <= float((container.duration or 0) / 1_000_000) <= 15

    cover = http.get(seen["thumbnail_url"]).content
    passport = http.post("/api/verify", files={"file": cover}).json()
    assert (passport["verdict"], passport["kind"], passport["made_from"]) == ("signed", "thumbnail", ["frame", "face"])
    assert passport["published_at"] is not None
    flipped = bytearray(cover)
    flipped[len(cover) // 2] ^= 1
    assert http.post("/api/verify", files={"file": bytes(flipped)}).json()["verdict"] == "changed"


def test_a_face_that_is_gone_fails_the_video_with_its_stage_and_a_retry_goes_on_from_there(
    house: House, http: httpx2.Client, wait: Wait
) -> None:
    begun = begin(http)
    influencer = begun["influencer"]
    portrait = house.tools.files.read(influencer["face_key"])
    house.tools.files.delete(influencer["face_key"])
    story = first(http, "story")

    post_now(http, house, story)
    failed = settled(http, story, wait)
    house.tools.files.put(portrait, ".png")
    http.post(f"/api/video/{story['id']}/retry")
    wait(lambda: http.get(f"/api/video/{story['id']}").json()["status"] == "posted", "the retry is posted")

    assert (failed["status"], failed["failure"]["stage"]) == ("failed", "first_frame")
    assert failed["failure"]["reached_platform"] == "no"
    lines = http.get(f"/api/influencer/{influencer['id']}/journal", params={"limit": 200}).json()["items"]
    assert {"video.failed", "video.retried", "video.posted"} <= {line["verb"] for line in lines}


def test_a_withdrawn_video_is_never_made(http: httpx2.Client) -> None:
    begin(http)
    story = first(http, "story")

    answer = http.delete(f"/api/video/{story['id']}")
    started = http.post("/api/create", json={"video_id": story["id"]})

    assert answer.json()["status"] == "withdrawn"
    assert started.status_code == 409
    assert "application/problem+json" in started.headers["content-type"]


def test_a_story_goes_as_a_film_where_no_network_can_fetch_a_picture_and_its_owner_is_told(
    house: House, http: httpx2.Client, wait: Wait
) -> None:
    begun = begin(http, channels=[], approval="auto")["influencer"]
    owner = http.get("/api/account").json()["id"]
    link = publishing.Link(
        owner_id=owner,
        influencer_id=begun["id"],
        platform="instagram",
        realm="live",
        identity=Identity(account_id="1", handle=begun["handle"]),
        grant=Grant(access_token="none"),
    )
    with house.tools.database.begin() as session:
        publishing.channels.connect(session, house.tools.keys, link, house.tools.clock.now())
    story = first(http, "story")

    http.post("/api/create", json={"video_id": story["id"]})
    failed = wait(
        lambda: (seen := http.get(f"/api/video/{story['id']}").json())["status"] == "failed" and seen,
        "it cannot go out",
    )

    publication = publishing_of(house, owner, story["id"])
    assert publication.content is not None
    assert (publication.content.kind, publication.content.media_key.rpartition(".")[2]) == ("story_video", "mp4")
    lines = http.get(f"/api/influencer/{begun['id']}/journal", params={"limit": 200}).json()["items"]
    assert [line for line in lines if "as a film of five seconds" in line["text"]] != []
    assert "SORCERER_INSTAGRAM_CLIENT_ID" in failed["failure"]["cause"]
    assert failed["failure"]["reached_platform"] == "no"


def publishing_of(house: House, owner: str, video_id: str) -> publishing.Publication:
    with house.tools.database.read() as session:
        return publishing.publications.page(session, owner, video_id=video_id)[0]
