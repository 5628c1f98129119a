"""The one call of no return. This file sends it once; nothing in this package repeats it."""

from sorcerer.platforms.instagram.addresses import Addresses
from sorcerer.platforms.instagram.wire import Wire
from sorcerer.platforms.ports import Account, Committed, PlatformError, Staged


def commit(at: Addresses, wire: Wire, account: Account, staged: Staged) -> Committed:
    """Publish the container."""
    form = {"creation_id": str(staged.refs["container_id"])}
    answer = wire.post(at.api(f"{account.account_id}/media_publish"), form, account.grant.access_token)
    if not answer.get("id"):
        text = "Instagram said yes without naming the post."
        raise PlatformError(text, outcome="unknown", cure="none", code="no_id", evidence={"body": answer})
    return Committed(post_id=str(answer["id"]))
