"""The port of a social network. Publishing is stage → commit → check, with exactly one call of no return: commit."""

from collections.abc import Mapping
from datetime import datetime, timedelta
from pathlib import Path
from typing import Any, Literal, Protocol, runtime_checkable

from pydantic import BaseModel, ConfigDict, Field

from sorcerer.errors import SorcererError

FailureClass = Literal["not_sent", "rejected", "unknown"]
Cure = Literal["retry", "wait", "restage", "reconnect", "fix_media", "stop_account", "none"]


class Value(BaseModel):
    """A frozen value that refuses fields it does not know."""

    model_config = ConfigDict(frozen=True, extra="forbid")


class Grant(Value):
    """What a network gives when somebody agrees: tokens, never logged, sealed at rest."""

    access_token: str = Field(repr=False)
    refresh_token: str | None = Field(None, repr=False)
    expires_at: datetime | None = None
    scopes: tuple[str, ...] = ()


class Identity(Value):
    """Whose account it is."""

    account_id: str
    handle: str
    name: str = ""
    followers: int | None = None


class Standing(Value):
    """What a person agreed to once for every post to come, where a network wants a person's yes before each.

    Args:
        privacy: who sees a post, in the network's word.
        wording: the sentence that was agreed to.
        agreed_by: a user's id.
    """

    privacy: str = "PUBLIC_TO_EVERYONE"
    comments: bool = True
    wording: str
    agreed_by: str
    agreed_at: datetime


class Account(Value):
    """The account a call acts for.

    Args:
        standing: the consent to post without asking each time; None where nobody gave it.
    """

    account_id: str
    grant: Grant
    standing: Standing | None = None


class Labels(Value):
    """The labels a post owes. The AI label has no off switch."""

    ai_generated: Literal[True] = True
    paid_partnership: bool = False
    sponsor_account_ids: tuple[str, ...] = ()


class Post(Value):
    """One post, ready to be sent.

    Args:
        kind: "reel" and "story_video" are uploaded from `media_path`; a "story_image" is fetched from `media_url`.
        caption: whole text under the post: labels, words, hashtags. Stories carry none.
        marker: our publication's id, for logs and witnesses.
    """

    kind: Literal["reel", "story_image", "story_video"]
    caption: str = ""
    media_path: Path | None = None
    media_url: str | None = None
    cover_offset_ms: int | None = None
    labels: Labels = Labels()
    marker: str


class Staged(Value):
    """What is prepared at the network and not visible to anybody yet.

    Args:
        refs: the network's handles ("container_id"), to be kept before the next call. "good_until", a moment in ISO
            form, is when they are forgotten, if that is sooner than a day.
        secrets: handles that let anybody send for us (an upload's address): sealed before they are kept, never logged.
        ready: False while the network still works on it; ask `progress` again.
    """

    refs: Mapping[str, Any]
    secrets: Mapping[str, str] = Field(default_factory=dict, repr=False)
    ready: bool = False


class Committed(Value):
    """The network took the post.

    Args:
        post_id: the post that is out; None when the network still works on it, so that only a look tells what became
            of it.
    """

    post_id: str | None


class Seen(Value):
    """What a read-only look tells about a post after a doubt.

    Args:
        state: "live" it is out; "absent" every witness says no; "unsure" ask again later or ask a person; "working" the
            network has all of it and has not finished; "delivered" it waits at the network for a person to post it;
            "refused" the network has it and said no for good.
        usable: whether what was staged can still be committed; only told together with "absent".
        harmless: whether committing it once more can make no second post, whatever came before.
        cure, code, why: of a "refused".
        ai_label: whether the network shows the AI label, read back from it.
        evidence: each witness and its answer, to be shown.
    """

    state: Literal["live", "absent", "unsure", "working", "delivered", "refused"]
    usable: bool = False
    harmless: bool = False
    cure: Cure = "none"
    code: str = ""
    why: str = ""
    post_id: str | None = None
    permalink: str | None = None
    ai_label: bool | None = None
    evidence: Mapping[str, Any] = Field(default_factory=dict)


class Allowance(Value):
    """How much the account may still publish in the network's rolling window."""

    used: int
    total: int

    @property
    def left(self) -> int:
        """Return how many posts are left."""
        return max(0, self.total - self.used)


class Figures(Value):
    """What a network tells of a post or an account, in the same words for all networks.

    Args:
        numbers: "followers", "views", "reach", "likes", "comments", "shares", "saved", "interactions", "replies",
            "profile_visits", "follows", "new_followers", "reach_day"; "watch_min" in minutes, "avg_watch_s" in seconds.
        gaps: what it does not tell, each with the reason as a sentence; never a 0 in `numbers` instead.
    """

    numbers: Mapping[str, float] = Field(default_factory=dict)
    gaps: Mapping[str, str] = Field(default_factory=dict)


class PlatformError(SorcererError):
    """A network call failed.

    Args:
        outcome: "not_sent": nothing left this machine or the network said so; "rejected": the network refused for sure;
            "unknown": it may have been done.
        cure: what helps.
        code: the network's own code ("9007/2207027"), "http.500" or the transport's error.
        retry_after_s: when to come back, if the network said.
        of_app: the limit is the whole app's, so no account of ours may go on before that.
        evidence: what the network answered, without tokens.
    """

    kind = "unavailable"

    def __init__(
        self,
        message: str,
        *,
        outcome: FailureClass,
        cure: Cure = "none",
        code: str = "",
        retry_after_s: float | None = None,
        of_app: bool = False,
        evidence: Mapping[str, Any] | None = None,
    ) -> None:
        super().__init__(message)
        self.outcome: FailureClass = outcome
        self.cure: Cure = cure
        self.code = code
        self.retry_after_s = retry_after_s
        self.of_app = of_app
        self.evidence = dict(evidence or {})


@runtime_checkable
class Platform(Protocol):
    """One social network. Every method raises PlatformError and nothing else when the network fails."""

    name: str
    renews_ahead: timedelta
    """How long before a grant runs out it is refreshed."""

    def authorize_url(self, state: str, redirect_uri: str, challenge: str | None = None) -> str:
        """Return the page where a person agrees; `challenge` is the S256 of a verifier that `exchange` shows (PKCE)."""
        ...

    def exchange(self, code: str, redirect_uri: str, verifier: str | None = None) -> Grant:
        """Turn the code that came back into a lasting grant."""
        ...

    def refresh(self, grant: Grant) -> Grant:
        """Return a grant that lasts longer; never one with less in it than before."""
        ...

    def revoke(self, account: Account) -> None:
        """Give the grant back."""
        ...

    def identity(self, grant: Grant, handle: str | None = None) -> Identity:
        """Return whose account the grant is for; `handle` chooses when it covers several.

        A handle that it does not cover is refused.
        """
        ...

    def stage(self, account: Account, post: Post) -> Staged:
        """Prepare the post invisibly. Safe to repeat: what is left over is never seen and dies by itself."""
        ...

    def upload(self, account: Account, post: Post, staged: Staged) -> Staged:
        """Send the media's bytes, where the network takes them from us; goes on where an earlier call stopped."""
        ...

    def progress(self, account: Account, staged: Staged) -> Staged:
        """Ask whether the network is ready to publish."""
        ...

    def commit(self, account: Account, post: Post, staged: Staged) -> Committed:
        """Make the post visible. The call of no return: sent once, and again only after a proof of absence."""
        ...

    def allowance(self, account: Account) -> Allowance:
        """Ask how much may still be published; asked right before `commit`."""
        ...

    def check(
        self, account: Account, post: Post, staged: Staged, sent_at: datetime, taken_ids: tuple[str, ...]
    ) -> Seen:
        """Look, without changing anything, whether the post is out. `taken_ids` belong to other posts of ours."""
        ...

    def read_back(self, account: Account, post_id: str) -> Seen:
        """Return what the network shows of a post that is out: its address and its labels."""
        ...

    def insights(self, account: Account, posts: Mapping[str, str]) -> dict[str, Figures]:
        """Return what is told of each post, in as few calls as the network allows; `posts` maps ids to their kind."""
        ...

    def audience(self, account: Account) -> Figures:
        """Return what is told of the account as a whole."""
        ...

    def close(self) -> None:
        """Close the connections that were kept open."""
        ...
