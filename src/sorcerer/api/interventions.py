"""/api/influencer/{id}/interventions: step into her life. A preview first, then the same thing for good, and back."""

from datetime import date, datetime
from typing import Annotated, Literal

from fastapi import Query
from pydantic import Field
from sqlalchemy.orm import Session

from sorcerer import influencers, life, schedule
from sorcerer.api.begin import bookings_of
from sorcerer.api.bodies import Body
from sorcerer.api.deps import Caller, Door, InRead, Now, TheDoor
from sorcerer.api.gate import Routes
from sorcerer.api.shown import Shown
from sorcerer.errors import Conflict, Invalid, NotAllowed
from sorcerer.influencers import Influencer
from sorcerer.life import Plan
from sorcerer.schedule import Video

Change = life.interventions.Change
Drop = life.interventions.Drop
Intervention = life.interventions.Intervention
Pin = life.interventions.Pin
Present = life.interventions.Present
Preview = life.interventions.Preview

router = Routes("/influencer", tags=["life"])

_MANY = 100_000
_SHOWN = 600
_MICROS = 1_000_000
_BUSY = frozenset({"processing", "ready", "posted"})


class Wish(Body):
    """What is to happen to her: in words, or as changes; words win."""

    text: str = Field("", max_length=2000, examples=["she goes to Lisbon on the 15th for ten days"])
    changes: tuple[Change, ...] = Field((), max_length=20, examples=[[]])


class Applied(Wish):
    """A wish whose preview somebody saw."""

    base: int = Field(ge=1, examples=[1])
    digest: str = Field(min_length=1, max_length=64, examples=["0f1e2d3c"])


class Back(Body):
    """Which revision to take back; only the newest can be."""

    base: int = Field(ge=1, examples=[2])


class ItemChange(Body):
    """What to do with one thing she does: pin it, move it, let it go, or take it out."""

    item_id: str = Field(min_length=1, max_length=80, examples=["read@2026-11-24"])
    base: int = Field(ge=1, examples=[1])
    pinned: bool = True
    start: int | None = Field(None, ge=240, le=1680, description="Wall minute of her life day.", examples=[900])
    drop: bool = False


class PuzzleOut(Shown):
    """A part that was not understood, and the nearest forms that would be."""

    text: str
    why: str
    forms: tuple[str, ...]


class CountsOut(Shown):
    """How many of what is to come stay, move, read differently, go, and are new."""

    kept: int
    moved: int
    rewritten: int
    dropped: int
    added: int


class DifferenceOut(Shown):
    """One item or post that would not be as it was, and the broken fact that causes it."""

    layer: Literal["item", "post"]
    verb: Literal["kept", "moved", "rewritten", "dropped", "added"]
    id: str
    day: date
    title: str
    cause: str
    before: str | None
    after: str | None


class ClashOut(Shown):
    """Something that may not change and contradicts the wish; a person must choose."""

    item_id: str
    title: str
    code: str
    message: str
    choices: tuple[str, ...]


class PreviewOut(Shown):
    """What a wish would do; nothing has happened yet. Apply it with its base and digest."""

    base: int
    digest: str
    changes: tuple[Change, ...]
    puzzles: list[PuzzleOut]
    items: CountsOut
    posts: CountsOut
    differences: list[DifferenceOut]
    more: int
    clashes: list[ClashOut]
    cost_usd: float


class ChangedOut(Shown):
    """A life after a change."""

    revision: int
    items: CountsOut
    posts: CountsOut


class RevisionOut(Shown):
    """One line of the history of a life."""

    revision: int
    kind: str
    reason: str
    changes: tuple[Change, ...]
    at: datetime


@router.post("/{influencer_id}/interventions")
def preview_intervention(influencer_id: str, wish: Wish, caller: Caller, session: InRead, now: Now) -> PreviewOut:
    """Show what a wish would change in her life, and why, before it happens. Keeps nothing."""
    influencer = _hers(influencers.find(session, caller.id, influencer_id))
    videos = schedule.videos.page(session, caller.id, influencer_id=influencer_id, limit=_MANY)
    present = life.interventions.present(session, caller.id, influencer_id, _held(videos))
    intervention = _understood(wish, influencer, now)
    if intervention.puzzles:
        return _puzzled(present, intervention)
    seen = life.interventions.preview(present, intervention, now)
    return _shown(seen, _cost(seen, present.plan, videos))


@router.post("/{influencer_id}/interventions/apply")
def apply_intervention(influencer_id: str, wish: Applied, door: TheDoor, caller: Caller, now: Now) -> ChangedOut:
    """Make a previewed wish her life, and put its posts on the schedule, both or neither."""
    return _apply(door, caller.id, influencer_id, wish, now)


@router.post("/{influencer_id}/interventions/undo")
def undo_intervention(influencer_id: str, wish: Back, door: TheDoor, caller: Caller, now: Now) -> ChangedOut:
    """Take the last wish back, as a new revision; what has begun since stays as she lived it."""
    with door.database.begin() as session:
        influencer = _hers(influencers.find(session, caller.id, influencer_id))
        videos = schedule.videos.page(session, caller.id, influencer_id=influencer_id, limit=_MANY)
        present = life.interventions.present(session, caller.id, influencer_id, _held(videos))
        kept, plan = life.interventions.undo(session, caller.id, present, base=wish.base, now=now)
        _book(door, session, influencer, present.plan, plan, videos, now)
    door.wake()
    counts = CountsOut(kept=len(plan.items), moved=0, rewritten=0, dropped=0, added=0)
    posts = CountsOut(kept=len(plan.posts), moved=0, rewritten=0, dropped=0, added=0)
    return ChangedOut(revision=kept.head, items=counts, posts=posts)


@router.get("/{influencer_id}/interventions")
def list_interventions(
    influencer_id: str, caller: Caller, session: InRead, limit: Annotated[int, Query(ge=1, le=200)] = 50
) -> list[RevisionOut]:
    """List the revisions of her life, newest first."""
    influencers.find(session, caller.id, influencer_id)
    return [
        RevisionOut(revision=one.rev, kind=one.kind, reason=one.reason, changes=one.changes, at=one.created_at)
        for one in life.interventions.history(session, caller.id, influencer_id, limit)
    ]


@router.patch("/{influencer_id}/life")
def change_item(influencer_id: str, wish: ItemChange, door: TheDoor, caller: Caller, now: Now) -> ChangedOut:
    """Pin, move or take out one thing she does, checked like every other change; what stands in its way is told."""
    change: Change = Drop(item_id=wish.item_id)
    if not wish.drop:
        change = Pin(item_id=wish.item_id, pinned=wish.pinned, start=wish.start)
    with door.database.read() as session:
        videos = schedule.videos.page(session, caller.id, influencer_id=influencer_id, limit=_MANY)
        present = life.interventions.present(session, caller.id, influencer_id, _held(videos))
    if present.base != wish.base:
        raise Conflict(f"Her life is at revision {present.base}, not {wish.base}.", field="base", fix="Read it again.")
    seen = life.interventions.preview(present, Intervention(changes=(change,)), now)
    applied = Applied(changes=(change,), base=seen.base, digest=seen.digest)
    return _apply(door, caller.id, influencer_id, applied, now)


def _apply(door: Door, owner_id: str, influencer_id: str, wish: Applied, now: datetime) -> ChangedOut:
    with door.database.read() as session:
        influencer = _hers(influencers.find(session, owner_id, influencer_id))
        videos = schedule.videos.page(session, owner_id, influencer_id=influencer_id, limit=_MANY)
        present = life.interventions.present(session, owner_id, influencer_id, _held(videos))
    if wish.base != present.base:
        text = f"Her life is at revision {present.base}, not {wish.base}: somebody stepped in since the preview."
        raise Conflict(text, field="base", fix="Look at a new preview, then apply that.")
    seen = life.interventions.preview(present, _understood(wish, influencer, now), now)
    with door.database.begin() as session:
        again = schedule.videos.page(session, owner_id, influencer_id=influencer_id, limit=_MANY)
        if _held(again) != present.held:
            raise Conflict("A film of hers was begun meanwhile.", fix="Look at a new preview, then apply that.")
        kept = life.interventions.apply(session, owner_id, seen, digest=wish.digest, now=now)
        _book(door, session, influencer, present.plan, seen.plan, again, now)
    door.wake()
    return ChangedOut(
        revision=kept.head,
        items=CountsOut.model_validate(seen.items.model_dump()),
        posts=CountsOut.model_validate(seen.posts.model_dump()),
    )


def _hers(influencer: Influencer) -> Influencer:
    if influencer.mode == "company":
        text = f"{influencer.name} runs by herself, in company mode; nobody steps into her life."
        raise NotAllowed(text, fix="Change how often she posts, or make her a lifestyle influencer.")
    return influencer


def _understood(wish: Wish, influencer: Influencer, now: datetime) -> Intervention:
    if not wish.text.strip():
        if not wish.changes:
            raise Invalid("There is nothing to change in it.", field="text", fix="Say what happens to her, and when.")
        return Intervention(changes=wish.changes)
    today = now.astimezone(influencer.zone).date()
    return life.interventions.understand(wish.text, today, influencer.name.split()[0])


def _held(videos: list[Video]) -> frozenset[str]:
    return frozenset(one.life_post_id for one in videos if one.life_post_id and one.status in _BUSY)


def _book(
    door: Door, session: Session, influencer: Influencer, before: Plan, after: Plan, videos: list[Video], now: datetime
) -> None:
    """Put the posts that are new or read differently on the schedule, in place of those that were planned."""
    old = {post.id: post for post in before.posts}
    standing = {one.life_post_id for one in videos if one.life_post_id and one.status != "pending"}
    same = {post.id for post in after.posts if old.get(post.id) == post}
    fresh = [post for post in after.posts if post.id not in same | standing and post.at > now]
    schedule.replace_future(
        session,
        influencer.owner_id,
        influencer.id,
        bookings_of(influencer, fresh),
        since=now,
        now=now,
        lead=door.tools.lead,
        keep=same,
    )


def _cost(seen: Preview, before: Plan, videos: list[Video]) -> float:
    """Return what the change costs or saves, from what her films of each sort have cost so far."""
    change = 0.0
    for medium in ("reel", "story"):
        made = [one.cost_micros for one in videos if one.kind == medium and one.status in _BUSY]
        more = sum(post.medium == medium for post in seen.plan.posts) - sum(
            post.medium == medium for post in before.posts
        )
        change += more * (sum(made) / len(made) if made else 0)
    return change / _MICROS


def _puzzled(present: Present, intervention: Intervention) -> PreviewOut:
    none = CountsOut(kept=0, moved=0, rewritten=0, dropped=0, added=0)
    return PreviewOut(
        base=present.base,
        digest="",
        changes=intervention.changes,
        puzzles=[PuzzleOut.model_validate(one.model_dump()) for one in intervention.puzzles],
        items=none,
        posts=none,
        differences=[],
        more=0,
        clashes=[],
        cost_usd=0,
    )


def _shown(seen: Preview, cost: float) -> PreviewOut:
    return PreviewOut(
        base=seen.base,
        digest=seen.digest,
        changes=seen.intervention.changes,
        puzzles=[],
        items=CountsOut.model_validate(seen.items.model_dump()),
        posts=CountsOut.model_validate(seen.posts.model_dump()),
        differences=[DifferenceOut.model_validate(one.model_dump()) for one in seen.differences[:_SHOWN]],
        more=max(0, len(seen.differences) - _SHOWN),
        clashes=[ClashOut.model_validate(one.model_dump()) for one in seen.clashes],
        cost_usd=cost,
    )
