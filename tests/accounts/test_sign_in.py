"""Signing in by password: who gets in, who does not, and how often one may try."""

from datetime import timedelta

import pytest

from sorcerer import accounts
from sorcerer.accounts import Caller, User, passwords, sessions
from sorcerer.accounts.model import TooManyTries
from sorcerer.accounts.password import nobodys
from sorcerer.database import Database
from sorcerer.errors import Invalid
from sorcerer.testing import FrozenClock

PASSWORD = "a quiet lake at dawn"


@pytest.fixture
def mara(database: Database, clock: FrozenClock) -> User:
    sealed = passwords.seal(PASSWORD)
    with database.begin() as session:
        return accounts.sign_up(session, "Mara@Example.org", sealed, "Mara", "consumer", clock.now(), is_open=True)


def _signed_in(database: Database, clock: FrozenClock, email: str, password: str) -> str | None:
    with database.begin() as session:
        attempt = sessions.attempt(session, email, clock.now())
    if not passwords.fits(attempt.sealed, password):
        return None
    with database.begin() as session:
        return sessions.succeed(session, attempt, clock.now())[1]


def _who(database: Database, clock: FrozenClock, cookie: str) -> Caller | None:
    with database.read() as session:
        return accounts.who(session, clock.now(), cookie=cookie)


def test_the_right_password_signs_in_however_the_address_is_written(
    database: Database, clock: FrozenClock, mara: User
) -> None:
    secret = _signed_in(database, clock, " MARA@example.ORG", PASSWORD)

    assert secret is not None
    caller = _who(database, clock, secret)
    assert caller is not None
    assert (caller.user, caller.via, caller.scopes) == (mara, "cookie", ("read", "write", "account"))


@pytest.mark.usefixtures("mara")
def test_a_wrong_password_and_an_unknown_address_do_not_sign_in(database: Database, clock: FrozenClock) -> None:
    assert _signed_in(database, clock, "mara@example.org", "a quiet lake at dusk") is None
    assert _signed_in(database, clock, "nobody@example.org", PASSWORD) is None


@pytest.mark.usefixtures("mara")
def test_an_unknown_address_is_checked_against_a_hash_as_strong_as_any(database: Database, clock: FrozenClock) -> None:
    with database.begin() as session:
        known = sessions.attempt(session, "mara@example.org", clock.now())
        unknown = sessions.attempt(session, "nobody@example.org", clock.now())

    assert known.sealed is not None
    assert unknown.sealed is None
    assert nobodys().split("$")[:4] == known.sealed.split("$")[:4]


@pytest.mark.usefixtures("mara")
def test_ten_failures_in_a_quarter_of_an_hour_stop_even_the_right_password(
    database: Database, clock: FrozenClock
) -> None:
    for _ in range(10):
        with database.begin() as session:
            sessions.attempt(session, "mara@example.org", clock.now())
        clock.advance(timedelta(seconds=30))

    with pytest.raises(TooManyTries) as refusal:
        _signed_in(database, clock, "mara@example.org", PASSWORD)
    assert refusal.value.retry_after == 15 * 60 - 10 * 30 + 1

    clock.advance(timedelta(seconds=refusal.value.retry_after))
    assert _signed_in(database, clock, "mara@example.org", PASSWORD) is not None


@pytest.mark.usefixtures("mara")
def test_a_success_forgets_the_failures_before_it(database: Database, clock: FrozenClock) -> None:
    for _ in range(3):
        for _ in range(9):
            with database.begin() as session:
                sessions.attempt(session, "mara@example.org", clock.now())
        assert _signed_in(database, clock, "mara@example.org", PASSWORD) is not None


def test_a_session_lasts_thirty_days_from_its_last_use(database: Database, clock: FrozenClock, mara: User) -> None:
    with database.begin() as session:
        secret = sessions.start(session, mara.id, clock.now(), "Signed in.")
    clock.advance(timedelta(days=29))
    caller = _who(database, clock, secret)
    assert caller is not None
    assert caller.wants_refresh(clock.now())
    with database.begin() as session:
        sessions.seen(session, caller, clock.now())

    clock.advance(timedelta(days=29))
    assert _who(database, clock, secret) is not None
    clock.advance(timedelta(days=1))
    assert _who(database, clock, secret) is None


def test_signing_out_ends_this_session_and_no_other(database: Database, clock: FrozenClock, mara: User) -> None:
    with database.begin() as session:
        here = sessions.start(session, mara.id, clock.now(), "Signed in.")
        there = sessions.start(session, mara.id, clock.now(), "Signed in.")
    caller = _who(database, clock, here)
    assert caller is not None

    with database.begin() as session:
        sessions.sign_out(session, caller, clock.now())

    assert _who(database, clock, here) is None
    assert _who(database, clock, there) is not None


def test_a_new_password_closes_every_other_browser(database: Database, clock: FrozenClock, mara: User) -> None:
    with database.begin() as session:
        here = sessions.start(session, mara.id, clock.now(), "Signed in.")
        there = sessions.start(session, mara.id, clock.now(), "Signed in.")
    caller = _who(database, clock, here)
    assert caller is not None

    sealed = passwords.seal("seven grey herons")
    with database.begin() as session:
        passwords.keep(session, caller, sealed, clock.now())

    assert _who(database, clock, here) is not None
    assert _who(database, clock, there) is None
    assert _signed_in(database, clock, "mara@example.org", PASSWORD) is None
    assert _signed_in(database, clock, "mara@example.org", "seven grey herons") is not None


@pytest.mark.parametrize("text", ["", "mara", "@example.org", "a b@example.org", "a@", "a@.org", "x" * 65 + "@a.b"])
def test_what_is_no_address_is_refused_with_its_field(database: Database, clock: FrozenClock, text: str) -> None:
    with database.begin() as session, pytest.raises(Invalid) as refusal:
        sessions.attempt(session, text, clock.now())
    assert refusal.value.field == "email"
