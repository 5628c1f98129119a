"""Codes and tokens of TikTok and Google: what an approval gives, and whom a token is for."""

import base64
import hashlib
from datetime import datetime, timedelta
from html import escape
from typing import Literal
from urllib.parse import parse_qsl, urlencode, urlsplit

from fastapi import Request
from fastapi.responses import HTMLResponse, RedirectResponse, Response
from sqlalchemy.orm import Session

from sorcerer import ids
from sorcerer.errors import Invalid
from sorcerer.sandbox import store
from sorcerer.sandbox.asked import world_of
from sorcerer.sandbox.model import Account, Network, Token
from sorcerer.sandbox.pages.consent import consent
from sorcerer.sandbox.world import find_or_open, give_code

CLIENT = ("sandbox-client", "sandbox-secret")
_LOOPBACK = {"127.0.0.1", "localhost", "::1", "testserver"}


def ask(request: Request, network: Network) -> Response:
    """Show the page where a person agrees; `auto=handle` agrees at once."""
    asked = dict(request.query_params)
    refused = _misdirected(asked)
    if refused:
        return HTMLResponse(f"<p>{escape(refused)}</p>", 400)
    if asked.get("auto"):
        return _agree(request, network, asked["auto"])
    with world_of(request).read() as (session, _, _):
        accounts = store.accounts(session, network)
    return HTMLResponse(consent(accounts, {}, network))


def decide(request: Request, network: Network, form: dict[str, str]) -> Response:
    """Send the person back with a code, or with a no."""
    asked = dict(request.query_params)
    refused = _misdirected(asked)
    if refused:
        return HTMLResponse(f"<p>{escape(refused)}</p>", 400)
    if form.get("answer", "allow") != "allow":
        no = {"error": "access_denied", "error_description": "The person said no.", "state": asked.get("state", "")}
        return _back(asked["redirect_uri"], no)
    return _agree(request, network, form.get("new_handle") or form.get("handle", ""))


def _misdirected(asked: dict[str, str]) -> str | None:
    if (asked.get("client_id") or asked.get("client_key")) != CLIENT[0]:
        return "No such app."
    if urlsplit(asked.get("redirect_uri", "")).hostname not in _LOOPBACK:
        return "The redirect address is not on this machine; the sandbox knows no other."
    return None


def _agree(request: Request, network: Network, handle: str) -> Response:
    asked = dict(request.query_params)
    try:
        with world_of(request).begin() as (session, now, _):
            account = find_or_open(session, handle, handle, now, network)
            code = give_code(session, account.id, now, asked.get("code_challenge", ""))
    except Invalid as no:
        return HTMLResponse(f"<p>{escape(no.message)}</p>", 400)
    return _back(asked["redirect_uri"], {"code": code, "state": asked.get("state", ""), "scopes": "all"})


def _back(redirect_uri: str, answer: dict[str, str]) -> Response:
    joint = "&" if "?" in redirect_uri else "?"
    return RedirectResponse(f"{redirect_uri}{joint}{urlencode(answer)}", status_code=303)


async def form_of(request: Request) -> dict[str, str]:
    """Return the fields of a form."""
    return dict(parse_qsl((await request.body()).decode("utf-8", "replace"), keep_blank_values=True))


def redeem(session: Session, code: str, verifier: str, now: datetime) -> str | None:
    """Use a code up and return its account, or None when it is not good or its verifier is not the right one."""
    challenge = code.partition(".")[2]
    shown = base64.urlsafe_b64encode(hashlib.sha256(verifier.encode()).digest()).rstrip(b"=").decode()
    account_id = store.take_code(session, ids.digest(code), now)
    return account_id if not challenge or shown == challenge else None


def issue(
    session: Session, account_id: str, kind: Literal["short", "refresh"], prefix: str, now: datetime, life: timedelta
) -> str:
    """Return a fresh token; only its digest is kept."""
    text = f"{prefix}{ids.secret()}"
    token = Token(
        digest=ids.digest(text), account_id=account_id, kind=kind, issued_at=now, expires_at=now + life, revoked=None
    )
    store.add_token(session, token)
    return text


def holder(session: Session, given: str, network: Network, now: datetime, kind: str = "short") -> Account | None:
    """Return the account that a good token is for."""
    token = store.token(session, ids.digest(given)) if given else None
    if token is None or token.kind != kind or token.revoked is not None or now >= token.expires_at:
        return None
    account = store.account(session, token.account_id)
    return account if account is not None and account.network == network else None
