"""/api/sponsor and /api/match: brands, and which of them goes with whom."""

from typing import Annotated, Literal

from fastapi import Query, Response, UploadFile
from pydantic import Field

from sorcerer import schedule, sponsors, studio
from sorcerer.api import bodies, shown, uploads
from sorcerer.api.bodies import Body
from sorcerer.api.cursor import AskedPage, PageOf
from sorcerer.api.deps import Caller, Door, InRead, InSession, Now, TheDoor
from sorcerer.api.etag import IfMatch, check, put
from sorcerer.api.gate import Routes, up_to
from sorcerer.api.shown import Shown
from sorcerer.sponsors import New, Product, Sponsor, SponsorMatch

router = Routes("/sponsor", tags=["sponsor"])
matches = Routes("/match", tags=["sponsor"])


class SponsorNew(Body):
    """A brand: what it sells and whom it looks for."""

    company: str = Field(min_length=1, max_length=120, examples=["Halden"])
    contact: str = Field("", max_length=200, examples=["press@halden.example"])
    targeting_tags: tuple[str, ...] = Field((), max_length=30, examples=[["strength", "nutrition"]])
    product_info: Product = Product()


class SponsorChanges(Body):
    """What may change in a brand; fields that are not given stay as they are."""

    company: str = Field("", min_length=1, max_length=120, examples=["Halden"])
    contact: str = Field("", max_length=200)
    targeting_tags: tuple[str, ...] = Field((), max_length=30)
    product_info: Product = Product()


class SponsorOut(Shown):
    """A brand as the pages show it."""

    id: str
    company: str
    contact: str
    targeting_tags: tuple[str, ...]
    product_info: Product
    logo_url: str | None
    rev: int


class MatchWanted(Body):
    """Which brand to try with whom."""

    influencer_id: str = Field(max_length=26)
    sponsor_id: str = Field(max_length=26)


class MatchAnswer(Body):
    """What a person says to a match."""

    status: Literal["matched", "declined"] = Field(examples=["matched"])


def _out(door: Door, sponsor: Sponsor, now: Now) -> SponsorOut:
    fields = {name: getattr(sponsor, name) for name in SponsorOut.model_fields if name != "logo_url"}
    return SponsorOut.model_validate(fields | {"logo_url": shown.link(door, sponsor.logo_key, now)})


@router.post("", status_code=201)
def add_sponsor_brand(wish: SponsorNew, door: TheDoor, caller: Caller, session: InSession, now: Now) -> SponsorOut:
    """Add a brand."""
    new = bodies.parse(New, wish.model_dump())
    return _out(door, sponsors.add(session, caller.id, new, now), now)


@router.get("")
def list_sponsors(door: TheDoor, caller: Caller, session: InRead, page: AskedPage, now: Now) -> PageOf[SponsorOut]:
    """List the brands, oldest first."""
    cut = page.of(sponsors.page(session, caller.id, limit=page.take, after=page.after))
    return PageOf(items=[_out(door, one, now) for one in cut.items], next=cut.next)


@router.get("/{sponsor_id}")
def read_sponsor(
    sponsor_id: str, door: TheDoor, caller: Caller, session: InRead, now: Now, response: Response
) -> SponsorOut:
    """Return one brand."""
    found = sponsors.find(session, caller.id, sponsor_id)
    put(response, found.rev)
    return _out(door, found, now)


@router.patch("/{sponsor_id}")
def change_sponsor(  # noqa: PLR0913, PLR0917 - what a change needs
    sponsor_id: str,
    wish: SponsorChanges,
    door: TheDoor,
    caller: Caller,
    session: InSession,
    now: Now,
    response: Response,
    seen: IfMatch,
) -> SponsorOut:
    """Change a brand."""
    present = sponsors.find(session, caller.id, sponsor_id)
    check(seen, present.rev)
    changed = bodies.parse(Sponsor, present.model_dump() | wish.model_dump(exclude_unset=True))
    kept = sponsors.change(session, changed, now)
    put(response, kept.rev)
    return _out(door, kept, now)


@router.delete("/{sponsor_id}", status_code=204)
def delete_sponsor(sponsor_id: str, caller: Caller, session: InSession, now: Now) -> None:
    """Delete a brand; posts it paid for keep their labels."""
    sponsors.remove(session, caller.id, sponsor_id, now)
    schedule.series.forget_sponsor(session, caller.id, sponsor_id)


@router.post("/{sponsor_id}/logo", openapi_extra=up_to(uploads.FORM_LIMIT))
def upload_logo(sponsor_id: str, file: UploadFile, door: TheDoor, caller: Caller, now: Now) -> SponsorOut:
    """Take in a brand's logo."""
    logo = studio.logo_in(uploads.bounded(file))
    kept = door.tools.files.put(logo.data, ".png")
    with door.tools.database.begin() as session:
        present = sponsors.find(session, caller.id, sponsor_id)
        changed = sponsors.change(session, present.model_copy(update={"logo_key": kept.key}), now)
    return _out(door, changed, now)


@router.post("/match")
def match_sponsor(wish: MatchWanted, caller: Caller, session: InSession, now: Now) -> SponsorMatch:
    """Try a brand with an influencer: how well they fit and why, kept as a match."""
    return sponsors.matches.link(session, caller.id, wish.influencer_id, wish.sponsor_id, now)


@matches.get("")
def list_matches(
    caller: Caller,
    session: InRead,
    page: AskedPage,
    influencer_id: Annotated[str | None, Query(max_length=26)] = None,
) -> PageOf[SponsorMatch]:
    """List the matches, oldest first."""
    found = sponsors.matches.page(session, caller.id, influencer_id=influencer_id, limit=page.take, after=page.after)
    return page.of(found)


@matches.patch("/{match_id}")
def answer_match(match_id: str, wish: MatchAnswer, caller: Caller, session: InSession, now: Now) -> SponsorMatch:
    """Accept or decline a match."""
    return sponsors.matches.answer(session, caller.id, match_id, accept=wish.status == "matched", now=now)
