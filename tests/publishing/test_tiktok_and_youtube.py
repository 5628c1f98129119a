"""Whole publications on TikTok and YouTube: what is different there, and what is the same everywhere."""

from datetime import timedelta
from typing import Any

import pytest

from sorcerer import publishing
from sorcerer.publishing import publications, receipts

NETWORKS = ["tiktok", "youtube"]
LAST = {"tiktok": "tt.chunk.last", "youtube": "yt.videos.update"}
LIE = {"tiktok": "tt.put.500", "youtube": "yt.backendError"}


@pytest.mark.parametrize("network", NETWORKS)
def test_a_sponsored_film_goes_out_once_with_its_labels_and_a_receipt(scenes: Any, network: str) -> None:
    scene = scenes(network)
    publication = scene.planned(sponsor="Kettle & Co")

    scene.worker.live_through()

    out = scene.now(publication.id)
    (post,) = scene.pretend.posts()
    assert (out.state, out.ai_label_seen, out.remote_post_id) == ("live", True, post["id"])
    assert (post["ai_generated"], post["paid_partnership"]) == (True, True)
    assert post["caption"].startswith("#ad\n\n")
    with scene.database.read() as session:
        (receipt,) = receipts.page(session, scene.owner.id, scene.channel.id)
    assert receipt.body["labels_sent"] == {"ai_generated": True, "paid_partnership": True}
    assert receipt.body["permalink"] == out.permalink


@pytest.mark.parametrize("network", NETWORKS)
@pytest.mark.parametrize("mode", ["reject", "same_id", "duplicate"])
@pytest.mark.parametrize("action", [{"drop_after": True}, {"truncate_after": True}, "lie", {"drop_before": True}])
def test_whatever_the_last_call_comes_back_with_there_is_one_post(
    scenes: Any, network: str, mode: str, action: Any
) -> None:
    scene = scenes(network)
    scene.pretend.knobs(republish=mode)
    scene.pretend.fault(LAST[network], {"error_after": LIE[network]} if action == "lie" else action)
    publication = scene.planned()

    scene.worker.live_through()

    out = scene.now(publication.id)
    assert [post["id"] for post in scene.pretend.posts()] == [out.remote_post_id]
    assert out.state == "live"


def test_a_film_that_tiktok_cannot_use_fails_with_its_reason(scenes: Any) -> None:
    scene = scenes("tiktok")
    scene.pretend.fault("tt.init", {"process": {"result": "error:frame_rate_check_failed"}})
    publication = scene.planned()

    scene.worker.live_through()

    out = scene.now(publication.id)
    assert (out.state, out.failure.code, scene.pretend.posts()) == ("failed", "frame_rate_check_failed", [])


def test_a_failure_inside_tiktok_is_tried_anew_and_not_for_ever(scenes: Any) -> None:
    scene = scenes("tiktok")
    scene.pretend.fault("tt.init", {"process": {"result": "error:internal"}}, times=-1)
    publication = scene.planned()

    scene.worker.live_through()

    assert (scene.now(publication.id).state, len(scene.worker.sent)) == ("failed", 3)


def test_without_a_standing_consent_a_film_goes_to_the_inbox_and_waits_there(scenes: Any) -> None:
    scene = scenes("tiktok", consent=False)
    publication = scene.planned()
    scene.worker.live_through(hours=1)
    out = scene.now(publication.id)
    assert (out.state, scene.pretend.posts()) == ("delivered", [])

    scene.pretend.creator_posts(out.refs["publish_id"])
    scene.worker.live_through(hours=1)

    out = scene.now(publication.id)
    assert (out.state, len(scene.pretend.posts())) == ("live", 1)
    with scene.database.read() as session:
        (receipt,) = receipts.page(session, scene.owner.id, scene.channel.id)
    assert receipt.body["labels_sent"] == {"ai_generated": False, "paid_partnership": False}


def test_an_upload_whose_address_would_die_before_its_minute_is_opened_anew(scenes: Any) -> None:
    scene = scenes("tiktok")
    publication = scene.planned(due_in_min=58)

    scene.worker.live_through(hours=3)

    out = scene.now(publication.id)
    assert (out.state, len(scene.pretend.posts())) == ("live", 1)
    assert len(scene.pretend.effects("tt.init")) == 2
    assert out.published_at - out.due_at < timedelta(minutes=1)


@pytest.mark.parametrize("network", NETWORKS)
def test_an_upload_s_address_is_kept_sealed(scenes: Any, network: str) -> None:
    scene = scenes(network)
    publication = scene.planned(due_in_min=30)

    scene.worker.live_through(hours=0.1)

    refs = scene.now(publication.id).refs
    assert refs["sealed"].startswith("v1.")
    assert "upload_id=" not in str(refs)
    with scene.database.read() as session:
        assert "upload_id=" not in str(publications.attempts(session, publication.id))


def test_a_project_that_google_has_not_audited_is_told_why_its_film_stays_private(scenes: Any) -> None:
    scene = scenes("youtube")
    scene.pretend.knobs(audited=False)
    publication = scene.planned()

    scene.worker.live_through()

    out = scene.now(publication.id)
    assert (out.state, out.failure.code, scene.pretend.posts()) == ("failed", "locked_private", [])


def test_a_withdrawn_short_stays_private(scenes: Any) -> None:
    scene = scenes("youtube")
    publication = scene.planned(due_in_min=60)
    scene.worker.live_through(hours=0.5)
    with scene.database.begin() as session:
        publications.withdraw(session, publication.video_id, scene.clock.now())

    scene.worker.live_through()

    assert (scene.now(publication.id).state, scene.pretend.posts()) == ("cancelled", [])


def test_of_two_who_find_a_grant_near_its_end_one_refreshes_it(scenes: Any) -> None:
    scene = scenes("tiktok")
    scene.clock.advance(timedelta(hours=23))
    ahead = scene.worker.platform.renews_ahead
    with scene.database.begin() as session:
        taken = [
            publishing.channels.begin_refresh(session, scene.channel.id, ahead, scene.clock.now()) for _ in range(2)
        ]
    assert taken == [True, False]


def test_a_refresh_that_brings_no_new_refresh_token_does_not_lose_the_old_one(scenes: Any) -> None:
    scene = scenes("youtube")
    ring = scene.ring
    with scene.database.begin() as session:
        before = publishing.channels.account(session, ring, scene.channel.id).grant
        bare = scene.worker.platform.refresh(before).model_copy(update={"refresh_token": None})
        publishing.channels.keep_grant(session, ring, scene.channel.id, bare)
        after = publishing.channels.account(session, ring, scene.channel.id).grant
    assert after.refresh_token == before.refresh_token
    assert after.access_token != before.access_token
