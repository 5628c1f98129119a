"""A worker as the workflows build it, a pretend network to publish on, and somebody with a channel."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from pathlib import Path
from typing import Any, cast

import httpx
import pytest
from pydantic import SecretStr

from sorcerer import accounts, disclosure, influencers, plugins, publishing, sandbox, schedule, toolbox
from sorcerer.accounts import User
from sorcerer.database import Database
from sorcerer.errors import Stale
from sorcerer.influencers import New, Persona
from sorcerer.keys import KeyRing
from sorcerer.platforms import Account, Grant, Identity, Platform, PlatformError, Standing
from sorcerer.publishing import Channel, Content, Job, Link, Publication, delivery, publications, store
from sorcerer.publishing.receipts.write import write
from sorcerer.schedule import Booking
from sorcerer.settings import Settings
from sorcerer.storage import Files
from sorcerer.storage.local import files as local_files
from sorcerer.testing import FrozenClock
from sorcerer.testing.loopback import serve
from sorcerer.testing.samples import film
from sorcerer.toolbox import Toolbox

RING = KeyRing([("k1", bytes(range(32)))])


@dataclass
class Worker:
    """Does what the workflow does, in as many lines."""

    database: Database
    clock: FrozenClock
    files: Files
    platform: Platform
    executor: str = "one"
    sent: list[str] = field(default_factory=list)

    def run(self, publication_id: str) -> None:
        job: Job | None = None
        while (job := self.claim(publication_id, job)) is not None:
            self.do(job)

    def claim(self, publication_id: str, after: Job | None = None) -> Job | None:
        with self.database.begin() as session:
            return delivery.claim(session, publication_id, self.executor, self.clock.now(), after)

    def do(self, job: Job) -> None:
        try:
            self._do(job)
        except PlatformError as error:
            with self.database.begin() as session:
                delivery.failed(session, job, error, self.clock.now())

    def _do(self, job: Job) -> None:
        account, staged = self.account(job), delivery.staged_of(RING, job)
        content = job.publication.content
        assert content is not None
        post = delivery.post_of(job, self.files.local_path(content.media_key), None)
        if job.step == "commit":
            self.commit(job, account)
            return
        if job.step == "reconcile" or (job.step == "read_back" and job.publication.remote_post_id is None):
            seen = self.platform.check(account, post, staged, job.sent_at or self.clock.now(), job.taken_ids)
        elif job.step == "read_back":
            seen = self.platform.read_back(account, job.publication.remote_post_id or "")
        else:
            if job.step == "stage":
                out = self.platform.stage(account, post)
            elif job.step == "upload":
                out = self.platform.upload(account, post, staged)
            else:
                out = self.platform.progress(account, staged)
            with self.database.begin() as session:
                delivery.keep(session, RING, job, out, self.clock.now())
            return
        with self.database.begin() as session:
            keep = delivery.looked if job.step == "reconcile" else delivery.read_back
            keep(session, job, seen, self.clock.now())

    def commit(self, job: Job, account: Account) -> None:
        allowance = self.platform.allowance(account)
        with self.database.begin() as session:
            intent = delivery.intend(session, job, allowance, self.clock.now())
        if intent is None:
            return
        try:
            staged = delivery.staged_of(RING, intent.job)
            content = job.publication.content
            assert content is not None
            post = delivery.post_of(job, self.files.local_path(content.media_key), None)
            self.sent.append(str(staged.refs.get("container_id") or staged.refs.get("publish_id") or "short"))
            done = self.platform.commit(account, post, staged)
        except PlatformError as error:
            with self.database.begin() as session:
                delivery.failed(session, intent.job, error, self.clock.now())
        else:
            with self.database.begin() as session:
                delivery.committed(session, intent.job, done, self.clock.now())

    def account(self, job: Job) -> Account:
        with self.database.read() as session:
            return publishing.channels.account(session, RING, job.channel.id)

    def tick(self) -> None:
        with self.database.begin() as session:
            offered = publishing.due(session, self.clock.now())
        for publication in offered:
            try:
                self.run(publication.id)
            except Stale:
                continue

    def live_through(self, hours: float = 2) -> None:
        """Let time pass, looking whenever something is due."""
        end = self.clock.now() + timedelta(hours=hours)
        for _ in range(200):
            with self.database.read() as session:
                moment = publishing.next_due(session)
            if moment is None or moment > end:
                return
            self.clock.advance(max(timedelta(0), moment - self.clock.now()))
            self.tick()
        raise AssertionError("it never came to rest")


@dataclass
class Pretend:
    """The pretend network's admin."""

    base: str
    database: Database

    def fault(self, op: str, action: dict[str, Any], *, times: int = 1, skip: int = 0) -> None:
        body = {"op": op, "action": action, "times": times, "skip": skip}
        assert httpx.post(f"{self.base}/_sandbox/faults", json=body).status_code == 201

    def knobs(self, **changes: Any) -> None:
        assert httpx.post(f"{self.base}/_sandbox/knobs", json=changes).status_code == 200

    def creator_posts(self, upload: str) -> None:
        assert httpx.post(f"{self.base}/_sandbox/uploads/{upload}/creator-posts").status_code == 204

    def posts(self) -> list[dict[str, Any]]:
        posts: list[dict[str, Any]] = httpx.get(f"{self.base}/_sandbox/posts").json()
        return posts

    def effects(self, op: str) -> list[dict[str, Any]]:
        effects: list[dict[str, Any]] = httpx.get(f"{self.base}/_sandbox/effects", params={"op": op}).json()
        return effects


@dataclass
class Scene:
    """Everything a test of a whole publication needs."""

    worker: Worker
    pretend: Pretend
    channel: Channel
    owner: User
    database: Database
    clock: FrozenClock
    film_key: str
    ring: KeyRing = RING

    def planned(self, *, due_in_min: float = 0, **more: Any) -> Publication:
        """Plan and prepare a reel."""
        due_at = self.clock.now() + timedelta(minutes=due_in_min)
        with self.database.begin() as session:
            video = book(session, self.channel, due_at, self.clock.now())
            publication = publishing.plan(session, video, self.channel.id, due_at, self.clock.now())
            return publications.prepare(
                session, publication.id, reel(self.film_key, platform=self.channel.platform, **more), self.clock.now()
            )

    def now(self, publication_id: str) -> Publication:
        with self.database.read() as session:
            return publications.load(session, publication_id)

    def attempts(self, publication_id: str) -> list[tuple[str, str]]:
        with self.database.read() as session:
            return [(one.kind, one.state) for one in publications.attempts(session, publication_id)]


def reel(
    media_key: str,
    *,
    words: str = "Morning light.",
    sponsor: str | None = None,
    platform: str = "instagram",
    **more: Any,
) -> Content:
    duties = disclosure.owed(platform, "reel", sponsored=sponsor is not None)
    return Content(
        kind="reel",
        caption=disclosure.compose_caption(words, ["light"], duties),
        media_key=media_key,
        overlay=duties.overlay_lines,
        sponsor=sponsor,
        approver="auto",
        **more,
    )


def book(session: Any, channel: Channel, due_at: datetime, now: datetime) -> str:
    booking = Booking(influencer_id=channel.influencer_id, scheduled_time=due_at, title="Light")
    return schedule.book(session, channel.owner_id, booking, now, timedelta(hours=1))[1].id


@pytest.fixture
def pretend(tmp_path: Path, clock: FrozenClock) -> Iterator[Pretend]:
    app = sandbox.create(f"sqlite:///{tmp_path / 'sandbox.sqlite'}", clock)
    with serve(app) as base:
        yield Pretend(base, app.state.world.database)


@pytest.fixture(scope="session")
def sample(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return film(tmp_path_factory.mktemp("film") / "reel.mp4")


@dataclass
class Desk:
    """A channel and its book-keeping, without a network."""

    database: Database
    clock: FrozenClock
    owner: User
    influencer_id: str
    ring: KeyRing = RING
    store: Any = store

    def write(self, session: Any, publication: Publication, now: datetime) -> None:
        write(session, publication, now)

    def link(self, access: str = "EAASone") -> Link:
        return Link(
            owner_id=self.owner.id,
            influencer_id=self.influencer_id,
            platform="instagram",
            realm="sandbox",
            identity=Identity(account_id="17900000000000001", handle="mara"),
            grant=Grant(access_token=access, expires_at=self.clock.now() + timedelta(days=60)),
        )

    @property
    def channel(self) -> Channel:
        with self.database.read() as session:
            return publishing.channels.page(session, self.owner.id)[0]

    def book(self, session: Any, due_at: datetime) -> str:
        booking = Booking(influencer_id=self.influencer_id, scheduled_time=due_at, title="Light")
        return schedule.book(session, self.owner.id, booking, self.clock.now(), timedelta(hours=1))[1].id


@pytest.fixture
def desk(database: Database, clock: FrozenClock) -> Desk:
    with database.begin() as session:
        owner = accounts.first_owner(session, clock.now())
        new = New(name="Mara", handle="mara", mode="lifestyle", persona=Persona(age=29))
        desk = Desk(database, clock, owner, influencers.create(session, owner.id, new, clock.now()).id)
        publishing.channels.connect(session, RING, desk.link(), clock.now())
    return desk


@pytest.fixture
def scene(scenes: Any) -> Any:
    return scenes("instagram")


@pytest.fixture
def scenes(
    database: Database, clock: FrozenClock, pretend: Pretend, tmp_path: Path, sample: Path
) -> Iterator[Callable[..., Scene]]:
    """A maker of scenes, one for each network that is asked for."""
    opened: list[Platform] = []
    settings = Settings(home=tmp_path, instagram_client_secret=SecretStr("x"))
    files = local_files(settings)

    def make(network: str, *, consent: bool = True) -> Scene:
        platform: Platform = plugins.load("sorcerer.platforms", network)(settings, "sandbox", pretend.base, clock)
        opened.append(platform)
        code = sandbox.open_account(pretend.database, "mara", "Mara", clock.now(), network)
        grant = platform.exchange(code, "http://127.0.0.1/")
        identity = platform.identity(grant)
        with database.begin() as session:
            owner = accounts.first_owner(session, clock.now())
            new = New(name="Mara", handle="mara", mode="lifestyle", persona=Persona(age=29))
            mara = influencers.create(session, owner.id, new, clock.now())
            standing = Standing(wording="Post for me.", agreed_by=owner.id, agreed_at=clock.now())
            link = Link(
                owner_id=owner.id,
                influencer_id=mara.id,
                platform=network,
                realm="sandbox",
                identity=identity,
                grant=grant,
                standing=standing if consent else None,
            )
            channel = publishing.channels.connect(session, RING, link, clock.now())
        worker = Worker(database, clock, files, platform)
        return Scene(worker, pretend, channel, owner, database, clock, files.put_file(sample).key)

    yield make
    for platform in opened:
        platform.close()


@pytest.fixture
def tools(scene: Any, tmp_path: Any) -> Toolbox:
    made = Toolbox(
        settings=Settings(home=tmp_path),
        database=scene.database,
        clock=scene.clock,
        files=scene.worker.files,
        keys=scene.ring,
        provider=cast("Any", None),
        platform=lambda *_: scene.worker.platform,
        media_url=lambda *_: None,
        invite=lambda *_: "",
        executor_id="one",
    )
    toolbox.install(made)
    return made
