"""What happened is written down, read backwards in pages, and followed forwards."""

from datetime import timedelta

import pytest

from sorcerer import journal
from sorcerer.accounts import User
from sorcerer.database import Database
from sorcerer.testing import FrozenClock


def _noted(database: Database, owner: User, clock: FrozenClock, *texts: str, influencer_id: str | None = None) -> None:
    with database.begin() as session:
        for text in texts:
            journal.note(
                session, owner.id, "worker", "video.posted", "video", text, text, clock.now(), influencer_id, {"n": 1}
            )


def test_lines_come_back_latest_first_and_page_by_page(database: Database, owner: User, clock: FrozenClock) -> None:
    _noted(database, owner, clock, "one", "two", "three")

    with database.read() as session:
        first = journal.page(session, owner.id, limit=2)
        second = journal.page(session, owner.id, limit=2, before=first[-1].seq)

    assert [line.text for line in first] == ["three", "two"]
    assert [line.text for line in second] == ["one", "The account was made."]


def test_a_line_keeps_who_did_what_when_and_about_what(database: Database, owner: User, clock: FrozenClock) -> None:
    _noted(database, owner, clock, "v1", influencer_id="i1")

    with database.read() as session:
        [line] = journal.page(session, owner.id, influencer_id="i1")

    told = line.model_dump(exclude={"id", "seq"})
    assert told == {
        "at": clock.now(),
        "actor": "worker",
        "verb": "video.posted",
        "about_type": "video",
        "about_id": "v1",
        "influencer_id": "i1",
        "text": "v1",
        "detail": {"n": 1},
    }


def test_nobody_reads_the_lines_and_signals_of_another(database: Database, owner: User, clock: FrozenClock) -> None:
    _noted(database, owner, clock, "mine", influencer_id="i1")
    with database.begin() as session:
        journal.signal(session, owner.id, "video", "v1", clock.now())

    with database.read() as session:
        assert journal.page(session, "somebody-else") == []
        assert journal.page(session, "somebody-else", influencer_id="i1") == []
        assert journal.since(session, "somebody-else", 0, 0) == ([], [])


def test_a_verb_that_is_not_on_the_list_cannot_be_noted(database: Database, owner: User, clock: FrozenClock) -> None:
    with database.begin() as session, pytest.raises(ValueError, match="no verb of the journal"):
        journal.note(session, owner.id, "worker", "video.danced", "video", "v", "t", clock.now())


def test_who_follows_sees_lines_and_signals_in_order(database: Database, owner: User, clock: FrozenClock) -> None:
    with database.read() as session:
        line, signal = journal.ends(session, owner.id)
    _noted(database, owner, clock, "one", "two")
    with database.begin() as session:
        journal.signal(session, owner.id, "video", "v1", clock.now(), {"progress": 0.5})

    with database.read() as session:
        lines, signals = journal.since(session, owner.id, line, signal)

    assert [told.text for told in lines] == ["one", "two"]
    assert [(told.about_id, told.detail) for told in signals] == [("v1", {"progress": 0.5})]


def test_signals_are_forgotten_after_minutes(database: Database, owner: User, clock: FrozenClock) -> None:
    with database.begin() as session:
        journal.signal(session, owner.id, "video", "old", clock.now())
        journal.signal(session, owner.id, "video", "new", clock.advance(timedelta(minutes=11)))

    with database.read() as session:
        assert [told.about_id for told in journal.since(session, owner.id, 0, 0)[1]] == ["new"]


def test_every_verb_has_its_sentence() -> None:
    assert [verb for verb, text in journal.VERBS.items() if not text.endswith(".") or verb.count(".") != 1] == []
