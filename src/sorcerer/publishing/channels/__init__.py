"""Connected accounts: connect, look, unseal for a call, refresh, disconnect."""

from sorcerer.publishing.channels.access import account, begin_refresh, expiring, keep_grant
from sorcerer.publishing.channels.breaker import mend
from sorcerer.publishing.channels.connect import connect
from sorcerer.publishing.channels.disconnect import disconnect, forget
from sorcerer.publishing.store import connected_channels as connected
from sorcerer.publishing.store import find_channel as find
from sorcerer.publishing.store import page_channels as page

__all__ = [
    "account",
    "begin_refresh",
    "connect",
    "connected",
    "disconnect",
    "expiring",
    "find",
    "forget",
    "keep_grant",
    "mend",
    "page",
]
