"""A call failed. What it proves decides what follows; only a sure no of the last call allows another."""

from datetime import datetime, timedelta
from typing import Any

from sqlalchemy.orm import Session

from sorcerer import journal
from sorcerer.platforms import PlatformError
from sorcerer.publishing import store
from sorcerer.publishing.channels.breaker import ask_again, trip, trip_app
from sorcerer.publishing.delivery.keep import note_attempt
from sorcerer.publishing.delivery.read_back import unread
from sorcerer.publishing.delivery.review import review
from sorcerer.publishing.model import Job, Publication, Trouble, was_in_doubt
from sorcerer.publishing.policy import (
    BREAK,
    MAX_RESENDS,
    MAX_STAGINGS,
    Turn,
    after_commit,
    after_failure,
    backoff,
    pause,
)

_LATELY = timedelta(hours=2)
_NEXT = {
    "retry": "Nothing to do: it is tried again by itself.",
    "restage": "Nothing to do: it is prepared anew.",
    "reconcile": "Nothing to do: it is found out by looking, nothing is sent again before.",
    "reconnect": "Connect the account again; the post then goes on.",
    "stop": "Open the network's app and see what it says; nothing is posted there for a day.",
    "fail": "Change what the sentence names, then press Retry.",
}


def failed(session: Session, job: Job, error: PlatformError, now: datetime) -> Publication:
    """Keep the failure of any step.

    Raises:
        Stale: another hand took the publication over.
    """
    if job.step == "read_back":
        return unread(session, job, now)
    sent = job.publication.state == "committing"
    turn = (after_commit if sent else after_failure)(error, job.publication.tries, now)
    kind = "probe" if job.step == "commit" and not sent else job.step
    told = "unknown" if error.outcome == "unknown" else "rejected"
    note_attempt(session, job, told, now, kind=kind, error=_told(error))
    if turn.move == "restage" and _prepared_often(session, job, now):
        turn = Turn("fail")
    if error.cure == "stop_account":
        trip(session, job.channel, error.message, now + BREAK)
    if error.of_app:
        trip_app(session, job.channel, error.message, now + pause(error, job.publication.tries))
    if error.cure == "reconnect":
        ask_again(session, job.channel, error.message, now)
    if job.step == "reconcile":
        return _still_doubtful(session, job, turn, now)
    trouble = Trouble(
        stage="publish" if job.step == "commit" else job.step,
        cause=error.message,
        code=error.code,
        reached_platform="unknown" if turn.move == "reconcile" else "no",
        next=_NEXT[turn.move],
    )
    if turn.move == "fail" and was_in_doubt(store.attempts(session, job.publication.id)):
        return review(session, job.publication, trouble.cause, now)
    changes = _after(turn) | {"failure": trouble, "tries": job.publication.tries + 1, "updated_at": now}
    if turn.move in ("fail", "reconcile"):
        _note(session, job, turn, trouble, now)
    return store.change_publication(session, job.publication, changes)


def refused(session: Session, job: Job, error: PlatformError, now: datetime) -> Publication:
    """The network has all of the post and said no for good: nobody can see it, so it may end, wait or begin anew."""
    note_attempt(session, job, "rejected", now, kind="reconcile", error=_told(error))
    sends = [
        one for one in store.attempts(session, job.publication.id) if (one.kind, one.state) == ("commit", "intent")
    ]
    turn = after_failure(error, job.publication.tries, now)
    if turn.move in ("restage", "retry"):
        turn = Turn("restage", now + backoff(len(sends))) if len(sends) <= MAX_RESENDS else Turn("fail")
    if error.cure == "stop_account":
        trip(session, job.channel, error.message, now + BREAK)
    if error.cure == "reconnect":
        ask_again(session, job.channel, error.message, now)
    trouble = Trouble(stage="publish", cause=error.message, code=error.code, next=_NEXT[turn.move])
    gone = {"refs": {}, "uploaded": False, "ready": False, "staged_at": None}
    changes = gone | _after(turn) | {"failure": trouble, "tries": job.publication.tries + 1, "updated_at": now}
    if turn.move == "fail":
        _note(session, job, turn, trouble, now)
    return store.change_publication(session, job.publication, changes)


def _prepared_often(session: Session, job: Job, now: datetime) -> bool:
    """Tell whether preparing it anew has helped nothing: every time costs one of the network's own numbers."""
    lately = [one for one in store.attempts(session, job.publication.id) if one.at > now - _LATELY]
    return sum((one.kind, one.state) == ("stage", "acked") for one in lately) >= MAX_STAGINGS


def _after(turn: Turn) -> dict[str, Any]:
    free = {"lease_owner": None, "lease_until": None, "next_at": turn.at}
    if turn.move == "reconcile":
        return free | {"state": "reconciling"}
    if turn.move == "fail":
        return free | {"state": "failed"}
    if turn.move == "restage":
        return free | {"state": "waiting", "refs": {}, "uploaded": False, "ready": False, "staged_at": None}
    return free | {"state": "waiting"}


def _still_doubtful(session: Session, job: Job, turn: Turn, now: datetime) -> Publication:
    """A look that failed tells nothing; it is repeated until the account works again."""
    at = None if turn.move == "reconnect" else turn.at or now + backoff(job.publication.tries)
    changes = {"next_at": at, "tries": job.publication.tries + 1, "updated_at": now}
    return store.change_publication(session, job.publication, changes | {"lease_owner": None, "lease_until": None})


def _note(session: Session, job: Job, turn: Turn, trouble: Trouble, now: datetime) -> None:
    verb = "publication.failed" if turn.move == "fail" else "publication.doubtful"
    about = (verb, "publication", job.publication.id)
    journal.note(session, job.publication.owner_id, "worker", *about, trouble.cause, now, job.publication.influencer_id)


def _told(error: PlatformError) -> dict[str, Any]:
    return {
        "message": error.message,
        "code": error.code,
        "outcome": error.outcome,
        "cure": error.cure,
        "evidence": error.evidence,
    }
