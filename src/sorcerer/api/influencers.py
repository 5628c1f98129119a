"""/api/influencer and /api/consent: who she is, how she is run, whose face it is, what happened."""

from collections.abc import Mapping
from datetime import datetime
from typing import Any, Literal

from fastapi import Response
from pydantic import Field
from sqlalchemy.orm import Session

from sorcerer import growth, influencers, journal
from sorcerer.api import revise, shown
from sorcerer.api.bodies import Body
from sorcerer.api.cursor import AskedPage, PageOf
from sorcerer.api.deps import Caller, InRead, InSession, Now, TheDoor
from sorcerer.api.etag import IfMatch, check, put
from sorcerer.api.gate import Routes
from sorcerer.api.shown import InfluencerOut, Shown
from sorcerer.api.standstill import stand_still
from sorcerer.errors import Invalid
from sorcerer.influencers import GrowthPhase, Influencer, Pace, Persona

router = Routes("/influencer", tags=["influencer"])
consents = Routes("/consent", tags=["influencer"])

Consent = influencers.consents.Consent


class InfluencerChanges(Body):
    """What may change in an influencer; fields that are not given stay as they are."""

    name: str = Field("", min_length=1, max_length=80, examples=["Mara"])
    handle: str = Field("", pattern=r"^[a-z0-9._]{2,30}$", examples=["maralifts"])
    persona: Persona = Field(Persona(age=30), examples=[{"age": 30, "city": "lisbon"}])
    pace: Pace = Pace()
    approval: Literal["ask", "auto"] = "ask"
    face_key: str | None = Field(None, max_length=200, examples=[None])
    look: dict[str, Any] | None = Field(None, examples=[None])
    hue: int = Field(0, ge=0, lt=360)
    paused: bool = False


class PhaseChange(Body):
    """What to do with the growth phase: make it longer, end it now, or begin one."""

    action: Literal["extend", "intercept", "restart"] = Field(examples=["extend"])
    days: int = Field(7, ge=1, le=120)


class LineOut(Shown):
    """One line of the log."""

    id: str
    at: datetime
    actor: str
    verb: str
    about_type: str
    about_id: str
    text: str
    detail: dict[str, Any] | None


class Revoked(Shown):
    """A consent that was taken back, and what stopped with it."""

    consent: Consent
    series_stopped: int
    videos_withdrawn: int


@router.get("")
def list_influencers(
    door: TheDoor, caller: Caller, session: InRead, page: AskedPage, now: Now
) -> PageOf[InfluencerOut]:
    """List the influencers, oldest first."""
    cut = page.of(influencers.page(session, caller.id, limit=page.take, after=page.after))
    return PageOf(items=[shown.influencer(door, one, now) for one in cut.items], next=cut.next)


@router.get("/{influencer_id}")
def read_influencer(
    influencer_id: str, door: TheDoor, caller: Caller, session: InRead, now: Now, response: Response
) -> InfluencerOut:
    """Return her persona and how she is run."""
    found = influencers.find(session, caller.id, influencer_id)
    put(response, found.rev)
    return shown.influencer(door, found, now)


@router.patch("/{influencer_id}")
def change_influencer(  # noqa: PLR0913, PLR0917 - what a change needs
    influencer_id: str,
    wish: InfluencerChanges,
    door: TheDoor,
    caller: Caller,
    session: InSession,
    now: Now,
    response: Response,
    seen: IfMatch,
) -> InfluencerOut:
    """Change her: another pace lays her posts to come anew, another persona waits until her days are planned next."""
    present = influencers.find(session, caller.id, influencer_id)
    check(seen, present.rev)
    given = {name: getattr(wish, name) for name in wish.model_fields_set}
    if given.get("face_key") is not None:
        _is_picture(door, given["face_key"])
    given |= _whose_face(session, present, given, now)
    kept = influencers.change(session, present.model_copy(update=given), now)
    if kept.pace != present.pace:
        revise.repace(session, door, kept, f"{kept.name} has another pace.", now)
    put(response, kept.rev)
    door.wake()
    return shown.influencer(door, kept, now)


@router.delete("/{influencer_id}", status_code=204)
def delete_influencer(influencer_id: str, caller: Caller, session: InSession, now: Now, seen: IfMatch) -> None:
    """Delete her with everything that hangs on her; what is out stays on its network."""
    check(seen, influencers.find(session, caller.id, influencer_id).rev)
    influencers.remove(session, caller.id, influencer_id, now)


@router.post("/{influencer_id}/growth")
def change_growth(
    influencer_id: str, wish: PhaseChange, door: TheDoor, caller: Caller, session: InSession, now: Now
) -> InfluencerOut:
    """Extend, end or begin her growth phase; only how often she posts depends on it, her life stays as it is."""
    present = influencers.find(session, caller.id, influencer_id)
    if wish.action == "extend":
        phase, verb = growth.phase.extend(present.growth, wish.days, now), "growth.extended"
    elif wish.action == "intercept":
        phase, verb = growth.phase.intercept(present.growth, now), "growth.intercepted"
    else:
        phase, verb = GrowthPhase(on=True, started_at=now, days=wish.days), "growth.started"
    kept = influencers.change(session, present.model_copy(update={"growth": phase}), now)
    end = phase.ends_at()
    text = f"The growth phase of {kept.name} ends on {end:%d %B %Y}." if end else "There is no growth phase."
    about = ("influencer", kept.id)
    journal.note(session, caller.id, caller.id, verb, *about, text, now, influencer_id=kept.id)
    revise.repace(session, door, kept, text, now)
    door.wake()
    return shown.influencer(door, kept, now)


@router.get("/{influencer_id}/journal")
def list_journal(influencer_id: str, caller: Caller, session: InRead, page: AskedPage) -> PageOf[LineOut]:
    """List what happened around her, newest first."""
    before = int(page.after) if page.after else None
    lines = journal.page(session, caller.id, influencer_id=influencer_id, limit=page.take, before=before)
    cut = page.of(lines, lambda line: str(line.seq))
    shown_lines = [
        LineOut.model_validate({name: getattr(one, name) for name in LineOut.model_fields}) for one in cut.items
    ]
    return PageOf(items=shown_lines, next=cut.next)


@router.get("/{influencer_id}/consent")
def list_consents(influencer_id: str, caller: Caller, session: InRead) -> PageOf[Consent]:
    """List every consent ever recorded for her face."""
    return PageOf(items=influencers.consents.recorded(session, caller.id, influencer_id), next=None)


@router.post("/{influencer_id}/consent", status_code=201)
def sign_consent(
    influencer_id: str, wish: influencers.consents.Signature, caller: Caller, session: InSession, now: Now
) -> Consent:
    """Record a real person's agreement to the use of their face."""
    return influencers.consents.sign(session, caller.id, influencer_id, wish, now)


@consents.post("/{consent_id}/revoke")
def revoke_consent(consent_id: str, caller: Caller, session: InSession, now: Now) -> Revoked:
    """Take a consent back; unless another holds, she is paused, her series end and what is not out is withdrawn."""
    revoked = influencers.consents.revoke(session, caller.id, consent_id, now)
    influencer = influencers.find(session, caller.id, revoked.influencer_id)
    if influencers.consents.allows(session, influencer, now):
        return Revoked(consent=revoked, series_stopped=0, videos_withdrawn=0)
    stopped = stand_still(session, caller.id, influencer.id, now)
    return Revoked(consent=revoked, series_stopped=stopped["series"], videos_withdrawn=stopped["videos"])


def _whose_face(session: Session, present: Influencer, given: Mapping[str, Any], now: datetime) -> dict[str, bool]:
    """Return whether the new face is a real person's; such a one needs a consent first."""
    if "face_key" not in given:
        return {}
    real = {"real_face": influencers.consents.is_real(session, present.owner_id, given["face_key"])}
    if not influencers.consents.allows(session, present.model_copy(update=real), now):
        fix = "Record the consent of whoever it is, then choose the face."
        raise Invalid("A real person's face needs a recorded consent.", field="face_key", fix=fix)
    return real


def _is_picture(door: TheDoor, key: str) -> None:
    if not door.tools.files.info(key).media_type.startswith("image/"):
        raise Invalid("This file is no picture.", field="face_key", fix="Generate or upload a face first.")
