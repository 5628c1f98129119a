"""From a container to a post, as the real network does it."""

from datetime import timedelta
from pathlib import Path
from typing import Any

import httpx
import pytest

from sorcerer import sandbox
from sorcerer.testing import serve
from sorcerer.testing.samples import film


def code_of(answer: httpx.Response) -> tuple[int, int | None]:
    error = answer.json()["error"]
    return error["code"], error.get("error_subcode")


def test_a_reel_is_uploaded_worked_on_published_and_shown(network: Any) -> None:
    made = network.container(caption="Hello #you")
    assert network.status(made) == "IN_PROGRESS"
    assert code_of(network.publish(made)) == (9007, 2207027)
    assert network.upload(made, network.film).json() == {"success": True, "message": "Upload successful."}
    assert network.status(made) == "IN_PROGRESS"
    network.clock.advance(timedelta(seconds=0.5))
    assert network.status(made) == "FINISHED"

    post = network.publish(made).json()["id"]

    fields = "caption,is_ai_generated,media_product_type,timestamp,permalink"
    shown = network.get(post, fields=fields).json()
    assert shown | {"permalink": ""} == {
        "id": post,
        "caption": "Hello #you",
        "is_ai_generated": True,
        "media_product_type": "REELS",
        "timestamp": "2026-11-23T12:00:00+0000",
        "permalink": "",
    }
    assert shown["permalink"].startswith(f"{network.base}/p/")
    assert network.status(made) == "PUBLISHED"
    assert [one["id"] for one in network.get(f"{network.user}/media").json()["data"]] == [post]


@pytest.mark.parametrize(
    ("mode", "code", "posts"), [("reject", (24, 2207008), 1), ("same_id", None, 1), ("duplicate", None, 2)]
)
def test_a_second_publish_does_what_the_knob_says(network: Any, mode: str, code: Any, posts: int) -> None:
    network.knobs(republish=mode)
    made = network.finished()
    first, second = network.publish(made), network.publish(made)

    assert first.status_code == 200
    assert (code_of(second) if "error" in second.json() else None) == code
    assert len(network.posts()) == posts


def test_a_container_dies_after_a_day(network: Any) -> None:
    made = network.finished()
    network.clock.advance(timedelta(hours=24))

    assert network.status(made) == "EXPIRED"
    assert code_of(network.publish(made)) == (24, 2207008)


def test_the_virtual_clock_moves_and_stands(network: Any) -> None:
    admin = f"{network.base}/_sandbox/clock"
    made = network.finished()
    assert network.http.post(admin, json={"advance_s": 86_400}).json() == {"now": "2026-11-24T12:00:01Z"}
    assert network.status(made) == "EXPIRED"
    assert network.http.post(admin, json={"freeze": True}).json() == {"now": "2026-11-24T12:00:01Z"}
    network.clock.advance(timedelta(hours=5))
    assert network.http.post(admin, json={}).json() == {"now": "2026-11-24T12:00:01Z"}


def test_an_upload_goes_on_where_it_stopped_and_nowhere_else(network: Any) -> None:
    made, half = network.container(), len(network.film) // 2

    broken = network.upload(made, network.film[:half], size=len(network.film))
    wrong = network.upload(made, network.film, offset=0)

    assert broken.json()["debug_info"]["type"] == "PartialRequestError"
    assert wrong.json()["debug_info"]["type"] == "OffsetInvalidError"
    phase = network.get(made, fields="status_code,video_status").json()["video_status"]["uploading_phase"]
    assert (phase["bytes_transferred"], phase["source_file_size"]) == (half, len(network.film))
    assert network.upload(made, network.film[half:], half, len(network.film)).status_code == 200
    network.clock.advance(timedelta(seconds=1))
    assert network.status(made) == "FINISHED"


@pytest.mark.parametrize("spoilt", ["words", "no moov", "moov behind", "too short"])
def test_a_film_that_is_none_is_never_published(network: Any, spoilt: str, tmp_path: Path) -> None:
    if spoilt == "words":
        data = b"these are words, not a film at all"
    elif spoilt == "no moov":
        data = network.film.replace(b"moov", b"free")
    elif spoilt == "moov behind":
        data = film(tmp_path / "late.mp4", moov_first=False).read_bytes()
    else:
        data = film(tmp_path / "short.mp4", seconds=1).read_bytes()
    made = network.container()
    network.upload(made, data)
    network.clock.advance(timedelta(seconds=1))

    answer = network.get(made, fields="status_code,status").json()
    assert (answer["status_code"], answer["status"].endswith("2207026")) == ("ERROR", True)
    assert code_of(network.publish(made))[0] == 100


def test_an_image_story_is_really_fetched(network: Any, shelf: str) -> None:
    made = network.container(media_type="STORIES", upload_type="", image_url=f"{shelf}/story.jpg")
    network.clock.advance(timedelta(seconds=1))
    network.publish(made)

    (story,) = network.get(f"{network.user}/stories", fields="media_type,is_ai_generated").json()["data"]
    assert (story["media_type"], story["is_ai_generated"]) == ("IMAGE", True)
    assert network.get(f"{network.user}/media").json()["data"] == []
    network.clock.advance(timedelta(hours=24))
    assert network.get(f"{network.user}/stories").json()["data"] == []


@pytest.mark.parametrize(
    ("path", "code"),
    [
        ("/text.jpg", (36001, 2207005)),
        ("/big.jpg", (36000, 2207004)),
        ("/gone.jpg", (9004, 2207052)),
    ],
)
def test_an_image_that_cannot_be_used_is_refused(network: Any, shelf: str, path: str, code: tuple[int, int]) -> None:
    story = {"media_type": "STORIES", "image_url": f"{shelf}{path}"}
    assert code_of(network.post(f"{network.user}/media", **story)) == code

    network.knobs(fetch="lazy")
    made = network.post(f"{network.user}/media", **story).json()["id"]
    assert network.status(made) == "ERROR"


@pytest.mark.parametrize(
    "url", ["http://192.0.2.1/x.jpg", "file:///etc/passwd", "http://example.com/x.jpg", "http://127.0.0.1:1/x"]
)
def test_nothing_is_fetched_from_elsewhere(network: Any, url: str) -> None:
    assert code_of(network.post(f"{network.user}/media", media_type="STORIES", image_url=url)) == (9004, 2207052)


@pytest.mark.parametrize(
    ("change", "code"),
    [
        ({"media_type": "POEM"}, (100, 2207023)),
        ({"upload_type": ""}, (100, None)),
        ({"image_url": "http://127.0.0.1/x.jpg"}, (100, None)),
        ({"caption": "x" * 2201}, (36004, 2207010)),
        ({"media_type": "STORIES", "caption": "words"}, (100, None)),
        ({"caption": "#a" * 31}, (100, 2207040)),
        ({"thumb_offset": "-1"}, (1, 2207057)),
        ({"branded_content_sponsor_ids": '["1"]'}, (100, None)),
        ({"branded_content_sponsor_ids": "one"}, (100, None)),
        ({"thumb_offset": "soon"}, (100, None)),
    ],
)
def test_a_form_that_cannot_be_used_is_refused(network: Any, change: dict[str, str], code: Any) -> None:
    form = {"media_type": "REELS", "upload_type": "resumable"} | change
    assert code_of(network.post(f"{network.user}/media", **form)) == code


def test_the_account_s_day_has_room_for_so_many(network: Any) -> None:
    network.knobs(quota_total=1, container_total=2)
    network.publish(network.finished())
    second = network.finished()

    limit = network.get(f"{network.user}/content_publishing_limit", fields="quota_usage,config").json()["data"][0]
    assert (limit["quota_usage"], limit["config"]["quota_total"]) == (1, 1)
    assert code_of(network.publish(second)) == (9, 2207042)
    assert code_of(network.post(f"{network.user}/media", media_type="REELS", upload_type="resumable")) == (4, None)
    since = int(network.clock.now().timestamp())
    assert network.get(f"{network.user}/content_publishing_limit", since=since).json()["data"][0]["quota_usage"] == 0


def test_what_belongs_to_another_account_is_not_there(network: Any) -> None:
    made = network.finished()
    post = network.publish(network.finished()).json()["id"]
    mara = network.user
    network.sign_in("tom", "Tom")

    for node in (made, post, mara):
        assert code_of(network.get(node, fields="id")) == (100, 33)
    assert code_of(network.publish(made)) == (24, 2207008)
    assert network.upload(made, b"x").status_code == 404
    assert network.get(f"{network.user}/media").json()["data"] == []


def test_a_post_without_the_flag_shows_no_label(network: Any) -> None:
    network.publish(network.finished(is_ai_generated="false"))
    assert network.posts()[0]["ai_generated"] is False
    assert "AI info" not in network.http.get(f"{network.base}/@mara").text


def test_the_world_survives_a_restart(network: Any) -> None:
    made = network.finished()
    with serve(sandbox.create(network.url, network.clock)) as base:
        network.base = base
        assert network.status(made) == "FINISHED"
        assert network.publish(made).status_code == 200
        assert len(network.posts()) == 1
