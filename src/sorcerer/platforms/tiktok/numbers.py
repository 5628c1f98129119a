"""What TikTok tells about how posts do: counters only, of public posts only."""

from collections.abc import Mapping

from sorcerer.platforms.ports import Account, Figures
from sorcerer.platforms.tiktok.calls import Calls
from sorcerer.platforms.wire import parts

_COUNTS = {"view_count": "views", "like_count": "likes", "comment_count": "comments", "share_count": "shares"}
_A_CALL = 20
_NEVER = {"reach": "TikTok does not tell an app the reach.", "watch_min": "TikTok does not tell an app the watch time."}
_NOT_YET = "Not yet: TikTok tells the numbers of a post when it has looked at it and it is public."


class Numbers:
    """Counters at one realm."""

    def __init__(self, calls: Calls) -> None:
        self._calls = calls

    def insights(self, account: Account, posts: Mapping[str, str]) -> dict[str, Figures]:
        """Return the counters of the posts."""
        told: dict[str, Figures] = {}
        fields = ",".join(("id", *_COUNTS))
        for part in parts(list(posts), _A_CALL):
            body = {"filters": {"video_ids": part}}
            videos = self._calls.post("video/query/", account.grant.access_token, body, fields).get("videos") or []
            for one in videos:
                numbers = {ours: float(one[name]) for name, ours in _COUNTS.items() if one.get(name) is not None}
                told[str(one["id"])] = Figures(numbers=numbers, gaps=_NEVER)
        silent = Figures(gaps=_NEVER | {"views": _NOT_YET})
        return {post_id: told.get(post_id, silent) for post_id in posts}

    def audience(self, account: Account) -> Figures:
        """Return how many follow the account."""
        user = self._calls.get("user/info/", account.grant.access_token, "open_id,follower_count").get("user") or {}
        if user.get("follower_count") is None:
            return Figures(gaps={"followers": "TikTok did not tell how many follow the account."})
        return Figures(numbers={"followers": float(user["follower_count"])})
