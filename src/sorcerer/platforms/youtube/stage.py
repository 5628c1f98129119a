"""Prepare a Short where nobody sees it: a session, its bytes from wherever they stopped, a private film."""

import re
from datetime import timedelta
from typing import Any

import httpx

from sorcerer.clock import Clock
from sorcerer.platforms.ports import Account, Committed, PlatformError, Post, Staged
from sorcerer.platforms.wire import blocks, film_of, reels_only, trusted
from sorcerer.platforms.youtube.calls import GONE, OK, REDIRECT, RESUME, Calls
from sorcerer.platforms.youtube.refusals import SPOILT

_LIVES = timedelta(days=6)
CHUNK = 32 * (256 << 10)
_STANDSTILLS = 3
_TITLE_MAX, _DESCRIPTION_MAX = 100, 5000
_HASHTAG = re.compile(r"#\w+")
_PEOPLE_AND_BLOGS = "22"


class Stage:
    """Uploads at one realm."""

    def __init__(self, calls: Calls, clock: Clock) -> None:
        self._calls, self._clock = calls, clock

    def stage(self, account: Account, post: Post) -> Staged:
        """Open a session. Nothing exists before its last byte, and then only a private film."""
        reels_only(post, "YouTube")
        size = film_of(post).stat().st_size
        headers = {"X-Upload-Content-Type": "video/mp4", "X-Upload-Content-Length": str(size)}
        params = {"uploadType": "resumable", "part": "snippet,status,paidProductPlacementDetails"}
        answer = self._calls.wire.call(
            "POST",
            f"{self._calls.at.upload}/videos",
            account.grant.access_token,
            params=params | {"notifySubscribers": "false"},
            headers=headers,
            json=words_of(post),
        )
        if answer.status_code != OK or "location" not in answer.headers:
            raise self._calls.refusal(answer)
        address = trusted(answer.headers["location"], self._calls.at.upload, "YouTube")
        refs = {"size": size, "good_until": (self._clock.now() + _LIVES).isoformat()}
        return Staged(refs=refs, secrets={"session": address})

    def upload(self, account: Account, post: Post, staged: Staged) -> Staged:
        """Send what YouTube does not have, from the byte it names, until it names the film."""
        path, size = film_of(post), int(staged.refs["size"])
        answer, before, standstills = self._send(staged, f"bytes */{size}", b""), -1, 0
        while answer.status_code == RESUME:
            start = _received(answer)
            standstills = standstills + 1 if start <= before else 0
            if standstills >= _STANDSTILLS:
                text = "YouTube takes no more bytes of the film."
                raise PlatformError(text, outcome="unknown", cure="retry", code="standstill")
            before, end = start, min(start + CHUNK, size)
            span = f"bytes {start}-{end - 1}/{size}"
            answer = self._send(staged, span, blocks(path, start, end), end - start)
        if answer.status_code in GONE:
            return self._adopt(account, post, staged)
        return _named(staged, self._calls.read(answer))

    def progress(self, account: Account, staged: Staged) -> Staged:
        """Ask whether YouTube has worked on the film."""
        item = self.video(account, staged)
        if item is None:
            # What was just uploaded may not be readable yet: its absence proves nothing.
            return staged
        status = item.get("status") or {}
        state = status.get("uploadStatus")
        reason = status.get("failureReason") or status.get("rejectionReason")
        if state == "processed":
            return staged.model_copy(update={"ready": True})
        if state == "uploaded":
            return staged
        known = SPOILT.get(str(reason))
        sentence = known.sentence if known else "YouTube could not use the film."
        cure = known.cure if known else "fix_media"
        evidence = {"status": status}
        raise PlatformError(
            f"{sentence} ({reason or state}.)",
            outcome="rejected",
            cure=cure,
            code=f"{state}.{reason}",
            evidence=evidence,
        )

    def commit(self, account: Account, staged: Staged) -> Committed:
        """Make the film public: the one call that shows it. Repeating it changes nothing.

        The whole status is replaced by what is sent, so all of it is sent, the AI label too.
        """
        video_id = str(staged.refs["video_id"])
        body = {"id": video_id, "status": _status("public")}
        answer = self._calls.put("videos", account.grant.access_token, body, part="status")
        if (answer.get("status") or {}).get("privacyStatus") != "public":
            raise PlatformError(
                "YouTube keeps the film private: it has not audited your Google project yet.",
                outcome="rejected",
                cure="none",
                code="locked_private",
                evidence={"status": answer.get("status")},
            )
        return Committed(post_id=video_id)

    def video(self, account: Account, staged: Staged) -> dict[str, Any] | None:
        """Return the film as its channel sees it, or None when it is not there."""
        asked = {"id": str(staged.refs["video_id"]), "part": "snippet,status,processingDetails"}
        items = self._calls.get("videos", account.grant.access_token, **asked).get("items") or []
        return items[0] if items else None

    def _adopt(self, account: Account, post: Post, staged: Staged) -> Staged:
        """The session is gone; a film with our mark may be there all the same, else the session is opened anew."""
        token = account.grant.access_token
        mine = self._calls.get("channels", token, mine="true", part="contentDetails").get("items") or [{}]
        details = mine[0].get("contentDetails") or {}
        uploads = str((details.get("relatedPlaylists") or {}).get("uploads") or "")
        listed = self._calls.get("playlistItems", token, playlistId=uploads, part="contentDetails", maxResults="50")
        found = [str(one["contentDetails"]["videoId"]) for one in listed.get("items") or []]
        if found:
            videos = self._calls.get("videos", token, id=",".join(found), part="snippet,status").get("items") or []
            ours = [one for one in videos if mark(post) in ((one.get("snippet") or {}).get("tags") or [])]
            if ours:
                return _named(staged, ours[0])
        text = "YouTube has forgotten the upload."
        raise PlatformError(text, outcome="rejected", cure="restage", code="session_gone")

    def _send(self, staged: Staged, span: str, body: Any, length: int = 0) -> httpx.Response:  # noqa: ANN401 - httpx takes many kinds
        address = trusted(staged.secrets["session"], self._calls.at.upload, "YouTube")
        headers = {"Content-Length": str(length), "Content-Range": span}
        answer = self._calls.wire.call("PUT", address, headers=headers, content=body)
        if answer.status_code in (RESUME, *GONE) or OK <= answer.status_code < REDIRECT:
            return answer
        raise self._calls.refusal(answer)


def mark(post: Post) -> str:
    """Return the tag by which a film of ours is known again."""
    return f"srcr-{post.marker}"


def words_of(post: Post) -> dict[str, Any]:
    """Return what YouTube shall say of the film. The AI label is always in it."""
    return {
        "snippet": {
            "title": title_of(post.caption),
            "description": _cut(_plain(post.caption), _DESCRIPTION_MAX),
            "tags": [*(tag[1:] for tag in _HASHTAG.findall(post.caption)), mark(post)],
            "categoryId": _PEOPLE_AND_BLOGS,
        },
        "status": _status("private"),
        "paidProductPlacementDetails": {"hasPaidProductPlacement": post.labels.paid_partnership},
    }


def title_of(caption: str) -> str:
    """Return her first words without hashtags, as long as a title may be; an owed "#ad" stays in front."""
    lines = [line.strip() for line in _plain(caption).splitlines() if line.strip()]
    worded = [" ".join(_HASHTAG.sub("", line).split()) for line in lines]
    first = next((line for line in worded if line), "Short")
    owed = "#ad " if caption.startswith("#ad") else ""
    room = _TITLE_MAX - len(owed)
    return owed + (first if len(first) <= room else first[: room - 1].rpartition(" ")[0].rstrip() + "…")


def _status(privacy: str) -> dict[str, Any]:
    return {
        "privacyStatus": privacy,
        "selfDeclaredMadeForKids": False,
        "containsSyntheticMedia": True,
        "embeddable": True,
        "license": "youtube",
    }


def _named(staged: Staged, video: dict[str, Any]) -> Staged:
    if not video.get("id"):
        raise PlatformError("YouTube took the film without naming it.", outcome="unknown", cure="retry", code="no_id")
    return staged.model_copy(update={"refs": dict(staged.refs) | {"video_id": str(video["id"])}})


def _received(answer: httpx.Response) -> int:
    """Return the next byte YouTube wants; it may lie inside what was just sent."""
    last = answer.headers.get("range", "").rpartition("-")[2]
    return int(last) + 1 if last.isdigit() else 0


def _plain(text: str) -> str:
    return text.replace("<", "(").replace(">", ")")


def _cut(text: str, most: int) -> str:
    return text.encode()[:most].decode("utf-8", "ignore")
