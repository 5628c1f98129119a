"""The dialog a person agrees in, and the tokens that come of it."""

from datetime import datetime, timedelta
from html import escape
from typing import Annotated, Any, Literal
from urllib.parse import urlencode, urlsplit

from fastapi import APIRouter, Form, Query, Request
from fastapi.responses import HTMLResponse, RedirectResponse, Response
from sqlalchemy.orm import Session

from sorcerer import ids
from sorcerer.errors import Invalid
from sorcerer.sandbox import growth, store
from sorcerer.sandbox.asked import world_of
from sorcerer.sandbox.instagram.call import call_of, check_version
from sorcerer.sandbox.instagram.refusals import GraphError, bad_token
from sorcerer.sandbox.model import Token
from sorcerer.sandbox.pages.consent import consent
from sorcerer.sandbox.world import World, find_or_open, give_code

CLIENT = ("sandbox-client", "sandbox-secret")
_SHORT = timedelta(hours=1)
_LONG = timedelta(days=60)
_LOOPBACK = {"127.0.0.1", "localhost", "::1", "testserver"}

router = APIRouter()


@router.get("/fb-web/{version}/dialog/oauth")
def dialog(
    request: Request,
    version: str,
    client_id: str,
    redirect_uri: str,
    state: str = "",
    auto: Annotated[str | None, Query()] = None,
) -> Response:
    """Show the page where a person agrees; `auto=handle` agrees at once."""
    check_version(version)
    _check_redirect(client_id, redirect_uri)
    if auto:
        return _agree(world_of(request), auto, redirect_uri, state)
    with world_of(request).read() as (session, _, _):
        accounts = store.accounts(session, "instagram")
    asked = {"client_id": client_id, "redirect_uri": redirect_uri, "state": state}
    return HTMLResponse(consent(accounts, asked))


@router.post("/fb-web/{version}/dialog/oauth")
def decide(  # noqa: PLR0913, PLR0917 - the fields of the form
    request: Request,
    version: str,
    client_id: Annotated[str, Form()],
    redirect_uri: Annotated[str, Form()],
    handle: Annotated[str, Form()] = "",
    new_handle: Annotated[str, Form()] = "",
    state: Annotated[str, Form()] = "",
    answer: Annotated[str, Form()] = "allow",
) -> Response:
    """Send the person back with a code, or with a no."""
    check_version(version)
    _check_redirect(client_id, redirect_uri)
    if answer != "allow":
        refused = {"error": "access_denied", "error_reason": "user_denied", "error_description": "Permissions error"}
        return _back(redirect_uri, refused | {"state": state})
    return _agree(world_of(request), new_handle or handle, redirect_uri, state)


@router.get("/fb/{version}/oauth/access_token")
def access_token_by_address(request: Request, version: str) -> dict[str, Any]:
    """Give a token for what stands in the address."""
    check_version(version)
    return _grant(world_of(request), dict(request.query_params))


@router.post("/fb/{version}/oauth/access_token")
def access_token(
    request: Request,
    version: str,
    client_id: Annotated[str, Form()],
    client_secret: Annotated[str, Form()],
    grant_type: Annotated[str, Form()] = "",
    code: Annotated[str, Form()] = "",
    fb_exchange_token: Annotated[str, Form()] = "",
) -> dict[str, Any]:
    """Turn a code into a token of an hour, or a token into one of sixty days."""
    check_version(version)
    asked = {"client_id": client_id, "client_secret": client_secret, "grant_type": grant_type}
    return _grant(world_of(request), asked | {"code": code, "fb_exchange_token": fb_exchange_token})


@router.get("/fb/{version}/me/accounts")
def accounts(request: Request, version: str) -> dict[str, Any]:
    """Return the Page behind the token, with the Instagram account that hangs on it."""
    account = call_of(request, version).account
    with world_of(request).read() as (session, now, knobs):
        followers = growth.followers(account, store.posts(session, account.id), now, knobs.seed)
    linked = {"id": account.id, "username": account.handle, "name": account.name, "followers_count": followers}
    page = {"id": account.page_id, "name": account.name, "instagram_business_account": linked}
    return {"data": [page], "paging": {}}


@router.delete("/fb/{version}/me/permissions")
def revoke(request: Request, version: str) -> dict[str, Any]:
    """Take every token of the account back."""
    account = call_of(request, version).account
    with world_of(request).begin() as (session, now, _):
        store.change_tokens(session, account.id, {"revoked": 458})
        store.add_effect(session, "ig.oauth.revoke", (account.id, account.id), now, {})
    return {"success": True}


def _agree(world: World, handle: str, redirect_uri: str, state: str) -> Response:
    try:
        with world.begin() as (session, now, _):
            account = find_or_open(session, handle, handle, now)
            code = give_code(session, account.id, now)
    except Invalid as no:
        return HTMLResponse(f"<p>{escape(no.message)}</p>", 400)
    return _back(redirect_uri, {"code": code, "state": state})


def _back(redirect_uri: str, answer: dict[str, str]) -> Response:
    joint = "&" if "?" in redirect_uri else "?"
    return RedirectResponse(f"{redirect_uri}{joint}{urlencode(answer)}", status_code=303)


def _check_redirect(client_id: str, redirect_uri: str) -> None:
    parts = urlsplit(redirect_uri)
    if client_id != CLIENT[0]:
        raise GraphError(101, None, "Error validating application. Invalid application ID.")
    if parts.scheme not in ("http", "https") or parts.hostname not in _LOOPBACK:
        raise GraphError(191, None, "The redirect address is not on this machine; the sandbox knows no other.")


def _grant(world: World, asked: dict[str, str]) -> dict[str, Any]:
    if (asked.get("client_id"), asked.get("client_secret")) != CLIENT:
        raise GraphError(1, None, "Error validating client secret.")
    if asked.get("grant_type") == "fb_exchange_token":
        return _lengthen(world, asked.get("fb_exchange_token", ""))
    return _redeem(world, asked.get("code", ""))


def _redeem(world: World, code: str) -> dict[str, Any]:
    with world.begin() as (session, now, _):
        account_id = store.take_code(session, ids.digest(code), now)
        if account_id is None:
            raise GraphError(100, 36009, "This authorization code has been used, has expired or is unknown.")
        return _issue(session, account_id, now, "short")


def _lengthen(world: World, given: str) -> dict[str, Any]:
    with world.begin() as (session, now, _):
        token = store.token(session, ids.digest(given))
        if token is None:
            raise bad_token(None, "Invalid OAuth access token - Cannot parse access token", status=401)
        if token.revoked is not None or now >= token.expires_at:
            raise bad_token(token.revoked or 463, "Error validating access token: Session has expired.")
        return _issue(session, token.account_id, now, "long")


def _issue(session: Session, account_id: str, now: datetime, kind: Literal["short", "long"]) -> dict[str, Any]:
    life = _SHORT if kind == "short" else _LONG
    text = "EAAS" + ids.secret()
    token = Token(
        digest=ids.digest(text), account_id=account_id, kind=kind, issued_at=now, expires_at=now + life, revoked=None
    )
    store.add_token(session, token)
    return {"access_token": text, "token_type": "bearer", "expires_in": int(life.total_seconds())}
