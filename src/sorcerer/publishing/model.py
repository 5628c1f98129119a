"""Channels, publications, attempts, receipts, and what may follow what. Pure."""

from collections.abc import Sequence
from datetime import datetime, timedelta
from typing import Any, Literal, NamedTuple

from pydantic import BaseModel, ConfigDict, Field

from sorcerer.platforms import Grant, Identity, Standing

Realm = Literal["live", "sandbox"]
State = Literal[
    "planned",
    "staging",
    "staged",
    "committing",
    "live",
    "delivered",
    "reconciling",
    "waiting",
    "needs_review",
    "failed",
    "cancelled",
]
Step = Literal["stage", "upload", "progress", "commit", "reconcile", "read_back"]
AttemptState = Literal["intent", "acked", "rejected", "unknown", "reconciled"]
Kind = Literal["reel", "story_image", "story_video"]

BEFORE: frozenset[str] = frozenset({"planned", "staging", "staged", "waiting"})
IN_FLIGHT: frozenset[str] = frozenset({"committing", "reconciling"})
LATE: frozenset[str] = IN_FLIGHT | {"live", "delivered", "needs_review"}
ANEW: dict[str, Any] = {
    "state": "planned",
    "refs": {},
    "uploaded": False,
    "ready": False,
    "staged_at": None,
    "tries": 0,
    "failure": None,
}
GRACE = timedelta(hours=2)
STAGED_FOR = timedelta(hours=22)
ANEW_BEFORE = timedelta(minutes=10)
_SPARE = timedelta(minutes=5)


class Value(BaseModel):
    """A frozen value that refuses fields it does not know."""

    model_config = ConfigDict(frozen=True, extra="forbid")


class Link(Value):
    """An account that somebody agreed to let us publish to, before it is kept.

    Args:
        realm: "live" is the real network, "sandbox" the pretend one.
        standing: the consent to post there without asking each time.
    """

    owner_id: str
    influencer_id: str
    platform: str
    realm: Realm
    identity: Identity
    grant: Grant
    standing: Standing | None = None


class Channel(Value):
    """A connected account. Its grant is sealed and never part of this value.

    Args:
        account_id: the network's own id of it.
        status: "reconnect" the network no longer accepts the grant; "disconnected" somebody took it away.
        grant_expires_at: when the grant runs out, if the network said.
        breaker: why nothing is published for now.
        not_before: until when.
        standing: what a person agreed to for every post, where a network wants a yes before each.
    """

    id: str
    owner_id: str
    influencer_id: str
    platform: str
    realm: Realm
    account_id: str
    handle: str
    status: Literal["connected", "reconnect", "disconnected"] = "connected"
    grant_expires_at: datetime | None = None
    breaker: str | None = None
    not_before: datetime | None = None
    standing: Standing | None = None
    connected_at: datetime


class Content(Value):
    """What goes out, fixed before the first call so that it can be recognised afterwards.

    Args:
        kind: "story_image" is fetched by the network from an address, the others are sent.
        caption: the whole text: labels, words, hashtags. Stories carry none.
        spoken: what is said in the film, line by line.
        media_key: the file in the store; its name holds the SHA-256.
        overlay: lines of disclosure that are burned into the picture.
        sponsor: the brand's name, when it is an ad.
        sponsor_account_ids: the brand's accounts on the network, for its own label.
        jurisdiction, language: whose rules it keeps, in which words.
        approver: who said yes: a user's id, or "auto".
        repost: the same file may go out again within 30 days.
        manifest: label of the C2PA manifest that is signed into the file.
    """

    kind: Kind
    caption: str = ""
    spoken: tuple[str, ...] = ()
    media_key: str
    cover_offset_ms: int | None = None
    overlay: tuple[str, ...] = ()
    sponsor: str | None = None
    sponsor_account_ids: tuple[str, ...] = ()
    jurisdiction: Literal["eu", "us", "kr"] = "eu"
    language: Literal["en", "de"] = "en"
    approver: str
    repost: bool = False
    manifest: str | None = None

    @property
    def sha256(self) -> str:
        """Return the hash of the media."""
        return self.media_key.rpartition("/")[2].partition(".")[0]


class Trouble(Value):
    """What went wrong last, and what to do.

    Args:
        stage: the step that failed.
        cause: what happened, in a sentence.
        code: the network's own code.
        reached_platform: whether anybody may have seen the post.
        next: the way out, in a sentence.
    """

    stage: str
    cause: str
    code: str = ""
    reached_platform: Literal["no", "yes", "unknown"] = "no"
    next: str


class Publication(Value):
    """One video on one channel, at most once.

    Args:
        due_at: when it becomes visible.
        next_at: when a worker looks at it next; None while it waits for a person, or is done.
        content: what goes out; None until the film is ready.
        refs: the network's handles of what is prepared; those that let anybody send are sealed under "sealed".
        uploaded, ready: how far the preparation is.
        tries: failures in a row.
        epoch: counts runs and leases; whoever holds an older one may write nothing.
        failure: what went wrong last.
        read_at: when the labels were read back, or given up; closed with a receipt.
    """

    id: str
    owner_id: str
    influencer_id: str
    video_id: str
    channel_id: str
    due_at: datetime
    state: State = "planned"
    next_at: datetime | None = None
    content: Content | None = None
    refs: dict[str, Any] = Field(default_factory=dict)
    uploaded: bool = False
    ready: bool = False
    staged_at: datetime | None = None
    tries: int = 0
    remote_post_id: str | None = None
    permalink: str | None = None
    ai_label_seen: bool | None = None
    failure: Trouble | None = None
    lease_owner: str | None = None
    lease_until: datetime | None = None
    epoch: int = 0
    published_at: datetime | None = None
    read_at: datetime | None = None
    created_at: datetime
    updated_at: datetime

    def next_step(self, now: datetime) -> Step | None:
        """Return what is to be done, or None when it is not its time, or nothing is left."""
        if self.state in IN_FLIGHT or self.state == "delivered":
            return "reconcile"
        if self.state == "live":
            return "read_back" if self.read_at is None else None
        return self._preparing(now) if self.state in BEFORE and self.content is not None else None

    def _preparing(self, now: datetime) -> Step | None:
        if not self.refs:
            return "stage"
        if self._spoils() < self.due_at + _SPARE or self.is_stale(now):
            return "stage" if self.is_stale(now) or now >= self.due_at - ANEW_BEFORE else None
        if not self.uploaded:
            return "upload"
        if not self.ready:
            return "progress"
        return "commit" if now >= self.due_at else None

    def is_stale(self, now: datetime) -> bool:
        """Tell whether what is prepared may be forgotten by the network before it is used."""
        return self.staged_at is not None and now >= self._spoils()

    def _spoils(self) -> datetime:
        """Return when the network forgets what is prepared."""
        named = self.refs.get("good_until")
        later = (self.staged_at or datetime.max.replace(tzinfo=self.due_at.tzinfo) - STAGED_FOR) + STAGED_FOR
        return min(later, datetime.fromisoformat(str(named))) if named else later

    def wakes_at(self) -> datetime:
        """Return when something is to be done with what is prepared: at its minute, or before when it spoils."""
        return self.due_at if self._spoils() >= self.due_at + _SPARE else self.due_at - ANEW_BEFORE

    def is_now(self, now: datetime) -> bool:
        """Tell whether it is to go out now: nothing that could wait may hold it up."""
        return self.state in BEFORE and now >= self.due_at

    def is_missed(self, now: datetime) -> bool:
        """Tell whether its minute passed so long ago that it must not go out by itself any more."""
        return self.state in BEFORE and now > self.due_at + GRACE


class Attempt(Value):
    """One line of what was tried: written before the call, and again after it. Nothing is ever changed in it.

    Args:
        kind: the step; "probe" what was asked right before the call of no return; "settle" a person said what is there.
        refs: the handles it was tried with.
        error: the failure, as the network told it, without tokens.
        witness: what a look found.
    """

    id: str
    publication_id: str
    epoch: int
    kind: Step | Literal["probe", "settle"]
    state: AttemptState
    at: datetime
    refs: dict[str, Any] = Field(default_factory=dict)
    error: dict[str, Any] | None = None
    witness: dict[str, Any] | None = None


def was_in_doubt(attempts: Sequence[Attempt]) -> bool:
    """Tell whether a call of no return was ever left without a sure answer, since a person looked last.

    A network that has all of it and says no for good has looked as well. Else nothing but a look may close the
    publication: "failed" is only ever said of a post that nobody can see.
    """
    looked = [
        place
        for place, one in enumerate(attempts)
        if one.kind == "settle" or (one.kind == "reconcile" and one.state == "rejected")
    ]
    recent = attempts[looked[-1] :] if looked else attempts
    return any(one.kind == "commit" and one.state == "unknown" for one in recent)


class Job(Value):
    """The right to do one step, until the lease ends.

    Args:
        sent_at: when the call of no return was sent last, for a reconciling look.
        taken_ids: posts of the account that belong to other publications.
    """

    publication: Publication
    channel: Channel
    step: Step
    sent_at: datetime | None = None
    taken_ids: tuple[str, ...] = ()


class Traffic(NamedTuple):
    """What else goes on on an account.

    Args:
        busy: another post's call of no return is not settled.
        doubtful: a person was asked about another post lately.
        last_out: when the account's last post went out.
    """

    busy: bool
    doubtful: bool
    last_out: datetime | None


class Receipt(Value):
    """What was disclosed with a post, chained by hash to the channel's receipt before it.

    Args:
        number: counts the channel's receipts from 1.
        body: labels sent, labels read back, caption, overlay, hash of the media, approver, sponsor, and the standing
            consent to post there without asking each time.
        before: digest of the receipt before, or 64 zeros.
        digest: SHA-256 over number, time, body and `before`.
    """

    id: str
    owner_id: str
    channel_id: str
    publication_id: str
    number: int
    at: datetime
    body: dict[str, Any]
    before: str
    digest: str
