"""Hold a step against what was tried lately by the account and by the whole app."""

from datetime import datetime

from sqlalchemy.orm import Session

from sorcerer.publishing import pace, store
from sorcerer.publishing.model import Channel, Step


def paced(session: Session, channel: Channel, step: Step, now: datetime) -> pace.Pause | None:
    """Return until when the step waits so that we stay below the network's limits, or None when it need not."""
    if step == "stage" and channel.platform in pace.STAGINGS_A_MINUTE:
        recent = store.tried_by_account(session, channel.id, "stage", now - pace.MINUTE)
        found = pace.stagings(channel.platform, recent, now)
        if found is not None:
            return found
    if channel.platform != "youtube" or step not in ("stage", "commit"):
        return None
    tried = store.tried_by_app(session, (channel.platform, channel.realm), pace.midnight(now))
    return pace.quota(tried, step, now)
