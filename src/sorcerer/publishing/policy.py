"""What follows a failure or a look. Pure, so that every case can be tried."""

from collections.abc import Sequence
from datetime import datetime, timedelta
from typing import Literal, NamedTuple

from sorcerer.platforms import PlatformError, Seen
from sorcerer.publishing.model import Attempt

LEASE = timedelta(seconds=75)
UPLOAD_LEASE = timedelta(minutes=15)
SEND_MARGIN = timedelta(seconds=45)
BREAK = timedelta(hours=24)
BUSY = timedelta(seconds=10)
MAX_TRIES = 8
MAX_MEDIA_FAULTS = 3
MAX_RESENDS = 2
MAX_STAGINGS = 5
# Well below what the networks allow (100, about 15, about 20): who nears a limit is taken for a machine.
A_DAY = {"instagram": 25, "tiktok": 6, "youtube": 6}
A_DAY_ELSEWHERE = 6
POLLS_S = (0.5, 1, 2, 5, 15, 30, 60)
_LOOKS_S = (30, 60, 120, 300, 420, 600, 900, 1200, 1800)
_APART = timedelta(seconds=60)
_SETTLED = timedelta(minutes=5)
_BACKOFF_MAX = timedelta(minutes=15)
_QUOTA_WAIT = timedelta(hours=1)
_NOT_READY_WAIT = timedelta(seconds=30)

_WORKING_S = (2, 5, 10, 20, 30, 60)
_SLOWLY = timedelta(minutes=15)
_QUICKLY_FOR = timedelta(minutes=30)
_WORKS_FOR = timedelta(hours=24)
_WAITS_FOR = timedelta(days=3)

Next = Literal["live", "look", "resend", "restage", "review", "delivered", "refused"]
Move = Literal["retry", "restage", "reconcile", "reconnect", "stop", "fail"]


class Verdict(NamedTuple):
    """What a look leads to.

    Args:
        next: "live" it is out; "delivered" a person posts it at the network; "refused" the network said no for good;
            "look" ask again at `at`; "resend" the same prepared post may be sent once more;
            "restage" it can never go out and is prepared anew; "review" a person decides.
    """

    next: Next
    at: datetime | None = None
    why: str = ""


class Turn(NamedTuple):
    """What a failure leads to, and when."""

    move: Move
    at: datetime | None = None


def decide(attempts: Sequence[Attempt], seen: Seen, now: datetime) -> Verdict:  # noqa: PLR0911 - one line for each thing a look can tell
    """Weigh a look against those before it.

    A post counts as absent only after two looks that say so, a minute or more apart with none between them that
    doubts it, the last five minutes or more after the call. Even then the very same preparation is sent again, so
    the network itself can refuse a double; and that at most twice.

    Args:
        attempts: everything tried so far, oldest first, without this look.
        seen: this look.
        now: its moment.
    """
    if seen.state in ("live", "refused"):
        return Verdict("live" if seen.state == "live" else "refused")
    sends = [one for one in attempts if one.kind == "commit" and one.state == "intent"]
    if not sends:
        return Verdict("review", why="A look without a call before it.")
    sent_at = sends[-1].at
    if seen.state == "delivered":
        return Verdict("delivered", at=now + _SLOWLY if now - sent_at < _WAITS_FOR else None)
    if seen.state == "working":
        return _while_it_works(attempts, sent_at, now)
    if seen.state == "absent" and seen.harmless and seen.usable and len(sends) <= MAX_TRIES:
        return Verdict("resend")
    absences = _absent_run(attempts, sent_at) + ([now] if seen.state == "absent" else [])
    proved = seen.state == "absent" and absences[-1] - absences[0] >= _APART and now - sent_at >= _SETTLED
    if not proved:
        return _look_again(seen, sent_at, now)
    if not seen.usable:
        return Verdict("restage")
    if len(sends) <= MAX_RESENDS:
        return Verdict("resend")
    return Verdict("review", why=f"Sent {len(sends)} times and never seen.")


def _while_it_works(attempts: Sequence[Attempt], sent_at: datetime, now: datetime) -> Verdict:
    """The network has all of it: there is no doubt, only patience."""
    if now - sent_at >= _WORKS_FOR:
        return Verdict("review", why="The network has worked on it for a day.")
    looks = sum(one.kind == "reconcile" and one.at >= sent_at for one in attempts)
    quick = timedelta(seconds=_WORKING_S[min(looks, len(_WORKING_S) - 1)])
    return Verdict("look", at=now + (quick if now - sent_at < _QUICKLY_FOR else _SLOWLY))


def _look_again(seen: Seen, sent_at: datetime, now: datetime) -> Verdict:
    later = next((sent_at + timedelta(seconds=s) for s in _LOOKS_S if sent_at + timedelta(seconds=s) > now), None)
    if later is None and seen.state == "absent":
        later = now + _APART
    if later is None:
        return Verdict("review", why="The network's own answers do not agree, even after half an hour.")
    return Verdict("look", at=later)


def after_failure(error: PlatformError, tries: int, now: datetime) -> Turn:
    """Say what follows when a call failed that nobody can see: stage, upload, progress, a look, a probe.

    Args:
        tries: how many failed in a row before this one.
    """
    certain: dict[str, Turn] = {
        "reconnect": Turn("reconnect"),
        "stop_account": Turn("stop", now + BREAK),
        "fix_media": Turn("fail"),
        "none": Turn("fail"),
    }
    if error.cure in certain:
        return certain[error.cure]
    if error.cure == "restage":
        return Turn("restage", now + backoff(tries)) if tries + 1 < MAX_MEDIA_FAULTS else Turn("fail")
    if tries + 1 >= MAX_TRIES and error.cure != "wait":
        return Turn("fail")
    return Turn("retry", now + pause(error, tries))


def after_commit(error: PlatformError, tries: int, now: datetime) -> Turn:
    """Say what follows when the call of no return failed: only a sure no may lead to another try."""
    if error.outcome == "unknown":
        return Turn("reconcile", now + timedelta(seconds=_LOOKS_S[0]))
    if error.outcome == "not_sent":
        return Turn("retry", now + backoff(tries)) if tries + 1 < MAX_TRIES else Turn("fail")
    return after_failure(error, tries, now)


def pause(error: PlatformError, tries: int) -> timedelta:
    """Return how long to wait after a failure."""
    if error.retry_after_s is not None:
        return timedelta(seconds=error.retry_after_s)
    if error.cure == "wait":
        return _NOT_READY_WAIT if error.code == "9007/2207027" else _QUOTA_WAIT
    return backoff(tries)


def backoff(tries: int) -> timedelta:
    """Return 2, 4, 8 … seconds, at most a quarter of an hour."""
    return min(timedelta(seconds=2 ** min(tries + 1, 12)), _BACKOFF_MAX)


def poll(tries: int) -> timedelta:
    """Return how long to wait before asking again whether the network is ready."""
    return timedelta(seconds=POLLS_S[min(tries, len(POLLS_S) - 1)])


def _absent_run(attempts: Sequence[Attempt], sent_at: datetime) -> list[datetime]:
    """Return the moments of the last looks since the call that all said "absent"."""
    run: list[datetime] = []
    for one in attempts:
        if one.kind == "reconcile" and one.at >= sent_at and one.witness is not None:
            run = [*run, one.at] if one.witness.get("state") == "absent" else []
    return run
