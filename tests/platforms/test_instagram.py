"""The connector without a network: what it asks for, what it makes of what it sees."""

from datetime import UTC, datetime, timedelta
from itertools import product
from pathlib import Path
from typing import Any, get_args
from urllib.parse import parse_qs, urlsplit

import pytest
from pydantic import SecretStr, ValidationError

from sorcerer import plugins
from sorcerer.errors import Invalid
from sorcerer.platforms import Labels, Platform, PlatformError, Post, Seen
from sorcerer.platforms.instagram import connector
from sorcerer.platforms.instagram.stage import fields
from sorcerer.platforms.instagram.witnesses import judge, matches
from sorcerer.settings import Settings

T0 = datetime(2026, 11, 23, 12, tzinfo=UTC)
ONE = {"id": "17", "permalink": "http://x/p/1", "is_ai_generated": True}


def live_settings(home: Path) -> Settings:
    return Settings(home=home, instagram_client_id="app", instagram_client_secret=SecretStr("hush"))


def test_a_real_account_needs_an_app_and_the_sandbox_needs_none(tmp_path: Path) -> None:
    with pytest.raises(Invalid) as refusal:
        connector(Settings(home=tmp_path), "live")
    assert refusal.value.field == "instagram_client_id"
    with pytest.raises(Invalid):
        connector(Settings(home=tmp_path), "sandbox")
    assert isinstance(connector(Settings(home=tmp_path), "sandbox", "http://127.0.0.1:1"), Platform)


def test_a_live_connector_never_goes_to_the_sandbox(tmp_path: Path) -> None:
    live = connector(live_settings(tmp_path), "live", "http://127.0.0.1:8000/sandbox")
    url = urlsplit(live.authorize_url("state", "https://me/back"))

    assert (url.scheme, url.netloc, url.path) == ("https", "www.facebook.com", "/v25.0/dialog/oauth")
    asked = parse_qs(url.query)
    assert (asked["client_id"], asked["state"]) == (["app"], ["state"])
    assert "instagram_content_publish" in asked["scope"][0].split(",")


def test_it_is_found_by_its_name() -> None:
    assert plugins.load("sorcerer.platforms", "instagram") is connector


@pytest.mark.parametrize("kind", get_args(Post.model_fields["kind"].annotation))
@pytest.mark.parametrize("paid", [True, False])
def test_the_ai_label_is_in_every_container(kind: str, paid: bool) -> None:  # noqa: FBT001 - a table
    labels = Labels(paid_partnership=paid, sponsor_account_ids=("9",) if paid else ())
    post = Post.model_validate({"kind": kind, "media_url": "http://x/1.jpg", "labels": labels, "marker": "m"})

    form = fields(post)

    assert form["is_ai_generated"] == "true"
    assert form.get("is_paid_partnership") == ("true" if paid else None)
    assert form.get("branded_content_sponsor_ids") == ('["9"]' if paid else None)


def test_the_ai_label_cannot_be_switched_off() -> None:
    with pytest.raises(ValidationError):
        Labels.model_validate({"ai_generated": False})


def test_a_story_never_carries_a_caption() -> None:
    assert "caption" not in fields(Post(kind="story_video", caption="words", marker="m"))


def test_an_image_story_without_an_address_is_not_sent() -> None:
    with pytest.raises(PlatformError) as failure:
        fields(Post(kind="story_image", marker="m"))
    assert (failure.value.outcome, failure.value.cure) == ("not_sent", "fix_media")


@pytest.mark.parametrize(
    ("kind", "status", "used", "found", "state", "usable"),
    [
        ("reel", "PUBLISHED", 1, [ONE], "live", False),
        ("reel", "FINISHED", 0, [ONE], "live", False),
        ("reel", "PUBLISHED", 0, [], "live", False),
        ("reel", "PUBLISHED", 2, [ONE, ONE], "live", False),
        ("reel", "FINISHED", 0, [], "absent", True),
        ("reel", "EXPIRED", 0, [], "absent", False),
        ("reel", "ERROR", 0, [], "absent", False),
        ("reel", "FINISHED", 1, [], "unsure", False),
        ("reel", "FINISHED", 0, [ONE, ONE], "unsure", False),
        ("reel", "? 190", 0, [], "unsure", False),
        ("reel", "FINISHED", "? http.500", [], "unsure", False),
        ("reel", "FINISHED", 0, "? transport.ReadTimeout", "unsure", False),
        ("story_image", "FINISHED", 0, [ONE], "unsure", False),
        ("story_image", "FINISHED", 1, [ONE], "live", False),
        ("story_image", "PUBLISHED", 0, [ONE], "live", False),
    ],
)
def test_the_witnesses_are_weighed(
    kind: str,
    status: str,
    used: Any,
    found: Any,
    state: str,
    usable: bool,  # noqa: FBT001 - a table
) -> None:
    seen = judge(kind, status, used, found)
    assert (seen.state, seen.usable) == (state, usable)


def test_absence_needs_all_three_witnesses() -> None:
    statuses, uses = ["PUBLISHED", "FINISHED", "EXPIRED", "? x"], [0, 1, "? x"]
    for status, used, found in product(statuses, uses, [[], [ONE], "? x"]):
        seen: Seen = judge("reel", status, used, found)  # type: ignore[arg-type] # the product of the table
        if seen.state == "absent":
            assert (status in {"FINISHED", "EXPIRED"}, used, found) == (True, 0, [])


@pytest.mark.parametrize(
    ("change", "ours"),
    [
        ({}, True),
        ({"caption": "Mornin\u0067  light"}, True),
        ({"caption": "Other words"}, False),
        ({"timestamp": "2026-11-23T11:57:59+0000"}, False),
        ({"timestamp": "2026-11-23T11:58:00+0000"}, True),
        ({"timestamp": "soon"}, False),
        ({"media_product_type": "STORY"}, False),
        ({"id": "taken"}, False),
    ],
)
def test_a_post_on_the_list_is_ours_by_time_kind_words_and_no_other_binding(change: dict[str, str], ours: bool) -> None:  # noqa: FBT001 - a table
    listed = {
        "id": "1",
        "caption": "Morning light",
        "timestamp": "2026-11-23T12:00:01+0000",
        "media_product_type": "REELS",
    }
    post = Post(kind="reel", caption="Morning light", marker="m")
    assert matches(listed | change, post, T0 - timedelta(seconds=120), ("taken",)) is ours
