"""Google's sign-in: a page, codes with PKCE, tokens of an hour. A refresh gives no new refresh token."""

from datetime import timedelta
from typing import Any

from anyio.to_thread import run_sync
from fastapi import APIRouter, Request
from fastapi.responses import Response

from sorcerer import ids
from sorcerer.sandbox import grants, store
from sorcerer.sandbox.asked import world_of
from sorcerer.sandbox.world import World
from sorcerer.sandbox.youtube.refusals import GoogleError

_HOUR, _LONG = timedelta(hours=1), timedelta(days=3650)
_API = "https://www.googleapis.com/auth"
SCOPES = f"{_API}/youtube.upload {_API}/youtube.readonly {_API}/youtube.force-ssl"

router = APIRouter()


@router.get("/g-web/o/oauth2/v2/auth")
def dialog(request: Request) -> Response:
    """Show the page where a person agrees."""
    return grants.ask(request, "youtube")


@router.post("/g-web/o/oauth2/v2/auth")
async def decide(request: Request) -> Response:
    """Send the person back."""
    form = await grants.form_of(request)
    return await run_sync(grants.decide, request, "youtube", form)


@router.post("/g-token/token")
async def token(request: Request) -> dict[str, Any]:
    """Turn a code, or a refresh token, into an access of an hour."""
    form = await grants.form_of(request)
    return await run_sync(_grant, world_of(request), form)


@router.post("/g-token/revoke")
async def revoke(request: Request) -> dict[str, Any]:
    """Take every token of the account back."""
    form = await grants.form_of(request)
    return await run_sync(_revoke, world_of(request), form)


def _grant(world: World, form: dict[str, str]) -> dict[str, Any]:
    if (form.get("client_id"), form.get("client_secret")) != grants.CLIENT:
        raise GoogleError("invalid_client", bare=True)
    with world.begin() as (session, now, _):
        told: dict[str, Any] = {"expires_in": int(_HOUR.total_seconds()), "scope": SCOPES, "token_type": "Bearer"}
        if form.get("grant_type") == "refresh_token":
            account = grants.holder(session, form.get("refresh_token", ""), "youtube", now, "refresh")
            account_id = account.id if account else None
        else:
            account_id = grants.redeem(session, form.get("code", ""), form.get("code_verifier", ""), now)
        if account_id is None:
            raise GoogleError("invalid_grant", "Token has been expired or revoked.", bare=True)
        if form.get("grant_type") != "refresh_token":
            told["refresh_token"] = grants.issue(session, account_id, "refresh", "1//", now, _LONG)
        return told | {"access_token": grants.issue(session, account_id, "short", "ya29.", now, _HOUR)}


def _revoke(world: World, form: dict[str, str]) -> dict[str, Any]:
    with world.begin() as (session, now, _):
        token = store.token(session, ids.digest(form.get("token", "")))
        if token is None:
            raise GoogleError("invalid_token", bare=True)
        store.change_tokens(session, token.account_id, {"revoked": 458})
        store.add_effect(session, "yt.oauth.revoke", (token.account_id, token.account_id), now, {})
    return {}
