"""What Instagram tells about how posts and an account do. What it does not tell is a gap with a reason, never 0."""

from collections.abc import Mapping
from datetime import timedelta
from typing import Any, NamedTuple

from sorcerer.clock import Clock
from sorcerer.platforms.instagram.addresses import Addresses
from sorcerer.platforms.instagram.wire import Wire
from sorcerer.platforms.ports import Account, Figures, PlatformError


class Metric(NamedTuple):
    """One of Instagram's numbers: our word for it, and how many of its units make one of ours."""

    ours: str
    units: float = 1.0


_STORY = {
    **{name: Metric(name) for name in ("views", "reach", "replies", "shares", "follows", "profile_visits")},
    "total_interactions": Metric("interactions"),
}
_METRICS = {
    "reel": {
        **{name: Metric(name) for name in ("views", "reach", "likes", "comments", "shares", "saved")},
        "total_interactions": Metric("interactions"),
        "ig_reels_avg_watch_time": Metric("avg_watch_s", 1_000),
        "ig_reels_video_view_total_time": Metric("watch_min", 60_000),
    },
    "story_image": _STORY,
    "story_video": _STORY,
}
_DAY = timedelta(days=1)
_UNFIT, _TOO_FEW = "100", "10"
_NOT_YET = "Not yet: Instagram tells this up to two days later."
_FEW_VIEWERS = "Instagram tells this when more people have seen the post."
_FEW_FOLLOWERS = "Instagram tells this from 100 followers on."
_NO_SUCH = "Instagram does not tell this of such a post."


class Numbers:
    """Insights at one realm."""

    def __init__(self, at: Addresses, wire: Wire, clock: Clock) -> None:
        self._at, self._wire, self._clock = at, wire, clock

    def insights(self, account: Account, post_id: str, kind: str) -> Figures:
        """Return the post's numbers; an unfit metric fails a whole call, so then they are asked one by one."""
        metrics = _METRICS.get(kind, _METRICS["reel"])
        told, gaps = self._ask(account, post_id, tuple(metrics), {}, _FEW_VIEWERS)
        numbers = {metrics[name].ours: value / metrics[name].units for name, value in told.items()}
        return Figures(numbers=numbers, gaps={metrics[name].ours: why for name, why in gaps.items()})

    def audience(self, account: Account) -> Figures:
        """Return how many follow the account, how many came and whom it reached on the last whole day."""
        asked = {"fields": "followers_count"}
        count = self._wire.get(self._at.api(account.account_id), asked, account.grant.access_token).get(
            "followers_count"
        )
        today = self._clock.now().replace(hour=0, minute=0, second=0, microsecond=0)
        day = {"period": "day", "since": f"{today - _DAY:%s}", "until": f"{today:%s}"}
        reached, gaps = self._ask(
            account, account.account_id, ("reach",), day | {"metric_type": "total_value"}, _FEW_FOLLOWERS
        )
        came, more = self._ask(account, account.account_id, ("follower_count",), day, _FEW_FOLLOWERS)
        words = {"reach": "reach_day", "follower_count": "new_followers"}
        numbers = {words[name]: value for name, value in (reached | came).items()}
        return Figures(
            numbers=numbers | ({"followers": float(count)} if count is not None else {}),
            gaps={words[name]: why for name, why in (gaps | more).items()},
        )

    def _ask(
        self, account: Account, node: str, names: tuple[str, ...], more: Mapping[str, str], few: str
    ) -> tuple[dict[str, float], dict[str, str]]:
        """Return what is told, and why the rest is not."""
        try:
            told = self._call(account, node, names, more)
        except PlatformError as error:
            if error.code not in (_UNFIT, _TOO_FEW):
                raise
            if len(names) == 1:
                return {}, {names[0]: few if error.code == _TOO_FEW else _NO_SUCH}
        else:
            return told, {name: _NOT_YET for name in names if name not in told}
        parts = [self._ask(account, node, (name,), more, few) for name in names]
        found = {name: value for numbers, _ in parts for name, value in numbers.items()}
        return found, {name: why for _, gaps in parts for name, why in gaps.items()}

    def _call(self, account: Account, node: str, names: tuple[str, ...], more: Mapping[str, str]) -> dict[str, float]:
        asked = {"metric": ",".join(names), **more}
        answer = self._wire.get(self._at.api(f"{node}/insights"), asked, account.grant.access_token)
        return {row["name"]: number for row in answer.get("data", []) if (number := _value(row)) is not None}


def _value(row: dict[str, Any]) -> float | None:
    if "total_value" in row:
        value = row["total_value"].get("value")
    else:
        values = row.get("values") or [{}]
        value = values[-1].get("value")
    return float(value) if isinstance(value, int | float) else None
