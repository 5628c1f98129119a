"""Look at TikTok what became of a post: the upload's own state first, the list of public posts only behind it."""

from datetime import datetime, timedelta
from typing import Any

from sorcerer.clock import Clock
from sorcerer.platforms.ports import Account, Allowance, PlatformError, Post, Seen, Staged
from sorcerer.platforms.tiktok.calls import Calls
from sorcerer.platforms.tiktok.refusals import FAIL_REASONS
from sorcerer.platforms.wire import Meaning

_FIELDS = "id,create_time,share_url,video_description,is_aigc"
_ADDRESS_LIVES = timedelta(minutes=65)
_LISTED = 150
_BACK = timedelta(seconds=120)
_A_DAY = 15


class Witnesses:
    """Looks without changing anything."""

    def __init__(self, calls: Calls, clock: Clock) -> None:
        self._calls, self._clock = calls, clock

    def allowance(self, account: Account) -> Allowance:
        """Ask whether the creator may post now. TikTok tells yes or no, and no number."""
        self._calls.post("post/publish/creator_info/query/", account.grant.access_token)
        return Allowance(used=0, total=_A_DAY)

    def check(
        self, account: Account, post: Post, staged: Staged, sent_at: datetime, taken_ids: tuple[str, ...]
    ) -> Seen:
        """Ask what became of the upload."""
        asked = {"publish_id": staged.refs["publish_id"]}
        try:
            told = self._calls.post("post/publish/status/fetch/", account.grant.access_token, asked)
        except PlatformError as error:
            if error.code != "invalid_publish_id":
                raise
            return self._by_list(account, post, sent_at, taken_ids)
        return self._judge(account, told, staged)

    def read_back(self, account: Account, post_id: str) -> Seen:
        """Return the post's address and label as TikTok shows them."""
        body = {"filters": {"video_ids": [post_id]}}
        videos = self._calls.post("video/query/", account.grant.access_token, body, _FIELDS).get("videos") or []
        if not videos:
            return Seen(state="live", post_id=post_id, evidence={"query": "nothing yet"})
        return _live(videos[0], {"query": videos[0]})

    def _judge(self, account: Account, told: dict[str, Any], staged: Staged) -> Seen:
        status, got = str(told.get("status")), int(told.get("uploaded_bytes") or 0)
        evidence = {name: told.get(name) for name in ("status", "uploaded_bytes", "fail_reason") if told.get(name)}
        if status == "PUBLISH_COMPLETE":
            found = [str(one) for one in told.get("publicaly_available_post_id") or []]
            if not found:
                return Seen(state="live", evidence=evidence)
            return self.read_back(account, found[0]).model_copy(update={"evidence": evidence | {"post_ids": found}})
        if status == "SEND_TO_USER_INBOX":
            return Seen(state="delivered", evidence=evidence)
        if status == "FAILED":
            return _refused(str(told.get("fail_reason") or "internal"), evidence)
        if got >= int(staged.refs["size"]):
            return Seen(state="working", evidence=evidence)
        return self._without_the_end(staged, evidence)

    def _without_the_end(self, staged: Staged, evidence: dict[str, Any]) -> Seen:
        """The last part is not there. While its address is half dead nobody can say whether it may still arrive."""
        now, good_until = self._clock.now(), datetime.fromisoformat(str(staged.refs["good_until"]))
        if now < good_until:
            return Seen(state="absent", usable=True, evidence=evidence)
        dead = good_until + (_ADDRESS_LIVES - timedelta(minutes=55))
        return Seen(state="absent" if now >= dead else "unsure", evidence=evidence)

    def _by_list(self, account: Account, post: Post, sent_at: datetime, taken_ids: tuple[str, ...]) -> Seen:
        videos = self._calls.post("video/list/", account.grant.access_token, {"max_count": 20}, _FIELDS).get("videos")
        since = (sent_at - _BACK).timestamp()
        words = " ".join(post.caption.split())[:_LISTED]
        ours = [
            one
            for one in videos or []
            if str(one.get("id")) not in taken_ids
            and float(one.get("create_time") or 0) >= since
            and " ".join(str(one.get("video_description") or "").split())[:_LISTED] == words
        ]
        evidence = {"status": "invalid_publish_id", "found": [str(one.get("id")) for one in ours]}
        return _live(ours[0], evidence) if len(ours) == 1 else Seen(state="unsure", evidence=evidence)


def _refused(reason: str, evidence: dict[str, Any]) -> Seen:
    known = FAIL_REASONS.get(reason) or Meaning("rejected", "none", "TikTok could not post the film.")
    return Seen(state="refused", cure=known.cure, code=reason, why=f"{known.sentence} ({reason}.)", evidence=evidence)


def _live(video: dict[str, Any], evidence: dict[str, Any]) -> Seen:
    return Seen(
        state="live",
        post_id=str(video["id"]),
        permalink=video.get("share_url"),
        ai_label=video.get("is_aigc"),
        evidence=evidence,
    )
