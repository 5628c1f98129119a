"""What goes first: a post whose minute is now, then the film or upload whose minute is nearest, reading back last."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import timedelta
from pathlib import Path
from threading import Event, Timer
from time import monotonic, sleep
from typing import Any, cast

import pytest
from sqlalchemy import text

from sorcerer import accounts, app, ids, influencers, publishing, schedule, toolbox
from sorcerer.app import House
from sorcerer.platforms import Account, Allowance, Committed, Grant, Identity, Platform, Post, Seen, Staged
from sorcerer.publishing import Content, Publication
from sorcerer.publishing.store import insert_publication
from sorcerer.schedule import Booking
from sorcerer.settings import Settings
from sorcerer.workflows import Worker, tick
from sorcerer.workflows.urgent import urgent

EARLY_AT_ONCE = 16


class SlowNetwork:
    """A network that holds every upload until it is told to let go, and takes a post at once."""

    renews_ahead = timedelta()

    def __init__(self) -> None:
        self.let_go = Event()
        self.begun: list[str] = []
        self.out: list[str] = []

    def upload(self, account: Account, post: Post, staged: Staged) -> Staged:
        del account
        self.begun.append(post.marker)
        self.let_go.wait(30)
        return staged

    def progress(self, account: Account, staged: Staged) -> Staged:
        del account
        return Staged(refs=staged.refs, ready=True)

    def allowance(self, account: Account) -> Allowance:
        del account
        return Allowance(used=0, total=100)

    def commit(self, account: Account, post: Post, staged: Staged) -> Committed:
        del account, staged
        self.out.append(post.marker)
        return Committed(post_id=f"p{len(self.out)}")

    def read_back(self, account: Account, post_id: str) -> Seen:
        del account
        return Seen(state="live", post_id=post_id, permalink="https://pretend.example/1", ai_label=True)


@pytest.fixture
def house(database_url: str, tmp_path: Path) -> Iterator[House]:
    opened = app.open_house(Settings(home=tmp_path / "home", port=0, database_url=database_url))
    yield opened
    opened.close()


def girl(house: House, accounts_of_hers: int) -> list[publishing.Channel]:
    now = house.tools.clock.now()
    with house.tools.database.begin() as session:
        owner = accounts.first_owner(session, now)
        persona = influencers.Persona(age=29)
        new = influencers.New(name="Mara", handle="mara", mode="lifestyle", persona=persona)
        mara = influencers.create(session, owner.id, new, now)
        link = {"owner_id": owner.id, "influencer_id": mara.id, "platform": "instagram", "realm": "sandbox"}
        names = [f"mara{number}" for number in range(accounts_of_hers)]
        links = [
            publishing.Link.model_validate(
                link | {"identity": Identity(account_id=name, handle=name), "grant": Grant(access_token=name)}
            )
            for name in names
        ]
        return [publishing.channels.connect(session, house.tools.keys, one, now) for one in links]


def post(house: House, channel: publishing.Channel, minutes: float, **changes: Any) -> str:
    """A post that goes out in so many minutes, all prepared, and is looked at now; its id."""
    now = house.tools.clock.now()
    booking = Booking(influencer_id=channel.influencer_id, scheduled_time=now + timedelta(days=9), direction="Soup")
    with house.tools.database.begin() as session:
        _, video = schedule.book(session, channel.owner_id, booking, now, timedelta())
        made = Publication(
            id=ids.new(),
            owner_id=channel.owner_id,
            influencer_id=channel.influencer_id,
            video_id=video.id,
            channel_id=channel.id,
            due_at=now + timedelta(minutes=minutes),
            state="staged",
            next_at=now,
            content=Content(kind="reel", media_key=house.tools.files.put(b"a film", ".mp4").key, approver="auto"),
            refs={"container": ids.new()},
            uploaded=True,
            ready=True,
            staged_at=now,
            created_at=now,
            updated_at=now,
        )
        insert_publication(session, made.model_copy(update=changes))
    return made.id


def until(what: Any) -> bool:
    deadline = monotonic() + 20
    while monotonic() < deadline and not what():
        sleep(0.05)
    return bool(what())


def test_uploads_wait_elsewhere_nearest_first_and_what_is_out_comes_last(house: House) -> None:
    hers = girl(house, 4)
    out = post(house, hers[0], -9, state="live", remote_post_id="p1")
    tomorrow = post(house, hers[1], 60, uploaded=False)
    soon = post(house, hers[2], 30, uploaded=False)
    due = post(house, hers[3], -0.1)

    assert tick(house.tools) == 4
    tables = "dbos." if house.tools.database.kind == "postgresql" else ""
    asked = f"SELECT queue_name, workflow_uuid FROM {tables}workflow_status ORDER BY priority"  # noqa: S608 - a constant
    with house.tools.database.read() as session:
        queued = [(queue, run.split(":")[1]) for queue, run in session.execute(text(asked))]
    assert [one for queue, one in queued if queue == "publish"] == [due]
    assert [one for queue, one in queued if queue == "early"] == [soon, tomorrow, out]


def test_of_more_work_than_one_look_can_start_the_post_whose_minute_is_now_is_first(house: House) -> None:
    hers = girl(house, 3)
    long_ago = house.tools.clock.now() - timedelta(hours=1)
    post(house, hers[0], -60, state="live", remote_post_id="p1", next_at=long_ago)
    post(house, hers[1], 30, uploaded=False, next_at=long_ago)
    due = post(house, hers[2], -0.1)

    with house.tools.database.begin() as session:
        offered = publishing.due(session, house.tools.clock.now(), 1)

    assert [one.id for one in offered] == [due]


def test_a_post_whose_minute_is_now_passes_uploads_that_hang(house: House) -> None:
    network = SlowNetwork()
    tools = replace(house.tools, platform=lambda _name, _realm: cast("Platform", network))
    toolbox.install(tools)
    first, *others = girl(house, EARLY_AT_ONCE + 5)
    for channel in others:
        post(house, channel, 60, uploaded=False, ready=False)
    worker = Worker(tools)
    worker.start()
    try:
        assert until(lambda: len(network.begun) >= EARLY_AT_ONCE)
        due = post(house, first, 0)
        worker.wake()
        assert until(lambda: network.out)
        assert (network.out, len(network.begun)) == ([due], EARLY_AT_ONCE)
        network.let_go.set()
        assert until(lambda: len(network.begun) == len(others))
        assert until(lambda: seen(house, due))
    finally:
        network.let_go.set()
        worker.stop()


def seen(house: House, publication_id: str) -> bool:
    with house.tools.database.read() as session:
        found = publishing.publications.load(session, publication_id)
        return found.read_at is not None and schedule.production.load(session, found.video_id).status == "posted"


def test_what_can_wait_waits_in_the_gap_between_two_posts() -> None:
    with urgent.one_more():
        pass
    began = monotonic()
    Timer(0.1, _one_for_a_moment).start()

    urgent.let_pass(5)

    assert 0.4 < monotonic() - began < 4


def _one_for_a_moment() -> None:
    with urgent.one_more():
        sleep(0.1)


def test_nothing_waits_for_longer_than_its_patience() -> None:
    began = monotonic()
    with urgent.one_more():
        urgent.let_pass(0.2)

    assert 0.2 <= monotonic() - began < 2
