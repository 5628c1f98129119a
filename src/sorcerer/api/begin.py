"""Begin a life: what the wizard gathered becomes an influencer with a face, accounts and thirty planned days."""

from collections.abc import Sequence
from datetime import date, datetime, time, timedelta
from typing import Any, Literal

from pydantic import Field
from sqlalchemy.orm import Session

from sorcerer import influencers, journal, life, publishing, schedule
from sorcerer.api.bodies import Body
from sorcerer.api.shown import Shown
from sorcerer.errors import Conflict, Invalid, NotFound, Unavailable
from sorcerer.influencers import GrowthPhase, Influencer, New, Pace, Persona
from sorcerer.platforms import Grant, Identity, Standing
from sorcerer.providers import Look
from sorcerer.publishing import Channel, Link
from sorcerer.schedule import Booking
from sorcerer.toolbox import Toolbox, metered

Platforms = Literal["instagram", "tiktok", "youtube"]
Realm = Literal["sandbox", "live"]
_CALLBACK = "http://127.0.0.1/"
_AGREED = "Post on this pretend account without asking before each post."
_DAWN = time(4)
_NIGHT = timedelta(hours=4)


class WantedChannel(Body):
    """An account to publish on."""

    platform: Platforms = "instagram"
    realm: Realm = "sandbox"


class WantedPhase(Body):
    """Whether she warms up, and for how many days."""

    on: bool = True
    days: int = Field(14, ge=1, le=120)


class Wizard(Body):
    """Everything the wizard gathers."""

    name: str = Field(min_length=1, max_length=80, examples=["Mara Okonjo"])
    handle: str = Field(pattern=r"^[a-z0-9._]{2,30}$", examples=["maralifts"])
    mode: Literal["lifestyle", "company"] = "lifestyle"
    persona: Persona = Field(examples=[{"age": 29, "city": "berlin", "timezone": "Europe/Berlin"}])
    pace: Pace = Pace()
    growth: WantedPhase = WantedPhase()
    approval: Literal["ask", "auto"] = "ask"
    face_key: str | None = Field(None, max_length=200, examples=[None])
    look: dict[str, Any] | None = Field(None, examples=[None])
    real_face: bool = False
    consent: influencers.consents.Signature | None = Field(None, examples=[None])
    channels: tuple[WantedChannel, ...] = Field((WantedChannel(),), max_length=5)
    plan_days: int = Field(30, ge=1, le=60)
    draft_id: str | None = Field(None, max_length=26, examples=[None])


class PlanOut(Shown):
    """What was planned: how many days, things she does, posts, and contradictions found by the checker."""

    days: int
    items: int
    posts: int
    violations: int


class Begun(Shown):
    """An influencer who has begun."""

    influencer: Influencer
    plan: PlanOut
    channels: tuple[Channel, ...]


def begin(tools: Toolbox, owner_id: str, wizard: Wizard) -> Begun:
    """Make the influencer: her face and accounts first, then her row, her life and its posts in one transaction.

    Raises:
        Invalid: a real face without a consent, or a look that cannot be drawn.
        Conflict: the handle is taken.
        NotFound: the face or the draft is not there.
    """
    with tools.database.read() as session:
        real_face = wizard.real_face or influencers.consents.is_real(session, owner_id, wizard.face_key)
    if real_face and wizard.consent is None:
        fix = "Record who agreed to what, until when."
        raise Invalid("A real person's face needs a recorded consent.", field="consent", fix=fix)
    if wizard.draft_id:
        with tools.database.read() as session:
            influencers.drafts.find(session, owner_id, wizard.draft_id)
    face_key, look = _face(tools, owner_id, wizard)
    links = [(wanted, *connect(tools, wanted, wizard.handle, wizard.name)) for wanted in wizard.channels]
    now = tools.clock.now()
    given = wizard.model_dump(include=set(New.model_fields) - {"growth", "persona", "pace"})
    new = New.model_validate(
        given
        | {
            "persona": wizard.persona,
            "pace": wizard.pace,
            "growth": GrowthPhase(on=wizard.growth.on, days=wizard.growth.days),
            "face_key": face_key,
            "look": look,
            "real_face": real_face,
        }
    )
    with tools.database.begin() as session:
        influencer = influencers.create(session, owner_id, new, now)
        if wizard.consent is not None:
            influencers.consents.sign(session, owner_id, influencer.id, wizard.consent, now)
        channels = tuple(
            publishing.channels.connect(
                session,
                tools.keys,
                Link(
                    owner_id=owner_id,
                    influencer_id=influencer.id,
                    platform=wanted.platform,
                    realm=wanted.realm,
                    identity=identity,
                    grant=grant,
                    standing=standing_of(owner_id, now),
                ),
                now,
            )
            for wanted, identity, grant in links
        )
        influencer, plan = live_on(session, influencer, wizard.plan_days, now, tools.lead)
        if wizard.draft_id:
            influencers.drafts.drop(session, owner_id, wizard.draft_id)
    return Begun(influencer=influencer, plan=plan, channels=channels)


def live_on(
    session: Session, influencer: Influencer, days: int, now: datetime, lead: timedelta
) -> tuple[Influencer, PlanOut]:
    """Plan her days and put their posts on the schedule in the same transaction.

    A first life begins today; a life that is there goes on until tonight and is planned anew from tomorrow. Her clock
    is that of the city she lives in.

    Raises:
        Conflict: the checker found a contradiction; nothing is kept then.
    """
    first_day, after, base = _from_when(session, influencer, now)
    facts, pins = _told(session, influencer, first_day) if base else ((), ())
    plan = life.plan(influencer, first_day=first_day, days=days, after=after, facts=facts, pins=pins)
    zone = plan.premise.city.zone
    if zone != influencer.persona.timezone:
        persona = influencer.persona.model_copy(update={"timezone": zone})
        influencer = influencers.change(session, influencer.model_copy(update={"persona": persona}), now)
    life.adopt(session, influencer.owner_id, plan, base=base, now=now, reason="planned")
    begins = datetime.combine(first_day, _DAWN, influencer.zone) if after else now
    bookings = bookings_of(influencer, plan.posts)
    posts = schedule.replace_future(
        session, influencer.owner_id, influencer.id, bookings, since=begins, now=now, lead=lead
    )
    text = f"Planned {days} days of {influencer.name}: {len(plan.items)} things to do, {posts} posts."
    about = ("life.planned", "influencer", influencer.id)
    journal.note(session, influencer.owner_id, influencer.owner_id, *about, text, now, influencer_id=influencer.id)
    found = len(life.check(plan))
    return influencer, PlanOut(days=days, items=len(plan.items), posts=posts, violations=found)


def _from_when(session: Session, influencer: Influencer, now: datetime) -> tuple[date, life.Item | None, int]:
    """Return the first day to plan, the night before it when that is settled, and the revision it is based on."""
    present = life.current(session, influencer.owner_id, influencer.id)
    dawn = datetime.combine((now.astimezone(influencer.zone) - _NIGHT).date(), _DAWN, influencer.zone)
    if present is None or present.state == "stopped" or present.last_day < dawn.date():
        return dawn.date(), None, present.head if present else 0
    today = life.between(session, influencer.owner_id, influencer.id, dawn, dawn + timedelta(hours=30))
    nights = [item for item in today.items if item.day == dawn.date() and item.category == "sleep"]
    return dawn.date() + timedelta(days=1), nights[-1] if nights else None, present.head


def _told(
    session: Session, influencer: Influencer, first_day: date
) -> tuple[tuple[life.Fact, ...], tuple[life.Item, ...]]:
    """Return what people told her life, and the pins that are still to come: a new plan keeps both."""
    try:
        present = life.interventions.present(session, influencer.owner_id, influencer.id)
    except Conflict:
        return (), ()
    facts = tuple(fact for fact in present.plan.facts if not fact.name.startswith("arc:"))
    home = life.Fact(day=present.plan.first_day, name="city", value=present.plan.premise.city.id)
    told = tuple(fact for fact in facts if fact != home)
    if home.value != life.plan(influencer, first_day=first_day, days=1).premise.city.id:
        told = (*_left_behind(present.plan, first_day), *told)
    return told, tuple(item for item in present.plan.items if item.pinned and item.day >= first_day)


def _left_behind(plan: life.Plan, first_day: date) -> tuple[life.Fact, ...]:
    """Return that her people stay where they live, though she lives elsewhere now."""
    said = {fact.name for fact in plan.facts}
    names = (name for name in plan.premise.people if f"person:{name}" not in said)
    city = plan.premise.city.id
    return tuple(life.Fact(day=first_day, name=f"person:{name}", value=city) for name in names)


def bookings_of(influencer: Influencer, posts: Sequence[life.Post]) -> list[Booking]:
    """Return what her life's posts ask of the schedule."""
    return [
        Booking(
            influencer_id=influencer.id,
            kind=post.medium,
            scheduled_time=post.at,
            timezone=post.zone or influencer.persona.timezone,
            title=post.title[:120],
            direction=post.direction,
            moment=post.moment | {"light": post.light},
            life_post_id=post.id,
            sponsor_id=post.sponsor_id,
        )
        for post in posts
    ]


def _face(tools: Toolbox, owner_id: str, wizard: Wizard) -> tuple[str | None, dict[str, Any] | None]:
    if wizard.face_key:
        try:
            info = tools.files.info(wizard.face_key)
        except (NotFound, Invalid) as error:
            raise Invalid("There is no such face.", field="face_key", fix="Generate or upload one first.") from error
        if not info.media_type.startswith("image/"):
            raise Invalid("This file is no picture.", field="face_key", fix="Generate or upload a face first.")
        return wizard.face_key, wizard.look
    image = tools.provider.image
    if image is None:
        raise Unavailable("This provider draws no faces.", fix="Upload a face.")
    look = Look.model_validate(wizard.look) if wizard.look else None
    persona = wizard.persona.model_dump(mode="json") | {"name": wizard.name}
    key = f"face:{owner_id}:{wizard.handle}"
    picture = metered(tools, owner_id, "image", key, lambda: image.face(persona, wizard.handle, look))
    kept = tools.files.put(picture.data, ".png")
    return kept.key, picture.look.model_dump(mode="json") if picture.look else None


def standing_of(owner_id: str, now: datetime) -> Standing:
    """Return the consent that connecting a pretend account is: on it nobody is asked before each post."""
    return Standing(wording=_AGREED, agreed_by=owner_id, agreed_at=now)


def connect(tools: Toolbox, wanted: WantedChannel, handle: str, name: str) -> tuple[Identity, Grant]:
    """Return whose account a handle opens on a network's sandbox, and the grant to publish on it.

    Raises:
        Invalid: a real account needs a person's consent on the network's own page.
        PlatformError: the network did not answer.
    """
    if wanted.realm == "live":
        raise Invalid(
            "Real accounts are connected after she is made, not in the wizard.",
            field="channels",
            fix="Take the sandbox here; then connect the real account on her page (POST /api/channel/authorize).",
        )
    platform = tools.platform(wanted.platform, wanted.realm)
    grant = platform.exchange(tools.invite(wanted.platform, handle, name), _CALLBACK)
    return platform.identity(grant), grant
