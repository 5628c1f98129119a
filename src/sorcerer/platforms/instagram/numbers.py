"""What Instagram tells about how a post does. What it does not tell is left out, never 0."""

from typing import Any

from sorcerer.platforms.instagram.addresses import Addresses
from sorcerer.platforms.instagram.wire import Wire
from sorcerer.platforms.ports import Account, PlatformError

_METRICS = {
    "reel": ("views", "reach", "likes", "comments", "shares", "saved", "total_interactions", "ig_reels_avg_watch_time"),
    "story_image": ("views", "reach", "replies", "shares", "total_interactions", "follows", "profile_visits"),
    "story_video": ("views", "reach", "replies", "shares", "total_interactions", "follows", "profile_visits"),
}
_UNFIT = {"100", "10"}


class Numbers:
    """Insights at one realm."""

    def __init__(self, at: Addresses, wire: Wire) -> None:
        self._at, self._wire = at, wire

    def insights(self, account: Account, post_id: str, kind: str) -> dict[str, float]:
        """Return the post's numbers; an unfit metric fails a whole call, so then they are asked one by one."""
        names = _METRICS.get(kind, _METRICS["reel"])
        try:
            return self._ask(account, post_id, names)
        except PlatformError as error:
            if error.code not in _UNFIT:
                raise
        told: dict[str, float] = {}
        for name in names:
            told |= self._ask_one(account, post_id, name)
        return told

    def followers(self, account: Account) -> int | None:
        """Return how many follow the account."""
        asked = {"fields": "followers_count"}
        answer = self._wire.get(self._at.api(account.account_id), asked, account.grant.access_token)
        count = answer.get("followers_count")
        return int(count) if count is not None else None

    def _ask_one(self, account: Account, post_id: str, name: str) -> dict[str, float]:
        try:
            return self._ask(account, post_id, (name,))
        except PlatformError as error:
            if error.code not in _UNFIT:
                raise
            return {}

    def _ask(self, account: Account, post_id: str, names: tuple[str, ...]) -> dict[str, float]:
        url = self._at.api(f"{post_id}/insights")
        answer = self._wire.get(url, {"metric": ",".join(names)}, account.grant.access_token)
        return {row["name"]: number for row in answer.get("data", []) if (number := _value(row)) is not None}


def _value(row: dict[str, Any]) -> float | None:
    if "total_value" in row:
        value = row["total_value"].get("value")
    else:
        values = row.get("values") or [{}]
        value = values[-1].get("value")
    return float(value) if isinstance(value, int | float) else None
