"""One film on every network of a house that really runs, and the switch that ends all of it."""

import hashlib
from collections.abc import Callable
from datetime import timedelta
from pathlib import Path
from typing import Any
from urllib.parse import parse_qs, urlsplit

import httpx2
import pytest

from sorcerer import accounts, disclosure, publishing, schedule
from sorcerer.app import House
from sorcerer.platforms import PlatformError
from sorcerer.publishing import Content
from sorcerer.testing.samples import film

NETWORKS = ("instagram", "tiktok", "youtube")
LABELS = {
    "instagram": "AI info",
    "tiktok": "Creator labeled as AI-generated",
    "youtube": "Altered or synthetic content",
}


def begin(http: httpx2.Client) -> dict[str, Any]:
    persona = http.post("/api/surprise", json={"mode": "lifestyle", "seed": "three"}).json()
    wanted = {name: persona[name] for name in ("name", "handle", "persona", "look")}
    channels = [{"platform": network, "realm": "sandbox"} for network in NETWORKS]
    answer = http.post(
        "/api/sorcerer/init", json=wanted | {"face_key": persona["face"]["key"], "channels": channels, "plan_days": 2}
    )
    assert answer.status_code == 201, answer.text
    begun: dict[str, Any] = answer.json()
    return begun


def hand_over(house: House, begun: dict[str, Any], folder: Path, minutes: float) -> list[str]:
    """Plan and prepare one film on each of her accounts, as `release` does when a film is made."""
    key = house.tools.files.put_file(film(folder / f"film{minutes}.mp4", shade=int(minutes) + 40)).key
    her = begun["influencer"]
    with house.tools.database.begin() as session:
        now = house.tools.clock.now()
        due_at = now + timedelta(minutes=minutes)
        # The video itself is far off, so that no worker films it as well.
        far = now + timedelta(days=2)
        booking = schedule.Booking(influencer_id=her["id"], scheduled_time=far, title="Light")
        owner = accounts.first_owner(session, now)
        video = schedule.book(session, owner.id, booking, now, timedelta(minutes=1))[1].id
        made = []
        for channel in begun["channels"]:
            duties = disclosure.owed(channel["platform"], "reel", sponsored=True)
            content = Content(
                kind="reel",
                caption=disclosure.compose_caption("Morning light.", ["light"], duties),
                media_key=key,
                overlay=duties.overlay_lines,
                sponsor="Quiet Tea",
                approver="auto",
            )
            planned = publishing.plan(session, video, channel["id"], due_at, now)
            made.append(publishing.publications.prepare(session, planned.id, content, now).id)
    house.worker.wake()
    return made


def test_a_film_goes_out_on_all_three_and_the_switch_stops_what_is_left(
    house: House, http: httpx2.Client, wait: Callable[..., Any], tmp_path: Path
) -> None:
    begun = begin(http)
    out = hand_over(house, begun, tmp_path, 0.0)

    def state(publication: str) -> dict[str, Any]:
        seen: dict[str, Any] = http.get(f"/api/publication/{publication}").json()
        return seen

    for publication in out:
        wait(lambda one=publication: state(one)["ai_label_seen"], "the label is read back", 60)
    for channel in http.get("/api/channel").json()["items"]:
        page = http.get(channel["feed_url"])
        assert LABELS[channel["platform"]] in page.text
        assert "Paid partnership" in page.text
        receipts = http.get(f"/api/channel/{channel['id']}/receipts").json()
        assert (receipts["intact"], len(receipts["items"])) == (True, 1)
        assert receipts["items"][0]["body"]["labels_sent"] == {"ai_generated": True, "paid_partnership": True}

    waiting = hand_over(house, begun, tmp_path, 50.0)
    answer = http.post(f"/api/influencer/{begun['influencer']['id']}/kill-switch", json={"reason": "A brand asked."})

    assert answer.status_code == 200, answer.text
    halted = answer.json()
    assert [one["given_back"] for one in halted["accounts"]] == [True, True, True]
    assert {state(one)["state"] for one in waiting} == {"cancelled"}
    assert {video["status"] for video in http.get("/api/video", params={"limit": 200}).json()["items"]} <= {
        "withdrawn",
        "posted",
    }
    assert http.get("/api/channel").json()["items"] == []
    evidence = http.get(halted["evidence_url"])
    assert hashlib.sha256(evidence.content).hexdigest() == halted["evidence_sha256"]
    assert not any(token in evidence.text for token in ("EAAS", "act.", "rft.", "ya29.", "upload_id="))
    posts = http.get("/sandbox/_sandbox/posts").json()
    assert len(posts) == 3


@pytest.mark.parametrize("network", NETWORKS)
def test_an_account_is_connected_on_the_network_s_own_page(house: House, http: httpx2.Client, network: str) -> None:
    her = begin(http)["influencer"]["id"]
    wish = {"influencer_id": her, "platform": network, "realm": "sandbox", "direct_post": True}
    way = http.post("/api/channel/authorize", json=wish).json()
    assert "code_challenge=" in way["url"]

    agreed = httpx2.get(f"{way['url']}&auto=second.account")
    back = agreed.headers["location"]
    assert back.startswith(f"{house_address(house)}/api/channel/callback")
    came = http.get(back)

    assert (came.status_code, came.headers["location"]) == (
        303,
        f"/influencer/{her}?tab=channels&connected=second.account&platform={network}",
    )
    handles = [one["handle"] for one in http.get("/api/channel").json()["items"] if one["platform"] == network]
    assert "second.account" in handles
    assert http.get(back).json()["status"] == 422  # a code works once


def test_a_way_back_that_nobody_began_leads_nowhere(http: httpx2.Client) -> None:
    for state in ("v1.k.AAAA", "nonsense"):
        assert http.get("/api/channel/callback", params={"state": state, "code": "x"}).status_code == 422


def test_a_code_is_worth_nothing_without_its_verifier(house: House, http: httpx2.Client) -> None:
    wish = {"influencer_id": begin(http)["influencer"]["id"], "platform": "tiktok", "realm": "sandbox"}
    way = http.post("/api/channel/authorize", json=wish).json()
    code = parse_qs(urlsplit(httpx2.get(f"{way['url']}&auto=thief").headers["location"]).query)["code"][0]
    with pytest.raises(PlatformError) as refusal:
        house.tools.platform("tiktok", "sandbox").exchange(code, "http://127.0.0.1/", "another-verifier")
    assert refusal.value.outcome == "rejected"


def house_address(house: House) -> str:
    return f"http://127.0.0.1:{house.settings.port}"
