"""What was made is kept for its owner, once per revision and kind."""

from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from sqlalchemy import Column, MetaData, String, Table

from sorcerer.database import Database, Row
from sorcerer.studio import artifacts
from sorcerer.studio.model import Artifact
from sorcerer.studio.rows import ArtifactRow

NOW = datetime(2026, 11, 23, 7, 40, tzinfo=UTC)


@pytest.fixture
def database(tmp_path: Path) -> Iterator[Database]:
    """The table of artifacts beside tables that carry no more than the ids it points to."""
    database = Database(f"sqlite:///{tmp_path / 'studio.sqlite'}")
    beside = MetaData()
    tables = [Table(name, beside, Column("id", String, primary_key=True)) for name in ("user", "video")]
    beside.create_all(database.engine)
    with database.engine.begin() as connection:
        for table in tables:
            connection.execute(table.insert(), [{"id": "one"}, {"id": "two"}])
        connection.exec_driver_sql(_create())
    yield database
    database.close()


def _create() -> str:
    from sqlalchemy.dialects import sqlite  # noqa: PLC0415 - the same
    from sqlalchemy.schema import CreateTable  # noqa: PLC0415 - only to build the one table

    copied = MetaData(naming_convention=Row.metadata.naming_convention)
    for name in ("user", "video"):
        Table(name, copied, Column("id", String, primary_key=True))
    return str(CreateTable(ArtifactRow.__table__.to_metadata(copied)).compile(dialect=sqlite.dialect()))  # type: ignore[attr-defined] # a table


def film(rev: int, key: str) -> Artifact:
    return Artifact(
        kind="film", rev=rev, key=key, media_type="video/mp4", seconds=9.5, size=3, sha256="ab", body={"fps": 30}
    )


def test_what_is_kept_is_found_again_with_every_fact(database: Database) -> None:
    with database.begin() as session:
        kept = artifacts.keep(session, "one", "one", film(1, "ab/abc.mp4"), NOW)
    with database.read() as session:
        assert artifacts.of_video(session, "one", "one") == [kept]
    assert kept == film(1, "ab/abc.mp4").model_copy(update={"created_at": NOW})


def test_making_the_same_again_replaces_it_and_a_new_revision_stands_first(database: Database) -> None:
    later = NOW + timedelta(minutes=1)
    with database.begin() as session:
        artifacts.keep(session, "one", "one", film(1, "old"), NOW)
        artifacts.keep(session, "one", "one", film(1, "new"), later)
        artifacts.keep(session, "one", "one", Artifact(kind="srt", rev=1, body={"text": "1"}), later)
        artifacts.keep(session, "one", "one", film(2, "newest"), later)
    with database.read() as session:
        found = [(artifact.rev, artifact.kind, artifact.key) for artifact in artifacts.of_video(session, "one", "one")]
    assert found == [(2, "film", "newest"), (1, "film", "new"), (1, "srt", None)]


def test_another_owner_sees_nothing_of_it(database: Database) -> None:
    with database.begin() as session:
        artifacts.keep(session, "one", "one", film(1, "secret"), NOW)
    with database.read() as session:
        assert artifacts.of_video(session, "two", "one") == []
        assert artifacts.of_video(session, "one", "two") == []


def test_the_latest_file_of_each_kind_is_found_for_many_videos_at_once(database: Database) -> None:
    with database.begin() as session:
        artifacts.keep(session, "one", "one", film(2, "second"), NOW)
        artifacts.keep(session, "one", "one", film(1, "first"), NOW)
        artifacts.keep(session, "one", "one", Artifact(kind="srt", rev=1, body={"text": "1"}), NOW)
        artifacts.keep(session, "two", "two", film(1, "of another"), NOW)
    with database.read() as session:
        assert artifacts.keys(session, "one", ["one", "two"]) == {"one": {"film": "second"}}
