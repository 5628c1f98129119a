"""What people see, and how posts do."""

from datetime import timedelta
from typing import Any

import httpx
import pytest
from fastapi import FastAPI

from sorcerer import sandbox
from sorcerer.testing import FrozenClock, serve


def test_the_feed_shows_words_and_labels_and_runs_nothing(network: Any) -> None:
    words = "#ad\n\n<script>alert(1)</script> & it's good #tea"
    network.publish(network.finished(caption=words, is_paid_partnership="true"))

    page = network.http.get(f"{network.base}/@mara").text

    assert "<script>" not in page
    assert "&lt;script&gt;alert(1)&lt;/script&gt; &amp; it&#x27;s good" in page
    assert ('<span class="label">✦ AI info</span>' in page, "Paid partnership" in page) == (True, True)
    assert '<span class="tag">#tea</span>' in page


def test_a_permalink_leads_to_its_post(network: Any) -> None:
    post = network.publish(network.finished(caption="One.")).json()["id"]
    network.publish(network.finished(caption="Two."))

    page = network.http.get(network.get(post, fields="permalink").json()["permalink"]).text

    assert ("One." in page, "Two." in page) == (True, False)


@pytest.mark.parametrize("path", ["/@nobody", "/p/nothing", "/media/../sandbox.sqlite", "/media/x.mp4"])
def test_what_is_not_there_is_said_to_be(network: Any, path: str) -> None:
    assert network.http.get(f"{network.base}{path}").status_code == 404


def test_a_film_is_seen_only_once_it_is_out_and_can_be_wound(network: Any) -> None:
    made = network.finished()
    media = f"{network.base}/media/{made}.mp4"
    assert network.http.get(media).status_code == 404
    network.publish(made)

    part = network.http.get(media, headers={"Range": "bytes=4-7"})
    assert (part.status_code, part.content) == (206, b"ftyp")


def test_the_start_leads_to_the_newest_account(network: Any) -> None:
    network.clock.advance(timedelta(minutes=1))
    network.sign_in("tom", "Tom")
    assert network.http.get(f"{network.base}/").headers["location"] == f"{network.base}/@tom"


def test_under_a_prefix_every_address_holds_it(tmp_path: Any) -> None:
    clock, outer = FrozenClock(), FastAPI()
    pretend = sandbox.create(f"sqlite:///{tmp_path / 's.sqlite'}", clock)
    outer.mount("/sandbox", pretend)
    code = sandbox.open_account(pretend.state.world.database, "mara", "Mara", clock.now())
    with serve(outer) as root, httpx.Client(base_url=f"{root}/sandbox") as http:
        form = {"client_id": "sandbox-client", "client_secret": "sandbox-secret", "code": code}
        token = http.post("/fb/v25.0/oauth/access_token", data=form).json()["access_token"]
        signed = {"Authorization": f"Bearer {token}"}
        user = http.get("/fb/v25.0/me", headers=signed).json()["id"]
        form = {"media_type": "REELS", "upload_type": "resumable"}
        made = http.post(f"/fb/v25.0/{user}/media", data=form, headers=signed).json()
        assert made["uri"] == f"{root}/sandbox/rupload/ig-api-upload/v25.0/{made['id']}"
        http.post("/_sandbox/faults", json={"op": "ig.node.get", "action": {"drop_after": True}})
        with pytest.raises((httpx.RemoteProtocolError, httpx.ReadError)):
            http.get("/fb/v25.0/me", headers=signed)
        assert http.get("/").headers["location"] == f"{root}/sandbox/@mara"
    pretend.state.world.close()


def test_numbers_grow_and_are_the_same_for_everybody_who_asks(network: Any) -> None:
    post = network.publish(network.finished()).json()["id"]
    counts = []
    for _ in range(3):
        rows = network.get(f"{post}/insights", metric="views,likes").json()["data"]
        assert network.get(f"{post}/insights", metric="views,likes").json()["data"] == rows
        counts.append([row["values"][0]["value"] for row in rows])
        network.clock.advance(timedelta(hours=20))

    assert counts[0] == [0, 0]
    assert counts[0][0] < counts[1][0] < counts[2][0]
    views, likes = counts[2]
    assert 0.04 * views - 1 <= likes <= 0.09 * views + 1  # both are rounded


def test_followers_come_with_posts(network: Any) -> None:
    before = network.get("me", fields="followers_count").json()["followers_count"]
    for _ in range(4):
        network.publish(network.finished())
    network.clock.advance(timedelta(days=5))
    assert network.get("me", fields="followers_count").json()["followers_count"] > before


def test_one_metric_that_does_not_fit_fails_the_whole_call(network: Any) -> None:
    post = network.publish(network.finished()).json()["id"]
    assert network.get(f"{post}/insights", metric="views,navigation").json()["error"]["code"] == 100
