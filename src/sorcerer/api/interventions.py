"""/api/influencer/{id}/interventions: step into her life. A preview first, then the same thing for good, and back."""

from datetime import date, datetime
from typing import Annotated, Literal

from fastapi import Query
from pydantic import Field

from sorcerer import ids, influencers, life, log
from sorcerer.api import revise
from sorcerer.api.bodies import Body
from sorcerer.api.deps import Caller, Door, InRead, Now, TheDoor
from sorcerer.api.gate import Routes
from sorcerer.api.shown import Shown
from sorcerer.errors import Conflict, Invalid
from sorcerer.influencers import Influencer
from sorcerer.providers import ChangesTask, Proposal, Proposer, ProviderError
from sorcerer.toolbox import Toolbox, metered

Change = life.interventions.Change
Drop = life.interventions.Drop
Intervention = life.interventions.Intervention
Pin = life.interventions.Pin
Present = life.interventions.Present
Preview = life.interventions.Preview

router = Routes("/influencer", tags=["life"])

_SHOWN, _DAYS = 600, 60


class Wish(Body):
    """What is to happen to her: in words, or as changes; words win."""

    text: str = Field("", max_length=2000, examples=["she goes to Lisbon on the 15th for ten days"])
    changes: tuple[Change, ...] = Field((), max_length=20, examples=[[]])


class Applied(Wish):
    """A wish whose preview somebody saw: its changes, when they are given, and the words as the reason."""

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


class HourOut(Shown):
    """One thing she would do, as far as a drawing of her day needs it."""

    id: str
    category: str
    start: int
    end: int


class TellingOut(Shown):
    """One post that would go out, as far as a drawing of her day needs it."""

    item_id: str
    medium: Literal["reel", "story"]
    at: datetime


class DayOut(Shown):
    """A day that would not be as it was: everything she would do on it, and post of it."""

    day: date
    items: list[HourOut]
    posts: list[TellingOut]


class PreviewOut(Shown):
    """What a wish would do; nothing has happened yet. Apply it with its base and digest.

    Its `days` are the first sixty that would be different, whole.
    """

    base: int
    digest: str
    changes: tuple[Change, ...]
    puzzles: list[PuzzleOut]
    items: CountsOut
    posts: CountsOut
    differences: list[DifferenceOut]
    more: int
    days: list[DayOut]
    clashes: list[ClashOut]
    cost_usd: float


class ChangedOut(Shown):
    """A life after a change, and what of it is not as it was: the first six hundred differences."""

    revision: int
    items: CountsOut
    posts: CountsOut
    differences: list[DifferenceOut] = Field(default_factory=list)


class RevisionOut(Shown):
    """One line of the history of a life."""

    revision: int
    kind: str
    reason: str
    changes: tuple[Change, ...]
    at: datetime


@router.post("/{influencer_id}/interventions")
def preview_intervention(influencer_id: str, wish: Wish, door: TheDoor, caller: Caller, now: Now) -> PreviewOut:
    """Show what a wish would change in her life, and why, before it happens. Keeps nothing.

    A text port that can read sentences reads it; else, or when it does not answer, the grammar of this house does.
    Apply the changes it shows, beside the same words.
    """
    with door.database.read() as session:
        seen = revise.sight(session, caller.id, influencer_id)
    intervention = _proposed(door.tools, caller.id, seen.present, wish, now) or _understood(wish, seen.influencer, now)
    if intervention.puzzles:
        return _puzzled(seen.present, intervention)
    preview = life.interventions.preview(seen.present, intervention, now)
    return shown(preview, revise.cost(preview, seen))


@router.post("/{influencer_id}/interventions/apply")
def apply_intervention(influencer_id: str, wish: Applied, door: TheDoor, caller: Caller, now: Now) -> ChangedOut:
    """Make a previewed wish her life, and put its posts on the schedule, both or neither."""
    return _apply(door, caller.id, influencer_id, wish, now)


@router.post("/{influencer_id}/interventions/undo")
def undo_intervention(influencer_id: str, wish: Back, door: TheDoor, caller: Caller, now: Now) -> ChangedOut:
    """Take the last wish back, as a new revision; what has begun since stays as she lived it."""
    with door.database.begin() as session:
        seen = revise.sight(session, caller.id, influencer_id)
        kept, plan = life.interventions.undo(session, caller.id, seen.present, base=wish.base, now=now)
        revise.book(door, session, seen, revise.still_paid(session, caller.id, plan), now)
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
        present = revise.sight(session, caller.id, influencer_id).present
    if present.base != wish.base:
        raise Conflict(f"Her life is at revision {present.base}, not {wish.base}.", field="base", fix="Read it again.")
    seen = life.interventions.preview(present, Intervention(changes=(change,)), now)
    applied = Applied(changes=(change,), base=seen.base, digest=seen.digest)
    return _apply(door, caller.id, influencer_id, applied, now)


def _apply(door: Door, owner_id: str, influencer_id: str, wish: Applied, now: datetime) -> ChangedOut:
    revision, seen = revise.keep(
        door,
        owner_id,
        influencer_id,
        wish.base,
        wish.digest,
        lambda who, present: life.interventions.preview(present, _meant(wish, who, now), now),
        now,
    )
    return changed(revision, seen)


def changed(revision: int, seen: Preview) -> ChangedOut:
    """Return what a preview has become."""
    items, posts = (CountsOut.model_validate(one.model_dump()) for one in (seen.items, seen.posts))
    return ChangedOut(revision=revision, items=items, posts=posts, differences=_differences(seen))


def _differences(seen: Preview) -> list[DifferenceOut]:
    return [DifferenceOut.model_validate(one.model_dump()) for one in seen.differences[:_SHOWN]]


def _meant(wish: Applied, influencer: Influencer, now: datetime) -> Intervention:
    if wish.changes:
        return Intervention(text=wish.text.strip(), changes=wish.changes)
    return _understood(wish, influencer, now)


def _proposed(tools: Toolbox, owner_id: str, present: Present, wish: Wish, now: datetime) -> Intervention | None:
    """Return what the text port reads in a wish; None when it reads none, or does not answer."""
    reader, sentence = tools.provider.text, wish.text.strip()
    if not sentence or not isinstance(reader, Proposer):
        return None

    def ask(task: ChangesTask) -> Proposal:
        return metered(tools, owner_id, "text", f"changes:{ids.new()}", lambda: reader.propose(task))

    try:
        return life.interventions.propose(present, sentence, ask, now)
    except ProviderError as error:
        log.get("interventions").warning("read by the grammar instead", error=error.message)
        return None


def _understood(wish: Wish, influencer: Influencer, now: datetime) -> Intervention:
    if not wish.text.strip():
        if not wish.changes:
            raise Invalid("There is nothing to change in it.", field="text", fix="Say what happens to her, and when.")
        return Intervention(changes=wish.changes)
    today = now.astimezone(influencer.zone).date()
    return life.interventions.understand(wish.text, today, influencer.name.split()[0])


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
        days=[],
        clashes=[],
        cost_usd=0,
    )


def shown(seen: Preview, cost: float) -> PreviewOut:
    """Return a preview as the pages show it."""
    return PreviewOut(
        base=seen.base,
        digest=seen.digest,
        changes=seen.intervention.changes,
        puzzles=[],
        items=CountsOut.model_validate(seen.items.model_dump()),
        posts=CountsOut.model_validate(seen.posts.model_dump()),
        differences=_differences(seen),
        more=max(0, len(seen.differences) - _SHOWN),
        days=_days(seen),
        clashes=[ClashOut.model_validate(one.model_dump()) for one in seen.clashes],
        cost_usd=cost,
    )


def _days(seen: Preview) -> list[DayOut]:
    days = sorted({one.day for one in seen.differences})[:_DAYS]
    items: dict[date, list[HourOut]] = {day: [] for day in days}
    posts: dict[date, list[TellingOut]] = {day: [] for day in days}
    on = {item.id: item.day for item in seen.plan.items}
    for item in seen.plan.items:
        if item.day in items:
            items[item.day].append(HourOut.model_validate(item.model_dump(include=set(HourOut.model_fields))))
    for post in seen.plan.posts:
        if on[post.item_id] in posts:
            told = TellingOut.model_validate(post.model_dump(include=set(TellingOut.model_fields)))
            posts[on[post.item_id]].append(told)
    return [DayOut(day=day, items=items[day], posts=posts[day]) for day in days]
