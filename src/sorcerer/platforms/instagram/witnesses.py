"""Three read-only witnesses tell whether a post went out: the container, the quota, the list of posts."""

import unicodedata
from collections.abc import Sequence
from datetime import datetime, timedelta
from typing import Any

from sorcerer.platforms.instagram.addresses import Addresses
from sorcerer.platforms.instagram.stage import container_state
from sorcerer.platforms.instagram.wire import Wire
from sorcerer.platforms.ports import Account, Allowance, PlatformError, Post, Seen, Staged

_MEDIA_FIELDS = "id,caption,timestamp,permalink,media_product_type,is_ai_generated"
_BACK = timedelta(seconds=120)
_PRODUCT = {"reel": "REELS", "story_image": "STORY", "story_video": "STORY"}


class Witnesses:
    """Looks without changing anything."""

    def __init__(self, at: Addresses, wire: Wire) -> None:
        self._at, self._wire = at, wire

    def check(self, account: Account, post: Post, staged: Staged, sent_at: datetime, taken_ids: Sequence[str]) -> Seen:
        """Ask all three; one that does not answer proves nothing."""
        status = self._status(account, staged)
        used = self._used_since(account, sent_at - timedelta(seconds=5))
        found = self._candidates(account, post, sent_at, taken_ids)
        return judge(post.kind, status, used, found)

    def allowance(self, account: Account) -> Allowance:
        """Ask how much of the rolling day's quota is left; the total is always read, never assumed."""
        row = self._limit(account, {"fields": "quota_usage,config"})
        return Allowance(used=int(row["quota_usage"]), total=int(row["config"]["quota_total"]))

    def read_back(self, account: Account, post_id: str) -> Seen:
        """Return the post's address and labels as Instagram shows them."""
        asked = {"fields": f"{_MEDIA_FIELDS},shortcode"}
        answer = self._wire.get(self._at.api(post_id), asked, account.grant.access_token)
        return _live(answer, {"read_back": answer})

    def _status(self, account: Account, staged: Staged) -> str:
        try:
            return str(container_state(self._at, self._wire, account, staged).get("status_code"))
        except PlatformError as error:
            return _silent(error)

    def _used_since(self, account: Account, since: datetime) -> int | str:
        try:
            row = self._limit(account, {"fields": "quota_usage", "since": str(int(since.timestamp()))})
            return int(row["quota_usage"])
        except PlatformError as error:
            return _silent(error)

    def _candidates(
        self, account: Account, post: Post, sent_at: datetime, taken_ids: Sequence[str]
    ) -> list[dict[str, Any]] | str:
        edge = "media" if post.kind == "reel" else "stories"
        asked = {"fields": _MEDIA_FIELDS, "limit": "25"}
        since = sent_at - _BACK
        if edge == "media":
            asked["since"] = str(int(since.timestamp()))
        try:
            answer = self._wire.get(self._at.api(f"{account.account_id}/{edge}"), asked, account.grant.access_token)
        except PlatformError as error:
            return _silent(error)
        return [one for one in answer.get("data", []) if matches(one, post, since, taken_ids)]

    def _limit(self, account: Account, asked: dict[str, str]) -> dict[str, Any]:
        url = self._at.api(f"{account.account_id}/content_publishing_limit")
        rows = self._wire.get(url, asked, account.grant.access_token).get("data") or []
        if not rows:
            raise PlatformError("Instagram told no quota.", outcome="unknown", cure="retry", code="no_quota")
        return dict(rows[0])


def _silent(error: PlatformError) -> str:
    """Return what a witness that did not answer says; a lost access is no witness and goes up."""
    if error.cure == "reconnect":
        raise error
    return f"? {error.code}"


def matches(one: dict[str, Any], post: Post, since: datetime, taken_ids: Sequence[str]) -> bool:
    """Tell whether a post on the list can be ours: right time, kind and words, and bound to no other of ours."""
    if str(one.get("id")) in taken_ids or one.get("media_product_type") != _PRODUCT[post.kind]:
        return False
    try:
        at = datetime.strptime(str(one.get("timestamp")), "%Y-%m-%dT%H:%M:%S%z")
    except ValueError:
        return False
    words = post.caption if post.kind == "reel" else ""
    return at >= since.replace(microsecond=0) and _same(str(one.get("caption") or ""), words)


def judge(kind: str, status: str, used: int | str, found: list[dict[str, Any]] | str) -> Seen:
    """Weigh the witnesses. One match is our post; several, or witnesses that disagree, prove nothing.

    A story has no words to be known by, so one that looks like ours counts only when a second witness agrees.
    """
    ids = [str(one["id"]) for one in found] if isinstance(found, list) else found
    evidence = {"container": status, "used_since": used, "found": ids}
    one = found[0] if isinstance(found, list) and len(found) == 1 else None
    agreed = kind == "reel" or status == "PUBLISHED" or (isinstance(used, int) and used > 0)
    if one is not None and agreed:
        return _live(one, evidence)
    if status == "PUBLISHED":
        return Seen(state="live", evidence=evidence)
    if used == 0 and found == [] and status in ("FINISHED", "IN_PROGRESS", "EXPIRED", "ERROR"):
        return Seen(state="absent", usable=status in ("FINISHED", "IN_PROGRESS"), evidence=evidence)
    return Seen(state="unsure", evidence=evidence)


def _live(one: dict[str, Any], evidence: dict[str, Any]) -> Seen:
    return Seen(
        state="live",
        post_id=str(one["id"]),
        permalink=one.get("permalink"),
        ai_label=one.get("is_ai_generated"),
        evidence=evidence,
    )


def _same(left: str, right: str) -> bool:
    plain = [" ".join(unicodedata.normalize("NFC", text).split()) for text in (left, right)]
    return plain[0] == plain[1]
