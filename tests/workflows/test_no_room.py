from typing import Any

import pytest
from obstore.exceptions import GenericError
from sqlalchemy import text

from sorcerer.app import House
from sorcerer.errors import Away, NoRoom, Passing
from sorcerer.workflows import engine


@pytest.mark.usefixtures("house")
@pytest.mark.parametrize("trouble", [NoRoom("files"), Away()])
def test_a_step_waits_until_there_is_room_and_a_database_again(
    trouble: Passing, monkeypatch: pytest.MonkeyPatch
) -> None:
    tries = []

    @engine.patiently
    def step() -> str:
        tries.append(1)
        if len(tries) < 3:
            raise trouble
        return "made"

    monkeypatch.setattr(engine, "_PASSING_S", 0.0)

    assert (step(), len(tries)) == ("made", 3)


def test_a_process_that_is_asked_to_end_does_not_wait_for_room(house: House) -> None:
    @engine.patiently
    def step() -> None:
        raise NoRoom("files")

    house.tools.leaving.set()

    with pytest.raises(engine.Leaving):
        step()


def test_a_full_disk_is_told_from_other_troubles_of_the_file_store(
    house: House, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(*_args: Any, **_more: Any) -> None:
        raise GenericError("Unable to copy data to file: No space left on device (os error 28)")

    monkeypatch.setattr("obstore.put", full)

    with pytest.raises(NoRoom, match="disk of the files"):
        house.tools.files.put(b"x", ".txt")


def test_a_full_database_is_told_from_other_troubles(house: House) -> None:
    if house.tools.database.kind == "postgresql":
        pytest.skip("A server's disk cannot be filled from here.")
    with house.tools.database.begin() as session:
        pages = session.execute(text("PRAGMA page_count")).scalar_one()

    def fill() -> None:
        with house.tools.database.begin() as session:
            session.execute(text(f"PRAGMA max_page_count = {pages}"))
            session.execute(text("CREATE TABLE ballast AS SELECT randomblob(1000000) AS bytes"))

    with pytest.raises(NoRoom, match="disk of the database"):
        fill()
