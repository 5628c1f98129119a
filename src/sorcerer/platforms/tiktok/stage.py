"""Prepare a post at TikTok: ask what the creator allows, open an upload, send all parts but the last.

Nothing is posted before the last part is there, and an upload's address dies after an hour.
"""

from datetime import timedelta
from typing import Any

import httpx

from sorcerer.clock import Clock
from sorcerer.platforms.ports import Account, Committed, PlatformError, Post, Staged
from sorcerer.platforms.tiktok.calls import Calls
from sorcerer.platforms.tiktok.chunks import Plan, plan
from sorcerer.platforms.tiktok.refusals import REFUSALS
from sorcerer.platforms.wire import Wire, blocks, film_of, reels_only, trusted

_GOOD_FOR = timedelta(minutes=55)
_PARTIAL, _WHOLE = 206, 201


class Stage:
    """Uploads at one realm.

    Args:
        audited: TikTok has audited the app, so it may post to public accounts.
    """

    def __init__(self, calls: Calls, wire: Wire, clock: Clock, *, audited: bool) -> None:
        self._calls, self._wire, self._clock, self._audited = calls, wire, clock, audited

    def stage(self, account: Account, post: Post) -> Staged:
        """Open an upload: without its last byte nothing is posted."""
        reels_only(post, "TikTok")
        cut = plan(film_of(post).stat().st_size)
        source = {
            "source": "FILE_UPLOAD",
            "video_size": cut.size,
            "chunk_size": cut.chunk,
            "total_chunk_count": cut.parts,
        }
        direct = self._audited and account.standing is not None
        opened = self._direct(account, post, source) if direct else self._inbox(account, source)
        address = trusted(str(opened["upload_url"]), self._calls.at.upload, "TikTok")
        refs = {
            "publish_id": str(opened["publish_id"]),
            "mode": "direct" if direct else "inbox",
            "size": cut.size,
            "good_until": (self._clock.now() + _GOOD_FOR).isoformat(),
        }
        return Staged(refs=refs, secrets={"upload_url": address})

    def upload(self, account: Account, post: Post, staged: Staged) -> Staged:
        """Send the parts TikTok does not have, all but the last."""
        path, cut = film_of(post), _plan_of(staged)
        if cut.parts > 1:
            for number in range(cut.number_at(self._received(account, staged)), cut.parts - 1):
                start, end = cut.part(number)
                answer = self._put(staged, cut, (start, end), blocks(path, start, end))
                if answer.status_code != _PARTIAL:
                    raise self._refused(answer)
        return staged

    def commit(self, post: Post, staged: Staged) -> Committed:
        """Send the last part: the call of no return. The post's id comes later, after TikTok has worked on it."""
        path, cut = film_of(post), _plan_of(staged)
        start, end = cut.part(cut.parts - 1)
        answer = self._put(staged, cut, (start, end), blocks(path, start, end))
        if answer.status_code == _WHOLE:
            return Committed(post_id=None)
        error = self._refused(answer)
        if answer.status_code == _PARTIAL:
            error = PlatformError(
                "TikTok took the last part and does not call the film whole.", outcome="unknown", cure="retry"
            )
        raise error

    def _direct(self, account: Account, post: Post, source: dict[str, Any]) -> dict[str, Any]:
        standing = account.standing
        if standing is None:
            raise PlatformError("Nobody agreed to direct posts.", outcome="not_sent", cure="reconnect", code="consent")
        allowed = self._calls.post("post/publish/creator_info/query/", account.grant.access_token)
        options = [str(one) for one in allowed.get("privacy_level_options", [])]
        if standing.privacy not in options:
            known = REFUSALS["privacy_level_option_mismatch"]
            raise PlatformError(
                known.sentence, outcome="not_sent", cure=known.cure, code="privacy_level_option_mismatch"
            )
        info = info_of(post, standing.privacy, comments=standing.comments and not allowed.get("comment_disabled"))
        body = {"post_info": info, "source_info": source}
        return self._calls.post("post/publish/video/init/", account.grant.access_token, body)

    def _inbox(self, account: Account, source: dict[str, Any]) -> dict[str, Any]:
        return self._calls.post("post/publish/inbox/video/init/", account.grant.access_token, {"source_info": source})

    def _received(self, account: Account, staged: Staged) -> int:
        told = self._calls.post(
            "post/publish/status/fetch/", account.grant.access_token, {"publish_id": staged.refs["publish_id"]}
        )
        return int(told.get("uploaded_bytes") or 0)

    def _put(self, staged: Staged, cut: Plan, part: tuple[int, int], body: Any) -> httpx.Response:  # noqa: ANN401 - httpx takes many kinds
        start, end = part
        address = trusted(staged.secrets["upload_url"], self._calls.at.upload, "TikTok")
        headers = {
            "Content-Type": "video/mp4",
            "Content-Length": str(end - start),
            "Content-Range": f"bytes {start}-{end - 1}/{cut.size}",
        }
        return self._wire.call("PUT", address, headers=headers, content=body)

    def _refused(self, answer: httpx.Response) -> PlatformError:
        code = f"put.{answer.status_code}"
        return self._wire.refusal(answer, code, REFUSALS.get(code))


def info_of(post: Post, privacy: str, *, comments: bool) -> dict[str, Any]:
    """Return what TikTok shall say of the post. The AI label is always in it; our own sign is never in the picture."""
    info: dict[str, Any] = {
        "title": post.caption,
        "privacy_level": privacy,
        "is_aigc": True,
        "brand_content_toggle": post.labels.paid_partnership,
        "brand_organic_toggle": False,
        "disable_comment": not comments,
        "disable_duet": True,
        "disable_stitch": True,
    }
    if post.cover_offset_ms is not None:
        info["video_cover_timestamp_ms"] = post.cover_offset_ms
    return info


def _plan_of(staged: Staged) -> Plan:
    return plan(int(staged.refs["size"]))
