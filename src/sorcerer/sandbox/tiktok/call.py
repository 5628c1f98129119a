"""Who calls TikTok, and which moment it sees."""

from datetime import datetime, timedelta
from typing import Any, NamedTuple

from fastapi import Request

from sorcerer.sandbox import grants
from sorcerer.sandbox.asked import world_of
from sorcerer.sandbox.model import Account
from sorcerer.sandbox.tiktok.refusals import TikTokError
from sorcerer.sandbox.world import World


class Call(NamedTuple):
    """One call that was let in."""

    world: World
    account: Account
    action: dict[str, Any]

    def sees(self, now: datetime) -> datetime:
        """Return the moment a read shows: the world's, or an earlier one when reads are stale."""
        return now - timedelta(seconds=float(self.action.get("stale_reads_s", 0)))


def call_of(request: Request) -> Call:
    """Let a call in, or refuse its token."""
    world = world_of(request)
    given = request.headers.get("authorization", "").partition(" ")[2]
    with world.read() as (session, now, _):
        account = grants.holder(session, given, "tiktok", now)
    if account is None:
        raise TikTokError("access_token_invalid", "The access token is invalid or not found in the request.")
    return Call(world, account, dict(request.scope.get("sandbox.action", {})))
