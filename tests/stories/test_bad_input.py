"""What people and programs get wrong: each a problem that names the field and the way out, never half a row."""

import io
from datetime import timedelta
from typing import Any

import httpx2
import pytest
from PIL import Image

from sorcerer.app import House

NAME = "ماريا 🏋️ العربية"


@pytest.fixture
def mara(http: httpx2.Client) -> str:
    persona = {"age": 29, "city": "lisbon"}
    made = http.post("/api/sorcerer/init", json={"name": "Mara", "handle": "mara", "persona": persona, "plan_days": 5})
    assert made.status_code == 201, made.text
    influencer: dict[str, Any] = made.json()["influencer"]
    assert influencer["persona"]["timezone"] == "Europe/Lisbon"
    return str(influencer["id"])


WRONG: list[tuple[str, str, dict[str, Any], int, str]] = [
    (
        "an age under 18",
        "/api/sorcerer/init",
        {"name": "M", "handle": "m1", "persona": {"age": 17}},
        422,
        "persona.age",
    ),
    (
        "an unknown field",
        "/api/sorcerer/init",
        {"name": "M", "handle": "m2", "persona": {"age": 20, "x": 1}},
        422,
        "persona.x",
    ),
    (
        "a wrong type",
        "/api/sorcerer/init",
        {"name": "M", "handle": "m3", "persona": {"age": "old"}},
        422,
        "persona.age",
    ),
    ("a bad handle", "/api/sorcerer/init", {"name": "M", "handle": "Not OK", "persona": {"age": 20}}, 422, "handle"),
    (
        "an unknown zone",
        "/api/sorcerer/init",
        {"name": "M", "handle": "m4", "persona": {"age": 20, "timezone": "Mars/Base"}},
        422,
        "persona.timezone",
    ),
    (
        "a real face without consent",
        "/api/sorcerer/init",
        {"name": "M", "handle": "m5", "persona": {"age": 20}, "real_face": True},
        422,
        "consent",
    ),
    (
        "a face that is not there",
        "/api/sorcerer/init",
        {"name": "M", "handle": "m6", "persona": {"age": 20}, "face_key": "../../etc/passwd"},
        422,
        "face_key",
    ),
    (
        "a past date",
        "/api/schedule",
        {"scheduled_time": "2020-01-01T00:00:00Z", "direction": "x"},
        422,
        "scheduled_time",
    ),
    ("no time", "/api/schedule", {"direction": "x"}, 422, "scheduled_time"),
    (
        "the end of time",
        "/api/schedule",
        {"scheduled_time": "9999-12-31T23:59:59-12:00", "direction": "x"},
        422,
        "scheduled_time",
    ),
    ("the beginning of time", "/api/schedule", {"local_time": "0001-01-01T00:00", "direction": "x"}, 422, "local_time"),
    (
        "an impossible rule",
        "/api/schedule",
        {"local_time": "2030-01-01T09:00", "direction": "x", "recurrence_rule": "FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=30"},
        422,
        "recurrence_rule",
    ),
    (
        "a zone for a booking that does not exist",
        "/api/schedule",
        {"local_time": "2030-01-01T09:00", "timezone": "Nowhere", "direction": "x"},
        422,
        "timezone",
    ),
    ("nothing to film", "/api/schedule", {"local_time": "2030-01-01T09:00"}, 422, "direction"),
    ("days out of range", "/api/generate/lifestyle", {"days": 400}, 422, "days"),
    ("an unknown field to fill", "/api/autofill", {"field": "persona.shoe_size"}, 422, "field"),
]


@pytest.mark.parametrize(("what", "path", "body", "status", "field"), WRONG, ids=[case[0] for case in WRONG])
def test_a_mistake_is_told_with_its_field(
    http: httpx2.Client, mara: str, what: str, path: str, body: dict[str, Any], status: int, field: str
) -> None:
    if path in {"/api/schedule", "/api/generate/lifestyle"}:
        body = {"influencer_id": mara} | body

    answer = http.post(path, json=body)

    assert answer.headers["content-type"] == "application/problem+json", what
    problem = answer.json()
    assert (answer.status_code, problem["status"]) == (status, status), problem
    assert field in [error["field"] for error in problem["errors"]], problem
    assert len(http.get("/api/influencer").json()["items"]) == 1


@pytest.mark.parametrize(
    ("name", "data"),
    [
        ("empty.png", b""),
        ("page.png", b"<html>not a picture</html>"),
        ("cut.jpg", b"\xff\xd8\xff\xe0\x00\x10JFIF"),
    ],
)
def test_an_upload_that_is_no_photograph_is_refused(http: httpx2.Client, name: str, data: bytes) -> None:
    answer = http.post("/api/face/upload", files={"file": (name, data, "image/png")})

    assert answer.status_code == 422, answer.text
    assert answer.json()["errors"][0]["field"] == "file"


def test_a_photograph_comes_back_as_a_picture_of_ours(http: httpx2.Client) -> None:
    made = io.BytesIO()
    Image.new("RGB", (640, 800), "#c08060").save(made, "JPEG")

    answer = http.post("/api/face/upload", files={"file": ("me.jpg", made.getvalue(), "image/jpeg")})

    assert answer.status_code == 200, answer.text
    picture = http.get(answer.json()["url"])
    assert (picture.status_code, picture.headers["content-type"]) == (200, "image/png")


def test_names_from_right_to_left_with_emoji_are_kept(http: httpx2.Client, mara: str) -> None:
    answer = http.patch(f"/api/influencer/{mara}", json={"name": NAME})

    assert answer.status_code == 200, answer.text
    assert http.get(f"/api/influencer/{mara}").json()["name"] == NAME


def test_planning_again_keeps_today_and_replaces_what_comes(http: httpx2.Client, house: House, mara: str) -> None:
    tomorrow = house.tools.clock.now() + timedelta(days=1, hours=6)
    before = {video["id"] for video in http.get("/api/video", params={"to": tomorrow.isoformat()}).json()["items"]}

    answer = http.post("/api/generate/lifestyle", json={"influencer_id": mara, "days": 10})

    assert answer.status_code == 200, answer.text
    assert (answer.json()["days"], answer.json()["violations"]) == (10, 0)
    videos = http.get("/api/video", params={"limit": 200}).json()["items"]
    today = house.tools.clock.now() + timedelta(hours=1)
    kept = {video["id"] for video in videos if video["scheduled_time"] <= today.isoformat()}
    assert {video for video in before if video in kept} == kept
    posts = [video["life_post_id"] for video in videos]
    assert len(posts) == len(set(posts))


def test_an_etag_of_an_older_revision_stops_a_change(http: httpx2.Client, mara: str) -> None:
    tag = http.get(f"/api/influencer/{mara}").headers["etag"]

    first = http.patch(f"/api/influencer/{mara}", json={"name": "Mara I"}, headers={"If-Match": tag})
    second = http.patch(f"/api/influencer/{mara}", json={"name": "Mara II"}, headers={"If-Match": tag})

    assert (first.status_code, second.status_code) == (200, 412)
    assert http.get(f"/api/influencer/{mara}").json()["name"] == "Mara I"


def test_a_handle_is_taken_once(http: httpx2.Client, mara: str) -> None:
    del mara
    again = http.post("/api/sorcerer/init", json={"name": "M", "handle": "mara", "persona": {"age": 20}})

    assert again.status_code == 409
    assert again.json()["errors"][0]["field"] == "handle"


def test_a_revoked_consent_stops_every_schedule_that_uses_the_face(http: httpx2.Client, house: House) -> None:
    now = house.tools.clock.now()
    made = io.BytesIO()
    Image.new("RGB", (640, 800), "#c08060").save(made, "JPEG")
    face = http.post("/api/face/upload", files={"file": ("me.jpg", made.getvalue(), "image/jpeg")}).json()["key"]
    consent = {
        "subject": "Mara O.",
        "scope": "films",
        "proof": "signed paper",
        "signed_at": now.isoformat(),
        "expires_at": (now + timedelta(days=300)).isoformat(),
    }
    wanted = {"name": "M", "handle": "real", "persona": {"age": 30}, "face_key": face, "plan_days": 5}
    refused = http.post("/api/sorcerer/init", json=wanted)
    begun = http.post("/api/sorcerer/init", json=wanted | {"consent": consent}).json()["influencer"]
    weekly = {"influencer_id": begun["id"], "direction": "x", "recurrence_rule": "FREQ=WEEKLY"}
    later = (now + timedelta(days=3)).isoformat()
    series = http.post("/api/schedule", json=weekly | {"scheduled_time": later}).json()["schedule"]
    signed = http.get(f"/api/influencer/{begun['id']}/consent").json()["items"][0]
    videos = http.get("/api/video", params={"limit": 200}).json()["items"]

    revoked = http.post(f"/api/consent/{signed['id']}/revoke").json()
    again = http.post(f"/api/consent/{signed['id']}/revoke").json()

    assert (refused.status_code, refused.json()["errors"][0]["field"]) == (422, "consent")
    assert begun["real_face"] is True, "what was declared at the upload counts, not what the wizard says"
    assert (revoked["series_stopped"], revoked["videos_withdrawn"]) == (1, len(videos))
    assert (again["series_stopped"], again["videos_withdrawn"]) == (0, 0)
    after = http.get("/api/video", params={"limit": 200}).json()["items"]
    assert {video["status"] for video in after} == {"withdrawn"}
    assert http.get(f"/api/schedule/{series['id']}").json()["active"] is False
    assert http.get(f"/api/influencer/{begun['id']}").json()["paused"] is True


def test_a_real_face_cannot_be_chosen_around_the_consent(http: httpx2.Client, mara: str) -> None:
    made = io.BytesIO()
    Image.new("RGB", (640, 800), "#c08060").save(made, "PNG")
    files = {"file": ("me.png", made.getvalue(), "image/png")}
    square = {"crop": "10,20,600", "shows": "nobody_real"}
    real = http.post("/api/face/upload", files=files).json()["key"]
    drawn = http.post("/api/face/upload", files=files, data=square).json()["key"]

    refused = http.patch(f"/api/influencer/{mara}", json={"face_key": real})
    taken = http.patch(f"/api/influencer/{mara}", json={"face_key": drawn})

    assert (refused.status_code, refused.json()["errors"][0]["field"]) == (422, "face_key")
    assert (taken.status_code, taken.json()["real_face"]) == (200, False)
    assert http.post("/api/face/find", files=files).json() == {"square": None}, "one colour is no face"
    outside = http.post("/api/face/upload", files=files, data={"crop": "600,20,600"})
    assert (outside.status_code, outside.json()["errors"][0]["field"]) == (422, "file")


def test_the_ends_of_time_are_refused_wherever_a_calendar_is_read(http: httpx2.Client, mara: str) -> None:
    ends = {"from": "0001-01-01T00:00:00+14:00", "to": "9999-12-31T23:59:59-12:00"}
    days = {"from": "0001-01-01", "to": "9999-12-31"}
    change = {"op": "trip", "city": "lisbon", "leave": "9999-12-30", "back": "9999-12-31"}

    answers = [
        http.get("/api/video", params=ends),
        http.get("/api/video.csv", params=ends),
        http.get(f"/api/influencer/{mara}/growth", params=ends | {"metric": "followers"}),
        http.get(f"/api/influencer/{mara}/life", params=days),
        http.post(f"/api/influencer/{mara}/interventions", json={"changes": [change]}),
    ]

    assert [answer.status_code for answer in answers] == [422] * 5
    assert all("from 1970 to 2200" in answer.text for answer in answers)
