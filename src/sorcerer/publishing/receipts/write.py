"""Write a receipt, and tell whether a chain of them is whole."""

import hashlib
import json
from collections.abc import Sequence
from datetime import datetime
from typing import Any

from sqlalchemy.orm import Session

from sorcerer import ids
from sorcerer.publishing import store
from sorcerer.publishing.model import Channel, Content, Publication, Receipt
from sorcerer.publishing.receipts import store as kept

_FIRST = "0" * 64


def write(session: Session, publication: Publication, now: datetime) -> Receipt:
    """Add the receipt of a post that is out to its channel's chain."""
    channel = store.load_channel(session, publication.channel_id, lock=True)
    last = kept.last(session, publication.channel_id)
    number, before = (last.number + 1, last.digest) if last else (1, _FIRST)
    body = body_of(publication, channel)
    receipt = Receipt(
        id=ids.new(),
        owner_id=publication.owner_id,
        channel_id=publication.channel_id,
        publication_id=publication.id,
        number=number,
        at=now,
        body=body,
        before=before,
        digest=digest_of(number, now, body, before),
    )
    kept.insert(session, receipt)
    return receipt


def intact(receipts: Sequence[Receipt]) -> bool:
    """Tell whether a channel's receipts, from its first on, are unchanged and complete."""
    before = _FIRST
    for number, one in enumerate(receipts, start=1):
        whole = one.digest == digest_of(one.number, one.at, one.body, one.before)
        if one.number != number or one.before != before or not whole:
            return False
        before = one.digest
    return True


def body_of(publication: Publication, channel: Channel) -> dict[str, Any]:
    """Return what a receipt says of a post."""
    content = publication.content
    if content is None:
        raise ValueError(f"publication {publication.id} went out without content")
    return {
        "remote_post_id": publication.remote_post_id,
        "permalink": publication.permalink,
        "labels_sent": _sent(publication, content),
        "labels_read_back": {"ai_generated": publication.ai_label_seen},
        "caption": content.caption,
        "overlay": list(content.overlay),
        "spoken": list(content.spoken),
        "media_sha256": content.sha256,
        "c2pa_manifest": content.manifest,
        "jurisdiction": content.jurisdiction,
        "approver": content.approver,
        "sponsor": content.sponsor,
        "consent": channel.standing.model_dump(mode="json") if channel.standing else None,
    }


def _sent(publication: Publication, content: Content) -> dict[str, bool]:
    """Return the network's own labels that were sent; with a draft for an inbox none can be."""
    flags = publication.refs.get("mode") != "inbox"
    return {"ai_generated": flags, "paid_partnership": flags and content.sponsor is not None}


def digest_of(number: int, at: datetime, body: dict[str, Any], before: str) -> str:
    """Return the SHA-256 that seals a receipt."""
    parts = [number, at.isoformat(), body, before]
    return hashlib.sha256(json.dumps(parts, sort_keys=True, ensure_ascii=False).encode()).hexdigest()
