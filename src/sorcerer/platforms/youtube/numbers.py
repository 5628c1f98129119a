"""What YouTube tells about how films do: counters at once, watch time from Analytics one to three days later."""

from collections.abc import Mapping, Sequence
from datetime import timedelta

from sorcerer.clock import Clock
from sorcerer.platforms.ports import Account, Figures, PlatformError
from sorcerer.platforms.wire import parts
from sorcerer.platforms.youtube.calls import Calls

_COUNTS = {"viewCount": "views", "likeCount": "likes", "commentCount": "comments"}
_WATCHED = {"estimatedMinutesWatched": "watch_min", "averageViewDuration": "avg_watch_s", "shares": "shares"}
_A_CALL = 50
_BACK = timedelta(days=90)
_SHUT = frozenset({"insufficientPermissions", "forbidden"})
_REACH = "YouTube does not tell the reach of a Short."
_NOT_YET = "Not yet: YouTube tells the watch time one to three days later."
_AGREE = "YouTube tells the watch time once you connect the channel again and agree to its statistics."
_HIDDEN = "The channel hides how many subscribe."
_GONE = "YouTube does not show the film any more."


class Numbers:
    """Counters and Analytics at one realm."""

    def __init__(self, calls: Calls, clock: Clock) -> None:
        self._calls, self._clock = calls, clock

    def insights(self, account: Account, posts: Mapping[str, str]) -> dict[str, Figures]:
        """Return the numbers of the films."""
        told: dict[str, Figures] = {}
        for part in parts(list(posts), _A_CALL):
            counted, (watched, why) = self._counted(account, part), self._watched(account, part)
            for post_id in part:
                numbers = counted.get(post_id, {}) | watched.get(post_id, {})
                gaps = {"reach": _REACH} | ({} if "watch_min" in numbers else {"watch_min": why})
                gaps |= {} if "views" in numbers else {"views": _GONE}
                told[post_id] = Figures(numbers=numbers, gaps=gaps)
        return told

    def audience(self, account: Account) -> Figures:
        """Return how many subscribe."""
        answer = self._calls.get("channels", account.grant.access_token, mine="true", part="statistics")
        counts = ((answer.get("items") or [{}])[0]).get("statistics") or {}
        if counts.get("hiddenSubscriberCount") or counts.get("subscriberCount") is None:
            return Figures(gaps={"followers": _HIDDEN})
        return Figures(numbers={"followers": float(counts["subscriberCount"])})

    def _counted(self, account: Account, post_ids: Sequence[str]) -> dict[str, dict[str, float]]:
        asked = {"id": ",".join(post_ids), "part": "statistics"}
        found: dict[str, dict[str, float]] = {}
        for item in self._calls.get("videos", account.grant.access_token, **asked).get("items") or []:
            counts = item.get("statistics") or {}
            told = {ours: float(counts[name]) for name, ours in _COUNTS.items() if counts.get(name) is not None}
            found[str(item["id"])] = told
        return found

    def _watched(self, account: Account, post_ids: Sequence[str]) -> tuple[dict[str, dict[str, float]], str]:
        """Return what Analytics tells by film, and why it does not tell the rest."""
        today = self._clock.now().date()
        asked = {
            "ids": "channel==MINE",
            "startDate": (today - _BACK).isoformat(),
            "endDate": today.isoformat(),
            "metrics": ",".join(_WATCHED),
            "dimensions": "video",
            "filters": f"video=={','.join(post_ids)}",
        }
        try:
            answer = self._calls.report(account.grant.access_token, asked)
        except PlatformError as error:
            if error.code not in _SHUT:
                raise
            return {}, _AGREE
        names = [str(column.get("name")) for column in answer.get("columnHeaders") or []]
        rows = [dict(zip(names, row, strict=False)) for row in answer.get("rows") or []]
        told = {
            str(row["video"]): {ours: float(row[name]) for name, ours in _WATCHED.items() if row.get(name) is not None}
            for row in rows
            if row.get("video")
        }
        return told, _NOT_YET
