"""What each connector reads of posts and accounts, and what it says where the network tells nothing."""

from datetime import timedelta
from pathlib import Path
from typing import Any

import httpx
import pytest

from sorcerer.testing.platform_contract import published

TOLD = {
    "instagram": {"views", "reach", "likes", "comments", "shares", "saved", "interactions", "avg_watch_s", "watch_min"},
    "tiktok": {"views", "likes", "comments", "shares"},
    "youtube": {"views", "likes", "comments", "shares", "watch_min", "avg_watch_s"},
}
NEVER: dict[str, set[str]] = {"instagram": set(), "tiktok": {"reach", "watch_min"}, "youtube": {"reach"}}


@pytest.mark.parametrize("network", sorted(TOLD))
def test_after_three_days_each_network_tells_what_it_can_and_the_rest_is_named(
    benches: Any, tmp_path: Path, sample: Path, network: str
) -> None:
    with benches(network, tmp_path, sample) as bench:
        post_id = published(bench, bench.post())
        bench.clock.advance(timedelta(days=3))
        bench.account = bench.account.model_copy(update={"grant": bench.platform.refresh(bench.account.grant)})
        told = bench.platform.insights(bench.account, {post_id: "reel"})[post_id]

        assert set(told.numbers) == TOLD[network]
        assert set(told.gaps) == NEVER[network]
        assert told.numbers["views"] > 0


def test_watch_time_is_not_yet_told_on_the_first_day(benches: Any, tmp_path: Path, sample: Path) -> None:
    with benches("youtube", tmp_path, sample) as bench:
        post_id = published(bench, bench.post())
        told = bench.platform.insights(bench.account, {post_id: "reel"})[post_id]

        assert "watch_min" not in told.numbers
        assert told.gaps["watch_min"].startswith("Not yet")


def test_a_channel_whose_statistics_nobody_agreed_to_tells_the_rest(benches: Any, tmp_path: Path, sample: Path) -> None:
    with benches("youtube", tmp_path, sample) as bench:
        post_id = published(bench, bench.post())
        bench.fault({"error": "yt.insufficientPermissions"}, op="yt.analytics")
        told = bench.platform.insights(bench.account, {post_id: "reel"})[post_id]

        assert "views" in told.numbers
        assert "connect the channel again" in told.gaps["watch_min"]


@pytest.mark.parametrize(("followers", "told"), [(40, False), (4000, True)])
def test_new_followers_are_told_from_a_hundred_on(
    benches: Any,
    tmp_path: Path,
    sample: Path,
    followers: int,
    told: bool,  # noqa: FBT001 - a table
) -> None:
    with benches("instagram", tmp_path, sample) as bench:
        account = f"{bench.base}/_sandbox/accounts/{bench.account.account_id}"
        httpx.post(account, json={"base_followers": followers}).raise_for_status()
        published(bench, bench.post())
        bench.clock.advance(timedelta(days=2))
        figures = bench.platform.audience(bench.account)

        assert ("new_followers" in figures.numbers) is told
        assert figures.numbers["followers"] >= followers
        assert (figures.gaps == {}) is told
        assert told or "100 followers" in figures.gaps["new_followers"]
