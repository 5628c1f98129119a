"""Accounts are made, changed and left; links and tokens open them."""

from datetime import timedelta

import pytest
from sqlalchemy import text

from sorcerer import accounts, ids, journal
from sorcerer.accounts import User, links, sessions, tokens
from sorcerer.database import Database
from sorcerer.errors import Conflict, Invalid, NotAllowed, NotFound, Stale
from sorcerer.testing import FrozenClock


def _signed_up(database: Database, clock: FrozenClock, email: str, *, is_open: bool = True) -> User:
    with database.begin() as session:
        return accounts.sign_up(session, email, "sealed", "Name", "business", clock.now(), is_open=is_open)


def test_the_first_owner_is_made_once_without_a_password(database: Database, clock: FrozenClock) -> None:
    with database.begin() as session:
        first = accounts.first_owner(session, clock.now())
        again = accounts.first_owner(session, clock.now())

    assert first == again
    assert (first.email, first.has_password, first.role, first.rev) == (None, False, "consumer", 1)


def test_a_home_with_an_owner_takes_no_strangers(database: Database, clock: FrozenClock) -> None:
    _signed_up(database, clock, "first@example.org", is_open=False)

    with pytest.raises(NotAllowed):
        _signed_up(database, clock, "second@example.org", is_open=False)


def test_one_address_is_one_account(database: Database, clock: FrozenClock) -> None:
    _signed_up(database, clock, "mara@example.org")

    with pytest.raises(Conflict) as refusal:
        _signed_up(database, clock, "MARA@example.org")
    assert refusal.value.field == "email"


def test_a_change_counts_and_an_old_revision_is_refused(database: Database, clock: FrozenClock, owner: User) -> None:
    with database.begin() as session:
        changed = accounts.change(
            session, owner, clock.now(), name="\u0645\u0627\u0631\u0627 \U0001f33f", role="business"
        )
        assert accounts.change(session, changed, clock.now(), name=changed.name) == changed

    assert (changed.name, changed.role, changed.rev) == ("\u0645\u0627\u0631\u0627 \U0001f33f", "business", 2)
    with database.begin() as session, pytest.raises(Stale):
        accounts.change(session, owner, clock.now(), name="Other")


def test_nobody_takes_the_address_of_another(database: Database, clock: FrozenClock, owner: User) -> None:
    _signed_up(database, clock, "mara@example.org")

    with database.begin() as session, pytest.raises(Conflict):
        accounts.change(session, owner, clock.now(), email="mara@example.org")


def test_a_link_signs_in_once_within_a_quarter_of_an_hour(database: Database, clock: FrozenClock, owner: User) -> None:
    with database.begin() as session:
        secret = links.issue(session, owner.id, clock.now())
        late = links.issue(session, owner.id, clock.now())
        redeemed = links.redeem(session, secret, clock.now())
        assert redeemed is not None
        assert redeemed[0] == owner.id
        assert accounts.who(session, clock.now(), cookie=redeemed[1]) is not None
        assert links.redeem(session, secret, clock.now()) is None

        assert links.redeem(session, late, clock.advance(timedelta(minutes=15))) is None


def test_a_link_for_nobody_cannot_be_made(database: Database, clock: FrozenClock) -> None:
    with database.begin() as session, pytest.raises(NotFound):
        links.issue(session, "nobody", clock.now())


def test_a_token_may_what_its_scopes_say_until_it_is_revoked(
    database: Database, clock: FrozenClock, owner: User
) -> None:
    with database.begin() as session:
        token, secret = tokens.issue(session, owner.id, "script", clock.now(), ("read",))
        caller = accounts.who(session, clock.now(), bearer=secret)
        assert caller is not None
        assert (caller.id, caller.scopes, caller.via, caller.key_id) == (owner.id, ("read",), "token", token.id)

        tokens.revoke(session, owner.id, token.id, clock.now())

        assert accounts.who(session, clock.now(), bearer=secret) is None


def test_a_token_runs_out(database: Database, clock: FrozenClock, owner: User) -> None:
    end = clock.now() + timedelta(days=1)
    with database.begin() as session:
        _, secret = tokens.issue(session, owner.id, "script", clock.now(), expires_at=end)
        assert accounts.who(session, clock.now(), bearer=secret) is not None
        assert accounts.who(session, end, bearer=secret) is None
        with pytest.raises(Invalid):
            tokens.issue(session, owner.id, "script", end, expires_at=end)


def test_the_token_of_another_is_not_there(database: Database, clock: FrozenClock, owner: User) -> None:
    other = _signed_up(database, clock, "other@example.org")
    with database.begin() as session:
        token, _ = tokens.issue(session, owner.id, "script", clock.now())

        assert tokens.owned(session, owner.id, token.id)
        assert not tokens.owned(session, other.id, token.id)
        assert tokens.page(session, other.id) == []
        with pytest.raises(NotFound):
            tokens.revoke(session, other.id, token.id, clock.now())


def test_no_secret_is_kept_as_it_is(database: Database, clock: FrozenClock, owner: User) -> None:
    with database.begin() as session:
        secrets = [
            tokens.issue(session, owner.id, "script", clock.now())[1],
            links.issue(session, owner.id, clock.now()),
            sessions.start(session, owner.id, clock.now(), "Signed in."),
        ]
        kept = [session.scalar(text(f"SELECT secret_hash FROM {table}")) for table in _SECRET_TABLES]  # noqa: S608 - our own names

    assert kept == [ids.digest(secret) for secret in secrets]


_SECRET_TABLES = ("api_token", "sign_in_link", "sign_in_session")


def test_an_export_tells_everything_but_secrets(database: Database, clock: FrozenClock, owner: User) -> None:
    with database.begin() as session:
        _, secret = tokens.issue(session, owner.id, "script", clock.now())
        sessions.start(session, owner.id, clock.now(), "Signed in.")
        told = accounts.export(session, owner.id)

    assert told["account"]["id"] == owner.id
    assert [token["name"] for token in told["tokens"]] == ["script"]
    assert len(told["sessions"]) == 1
    assert ids.digest(secret) not in str(told)


def test_a_deleted_account_leaves_no_row_behind(database: Database, clock: FrozenClock, owner: User) -> None:
    other = _signed_up(database, clock, "other@example.org")
    with database.begin() as session:
        tokens.issue(session, owner.id, "script", clock.now())
        links.issue(session, owner.id, clock.now())
        sessions.start(session, owner.id, clock.now(), "Signed in.")
        journal.signal(session, owner.id, "video", "v", clock.now())

        accounts.delete_account(session, owner.id)

        tables = (*_SECRET_TABLES, "journal", "signal")
        counts = [session.scalar(text(f"SELECT count(*) FROM {table}")) for table in tables]  # noqa: S608 - our own names
        assert counts == [0, 0, 0, 1, 0]
        assert accounts.export(session, other.id)["account"]["id"] == other.id
        with pytest.raises(NotFound):
            accounts.export(session, owner.id)
