"""What follows a look, whatever was seen before."""

from datetime import UTC, datetime, timedelta
from typing import Any, Literal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sorcerer.platforms import PlatformError, Seen
from sorcerer.publishing.delivery import decide
from sorcerer.publishing.model import Attempt, was_in_doubt
from sorcerer.publishing.policy import MAX_RESENDS, after_commit, after_failure

T0 = datetime(2026, 11, 23, 12, tzinfo=UTC)
ABSENT, LIVE, UNSURE = Seen(state="absent", usable=True), Seen(state="live", post_id="1"), Seen(state="unsure")
STATES = st.sampled_from(["absent", "unsure"])
OUTCOMES = st.sampled_from(["not_sent", "rejected", "unknown"])
CURES = st.sampled_from(["retry", "wait", "restage", "reconnect", "fix_media", "stop_account", "none"])


def attempt(kind: str, state: str, at_s: float, witness: dict[str, Any] | None = None) -> Attempt:
    return Attempt.model_validate(
        {
            "id": f"{kind}{at_s}",
            "publication_id": "p",
            "epoch": 1,
            "kind": kind,
            "state": state,
            "at": T0 + timedelta(seconds=at_s),
            "witness": witness,
        }
    )


def sent(at_s: float = 0) -> list[Attempt]:
    return [attempt("commit", "intent", at_s), attempt("commit", "unknown", at_s + 1)]


def look(state: str, at_s: float) -> Attempt:
    return attempt("reconcile", "unknown", at_s, {"state": state})


@given(st.lists(st.tuples(STATES, st.floats(1, 4000)), max_size=12), st.floats(1, 4000))
def test_a_post_that_is_seen_is_live_whatever_was_seen_before(before: list[tuple[str, float]], now_s: float) -> None:
    looks = [look(state, at) for state, at in sorted(before, key=lambda one: one[1])]
    assert decide([*sent(), *looks], LIVE, T0 + timedelta(seconds=now_s)).next == "live"


@given(
    st.lists(st.tuples(STATES, st.floats(1, 4000)), max_size=12), st.floats(1, 4000), st.integers(1, 4), st.booleans()
)
def test_nothing_is_sent_again_without_proof(
    before: list[tuple[str, float]],
    now_s: float,
    sends: int,
    usable: bool,  # noqa: FBT001 - a drawn value
) -> None:
    """Two absent looks a minute apart, no doubt between them, the last five minutes after the call; at most twice."""
    ordered = sorted(before, key=lambda one: one[1])
    now = T0 + timedelta(seconds=max([now_s, *(at for _, at in ordered)]))
    history = [one for _ in range(sends) for one in sent()] + [look(state, at) for state, at in ordered]
    verdict = decide(history, Seen(state="absent", usable=usable), now)

    run: list[float] = []
    for state, at in ordered:
        run = [*run, at] if state == "absent" else []
    first = T0 + timedelta(seconds=run[0]) if run else now
    proved = now - first >= timedelta(seconds=60) and now - T0 >= timedelta(minutes=5)
    if not proved:
        assert verdict.next == "look"
        assert verdict.at is not None
        assert verdict.at > now
    elif not usable:
        assert verdict.next == "restage"
    else:
        assert verdict.next == ("resend" if sends <= MAX_RESENDS else "review")


@given(st.floats(1, 100_000))
def test_a_network_that_stays_unsure_is_left_to_a_person_after_half_an_hour(now_s: float) -> None:
    verdict = decide(sent(), UNSURE, T0 + timedelta(seconds=now_s))
    assert verdict.next == ("look" if now_s < 1800 else "review")


@given(st.lists(STATES, min_size=200, max_size=200))
def test_looking_always_comes_to_an_end(states: list[Literal["absent", "unsure"]]) -> None:
    history, now = sent(), T0 + timedelta(seconds=30)
    for state in states:
        verdict = decide(history, Seen(state=state, usable=True), now)
        history.append(look(state, (now - T0).total_seconds()))
        if verdict.next != "look":
            return
        assert verdict.at is not None
        now = verdict.at
    raise AssertionError("it looked two hundred times")


def test_looks_before_the_last_call_prove_nothing_about_it() -> None:
    history = [*sent(0), look("absent", 30), look("absent", 300), *sent(400), look("absent", 430)]
    assert decide(history, ABSENT, T0 + timedelta(seconds=460)).next == "look"


def test_a_look_without_a_call_before_it_is_for_a_person() -> None:
    assert decide([], ABSENT, T0).next == "review"


@given(OUTCOMES, CURES, st.integers(0, 12))
def test_after_the_call_of_no_return_only_a_sure_no_allows_another(outcome: Any, cure: Any, tries: int) -> None:
    turn = after_commit(PlatformError("no", outcome=outcome, cure=cure), tries, T0)
    if outcome == "unknown":
        assert turn.move == "reconcile"
    else:
        assert turn.move != "reconcile"


@given(OUTCOMES, CURES, st.integers(0, 40), st.none() | st.floats(1, 10_000))
def test_before_it_every_failure_comes_to_an_end_or_waits_for_somebody(
    outcome: Any, cure: Any, tries: int, after_s: float | None
) -> None:
    turn = after_failure(PlatformError("no", outcome=outcome, cure=cure, retry_after_s=after_s), tries, T0)
    assert turn.move in {"retry", "restage", "reconnect", "stop", "fail"}
    assert (turn.at is None) == (turn.move in {"fail", "reconnect"})
    if tries >= 8 and cure == "retry":
        assert turn.move == "fail"


@pytest.mark.parametrize(
    ("history", "doubtful"),
    [
        ([], False),
        ([attempt("commit", "intent", 0), attempt("commit", "rejected", 1)], False),
        (sent(), True),
        ([*sent(), attempt("settle", "reconciled", 60, {"is_there": False})], False),
        ([attempt("settle", "reconciled", 60), *sent(90)], True),
        ([attempt("probe", "unknown", 0)], False),
    ],
)
def test_a_doubt_lasts_until_a_person_has_looked(history: list[Attempt], doubtful: bool) -> None:  # noqa: FBT001 - a table
    assert was_in_doubt(history) is doubtful
