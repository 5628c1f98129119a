"""A toolbox without an engine that runs, somebody with a video, and somebody with posts on a network that waits."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from pathlib import Path
from threading import Event
from typing import Any, cast

import pytest

from sorcerer import accounts, app, ids, influencers, publishing, schedule, toolbox
from sorcerer.app import House
from sorcerer.influencers import New, Persona
from sorcerer.platforms import Account, Allowance, Committed, Grant, Identity, Platform, Post, Seen, Staged
from sorcerer.publishing import Content, Publication
from sorcerer.publishing.store import insert_publication
from sorcerer.schedule import Booking, Video
from sorcerer.settings import Settings
from sorcerer.testing import FrozenClock
from sorcerer.workflows import engine


@pytest.fixture
def house(database_url: str, tmp_path: Path, clock: FrozenClock) -> Iterator[House]:
    opened = app.open_house(Settings(home=tmp_path / "home", port=0, database_url=database_url), clock)
    yield opened
    opened.close()


@pytest.fixture
def launched(house: House) -> Iterator[House]:
    """A house whose engine runs, without the worker's loops."""
    engine.launch(house.tools)
    yield house
    engine.shutdown(house.tools, patience_s=1)


@pytest.fixture
def video(house: House, clock: FrozenClock) -> Video:
    """A story whose making has begun."""
    with house.tools.database.begin() as session:
        owner = accounts.first_owner(session, clock.now())
        new = New(name="Mara", handle="mara", mode="lifestyle", persona=Persona(age=29))
        mara = influencers.create(session, owner.id, new, clock.now())
        wanted = Booking(
            influencer_id=mara.id, kind="story", direction="Soup", scheduled_time=clock.now() + timedelta(hours=1)
        )
        booked = schedule.book(session, owner.id, wanted, clock.now(), house.tools.lead)[1]
        begun = schedule.production.begin(session, booked.id, booked.rev, clock.now())
        assert begun is not None
        return begun


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

    def check(
        self, account: Account, post: Post, staged: Staged, sent_at: datetime, taken_ids: tuple[str, ...]
    ) -> Seen:
        del staged, sent_at, taken_ids
        if post.marker not in self.out:
            return Seen(state="absent", usable=True)
        return self.read_back(account, f"p{self.out.index(post.marker) + 1}")

    def read_back(self, account: Account, post_id: str) -> Seen:
        del account
        return Seen(state="live", post_id=post_id, permalink="https://pretend.example/1", ai_label=True)


@dataclass
class Posts:
    """Somebody with accounts at a slow network, and posts of hers."""

    house: House
    network: SlowNetwork

    def girl(self, accounts_of_hers: int = 1, name: str = "mara") -> list[publishing.Channel]:
        now = self.house.tools.clock.now()
        with self.house.tools.database.begin() as session:
            owner = accounts.first_owner(session, now)
            persona = influencers.Persona(age=29)
            new = influencers.New(name="Mara", handle=name, mode="lifestyle", persona=persona)
            mara = influencers.create(session, owner.id, new, now)
            link = {"owner_id": owner.id, "influencer_id": mara.id, "platform": "instagram", "realm": "sandbox"}
            names = [f"{name}{number}" for number in range(accounts_of_hers)]
            links = [
                publishing.Link.model_validate(
                    link | {"identity": Identity(account_id=one, handle=one), "grant": Grant(access_token=one)}
                )
                for one in names
            ]
            return [publishing.channels.connect(session, self.house.tools.keys, one, now) for one in links]

    def post(self, channel: publishing.Channel, minutes: float, **changes: Any) -> str:
        """A post that goes out in so many minutes, all prepared, and is looked at now; its id."""
        now = self.house.tools.clock.now()
        booking = Booking(influencer_id=channel.influencer_id, scheduled_time=now + timedelta(days=9), direction="Soup")
        with self.house.tools.database.begin() as session:
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
                content=Content(
                    kind="reel", media_key=self.house.tools.files.put(b"a film", ".mp4").key, approver="auto"
                ),
                refs={"container": ids.new()},
                uploaded=True,
                ready=True,
                staged_at=now,
                created_at=now,
                updated_at=now,
            )
            insert_publication(session, made.model_copy(update=changes))
        return made.id


@pytest.fixture
def posts(house: House) -> Posts:
    """Posts on a slow network that this process's steps speak to."""
    network = SlowNetwork()
    tools = replace(house.tools, platform=lambda _name, _realm: cast("Platform", network))
    toolbox.install(tools)
    return Posts(replace(house, tools=tools), network)
