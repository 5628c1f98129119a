"""A door without a worker, and people who knock at it."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path
from types import SimpleNamespace
from typing import Annotated, Any, cast

import pytest
from fastapi import FastAPI, File, Request, UploadFile
from pydantic import Field
from starlette.testclient import TestClient

from sorcerer import accounts, api, log, studio
from sorcerer.accounts import User
from sorcerer.api import uploads
from sorcerer.api.bodies import Body
from sorcerer.api.deps import Door, HeartBeat, TheDoor
from sorcerer.api.etag import IfMatch, check
from sorcerer.api.gate import Routes, only, up_to
from sorcerer.app import House, open_house
from sorcerer.database import Database
from sorcerer.keys import KeyRing
from sorcerer.settings import Settings
from sorcerer.storage import Files
from sorcerer.storage.local import files as local_files
from sorcerer.testing import FrozenClock
from sorcerer.toolbox import Toolbox

log.configure("error")

demo = Routes("/demo", tags=["demo"])


class Wish(Body):
    """A body with something of each kind."""

    name: Annotated[str, Field(min_length=1, examples=["x"])]
    age: Annotated[int, Field(ge=18, examples=[20])] = 20
    inner: Annotated[dict[str, Any], Field(default_factory=dict)]


@demo.post("/wish", status_code=201)
def make_wish(wish: Wish, request: Request) -> dict[str, Any]:
    """Answer a body; no session, as routes that call a port."""
    request.app.state.wishes = getattr(request.app.state, "wishes", 0) + 1
    return {"count": request.app.state.wishes, "name": wish.name}


@demo.post("/failing", status_code=201)
def fail_wish(wish: Wish, request: Request) -> None:
    """Fail as a bug would."""
    request.app.state.wishes = getattr(request.app.state, "wishes", 0) + 1
    raise RuntimeError(f"no such luck, {wish.name}")


@demo.post("/business/{token_id}", openapi_extra=only("business"))
def make_business(token_id: str, wish: Wish, seen: IfMatch) -> dict[str, Any]:
    """Answer business accounts only."""
    check(seen, 3)
    return {"token": token_id, "name": wish.name}


@demo.post("/picture", openapi_extra=up_to(uploads.FORM_LIMIT))
def send_picture(file: Annotated[UploadFile, File()], door: TheDoor) -> dict[str, Any]:
    """Keep a picture."""
    picture = studio.photo_in(uploads.bounded(file))
    return {"key": door.tools.files.put(picture.data, ".png").key}


@pytest.fixture
def files(tmp_path: Path) -> Files:
    return local_files(Settings(home=tmp_path))


@pytest.fixture
def make_door(database: Database, clock: FrozenClock, files: Files, tmp_path: Path) -> Callable[..., Door]:
    """A door over a fresh database; whatever a test names takes the place of the usual."""

    def make(**more: Any) -> Door:
        keys = KeyRing([("test", b"k" * 32)])
        tools = SimpleNamespace(
            settings=Settings(home=tmp_path), database=database, clock=clock, files=files, keys=keys
        )
        usual: dict[str, Any] = {
            "tools": cast("Toolbox", tools),
            "heartbeat": lambda: HeartBeat(alive=True, age_s=0.5),
            "tick": lambda: 0,
            "wake": lambda: None,
            "owns": {"token_id": accounts.tokens.owned},
        }
        return Door(**(usual | more))

    return make


@pytest.fixture
def door(make_door: Callable[..., Door]) -> Door:
    return make_door()


@pytest.fixture
def app(door: Door) -> FastAPI:
    """The frame alone, with a resource that has something of each kind."""
    return api.create(door, (*api.FRAME, demo))


@pytest.fixture
def house(database_url: str, clock: FrozenClock, tmp_path: Path) -> Iterator[House]:
    """Everything wired as in a real process, over the same database; its worker does not run."""
    opened = open_house(Settings(home=tmp_path, database_url=database_url, port=0), clock)
    yield opened
    opened.close()


@pytest.fixture
def whole(house: House) -> FastAPI:
    """Everything the door offers."""
    return house.web


@dataclass(frozen=True)
class Person:
    """Somebody with a token."""

    user: User
    headers: dict[str, str]
    cookie: str


def person(door: Door, user: User) -> Person:
    """Give a user a token and a session."""
    now = door.clock.now()
    with door.database.begin() as session:
        _, secret = accounts.tokens.issue(session, user.id, "test", now)
        cookie = accounts.sessions.start(session, user.id, now, "Signed in.")
    return Person(user, {"Authorization": f"Bearer {secret}"}, cookie)


@pytest.fixture
def mara(door: Door, owner: User) -> Person:
    """The owner of the home."""
    return person(door, owner)


@pytest.fixture
def stranger(door: Door, owner: User) -> Person:
    """Another owner in the same home."""
    with door.database.begin() as session:
        user = accounts.sign_up(
            session, "stranger@example.org", "sealed", "Stranger", "consumer", door.clock.now(), is_open=True
        )
    assert user.id != owner.id
    return person(door, user)


@pytest.fixture
def anyone(app: FastAPI) -> TestClient:
    """A client without keys."""
    return TestClient(app, follow_redirects=False)


@pytest.fixture
def client(app: FastAPI, mara: Person) -> TestClient:
    """The owner's program."""
    return TestClient(app, headers=mara.headers, follow_redirects=False)


@pytest.fixture
def browser(app: FastAPI, mara: Person) -> Iterator[TestClient]:
    """The owner's browser, on our own pages."""
    with TestClient(app, headers={"Origin": "http://testserver"}, follow_redirects=False) as opened:
        opened.cookies.set("sorcerer_session", mara.cookie)
        yield opened
