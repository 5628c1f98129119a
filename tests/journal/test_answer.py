"""The first answer to an Idempotency-Key is kept for a day and given again."""

from datetime import timedelta

import pytest

from sorcerer.accounts import User
from sorcerer.database import Database
from sorcerer.errors import Conflict, Invalid
from sorcerer.journal import Answer, Asked, answers
from sorcerer.testing import FrozenClock

ANSWER = Answer(status=201, headers={"etag": '"1"'}, body=b'{"id":"7"}')


def _asked(owner: User, request_hash: str = "h", key: str = "k") -> Asked:
    return Asked(owner_id=owner.id, key=key, route="POST /api/token", request_hash=request_hash)


def test_the_first_answer_is_given_again(database: Database, owner: User, clock: FrozenClock) -> None:
    with database.begin() as session:
        answers.remember(session, _asked(owner), ANSWER, clock.now())

    with database.read() as session:
        assert answers.recall(session, _asked(owner), clock.now()) == ANSWER
        assert answers.recall(session, _asked(owner, key="other"), clock.now()) is None


def test_a_key_may_not_mean_another_request(database: Database, owner: User, clock: FrozenClock) -> None:
    with database.begin() as session:
        answers.remember(session, _asked(owner), ANSWER, clock.now())

    with database.read() as session, pytest.raises(Invalid) as refusal:
        answers.recall(session, _asked(owner, "other"), clock.now())
    assert refusal.value.field == "Idempotency-Key"


def test_an_answer_is_forgotten_after_a_day(database: Database, owner: User, clock: FrozenClock) -> None:
    with database.begin() as session:
        answers.remember(session, _asked(owner), ANSWER, clock.now())
    clock.advance(timedelta(hours=24))

    with database.begin() as session:
        assert answers.recall(session, _asked(owner), clock.now()) is None
        answers.remember(session, _asked(owner, "other"), ANSWER, clock.now())


def test_the_slower_twin_is_told_and_its_work_is_undone(database: Database, owner: User, clock: FrozenClock) -> None:
    with database.begin() as session:
        answers.remember(session, _asked(owner), ANSWER, clock.now())

    def work() -> None:
        with database.begin() as session:
            answers.remember(session, _asked(owner, key="fresh"), ANSWER, clock.now())
            answers.remember(session, _asked(owner), ANSWER, clock.now())

    with pytest.raises(answers.Twin):
        work()

    with database.read() as session:
        assert answers.recall(session, _asked(owner, key="fresh"), clock.now()) is None


def test_a_claimed_key_makes_its_twin_wait_until_the_answer_is_there(
    database: Database, owner: User, clock: FrozenClock
) -> None:
    with database.begin() as session:
        answers.reserve(session, _asked(owner), clock.now())
    with database.begin() as session, pytest.raises(Conflict):
        answers.reserve(session, _asked(owner), clock.now())
    with database.read() as session, pytest.raises(Conflict):
        answers.recall(session, _asked(owner), clock.now())
    with database.begin() as session:
        answers.fill(session, _asked(owner), ANSWER)

    with database.read() as session:
        assert answers.recall(session, _asked(owner), clock.now()) == ANSWER


def test_a_claim_that_came_to_nothing_can_be_made_again(database: Database, owner: User, clock: FrozenClock) -> None:
    with database.begin() as session:
        answers.reserve(session, _asked(owner), clock.now())
        answers.withdraw(session, _asked(owner))

        answers.reserve(session, _asked(owner), clock.now())


def test_a_claim_of_a_process_that_died_is_given_up_after_ten_minutes(
    database: Database, owner: User, clock: FrozenClock
) -> None:
    with database.begin() as session:
        answers.reserve(session, _asked(owner), clock.now())
    clock.advance(timedelta(minutes=10, seconds=1))

    with database.begin() as session:
        assert answers.recall(session, _asked(owner), clock.now()) is None
        answers.reserve(session, _asked(owner), clock.now())
