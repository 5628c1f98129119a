"""Take the right to do the next step of a publication, if there is one now and nobody else has it."""

from datetime import datetime, timedelta
from typing import Any

from sqlalchemy.orm import Session

from sorcerer import ids, journal
from sorcerer.publishing import pace, store
from sorcerer.publishing.delivery.paced import paced
from sorcerer.publishing.delivery.review import review
from sorcerer.publishing.model import BEFORE, Attempt, Channel, Job, Publication, Step, Traffic, Trouble, was_in_doubt
from sorcerer.publishing.policy import BUSY, LEASE, UPLOAD_LEASE

_DOUBT_BLOCKS = timedelta(hours=1)
_LOOKS: frozenset[Step] = frozenset({"reconcile", "read_back"})


def claim(
    session: Session,
    publication_id: str,
    executor: str,
    now: datetime,
    after: Job | None = None,
    held: pace.Pause | None = None,
) -> Job | None:
    """Return the next step with a lease on it, or None: not its time, another's, or done.

    On one account at most one post at a time is between its call of no return and the knowledge of what became of it.

    Args:
        executor: names this process; no two processes share one.
        after: the job this hand has just done, so that it may go on within its own lease.
        held: why nothing new of hers may be sent now; what is on its way or out is looked at all the same.
    """
    publication, channel = store.take(session, publication_id)
    if after is not None and not _is_own(publication, executor, after):
        return None
    if after is None and _is_held(publication, now):
        return None
    if publication.is_missed(now):
        _miss(session, publication, now)
        return None
    step = publication.next_step(now)
    others = store.traffic(session, channel.id, publication.id, now - _DOUBT_BLOCKS) if step == "commit" else None
    wait = None if step is None else _blocked(channel, step, others, now)
    if step is None or wait is not None:
        _rest(session, publication, channel, wait)
        return None
    pause = None if step in _LOOKS else held
    pause = pause or (pace.backlog(publication, others.last_out, now) if others else None)
    pause = pause or paced(session, channel, step, now)
    if pause is not None:
        _slow_down(session, publication, step, pause)
        return None
    return _lease(session, publication, channel, step, executor, now)


def _is_held(publication: Publication, now: datetime) -> bool:
    return publication.lease_until is not None and now < publication.lease_until


def _is_own(publication: Publication, executor: str, after: Job | None) -> bool:
    return after is not None and publication.lease_owner == executor and publication.epoch == after.publication.epoch


def _blocked(channel: Channel, step: Step, others: Traffic | None, now: datetime) -> datetime | None:
    """Return until when the step has to wait for its account, or None when it need not."""
    if channel.status != "connected":
        return datetime.max.replace(tzinfo=now.tzinfo)
    broken = channel.not_before is not None and now < channel.not_before
    if step in _LOOKS or (step != "commit" and not broken):
        return None
    if broken:
        return channel.not_before
    if others is not None and others.busy:
        return now + BUSY
    if others is not None and others.doubtful:
        return now + _DOUBT_BLOCKS / 60
    return None


def _rest(session: Session, publication: Publication, channel: Channel, wait: datetime | None) -> None:
    """Say when to look again: at its minute, when the account is free, or when a person has done something."""
    state = publication.state
    if channel.status != "connected" and wait is not None:
        state, at = (state if state not in BEFORE else "waiting"), None
    elif wait is not None:
        state, at = "waiting", wait
    elif publication.state in BEFORE and publication.content is not None:
        at = publication.wakes_at()
    else:
        at = None
    store.change_publication(
        session, publication, {"state": state, "next_at": at, "lease_owner": None, "lease_until": None}
    )


def _slow_down(session: Session, publication: Publication, step: Step, pause: pace.Pause) -> None:
    """Wait for the network's sake, or a person's, and say why."""
    told = {"stage": step, "cause": pause.why, "code": "pace", "next": pause.way_out}
    free = {"lease_owner": None, "lease_until": None, "next_at": pause.until}
    store.change_publication(session, publication, free | {"state": "waiting", "failure": Trouble.model_validate(told)})


def _lease(
    session: Session, publication: Publication, channel: Channel, step: Step, executor: str, now: datetime
) -> Job:
    until = now + (UPLOAD_LEASE if step == "upload" else LEASE)
    changes: dict[str, Any] = {"lease_owner": executor, "lease_until": until, "next_at": until, "updated_at": now}
    changes |= {"epoch": publication.epoch + 1}
    if step == "stage":
        changes |= {"state": "staging", "refs": {}, "uploaded": False, "ready": False, "staged_at": None}
    if publication.state == "committing":
        # The call was written down and its answer never was: it may have been done.
        changes["state"] = "reconciling"
        _doubt(session, publication, now)
    taken = store.change_publication(session, publication, changes)
    looks = step in _LOOKS
    return Job(
        publication=taken,
        channel=channel,
        step=step,
        sent_at=_sent_at(session, publication.id) if looks else None,
        taken_ids=store.taken_ids(session, channel.id, publication.id) if looks else (),
    )


def _sent_at(session: Session, publication_id: str) -> datetime | None:
    sends = [
        one.at for one in store.attempts(session, publication_id) if one.kind == "commit" and one.state == "intent"
    ]
    return sends[-1] if sends else None


def _doubt(session: Session, publication: Publication, now: datetime) -> None:
    lost = {"message": "The process that sent it stopped before it knew the answer.", "code": "lost"}
    attempt = Attempt(
        id=ids.new(),
        publication_id=publication.id,
        epoch=publication.epoch,
        kind="commit",
        state="unknown",
        at=now,
        refs=publication.refs,
        error=lost,
    )
    store.insert_attempt(session, attempt)


def _miss(session: Session, publication: Publication, now: datetime) -> None:
    if was_in_doubt(store.attempts(session, publication.id)):
        review(session, publication, "Its minute passed before that could be found out.", now)
        return
    trouble = Trouble(
        stage="publish",
        cause=f"Its minute, {publication.due_at:%Y-%m-%d %H:%M} UTC, passed more than two hours ago.",
        code="missed",
        next="Press Retry to post it now, or move it to another day.",
    )
    changes = {"state": "failed", "failure": trouble, "next_at": None, "lease_owner": None, "lease_until": None}
    store.change_publication(session, publication, changes | {"updated_at": now, "epoch": publication.epoch + 1})
    about = ("schedule.missed", "publication", publication.id)
    journal.note(session, publication.owner_id, "worker", *about, trouble.cause, now, publication.influencer_id)
