"""The post as a network takes it, which kinds a channel can take, and what is prepared, sealed and open."""

import json
from pathlib import Path
from typing import Any

from sorcerer.keys import KeyRing, place
from sorcerer.platforms import Labels, Post, Staged
from sorcerer.publishing.model import Job, Kind

_STORIES = frozenset({"instagram"})
_SEALED = "sealed"


def kind_for(video_kind: str, media_url: str | None) -> Kind:
    """Return how a reel or a story goes out.

    An image is fetched by the network, so a story is an image only where the network can reach it; else the same
    story goes as a film of five seconds, which is sent.

    Args:
        video_kind: "reel" or "story".
        media_url: the address under which the channel's network reaches the image; None when it cannot.
    """
    if video_kind == "reel":
        return "reel"
    return "story_image" if media_url is not None else "story_video"


def post_of(job: Job, media_path: Path | None, media_url: str | None) -> Post:
    """Return the post of a job; its AI label is part of the type.

    Args:
        media_path: the film on this machine; needed for "upload" of all but image stories.
        media_url: where the network fetches an image story; needed for "stage".
    """
    content = job.publication.content
    if content is None:
        raise ValueError(f"publication {job.publication.id} has no content yet")
    return Post(
        kind=content.kind,
        caption=content.caption,
        media_path=media_path,
        media_url=media_url,
        cover_offset_ms=content.cover_offset_ms,
        labels=Labels(paid_partnership=content.sponsor is not None, sponsor_account_ids=content.sponsor_account_ids),
        marker=job.publication.id,
    )


def takes(platform: str, video_kind: str) -> bool:
    """Tell whether a network has such a thing: only some have stories."""
    return video_kind == "reel" or platform in _STORIES


def refs_of(ring: KeyRing, publication_id: str, staged: Staged) -> dict[str, Any]:
    """Return the handles as they are kept: those that let anybody send for us are sealed for this row alone."""
    refs = dict(staged.refs)
    if staged.secrets:
        text = json.dumps(dict(staged.secrets))
        refs[_SEALED] = ring.seal(text, place("publication", publication_id, "refs"))
    return refs


def staged_of(ring: KeyRing, job: Job) -> Staged:
    """Return what the network prepared for a job, with its secret handles open; never kept or returned by a step."""
    refs = {name: value for name, value in job.publication.refs.items() if name != _SEALED}
    sealed = job.publication.refs.get(_SEALED)
    text = ring.unseal(str(sealed), place("publication", job.publication.id, "refs")) if sealed else "{}"
    return Staged(refs=refs, secrets=json.loads(text), ready=job.publication.ready)
