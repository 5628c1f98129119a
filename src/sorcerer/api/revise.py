"""Change a kept life and its schedule together: look, work it out, then both in one transaction or neither."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy.orm import Session

from sorcerer import growth, influencers, life, schedule, sponsors
from sorcerer.api.begin import bookings_of
from sorcerer.api.deps import Door
from sorcerer.errors import Conflict, NotAllowed
from sorcerer.influencers import Influencer
from sorcerer.life import Plan
from sorcerer.schedule import Video

Present = life.interventions.Present
Preview = life.interventions.Preview

_MANY = 100_000
_MICROS = 1_000_000
_BUSY = frozenset({"processing", "ready", "posted"})


@dataclass(frozen=True)
class Sight:
    """An influencer as somebody saw her: who she is, her life as it is kept, and her videos."""

    influencer: Influencer
    present: Present
    videos: list[Video]


def sight(session: Session, owner_id: str, influencer_id: str) -> Sight:
    """Return her life, ready to be changed.

    Raises:
        NotAllowed: she runs by herself, in company mode.
        Conflict: there is no life to change yet.
    """
    influencer = influencers.find(session, owner_id, influencer_id)
    if influencer.mode == "company":
        text = f"{influencer.name} runs by herself, in company mode; nobody steps into her life."
        raise NotAllowed(text, fix="Change how often she posts, or make her a lifestyle influencer.")
    return Sight(influencer, *_life(session, owner_id, influencer_id))


def _life(session: Session, owner_id: str, influencer_id: str) -> tuple[Present, list[Video]]:
    """Return her life with the sponsors that were put into its videos since it was planned, and the videos."""
    videos = schedule.videos.page(session, owner_id, influencer_id=influencer_id, limit=_MANY)
    present = life.interventions.present(session, owner_id, influencer_id, held(videos))
    paid = {one.life_post_id: one.sponsor_id for one in videos if one.status != "withdrawn"}
    brands = {one.id: one.product_info.name for one in sponsors.page(session, owner_id, limit=_MANY)}
    shows = {key: brands.get(one or "", "") for key, one in paid.items()}
    posts = tuple(
        post.model_copy(update={"sponsor_id": paid.get(post.id), "shows": shows.get(post.id, "")})
        for post in present.plan.posts
    )
    return present.model_copy(update={"plan": present.plan.model_copy(update={"posts": posts})}), videos


def repace(session: Session, door: Door, influencer: Influencer, reason: str, now: datetime) -> None:
    """Lay her posts to come anew at the pace and growth phase she has now, from tomorrow on; her days stay as they are.

    Raises:
        Conflict: a sponsored post would come to lie inside the growth phase.
    """
    head = life.current(session, influencer.owner_id, influencer.id)
    if head is None or head.state == "stopped":
        return
    present, videos = _life(session, influencer.owner_id, influencer.id)
    for one in videos:
        if one.sponsor_id is not None and one.status not in {"posted", "withdrawn"} and one.scheduled_time > now:
            growth.phase.admit(influencer.growth, one.scheduled_time)
    plan = life.interventions.repace(present, influencer.pace, influencer.growth, now)
    stood = life.interventions.standing(present.plan)
    life.adopt(session, influencer.owner_id, plan, base=present.base, now=now, reason=reason, kind="pace", stood=stood)
    book(door, session, Sight(influencer, present, videos), plan, now)


def admit_sponsor(session: Session, video: Video) -> None:
    """Let a sponsor stay who has just been put into a video: growth phase, distance, and what she has allow it.

    Raises:
        Conflict: it would contradict her life; the message says how, and what to do instead.
    """
    influencer = influencers.find(session, video.owner_id, video.influencer_id)
    growth.phase.admit(influencer.growth, video.scheduled_time)
    if video.life_post_id is None or life.current(session, video.owner_id, video.influencer_id) is None:
        return
    plan = _life(session, video.owner_id, video.influencer_id)[0].plan
    before = tuple(
        one.model_copy(update={"sponsor_id": None, "shows": ""}) if one.id == video.life_post_id else one
        for one in plan.posts
    )
    stood = life.interventions.standing(plan.model_copy(update={"posts": before}))
    wrong = sorted(life.interventions.standing(plan) - stood, key=lambda one: one.code)
    if wrong:
        what, _, fix = wrong[0].message.rpartition(". ")
        raise Conflict(f"{what}.", field="sponsor_id", fix=fix)


def held(videos: list[Video]) -> frozenset[str]:
    """Return the posts of her life that are being filmed or are out: nobody may change them."""
    return frozenset(one.life_post_id for one in videos if one.life_post_id and one.status in _BUSY)


def keep(
    door: Door,
    owner_id: str,
    influencer_id: str,
    base: int,
    digest: str,
    work: Callable[[Influencer, Present], Preview],
    now: datetime,
) -> tuple[int, Preview]:
    """Make what somebody saw her life, and put its posts on the schedule; return the new revision.

    Args:
        base, digest: of the preview that was seen.
        work: works the same preview out once more; called without a session.

    Raises:
        Conflict: somebody stepped in since, a film was begun, or something that may not change contradicts it.
    """
    with door.database.read() as session:
        seen = sight(session, owner_id, influencer_id)
    if base != seen.present.base:
        text = f"Her life is at revision {seen.present.base}, not {base}: somebody stepped in since the preview."
        raise Conflict(text, field="base", fix="Look at a new preview, then apply that.")
    preview = work(seen.influencer, seen.present)
    with door.database.begin() as session:
        videos = schedule.videos.page(session, owner_id, influencer_id=influencer_id, limit=_MANY)
        if held(videos) != seen.present.held:
            raise Conflict("A film of hers was begun meanwhile.", fix="Look at a new preview, then apply that.")
        kept = life.interventions.apply(session, owner_id, preview, digest=digest, now=now)
        book(door, session, Sight(seen.influencer, seen.present, videos), preview.plan, now)
    door.wake()
    return kept.head, preview


def book(door: Door, session: Session, seen: Sight, after: Plan, now: datetime) -> None:
    """Put the posts that are new or read differently on the schedule, in place of those that were planned."""
    influencer = seen.influencer
    old = {post.id: post for post in seen.present.plan.posts}
    standing = {one.life_post_id for one in seen.videos if one.life_post_id and one.status != "pending"}
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


def still_paid(session: Session, owner_id: str, plan: Plan) -> Plan:
    """Return a plan without the sponsors that its owner has deleted since."""
    if all(one.sponsor_id is None for one in plan.posts):
        return plan
    there = {one.id for one in sponsors.page(session, owner_id, limit=_MANY)}
    posts = tuple(
        one if one.sponsor_id in there else one.model_copy(update={"sponsor_id": None, "shows": ""})
        for one in plan.posts
    )
    return plan.model_copy(update={"posts": posts})


def cost(preview: Preview, seen: Sight) -> float:
    """Return what a change costs or saves, in US dollars, from what her films of each sort have cost so far."""
    change = 0.0
    for medium in ("reel", "story"):
        made = [one.cost_micros for one in seen.videos if one.kind == medium and one.status in _BUSY]
        more = sum(post.medium == medium for post in preview.plan.posts) - sum(
            post.medium == medium for post in seen.present.plan.posts
        )
        change += more * (sum(made) / len(made) if made else 0)
    return change / _MICROS
