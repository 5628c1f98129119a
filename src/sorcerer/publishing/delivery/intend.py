"""Write down the call of no return before it is sent. Who finds it written must not send, but look."""

from datetime import datetime, timedelta
from typing import NamedTuple

from sqlalchemy.orm import Session

from sorcerer.platforms import Allowance
from sorcerer.publishing import store
from sorcerer.publishing.delivery.keep import note_attempt
from sorcerer.publishing.model import Job, Trouble
from sorcerer.publishing.policy import BUSY, LEASE, SEND_MARGIN

_FULL = timedelta(hours=1)


class Intent(NamedTuple):
    """The one permission to send.

    Args:
        job: what to report the outcome with.
        send_before: after this moment nothing may be sent any more, because another hand may take over.
    """

    job: Job
    send_before: datetime


def intend(session: Session, job: Job, allowance: Allowance, now: datetime) -> Intent | None:
    """Return the permission to commit, once; None when the account is busy or full, or it was given before.

    Args:
        allowance: what the network said right before.

    Raises:
        Stale: another hand took the publication over.
    """
    publication, _ = store.take(session, job.publication.id)
    if publication.state == "committing" and publication.epoch == job.publication.epoch:
        return None
    if store.is_busy(session, job.channel.id, publication.id):
        # It was free when the step was claimed; another post of the account was faster.
        _wait(session, job, now + BUSY, None, now)
        return None
    if allowance.left == 0:
        _wait(session, job, now + _FULL, _full(job, allowance), now)
        return None
    until = now + LEASE
    changes = {"state": "committing", "lease_until": until, "next_at": until, "updated_at": now}
    taken = store.change_publication(session, job.publication, changes)
    job = job.model_copy(update={"publication": taken, "sent_at": now})
    note_attempt(session, job, "intent", now, witness={"used_before": allowance.used})
    return Intent(job, until - SEND_MARGIN)


def _wait(session: Session, job: Job, until: datetime, trouble: Trouble | None, now: datetime) -> None:
    changes = {"state": "waiting", "next_at": until, "failure": trouble, "updated_at": now}
    store.change_publication(session, job.publication, changes | {"lease_owner": None, "lease_until": None})


def _full(job: Job, allowance: Allowance) -> Trouble:
    return Trouble(
        stage="publish",
        cause=f"@{job.channel.handle} has used its {allowance.total} posts of the last 24 hours.",
        code="quota",
        next="Nothing to do: it goes out when the oldest of them is a day old.",
    )
