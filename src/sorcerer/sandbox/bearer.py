"""Who calls TikTok or Google: the account of the bearer token, and the moment it sees."""

from datetime import datetime, timedelta
from typing import Any, NamedTuple

from fastapi import Request

from sorcerer.sandbox import grants
from sorcerer.sandbox.asked import world_of
from sorcerer.sandbox.model import Account, Network
from sorcerer.sandbox.world import World


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


def bearer(request: Request, network: Network) -> Call | None:
    """Let a call in, or return None when its token is nobody's."""
    world = world_of(request)
    given = request.headers.get("authorization", "").partition(" ")[2]
    with world.read() as (session, now, _):
        account = grants.holder(session, given, network, now)
    if account is None:
        return None
    return Call(world, account, dict(request.scope.get("sandbox.action", {})))
