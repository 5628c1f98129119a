"""TikTok's sign-in: a page, codes with PKCE, tokens of a day, and a refresh token that changes with each use."""

from datetime import datetime, timedelta
from typing import Any

from anyio.to_thread import run_sync
from fastapi import APIRouter, Request
from fastapi.responses import Response
from sqlalchemy.orm import Session

from sorcerer import ids
from sorcerer.sandbox import grants, store
from sorcerer.sandbox.asked import world_of
from sorcerer.sandbox.tiktok.refusals import TikTokError
from sorcerer.sandbox.world import World

_DAY, _YEAR = timedelta(days=1), timedelta(days=365)
_OLD_REFRESH_LIVES = timedelta(seconds=60)
SCOPES = "user.info.basic,user.info.profile,user.info.stats,video.list,video.publish,video.upload"

router = APIRouter()


@router.get("/tt-web/v2/auth/authorize/")
def dialog(request: Request) -> Response:
    """Show the page where a person agrees."""
    return grants.ask(request, "tiktok")


@router.post("/tt-web/v2/auth/authorize/")
async def decide(request: Request) -> Response:
    """Send the person back."""
    form = await grants.form_of(request)
    return await run_sync(grants.decide, request, "tiktok", form)


@router.post("/tt/v2/oauth/token/")
async def token(request: Request) -> dict[str, Any]:
    """Turn a code, or a refresh token, into an access of a day."""
    form = await grants.form_of(request)
    return await run_sync(_grant, world_of(request), form)


@router.post("/tt/v2/oauth/revoke/")
async def revoke(request: Request) -> dict[str, Any]:
    """Take every token of the account back."""
    form = await grants.form_of(request)
    return await run_sync(_revoke, world_of(request), form)


def _grant(world: World, form: dict[str, str]) -> dict[str, Any]:
    if (form.get("client_key"), form.get("client_secret")) != grants.CLIENT:
        raise TikTokError("invalid_client", bare=True)
    with world.begin() as (session, now, _):
        if form.get("grant_type") == "refresh_token":
            account_id = _rotate(session, form.get("refresh_token", ""), now)
        else:
            account_id = grants.redeem(session, form.get("code", ""), form.get("code_verifier", ""), now)
        if account_id is None:
            raise TikTokError("invalid_grant", "The code or the refresh token is not good any more.", bare=True)
        return {
            "access_token": grants.issue(session, account_id, "short", "act.", now, _DAY),
            "expires_in": int(_DAY.total_seconds()),
            "refresh_token": grants.issue(session, account_id, "refresh", "rft.", now, _YEAR),
            "refresh_expires_in": int(_YEAR.total_seconds()),
            "open_id": account_id,
            "scope": SCOPES,
            "token_type": "Bearer",
        }


def _rotate(session: Session, given: str, now: datetime) -> str | None:
    account = grants.holder(session, given, "tiktok", now, "refresh")
    if account is None:
        return None
    store.end_token(session, ids.digest(given), now + _OLD_REFRESH_LIVES)
    return account.id


def _revoke(world: World, form: dict[str, str]) -> dict[str, Any]:
    with world.begin() as (session, now, _):
        token = store.token(session, ids.digest(form.get("token", "")))
        if token is None:
            raise TikTokError("invalid_grant", bare=True)
        store.change_tokens(session, token.account_id, {"revoked": 458})
        store.add_effect(session, "tt.oauth.revoke", (token.account_id, token.account_id), now, {})
    return {}
