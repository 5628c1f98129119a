"""A connection that the server has closed while it rested is replaced; one whose process stands still is ended."""

import pytest
from dbos._utils import retriable_postgres_exception
from sqlalchemy import text
from sqlalchemy.exc import DBAPIError

from sorcerer import database as room
from sorcerer.accounts import User
from sorcerer.database import Database
from sorcerer.errors import Away


@pytest.fixture
def closed_while_resting(database: Database) -> Database:
    """A database whose one resting connection the server has just ended."""
    if database.kind == "sqlite":
        pytest.skip("a file closes no connection")
    database.close()
    with database.begin() as session:
        resting = session.execute(text("SELECT pg_backend_pid()")).scalar_one()
    other = Database(database.url.render_as_string(hide_password=False))
    with other.begin() as session:
        session.execute(text("SELECT pg_terminate_backend(:pid)"), {"pid": resting})
    other.close()
    return database


def test_one_that_has_rested_long_is_asked_first(
    closed_while_resting: Database, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(room, "_FRESH_S", 0.0)

    with closed_while_resting.begin() as session:
        assert session.execute(text("SELECT 1")).scalar_one() == 1


def test_one_just_used_is_believed_once_and_then_the_pool_is_anew(closed_while_resting: Database) -> None:
    with pytest.raises(Away), closed_while_resting.begin() as session:
        session.execute(text("SELECT 1"))

    with closed_while_resting.begin() as session:
        assert session.execute(text("SELECT 1")).scalar_one() == 1


def test_a_process_that_stops_in_a_transaction_lets_its_rows_go(
    database: Database, owner: User, monkeypatch: pytest.MonkeyPatch
) -> None:
    if database.kind == "sqlite":
        pytest.skip("a file has no server that could end a transaction")
    monkeypatch.setattr(room, "_STOPPED_S", 1)
    stopped = Database(database.url.render_as_string(hide_password=False))
    rename = text('UPDATE "user" SET email = :email WHERE id = :id')

    def stand_still() -> None:
        with stopped.begin() as session:
            session.execute(rename, {"email": "stopped@example.com", "id": owner.id})
            with database.begin() as other:  # it waits for the row until the server has ended the first
                other.execute(text("SET LOCAL lock_timeout = '20s'"))
                other.execute(rename, {"email": "going@example.com", "id": owner.id})
            session.execute(text("SELECT 1"))

    with pytest.raises(Away):
        stand_still()
    stopped.close()

    with database.read() as session:
        assert session.execute(text('SELECT email FROM "user"')).scalar_one() == "going@example.com"


def test_a_server_that_is_not_there_is_said_to_be_away(database: Database) -> None:
    if database.kind == "sqlite":
        pytest.skip("a file is always there")
    nowhere = Database("postgresql+psycopg://nobody@127.0.0.1:1/nothing")

    with pytest.raises(Away, match="does not answer"), nowhere.begin() as session:
        session.execute(text("SELECT 1"))
    with pytest.raises(Away, match="does not answer"), nowhere.read() as session:
        session.execute(text("SELECT 1"))


@pytest.mark.parametrize("where", ["nobody@127.0.0.1:1/nothing", "nobody@/nothing?host=/nowhere"])
def test_the_workflow_engine_waits_for_a_server_that_is_not_there(database: Database, where: str) -> None:
    if database.kind == "sqlite":
        pytest.skip("a file is always there")
    nowhere = Database(f"postgresql+psycopg://{where}")

    with pytest.raises(DBAPIError) as trouble, nowhere.engine.connect():
        pass
    assert retriable_postgres_exception(trouble.value)
