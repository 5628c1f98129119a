"""The database itself refuses to change what she has lived. Every statement here goes round our own code."""

from datetime import date, timedelta

import pytest
from sqlalchemy import text
from sqlalchemy.exc import DBAPIError

from sorcerer import influencers, life
from sorcerer.accounts import User
from sorcerer.database import Database
from sorcerer.influencers import Influencer, New, Persona
from sorcerer.testing import FrozenClock

MONDAY = date(2026, 11, 23)
NEW = New(name="Mara Okonjo", handle="maralifts", mode="lifestyle", persona=Persona(age=29, habits=("gym",)))


@pytest.fixture
def mara(database: Database, owner: User, clock: FrozenClock) -> Influencer:
    """Somebody with thirty days in two revisions, the second one ten days later."""
    with database.begin() as session:
        made = influencers.create(session, owner.id, NEW, clock.now())
        life.adopt(session, owner.id, life.plan(made, first_day=MONDAY), base=0, now=clock.now())
    later = made.model_copy(update={"persona": made.persona.model_copy(update={"chronotype": "late"})})
    change = MONDAY + timedelta(days=11)
    with database.begin() as session:
        now = clock.now() + timedelta(days=10)
        plan = life.plan(later, first_day=change)
        life.adopt(session, owner.id, plan, base=1, now=now)
    return made


REFUSED = [
    ("the hour of a live item", "UPDATE life_item SET starts_at = '2030-01-01 00:00:00' WHERE rev_to IS NULL"),
    ("the words of a live item", "UPDATE life_item SET body = '{}' WHERE rev_to IS NULL"),
    ("a closed item", "UPDATE life_item SET rev_to = 9 WHERE rev_to IS NOT NULL"),
    ("a closed item, opened again", "UPDATE life_item SET rev_to = NULL WHERE rev_to IS NOT NULL"),
    ("an item that has begun, closed", "UPDATE life_item SET rev_to = 2 WHERE rev_to IS NULL AND day = '2026-11-24'"),
    ("a post that is out, closed", "UPDATE life_post SET rev_to = 2 WHERE rev_to IS NULL AND day < '2026-11-28'"),
    ("the words of a post", "UPDATE life_post SET body = '{}'"),
    ("an item, deleted", "DELETE FROM life_item"),
    ("a post, deleted", "DELETE FROM life_post"),
    ("the history, rewritten", "UPDATE life_revision SET reason = 'nothing happened'"),
    ("the history, deleted", "DELETE FROM life_revision"),
]


@pytest.mark.parametrize(("what", "statement"), REFUSED, ids=[what for what, _ in REFUSED])
def test_the_database_refuses(database: Database, mara: Influencer, what: str, statement: str) -> None:
    del mara
    table = statement.split()[2 if statement.startswith("DELETE") else 1]
    with database.read() as session:
        before = session.execute(text(f"SELECT * FROM {table} ORDER BY id")).all()  # noqa: S608 - our own tables

    with pytest.raises(DBAPIError, match="life: "), database.begin() as session:
        session.execute(text(statement))

    with database.read() as session:
        assert session.execute(text(f"SELECT * FROM {table} ORDER BY id")).all() == before, what  # noqa: S608


def test_what_is_still_to_come_may_be_closed(database: Database, mara: Influencer) -> None:
    del mara
    with database.begin() as session:
        session.execute(text("UPDATE life_item SET rev_to = 2 WHERE rev_to IS NULL AND day = '2026-12-20'"))


def test_her_life_goes_with_her(database: Database, owner: User, mara: Influencer, clock: FrozenClock) -> None:
    with database.begin() as session:
        influencers.remove(session, owner.id, mara.id, clock.now())

    with database.read() as session:
        for table in ("life_item", "life_post", "life_revision", "life_head"):
            assert session.execute(text(f"SELECT count(*) FROM {table}")).scalar() == 0, table  # noqa: S608


def test_everything_goes_with_its_owner(database: Database, owner: User, mara: Influencer) -> None:
    del mara
    with database.begin() as session:
        session.execute(text('DELETE FROM "user" WHERE id = :id'), {"id": owner.id})

    with database.read() as session:
        assert session.execute(text("SELECT count(*) FROM life_item")).scalar() == 0
