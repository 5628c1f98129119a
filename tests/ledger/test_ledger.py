from datetime import timedelta

import pytest
from sqlalchemy.orm import Session

from sorcerer import ledger
from sorcerer.accounts import User
from sorcerer.database import Database
from sorcerer.errors import Conflict
from sorcerer.ledger import Operation
from sorcerer.testing import FrozenClock

DAY = timedelta(days=1)


def reserve(
    session: Session, owner: User, clock: FrozenClock, key: str = "v1:1:a", remembers: timedelta = DAY
) -> Operation:
    call = {"provider": "x", "port": "video", "estimate_micros": 100, "ceiling_micros": 1_000}
    return ledger.reserve(session, owner.id, key=key, now=clock.now(), remembers=remembers, **call)  # type: ignore[arg-type] # a table


def test_a_running_call_is_found_again_by_its_handle(database: Database, owner: User, clock: FrozenClock) -> None:
    with database.begin() as session:
        reserve(session, owner, clock)
        ledger.run(session, "v1:1:a", "job-7")
        clock.advance(2 * DAY)
        found = reserve(session, owner, clock)

    assert (found.state, found.handle) == ("running", "job-7")


def test_a_call_left_on_its_way_is_in_doubt_where_the_vendor_forgets(
    database: Database, owner: User, clock: FrozenClock
) -> None:
    with database.begin() as session:
        reserve(session, owner, clock)
        assert reserve(session, owner, clock).state == "reserved"
        with pytest.raises(Conflict):
            reserve(session, owner, clock, remembers=timedelta())
        clock.advance(DAY + timedelta(seconds=1))
        with pytest.raises(Conflict):
            reserve(session, owner, clock)


def test_work_that_another_process_got_further_with_is_not_released(
    database: Database, owner: User, clock: FrozenClock
) -> None:
    with database.begin() as session:
        reserve(session, owner, clock)
        ledger.run(session, "v1:1:a", "job-7")

        assert ledger.release(session, "v1:1:a").state == "running"
        assert ledger.release(session, "v1:1:a", 30, handle="job-7").held_micros == 30


def test_a_kept_result_is_found_by_its_work_and_order_of_the_same_owner(
    database: Database, owner: User, clock: FrozenClock
) -> None:
    with database.begin() as session:
        for key in ("v1:1:a", "v1:1:b", "v2:1:a"):
            reserve(session, owner, clock, key)
            ledger.settle(session, key, 100, f"kept/{key}")
        reserve(session, owner, clock, "v1:2:a")

        assert ledger.result_of(session, owner.id, "v1", "a") == "kept/v1:1:a"
        assert ledger.result_of(session, owner.id, "v1", "c") is None
        assert ledger.result_of(session, "somebody else", "v1", "a") is None
