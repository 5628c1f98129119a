"""The pretend network's nouns."""

from datetime import datetime
from typing import Any, Literal

from pydantic import BaseModel, ConfigDict, Field


class Value(BaseModel):
    """A frozen value, readable from a table's row."""

    model_config = ConfigDict(frozen=True, from_attributes=True)


Network = Literal["instagram", "tiktok", "youtube"]
NETWORKS: tuple[Network, ...] = ("instagram", "tiktok", "youtube")


class Account(Value):
    """A professional account; Instagram's hangs on a Page.

    Args:
        id: as the network's ids look.
        base_followers: how many it had when it was opened; posts add to them.
        restricted: it may not publish.
    """

    id: str
    network: Network = "instagram"
    page_id: str
    handle: str
    name: str
    base_followers: int
    restricted: bool
    created_at: datetime


class Token(Value):
    """Access of one app to one account. Only its digest is kept.

    Args:
        revoked: the subcode with which it is refused, when it is.
    """

    digest: str
    account_id: str
    kind: Literal["short", "long", "refresh"]
    issued_at: datetime
    expires_at: datetime
    revoked: int | None


class Container(Value):
    """What is prepared and not visible.

    Args:
        source: "url" the network fetched it; "upload" its bytes are sent.
        file: name of the media in the sandbox's folder.
        bytes_at: when the last byte was here; working on it starts then.
        process_s: how long the network works on it.
        error: why it can never be published, as the status text says it.
    """

    id: str
    account_id: str
    media_type: Literal["REELS", "STORIES"]
    source: Literal["url", "upload"]
    caption: str
    ai_generated: bool
    paid_partnership: bool
    sponsor_ids: list[str]
    thumb_offset_ms: int
    file: str
    media_kind: Literal["video", "image"]
    size: int | None
    received: int
    bytes_at: datetime | None
    process_s: float
    error: str | None
    error_after: str | None
    published_at: datetime | None
    post_id: str | None
    created_at: datetime


class Upload(Value):
    """A film on its way into TikTok or YouTube.

    Args:
        id: TikTok's publish_id, YouTube's session.
        secret: digest of what stands in its address.
        mode: "direct" is posted when it is whole; "inbox" waits for its creator; "private" for a call that shows it.
        words: what is said of it.
        chunk: how long TikTok was told that every part but the last is.
        bytes_at: when the last byte was here.
        error: why it can never be posted.
        video_id: YouTube's name of the film, once it is whole.
        post_id: the post it became.
        shown_at: when everybody could see it.
    """

    id: str
    account_id: str
    secret: str
    mode: Literal["direct", "inbox", "private"]
    words: dict[str, Any]
    ai_generated: bool
    paid_partnership: bool
    privacy: str
    file: str
    size: int
    chunk: int
    received: int
    bytes_at: datetime | None
    process_s: float
    error: str | None
    video_id: str | None
    post_id: str | None
    shown_at: datetime | None
    created_at: datetime


class Post(Value):
    """What everybody sees."""

    id: str
    account_id: str
    container_id: str
    product: Literal["REELS", "STORY", "VIDEO", "SHORT"]
    shortcode: str
    caption: str
    file: str
    media_kind: Literal["video", "image"]
    sha256: str
    ai_generated: bool
    paid_partnership: bool
    sponsor_ids: list[str]
    created_at: datetime


class Effect(Value):
    """One mutation that was really done: the ledger a test compares with what clients believe."""

    seq: int
    at: datetime
    op: str
    account_id: str
    subject: str
    detail: dict[str, Any]


class Fault(Value):
    """A planned misfortune.

    Args:
        op: which call ("ig.media_publish"), "*" for all.
        account: of which account, "*" for all.
        skip: how many matching calls pass first.
        times: how many calls it strikes; -1 for all.
        probability: how likely it strikes, drawn from the seed.
        action: what happens; see `faults`.
    """

    id: int = 0
    op: str = "*"
    account: str = "*"
    skip: int = Field(0, ge=0)
    times: int = 1
    probability: float = Field(1.0, ge=0, le=1)
    seed: int = 0
    seen: int = 0
    struck: int = 0
    action: dict[str, Any]


class Knobs(Value):
    """How the pretend network behaves; changed by its admin.

    Args:
        offset_s: how far its clock is ahead of the machine's.
        frozen_at: the moment its clock stands at, when it stands.
        republish: what a second publish of one container does.
        fetch: "eager" refuses an image address at once, "lazy" spoils the container.
        process_reel_s: how long a film is worked on.
        process_image_s: how long an image is.
        quota_total: posts per account in 24 hours.
        audited: TikTok and Google have audited the app; otherwise nothing of it becomes public.
        moderation_s: how long TikTok keeps a post's id to itself.
        seed: draws every number the network makes up.
    """

    offset_s: float = 0.0
    frozen_at: datetime | None = None
    republish: Literal["reject", "same_id", "duplicate"] = "reject"
    fetch: Literal["eager", "lazy"] = "eager"
    process_reel_s: float = Field(0.5, ge=0)
    process_image_s: float = Field(0.2, ge=0)
    quota_total: int = Field(100, ge=0)
    container_total: int = Field(400, ge=0)
    audited: bool = True
    moderation_s: float = Field(0.5, ge=0)
    seed: int = 7
