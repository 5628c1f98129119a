"""One pretend world: its database, its folder of media, its own time."""

import hashlib
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import datetime, timedelta
from pathlib import Path

from sqlalchemy.orm import Session

from sorcerer import ids
from sorcerer.clock import Clock
from sorcerer.database import Database
from sorcerer.errors import Invalid
from sorcerer.sandbox import store
from sorcerer.sandbox.model import NETWORKS, Account, Knobs, Network

_CODE_LIFE = timedelta(hours=1)
_HANDLE = set("abcdefghijklmnopqrstuvwxyz0123456789._")
_HANDLE_MAX = 30


class World:
    """Opens the sandbox's own SQLite file and keeps the media beside it.

    Args:
        url: SQLAlchemy address of the file, `sqlite:///…/sandbox.sqlite`.
        clock: the machine's clock; the world's runs ahead of it, or stands, as its admin likes.
    """

    def __init__(self, url: str, clock: Clock) -> None:
        self.database = Database(url)
        self.clock = clock
        self.folder = Path(self.database.url.database or "sandbox.sqlite").with_suffix(".media")
        self.folder.mkdir(parents=True, exist_ok=True)
        self.calls: dict[str, int] = {}
        store.prepare(self.database)

    @contextmanager
    def begin(self) -> Iterator[tuple[Session, datetime, Knobs]]:
        """Open a changing session and tell the world's moment and how it behaves."""
        with self.database.begin() as session:
            knobs = store.knobs(session)
            yield session, moment(knobs, self.clock.now()), knobs

    @contextmanager
    def read(self) -> Iterator[tuple[Session, datetime, Knobs]]:
        """Open a reading session and tell the world's moment and how it behaves."""
        with self.database.read() as session:
            knobs = store.knobs(session)
            yield session, moment(knobs, self.clock.now()), knobs

    def media(self, name: str) -> Path:
        """Return where a medium of the world lies."""
        return self.folder / name

    def close(self) -> None:
        """Close the world's database."""
        self.database.close()


def moment(knobs: Knobs, now: datetime) -> datetime:
    """Return the world's moment."""
    return (knobs.frozen_at or now) + timedelta(seconds=knobs.offset_s)


def open_account(database: Database, handle: str, name: str, now: datetime, network: str = "instagram") -> str:
    """Open an account at a pretend network, or find it again, and return a code as an approval gives it.

    The code is good once, for an hour; `Platform.exchange` turns it into a grant.

    Args:
        database: the sandbox's own.
        handle: letters, digits, dots and underscores, up to 30.
        name: shown on the feed page.
        now: the machine's moment.

    Raises:
        Invalid: the handle has other signs in it.
    """
    store.prepare(database)
    with database.begin() as session:
        now = moment(store.knobs(session), now)
        account = find_or_open(session, handle, name, now, _network(network))
        return give_code(session, account.id, now)


def _network(name: str) -> Network:
    for one in NETWORKS:
        if one == name:
            return one
    raise Invalid(f"There is no pretend {name!r}; there are {', '.join(NETWORKS)}.", field="platform")


def find_or_open(session: Session, handle: str, name: str, now: datetime, network: Network = "instagram") -> Account:
    """Return the account of a handle, opened when there is none."""
    plain = handle.strip().removeprefix("@").lower()
    if not 0 < len(plain) <= _HANDLE_MAX or not set(plain) <= _HANDLE:
        raise Invalid(
            f"{handle!r} is no handle: letters, digits, dots and underscores, up to {_HANDLE_MAX}.", field="handle"
        )
    known = store.account_by_handle(session, plain, network)
    if known is not None:
        return known
    account = Account(
        id=_account_id(store.next_id(session), network),
        network=network,
        page_id=store.next_id(session),
        handle=plain,
        name=name.strip() or plain,
        base_followers=180 + int(ids.draw("followers", plain) * 640),
        restricted=False,
        created_at=now,
    )
    store.add_account(session, account)
    return account


def _account_id(number: str, network: Network) -> str:
    shapes = {"instagram": number, "tiktok": f"-000{number[-10:]}open", "youtube": f"UC{ids.digest(number)[:22]}"}
    return shapes[network]


def give_code(session: Session, account_id: str, now: datetime, challenge: str = "") -> str:
    """Return a fresh code for an account; with a challenge (PKCE) only its verifier redeems it."""
    code = f"{ids.secret()}.{challenge}" if challenge else ids.secret()
    store.add_code(session, ids.digest(code), account_id, now + _CODE_LIFE)
    return code


def digest_of(path: Path) -> str:
    """Return the SHA-256 of a file."""
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()
