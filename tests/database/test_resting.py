"""A connection that the server has closed while it rested is replaced before anybody notices."""

import pytest
from sqlalchemy import text
from sqlalchemy.exc import OperationalError

from sorcerer import database as room
from sorcerer.database import Database


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
    with pytest.raises(OperationalError), closed_while_resting.begin() as session:
        session.execute(text("SELECT 1"))

    with closed_while_resting.begin() as session:
        assert session.execute(text("SELECT 1")).scalar_one() == 1
