"""A film that is whole becomes a post: what TikTok and YouTube have in common."""

import base64
import hashlib
from datetime import datetime
from pathlib import Path

from sqlalchemy.orm import Session

from sorcerer.sandbox import store
from sorcerer.sandbox.model import Post, Upload
from sorcerer.sandbox.world import World, digest_of

_MOST = 1 << 30


def put_out(session: Session, world: World, upload: Upload, now: datetime) -> str:
    """Show an upload to everybody, and return the post's id."""
    number = store.next_id(session)
    post_id = upload.video_id or f"73{number}"
    post = Post(
        id=post_id if store.post(session, post_id) is None else f"{post_id}-again",
        account_id=upload.account_id,
        container_id=upload.id,
        product="SHORT" if upload.video_id else "VIDEO",
        shortcode=named(f"short:{post_id}:{number}"),
        caption=str(upload.words.get("text", "")),
        file=upload.file,
        media_kind="video",
        sha256=digest_of(world.media(upload.file)),
        ai_generated=upload.ai_generated,
        paid_partnership=upload.paid_partnership,
        sponsor_ids=[],
        created_at=now,
    )
    store.add_post(session, post)
    store.change_upload(session, upload.id, {"post_id": post.id, "shown_at": now})
    op = "yt.videos.update" if upload.video_id else "tt.post"
    store.add_effect(session, op, (upload.account_id, post.id), now, {"upload": upload.id})
    return post.id


def named(text: str) -> str:
    """Return eleven signs as YouTube names its films."""
    return base64.urlsafe_b64encode(hashlib.blake2b(text.encode(), digest_size=9).digest()).decode()[:11]


def write(path: Path, at: int, data: bytes) -> None:
    """Put bytes where they belong in the film."""
    if at + len(data) > _MOST:
        raise ValueError("the sandbox keeps no film of more than a gigabyte")
    with path.open("r+b" if path.exists() else "wb") as file:
        file.seek(at)
        file.write(data)
