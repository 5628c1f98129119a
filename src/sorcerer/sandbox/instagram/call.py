"""Who calls: the token, the account it is for, the moment it sees."""

import re
from datetime import datetime, timedelta
from typing import Any, NamedTuple

from fastapi import Request
from sqlalchemy.orm import Session

from sorcerer import ids
from sorcerer.sandbox import store
from sorcerer.sandbox.asked import world_of
from sorcerer.sandbox.instagram.refusals import GraphError, bad_token, missing
from sorcerer.sandbox.model import Account
from sorcerer.sandbox.world import World

_VERSION = re.compile(r"v\d+\.\d")


class Call(NamedTuple):
    """One call that was let in.

    Args:
        account: whom the token is for.
        action: what is planned against the call, as far as the route itself carries it out.
    """

    world: World
    account: Account
    action: dict[str, Any]

    def sees(self, now: datetime) -> datetime:
        """Return the moment a read shows: the world's, or an earlier one when reads are stale."""
        return now - timedelta(seconds=float(self.action.get("stale_reads_s", 0)))

    def own(self, account_id: str) -> None:
        """Refuse another account than the token's."""
        if account_id != self.account.id:
            raise missing(account_id)


def call_of(request: Request, version: str) -> Call:
    """Let a call in, or refuse its version or its token."""
    check_version(version)
    world = world_of(request)
    header = request.headers.get("authorization", "").partition(" ")[2]
    given = header or request.query_params.get("access_token", "")
    with world.read() as (session, now, _):
        account = _account(session, given, now)
    world.calls[account.id] = world.calls.get(account.id, 0) + 1
    request.scope.setdefault("sandbox.caller", {})["account"] = account.id
    return Call(world, account, dict(request.scope.get("sandbox.action", {})))


def check_version(version: str) -> None:
    """Refuse an address without a version."""
    if not _VERSION.fullmatch(version):
        raise GraphError(2635, None, f"You are calling a deprecated version of the API ({version}).")


def _account(session: Session, given: str, now: datetime) -> Account:
    token = store.token(session, ids.digest(given)) if given else None
    account = store.account(session, token.account_id) if token else None
    if token is None or account is None:
        raise bad_token(None, "Invalid OAuth access token - Cannot parse access token", status=401)
    if token.revoked is not None:
        raise bad_token(token.revoked, "Error validating access token: the session is no longer valid.")
    if now >= token.expires_at:
        raise bad_token(463, "Error validating access token: Session has expired.")
    return account
