"""/api/channel/authorize and /callback: a person agrees on the network's own page and comes back with her account.

PKCE and state by hand, in a few lines, because nothing else of an OAuth library would be used: the state is sealed by
our key ring and holds who asked, for whom, until when, and the verifier, so no table and no cookie of its own is needed
and whoever reads the address learns nothing. A code works once, at the network.
"""

import base64
import hashlib
from datetime import datetime, timedelta
from typing import Annotated
from urllib.parse import urlencode

from fastapi import Query, Request
from fastapi.responses import RedirectResponse
from pydantic import BaseModel, ConfigDict, Field, ValidationError

from sorcerer import ids, influencers, publishing
from sorcerer.api.begin import Platforms, Realm
from sorcerer.api.bodies import Body
from sorcerer.api.deps import Caller, Door, TheDoor
from sorcerer.api.gate import Routes, scoped
from sorcerer.api.shown import Shown
from sorcerer.errors import Invalid, NotAllowed
from sorcerer.keys import place
from sorcerer.platforms import Grant, Identity, PlatformError, Standing
from sorcerer.publishing import Link

router = Routes("/channel", tags=["publishing"])

CONSENT = "Post to this account at the planned minutes, to everybody, without asking me before each post."
_LIFE = timedelta(minutes=15)
_PLACE = place("oauth", "state", "value")


class Agreement(Body):
    """An account to connect on the network's own page.

    Args:
        direct_post: the standing consent to post without asking each time; without it TikTok films go to the inbox.
    """

    influencer_id: str = Field(max_length=26)
    platform: Platforms = "instagram"
    realm: Realm = "live"
    direct_post: bool = False


class Way(Shown):
    """Where the person agrees, and what she agrees to here when she wants posts to go out directly."""

    url: str
    consent: str


class State(BaseModel):
    """What travels sealed to the network and back."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    wish: Agreement
    owner_id: str
    verifier: str
    redirect_uri: str
    until: datetime


@router.post("/authorize")
def authorize_channel(wish: Agreement, request: Request, door: TheDoor, caller: Caller) -> Way:
    """Return the network's page where a person agrees that her account is connected, or connected again."""
    with door.database.read() as session:
        influencers.find(session, caller.id, wish.influencer_id)
    state = State(
        wish=wish,
        owner_id=caller.id,
        verifier=ids.secret(),
        redirect_uri=f"{door.tools.settings.public_url or str(request.base_url).rstrip('/')}/api/channel/callback",
        until=door.clock.now() + _LIFE,
    )
    sealed = door.tools.keys.seal(state.model_dump_json(), _PLACE)
    platform = door.tools.platform(wish.platform, wish.realm)
    url = platform.authorize_url(sealed, state.redirect_uri, challenge_of(state.verifier))
    return Way(url=url, consent=CONSENT)


@router.get("/callback", status_code=303, response_class=RedirectResponse, openapi_extra=scoped("write"))
def come_back(
    door: TheDoor,
    caller: Caller,
    state: Annotated[str, Query(max_length=4000)],
    code: Annotated[str, Query(max_length=4000)] = "",
    error: Annotated[str, Query(max_length=200)] = "",
) -> RedirectResponse:
    """Take the person back from the network's page and keep her account; then show her pages."""
    known = _opened(door, state)
    if known.owner_id != caller.id:
        raise NotAllowed("Somebody else began to connect this account.", fix="Begin again while you are signed in.")
    if error or not code:
        return _to_pages(known, "no")
    try:
        identity, grant = _exchange(door, known, code)
    except PlatformError as failure:
        fix = "Begin again; a code works once and for a short while."
        raise Invalid(failure.message, field="code", fix=fix) from failure
    now = door.clock.now()
    standing = Standing(wording=CONSENT, agreed_by=caller.id, agreed_at=now) if known.wish.direct_post else None
    with door.database.begin() as session:
        her = influencers.find(session, caller.id, known.wish.influencer_id)
        fields = {
            "owner_id": caller.id,
            "influencer_id": her.id,
            **known.wish.model_dump(include={"platform", "realm"}),
        }
        link = Link.model_validate(fields | {"identity": identity, "grant": grant, "standing": standing})
        publishing.channels.connect(session, door.tools.keys, link, now)
    door.wake()
    return _to_pages(known, identity.handle)


def challenge_of(verifier: str) -> str:
    """Return the S256 challenge of a verifier (RFC 7636)."""
    return base64.urlsafe_b64encode(hashlib.sha256(verifier.encode()).digest()).rstrip(b"=").decode()


def _opened(door: Door, sealed: str) -> State:
    try:
        state = State.model_validate_json(door.tools.keys.unseal(sealed, _PLACE))
    except (Invalid, ValidationError) as reason:
        raise Invalid("This way back was not begun here.", field="state", fix="Begin to connect again.") from reason
    if door.clock.now() >= state.until:
        raise Invalid("Agreeing took more than a quarter of an hour.", field="state", fix="Begin to connect again.")
    return state


def _exchange(door: Door, state: State, code: str) -> tuple[Identity, Grant]:
    platform = door.tools.platform(state.wish.platform, state.wish.realm)
    grant = platform.exchange(code, state.redirect_uri, state.verifier)
    return platform.identity(grant), grant


def _to_pages(state: State, connected: str) -> RedirectResponse:
    """Lead to her accounts, where the page says which of them was connected, or that none was."""
    told = {"tab": "channels", "connected": connected, "platform": state.wish.platform}
    return RedirectResponse(f"/influencer/{state.wish.influencer_id}?{urlencode(told)}", status_code=303)
