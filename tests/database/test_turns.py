"""Writers of one process queue: SQLite lets one write at a time, and nobody should have to be lucky."""

import threading
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from sqlalchemy import text

from sorcerer.database import Database


@pytest.fixture
def notes(tmp_path: Path) -> Iterator[Database]:
    opened = Database(f"sqlite:///{tmp_path / 'notes.sqlite'}")
    with opened.begin() as session:
        session.execute(text("CREATE TABLE note (number INTEGER)"))
    yield opened
    opened.close()


def write(notes: Database, number: int) -> None:
    with notes.begin() as session:
        session.execute(text("INSERT INTO note VALUES (:number)"), {"number": number})


def write_like_the_engine(notes: Database, number: int) -> None:
    """The workflow engine opens its own transactions on the same connections."""
    with notes.engine.begin() as connection:
        connection.execute(text("INSERT INTO note VALUES (:number)"), {"number": number})


def started(deed: Callable[[Database, int], None], notes: Database, number: int) -> threading.Thread:
    thread = threading.Thread(target=deed, args=(notes, number))
    thread.start()
    thread.join(0.05)  # long enough to be in the queue before the next one
    return thread


def written(notes: Database) -> list[int]:
    with notes.read() as session:
        return list(session.scalars(text("SELECT number FROM note ORDER BY rowid")))


def test_writers_get_their_turn_in_the_order_they_asked(notes: Database) -> None:
    deeds = [write, write_like_the_engine] * 4
    with notes.begin():
        threads = [started(deed, notes, number) for number, deed in enumerate(deeds)]
    for thread in threads:
        thread.join(10)

    assert written(notes) == list(range(8))


def test_a_write_that_fails_gives_its_turn_back(notes: Database) -> None:
    for deed in (write, write_like_the_engine):
        with pytest.raises(OverflowError):
            deed(notes, 1 << 70)

    waiting = started(write, notes, 1)
    waiting.join(5)

    assert not waiting.is_alive()
    assert written(notes) == [1]


def test_nobody_waits_to_read(notes: Database) -> None:
    write(notes, 7)

    with notes.begin() as session:
        session.execute(text("INSERT INTO note VALUES (8)"))
        assert written(notes) == [7]
