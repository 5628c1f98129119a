"""Prepare a post where nobody sees it: a container, its bytes, and waiting until Instagram has worked on it."""

import json
import re
from typing import Any

from sorcerer.platforms.instagram.addresses import Addresses
from sorcerer.platforms.instagram.refusals import STATUS_CODES
from sorcerer.platforms.instagram.wire import Wire
from sorcerer.platforms.ports import Account, PlatformError, Post, Staged
from sorcerer.platforms.wire import blocks, film_of, trusted

_SUBCODE = re.compile(r"\b(2207\d{3})\b")


class Stage:
    """Containers at one realm."""

    def __init__(self, at: Addresses, wire: Wire) -> None:
        self._at, self._wire = at, wire

    def stage(self, account: Account, post: Post) -> Staged:
        """Make a container. One that is left over is never seen and expires in 24 hours."""
        answer = self._wire.post(self._at.api(f"{account.account_id}/media"), fields(post), account.grant.access_token)
        refs = {"container_id": str(answer["id"])}
        if post.kind != "story_image":
            refs["uri"] = trusted(str(answer["uri"]), self._at.upload, "Instagram")
        return Staged(refs=refs)

    def upload(self, account: Account, post: Post, staged: Staged) -> Staged:
        """Send the bytes Instagram does not have yet."""
        if post.kind == "story_image":
            return staged
        path = film_of(post)
        size, start = path.stat().st_size, self._received(account, staged)
        if start < size:
            headers = {
                "Authorization": f"OAuth {account.grant.access_token}",
                "offset": str(start),
                "file_size": str(size),
                "Content-Length": str(size - start),
            }
            self._wire.send(
                trusted(str(staged.refs["uri"]), self._at.upload, "Instagram"), headers, blocks(path, start, size)
            )
        return staged

    def progress(self, account: Account, staged: Staged) -> Staged:
        """Ask whether the container can be published."""
        state = container_state(self._at, self._wire, account, staged)
        code = state.get("status_code")
        if code in ("FINISHED", "PUBLISHED"):
            return staged.model_copy(update={"ready": True})
        if code == "IN_PROGRESS":
            return staged.model_copy(update={"ready": False})
        raise _spoilt(str(code), str(state.get("status", "")))

    def _received(self, account: Account, staged: Staged) -> int:
        state = container_state(self._at, self._wire, account, staged, "video_status")
        phase = (state.get("video_status") or {}).get("uploading_phase") or {}
        return int(phase.get("bytes_transferred") or 0)


def fields(post: Post) -> dict[str, str]:
    """Return the form of a new container. The AI label is always in it."""
    form = {"media_type": "REELS" if post.kind == "reel" else "STORIES", "is_ai_generated": "true"}
    if post.kind == "story_image":
        if post.media_url is None:
            raise PlatformError(
                "An image story needs an address Instagram can fetch; set SORCERER_PUBLIC_URL or use S3 storage.",
                outcome="not_sent",
                cure="fix_media",
                code="no_media_url",
            )
        form["image_url"] = post.media_url
    else:
        form["upload_type"] = "resumable"
    if post.kind == "reel":
        form |= {"caption": post.caption, "share_to_feed": "true"}
        if post.cover_offset_ms is not None:
            form["thumb_offset"] = str(post.cover_offset_ms)
    if post.labels.paid_partnership:
        form["is_paid_partnership"] = "true"
        if post.labels.sponsor_account_ids:
            form["branded_content_sponsor_ids"] = json.dumps(post.labels.sponsor_account_ids)
    return form


def container_state(
    at: Addresses, wire: Wire, account: Account, staged: Staged, extra: str = "status"
) -> dict[str, Any]:
    """Return what Instagram says of the container."""
    asked = {"fields": f"status_code,{extra}"}
    return wire.get(at.api(str(staged.refs["container_id"])), asked, account.grant.access_token)


def _spoilt(code: str, status: str) -> PlatformError:
    evidence = {"status_code": code, "status": status}
    if code == "EXPIRED":
        text = "What was prepared at Instagram has expired after 24 hours."
        return PlatformError(text, outcome="rejected", cure="restage", code="EXPIRED", evidence=evidence)
    found = _SUBCODE.search(status)
    known = STATUS_CODES.get(int(found.group(1))) if found else None
    named = found.group(1) if found else code
    if known is None:
        text = f"Instagram could not use the media: {status or code}"
        return PlatformError(text, outcome="rejected", cure="restage", code=named, evidence=evidence)
    # The container is spoilt for good, so what would be "try again" of a call is a new container here.
    cure = "restage" if known.cure == "retry" else known.cure
    return PlatformError(f"{known.sentence} ({status})", outcome="rejected", cure=cure, code=named, evidence=evidence)
