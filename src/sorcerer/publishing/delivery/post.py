"""The post as a network takes it, and which kind of story a channel can take. Pure."""

from pathlib import Path

from sorcerer.platforms import Labels, Post, Staged
from sorcerer.publishing.model import Job, Kind


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


def staged_of(job: Job) -> Staged:
    """Return what the network prepared for a job."""
    return Staged(refs=job.publication.refs, ready=job.publication.ready)
