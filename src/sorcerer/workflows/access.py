"""The account to act for, with a grant that still lasts: refreshed before it runs out, by one process at a time."""

from sorcerer import log, publishing
from sorcerer.platforms import Account, Platform, PlatformError
from sorcerer.toolbox import Toolbox


def fresh(toolbox: Toolbox, platform: Platform, channel_id: str, account: Account) -> Account:
    """Return a channel's account; whoever finds its grant near its end, and nobody at it, refreshes it first.

    A refresh that fails leaves the grant as it is: it may still do, and the call itself says when it does not.

    Args:
        account: as it was read a moment ago.

    Raises:
        Conflict: the channel was disconnected.
    """
    ends = account.grant.expires_at
    if ends is None or toolbox.clock.now() < ends - platform.renews_ahead:
        return account
    with toolbox.database.begin() as session:
        account = publishing.channels.account(session, toolbox.keys, channel_id)
        ours = publishing.channels.begin_refresh(session, channel_id, platform.renews_ahead, toolbox.clock.now())
    if not ours:
        return account
    try:
        grant = platform.refresh(account.grant)
    except PlatformError as error:
        log.get("access").info("not refreshed", channel=channel_id, code=error.code, reason=error.message)
        return account
    with toolbox.database.begin() as session:
        publishing.channels.keep_grant(session, toolbox.keys, channel_id, grant)
        return publishing.channels.account(session, toolbox.keys, channel_id)
